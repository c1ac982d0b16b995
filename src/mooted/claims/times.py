"""When it happens, or happened: the time that a text tells of a claim, resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from mooted.language.dates import Dated, find_moments
from mooted.model.claim import Event
from mooted.model.days import day_of, years_on
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
_DONE: frozenset[Event] = frozenset(("signed", "past_move"))
_AHEAD = re.compile(r"\b(?:from|until|till|next|by)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|to join|arrives?|arriving|joins?|moves|comes|starts?|begins?|valid)\b|'ll\b")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$", re.IGNORECASE)  # of no year
_SUMMER = (5, 15)  # the month and day from which moves are of the summer's window; before, of the winter's
FAR = 110


def said_at(
    event: Event, text: str, sentence: tuple[int, int], claim: tuple[int, int], published: date | None
) -> Moment | None:
    """The time of a claim that stands at ``claim`` in a sentence; where none is told, the day of publication.

    History without a time has none.
    """
    told = moment_of(event, _told_in(text[sentence[0] : sentence[1]], published), text, sentence, claim)
    if published is None or (event in _PAST and not told):
        return told
    day = day_of(published)
    if told is None:
        return Moment(day, day, "day", "")
    ahead = event not in _DONE or told.start <= day or _TO_COME.search(text, *sentence) or _AHEAD.search(told.words)
    return told if ahead else _gone_by(told)


def is_history(told: Moment | None, published: date | None) -> bool:
    """Did a move of this time come in an earlier window than the one that is open when it is told, or closed last?"""
    if told is None or published is None or told.precision not in ("month", "window") or _AHEAD.search(told.words):
        return False
    day = day_of(published)
    return told.stop < _opened(day)


def is_news(told: Moment | None, published: date | None) -> bool:
    """Did a move of this time come in the window that is open when it is told, or closed last?"""
    if told is None or not told.words or published is None or told.precision != "month":
        return False
    day = day_of(published)
    return _opened(day) <= told.start <= day


def _opened(day: date) -> date:
    """When the window that is open on a day was opened, or the one that closed last."""
    return date(day.year, *_SUMMER) if (day.month, day.day) >= _SUMMER else date(day.year, 1, 1)


def _gone_by(told: Moment) -> Moment:
    """A weekday or month of what is done is the one before ("have signed him in January", "on Tuesday")."""
    if told.precision == "month" and _MONTH.search(told.words):
        return replace(told, start=years_on(told.start, -1), stop=years_on(told.stop, -1))
    if told.precision == "day" and _WEEKDAY.search(told.words):
        return replace(told, start=told.start - timedelta(7), stop=told.stop - timedelta(7))
    return told


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
