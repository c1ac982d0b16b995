"""Two clubs after one player: which of them the words let win ("Lens beat Genk to the signing of Varga")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from mooted.claims.actors import Actor
from mooted.claims.groups import Group
from mooted.claims.scenes import Scene
from mooted.language.gates import has_any
from mooted.model.claim import PURSUIT, Claim, Event, Modality

_VERBS = (
    "beat", "pip", "see off", "saw off", "seen off", "sees off", "seeing off", "fend", "fought off", "fight off",
    "fighting off", "edg", "outbid", "gazump", "trump",
)  # fmt: skip
_OVER = re.compile(  # stands before the club that is beaten
    r"\b(?P<verb>beat(?:s|en|ing)?|pip(?:s|ped|ping)?"
    r"|(?:see(?:s|n|ing)?|saw|fend(?:s|ed|ing)?|fight(?:s|ing)?|fought) off"
    r"|edg(?:e|es|ed|ing)(?: out)?"
    r"|outbid(?:s|ding)?|gazump(?:s|ed|ing)?|trump(?:s|ed|ing)?)"
    r" (?:(?:(?:[\w'-]+ ){0,2}[\w-]+'s? (?:old|former|new) (?:club|side|team)|both|the|rivals|neighbours|fellow"
    r"|\w+-placed|\w+ (?:giants|rivals|champions|side|club)) )*$"
)
_LEAD = 60  # characters before a club
_TO_HIM = re.compile(  # from the club that is beaten to whom both want
    r"(?: (?:in (?:the|a) (?:race|chase|battle|hunt|fight|scramble|pursuit)|with (?:a|an|their) [^,;.]{1,30}?))?"
    r" (?:to|for)(?: (?:sign|land|secure|capture|get|recruit|win|clinch))?"
    r"(?: (?:the|his))?(?:(?: [\w-]+)?(?: (?:signing|signature|capture|services|arrival|transfer)) of)?"
    r"(?: the)?(?: (?!(?:go|reach|lift|qualify|set|stay|move|finish|end|seal|book)\b)[\w'-]+){0,4} "
)
_NOT_YET = re.compile(r"\b(?:to|will|would|could|can|may|might|should|'ll)(?: \w+ly)? $")
_SURELY = re.compile(r"\b(?:set|poised|about|ready|seem|seems|appear|appears|expected) to $|\b(?:will|'ll)(?: now)? $")
_BEFORE = 25  # characters before the verb
_HOPED = frozenset(("interest", "contact", "talks", "bid"))


class Race(NamedTuple):
    """Who beats whom to a player; ``won`` where it is over, ``sure`` where it nearly is."""

    winner: Group
    beaten: Group
    won: bool
    sure: bool


@lru_cache(maxsize=1)  # each phrase of a sentence asks, and each claim
def race_of(scene: Scene) -> Race | None:
    """The race that a sentence tells of, of which one club is said to win or to want to."""
    low, start, stop = scene.low, scene.sentence.start, scene.sentence.stop
    if len(scene.clubs) < 2 or not has_any(low[start:stop], _VERBS):
        return None
    for winner, beaten in zip(scene.clubs, scene.clubs[1:], strict=False):
        verb = _OVER.search(low, max(winner.group.stop, beaten.group.start - _LEAD), beaten.group.start)
        if verb and _is_after_somebody(scene, beaten):
            lead = low[max(winner.group.stop, verb.start() - _BEFORE) : verb.start()]
            return Race(winner.group, beaten.group, not _NOT_YET.search(lead), bool(_SURELY.search(lead)))
    return None


def is_side(clubs: Group | None, side: Group) -> bool:
    """Are clubs one side of a race, by whatever name?"""
    return clubs is not None and [one.club for one in clubs.members] == [one.club for one in side.members]


def by_race(race: Race | None, event: Event, clubs: Group | None) -> Event:
    """What is told of a club by its part in a race: whom the others lost to has as good as got him."""
    is_won = race is not None and is_side(clubs, race.winner) and (race.won or race.sure)
    return "agreed" if is_won and event in _HOPED else event


def of_other(race: Race | None, claim: Claim, clubs: Group | None) -> Iterator[Claim]:
    """What a claim for one side of a race tells of the other: who wins or wants to, who is beaten by that."""
    if race is None or claim.event not in PURSUIT or claim.polarity == "denied":
        return
    decided = race.won or race.sure
    if is_side(clubs, race.winner):
        lost: Modality = "possible" if race.sure and not race.won else "actual"
        yield from _for_each(race.beaten, claim, "off" if decided else "interest", lost)
    elif is_side(clubs, race.beaten) and claim.event == "off" and not race.won:
        yield from _for_each(race.winner, claim, "agreed" if decided else "interest", "actual")


def _for_each(clubs: Group, claim: Claim, event: Event, modality: Modality) -> Iterator[Claim]:
    for member in clubs.members:
        name = member.club.name if member.club else None
        held = None if claim.club_from == name else claim.club_from
        yield replace(
            claim, event=event, rule="misses-out" if event == "off" else "race-for", club_to=name, club_from=held,
            modality=modality, condition=None, fee=None, deal=None,
        )  # fmt: skip


def _is_after_somebody(scene: Scene, beaten: Actor) -> bool:
    """Do the words behind the club that is beaten lead to somebody, as those of a match do not?"""
    stop = beaten.group.stop
    first = next((one.group.start for one in scene.people if one.group.start > stop), stop)
    return _TO_HIM.fullmatch(scene.low, stop, first) is not None
