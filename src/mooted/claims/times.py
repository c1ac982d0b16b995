"""When it happens, or happened: the time that a text tells of a claim, resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from mooted.language.dates import Dated, find_moments
from mooted.model.claim import Event
from mooted.model.moment import Moment

_CONTRACT_END = re.compile(
    r"\b(?:until|till|through|expir\w+|runs? out|out of contract|ends?|up to|to)"
    r"(?: (?:in|on|at|the|end|of|summer))* ?$",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[;:()]|, (?:but|while|with|who|which|although|after|having|as|and|since|following)\b| (?:but|while"
    r"|after|since|although|before) "
)
_BORN = re.compile(r"-year-old|\bborn\b|\bclass of\b", re.IGNORECASE)
_PAST: frozenset[Event] = frozenset(("past_move",))
FAR = 110


def said_at(
    event: Event, text: str, sentence: tuple[int, int], claim: tuple[int, int], published: date | None
) -> Moment | None:
    """The time of a claim that stands at ``claim`` in a sentence; where none is told, the day of publication.

    History without a time has none.
    """
    told = moment_of(event, _told_in(text[sentence[0] : sentence[1]], published), text, sentence, claim)
    if told or published is None or event in _PAST:
        return told
    day = published.date() if isinstance(published, datetime) else published
    return Moment(day, day, "day", "")


@lru_cache(maxsize=64)
def _told_in(words: str, published: date | None) -> tuple[Dated, ...]:
    """The times of a sentence, remembered while its claims are read."""
    return tuple(find_moments(words, published))


def moment_of(
    event: Event, dated: Sequence[Dated], text: str, sentence: tuple[int, int], claim: tuple[int, int]
) -> Moment | None:
    """Of the times of a sentence the one nearest to the claim; the end of a contract is the time of no move."""
    best: tuple[float, Moment] | None = None
    for one in dated:
        start, stop = sentence[0] + one.span.start, sentence[0] + one.span.stop
        if not _suits(event, text, start, stop, sentence[0]):
            continue
        cost = _distance(text, start, stop, claim)
        if cost < FAR and (best is None or cost < best[0]):
            best = (cost, one.moment)
    return best[1] if best else None


def _suits(event: Event, text: str, start: int, stop: int, floor: int) -> bool:
    """Can a time be that of the claim? Not the end of a contract, unless the claim is about that, nor a birth."""
    ends = (
        _CONTRACT_END.search(text, max(floor, start - 40), start) is not None
        or text[start : start + 5].lower() == "until"
    )
    if ends != (event == "contract_ending") and ends:
        return False
    return not _BORN.match(text, stop) and not _BORN.search(text, max(floor, start - 10), start)


def _distance(text: str, start: int, stop: int, claim: tuple[int, int]) -> float:
    """How far a time stands from a claim; what lies in another clause is farther."""
    if start < claim[1] and stop > claim[0]:
        return 0.0
    low, high = (claim[1], start) if start >= claim[1] else (stop, claim[0])
    return high - low + 45.0 * sum(1 for _ in _BREAK.finditer(text, low, high))
