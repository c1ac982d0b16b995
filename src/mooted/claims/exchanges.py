"""Who goes the other way in an exchange: "Lens sign Varga from Genk, with Brandt moving in the opposite direction".

He gets to the club that the other one leaves, whatever the words that stand nearer to him.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mooted.claims.actors import Actor
from mooted.claims.groups import Group
from mooted.claims.lexicon import Phrase
from mooted.claims.scenes import Scene
from mooted.language.automaton import Hit
from mooted.language.gates import has_any
from mooted.model.claim import MOVES, Claim
from mooted.model.entity import Person
from mooted.model.mention import Mention, Sentence

_BACK = re.compile(  # from a name to the words that he goes the other way
    r"[^.;:\n]{0,40}?\b(?:mov|go|going|head|travel|switch|pass|making|join|on (?:his|the) way)\w*"
    r"[^.;:,\n]{0,20}? (?:in )?the (?:other way|opposite (?:way|direction))\b"
)
_HINTS = ("the other way", "the opposite ")


class _Exchange(NamedTuple):
    """Who goes there, who comes back, and where the words that tell it end."""

    there: Mention
    back: Mention
    stop: int


def is_left_by(scene: Scene, people: Group, club: Actor) -> bool:
    """Is it the club to which others go, where people go the other way? It is named before both."""
    if len(scene.people) < 2 or not scene.clubs or club is not scene.clubs[0]:
        return False
    return any(exchange.back == people.head for exchange in _exchanges(scene))


def of_exchanged(scene: Scene, trigger: Hit[Phrase], claim: Claim, people: Sequence[Person]) -> Iterator[Claim]:
    """What a move tells, by a phrase before him, of who goes the other way by the same sentence or the next."""
    if claim.event not in MOVES or claim.club_to is None or claim.club_from is None or claim.polarity == "denied":
        return
    for there, back, stop in _exchanges(scene):
        if trigger.start < back.start and people[there.person or 0].name == claim.player:
            yield replace(
                claim, player=people[back.person or 0].name, club_to=claim.club_from, club_from=claim.club_to, fee=None,
                deal="swap" if claim.deal == "swap" else None, evidence=scene.section.quote(back.start, stop),
            )  # fmt: skip


@lru_cache(maxsize=1)  # each phrase of a sentence asks
def _exchanges(scene: Scene) -> list[_Exchange]:
    """Those of a sentence, or that of one with somebody and the next with somebody else and no club."""
    at = scene.passage.number
    own, *after = scene.section.sentences[at : at + 2]
    named, end = _people(own), own.stop
    if len(named) == 1 and after and not any(mention.kind == "club" for mention in after[0].mentions):
        named, end = [*named, *_people(after[0])], after[0].stop
    if len(named) < 2 or not has_any(scene.low[named[0].start : end], _HINTS):
        return []
    ends = (*(one.start for one in named[2:]), end)
    found = (
        (there, back, _BACK.match(scene.low, back.stop, stop))
        for (there, back), stop in zip(pairwise(named), ends, strict=True)
    )
    return [_Exchange(there, back, words.end()) for there, back, words in found if words]


def _people(sentence: Sentence) -> list[Mention]:
    return [one for one in sentence.mentions if one.kind == "person" and one.person is not None]
