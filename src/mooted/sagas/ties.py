"""Conditions that tie sagas: an exit that waits for a replacement, a purchase that waits for a sale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from mooted.language.fold import fold, key
from mooted.model.claim import PURSUIT, Claim
from mooted.model.entry import Entry
from mooted.model.saga import Saga, Step, Tie
from mooted.sagas.profile import line_of

_ARRIVAL = re.compile(
    r"\b(?:replac(?:e|es|ed|ing|ements?)|successors?|alternatives?|reinforcements?|cover|arriv(?:e|es|al|als)"
    r"|bring(?:s|ing)? in|find(?:s|ing)?|land(?:s|ing)?|sign(?:s|ed|ing|ings)?|buy(?:s|ing)?)\b"
)
_DEPARTURE = re.compile(
    r"\b(?:s(?:ell|ells|elling|ale|ales|old)|offload(?:s|ed|ing)?|leav(?:e|es|ing)|left|depart(?:s|ed|ure|ures)?"
    r"|exits?|mov(?:es|ed) on|goes|rais(?:e|es|ing) (?:money|funds|cash)|mak(?:e|es|ing) room|trim(?:s|med)?)\b"
)
_POSITION = re.compile(
    r"\b(goal ?keeper|cent(?:re|er)[- ](?:back|half|forward)|(?:left|right|full|wing)[- ]back|defender|midfielder"
    r"|winger|striker|forward)s?\b"
)
WITHIN = timedelta(days=45)  # before and after a condition, in which a search is the one it waits for


def ties(steps: Iterable[Step]) -> tuple[Tie, ...]:
    """The conditions of a saga that another saga must fulfil, each once, in the order in which they were said."""
    found: dict[tuple[str | None, str], Tie] = {}
    for step in steps:
        tie = _tie(step.entry)
        if tie is not None:
            found.setdefault((tie.club, tie.condition), tie)
    return tuple(found.values())


def linked(saga: Saga, market: Iterable[Entry], positions: Mapping[str, tuple[str, ...]]) -> tuple[Tie, ...]:
    """The ties of a saga, and for each what it waits for: the searches and pursuits of that club for his place.

    ``market`` are entries of any sagas, of which those count that were said about the time of the condition;
    ``positions`` are the positions of people by id.
    """
    others = sorted((entry for entry in market if entry.person != saga.person), key=lambda entry: entry.order)
    said = {step.entry.id: step.entry for step in saga.steps}
    found: dict[tuple[str, str | None, str | None], Tie] = {}
    for tie in saga.ties:
        found[tie.condition, tie.club, None] = tie
        for candidate in _waited_for(tie, said[tie.entry], others, positions):
            found.setdefault((tie.condition, candidate.person, candidate.position), candidate)
    return tuple(found.values())


def _tie(entry: Entry) -> Tie | None:
    claim = entry.claim
    if not claim.condition:
        return None
    words = fold(claim.condition).casefold()
    club = None if _of_himself(claim, words) else _waiting(claim, words)
    if club is None or claim.polarity == "denied":
        return None
    position = _POSITION.search(words)
    return Tie(
        claim.condition, entry.id, club, position[1].replace(" ", "-") if position else None,
        words=claim.evidence.words,
    )  # fmt: skip


def _of_himself(claim: Claim, words: str) -> bool:
    """Is the condition about the player himself, and so no other saga ("if he leaves", "if they sign Kane")?"""
    named = key(claim.player or "").split()[-1:]
    return "replac" not in words and ("he" in words.split() or bool(named and named[0] in _words(words)))


def _waiting(claim: Claim, words: str) -> str | None:
    """The club that must act first: his own where it needs another man, his suitor where it must sell one or would
    take another instead."""
    leaving = claim.event in ("for_sale", "not_for_sale", "wants_out")
    if claim.event == "off" and _ARRIVAL.search(words) and "replac" not in words:
        return claim.club_to
    if _ARRIVAL.search(words) and (leaving or claim.club_to is None):
        return claim.club_from
    if _DEPARTURE.search(words) and claim.event in PURSUIT:
        return claim.club_to
    return claim.club_from if _ARRIVAL.search(words) and "replac" in words else None


def _waited_for(
    tie: Tie, condition: Entry, others: Iterable[Entry], positions: Mapping[str, tuple[str, ...]]
) -> Iterator[Tie]:
    """Whom the condition names and the club pursues; else what it is said to look for in that place, or whom."""
    told = [entry for entry in others if _at_the_time(entry, tie, condition)]
    named = [entry for entry in told if _pursued(entry) and _is_named(entry, tie.condition)]
    for entry in named:
        yield _to(tie, entry, None)
    if named:
        return
    sought = (
        {line_of(tie.position)} if tie.position else {line_of(one) for one in positions.get(condition.person or "", ())}
    )
    for entry in told:
        claim = entry.claim
        if claim.event == "needs" and claim.position and line_of(claim.position) in sought:
            yield _to(tie, entry, claim.position)
        elif _pursued(entry):
            places = [one for one in positions.get(entry.person or "", ()) if line_of(one) in sought]
            if places:
                yield _to(tie, entry, places[0])


def _to(tie: Tie, entry: Entry, position: str | None) -> Tie:
    """The tie to what an entry says of another."""
    claim = entry.claim
    return replace(
        tie,
        entry=entry.id,
        position=position,
        person=entry.person or None,
        player=claim.player or None,
        words=claim.evidence.words,
    )


def _pursued(entry: Entry) -> bool:
    return bool(entry.person) and entry.claim.event in PURSUIT and entry.claim.event != "off"


def _is_named(entry: Entry, condition: str) -> bool:
    return set(key(entry.claim.player or "").split()[-1:]) <= _words(condition)


def _words(text: str) -> set[str]:
    """The words of a text, without the marks between them."""
    return set(re.findall(r"\w+", key(text)))


def _at_the_time(entry: Entry, tie: Tie, condition: Entry) -> bool:
    """Is something said to be so of the club of a tie, about when the condition was told?"""
    claim = entry.claim
    return (
        claim.club_to == tie.club and claim.polarity == "affirmed" and abs(entry.said_at - condition.said_at) <= WITHIN
    )
