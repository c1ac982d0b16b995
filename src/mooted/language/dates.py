"""Times in English text, resolved against the day of publication: "29 January", "on Sunday", "last summer".

Each word that can carry a time ("January", "Sunday", "summer", "2028", "ago") is found by one automaton, and the
patterns for it read a bounded stretch around it, so that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from mooted.language import periods
from mooted.language.automaton import Hit, Phrases
from mooted.language.date_rules import HEADS, Reading, Rule
from mooted.language.surrogates import whole
from mooted.model.days import day_of
from mooted.model.moment import Moment
from mooted.model.span import Span

BEFORE: Final = 32
AFTER: Final = 40
DAYS_IN_YEAR: Final = 365.25

_HEADS: Final = Phrases(HEADS)
_WORD_START = re.compile(r"(?<![^\W_])[^\W_]")


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that a text tells, and where it stands."""

    span: Span
    moment: Moment


def find_moments(text: str, published: date | None) -> list[Dated]:
    """The times that ``text`` tells, in order; relative ones only where ``published`` is known. Never raises."""
    try:
        return _find(text, _usable(published))
    except UnicodeEncodeError:
        return _find(whole(text), _usable(published))


def _find(text: str, day: date | None) -> list[Dated]:
    found: list[Dated] = []
    floor = 0
    for token in _HEADS.find(text):
        joined = text.startswith("-", token.stop) and not text[token.start].isdigit()  # "24-year-old"
        dated = _first(text, token, floor, day) if token.start >= floor and not joined else None
        if dated:
            found.append(dated)
            floor = dated.span.stop
    return found


def _usable(published: date | None) -> date | None:
    """The day of publication, unless it is absurd."""
    if published is None or not periods.EARLIEST <= published.year <= periods.LATEST:
        return None
    return day_of(published)


def _first(text: str, token: Hit[tuple[Rule, ...]], floor: int, day: date | None) -> Dated | None:
    """What the first rule that reads around ``token`` gives."""
    start, stop = max(floor, token.start - BEFORE), min(len(text), token.stop + AFTER)
    around = text[start:stop]
    starts = [word.start() for word in _WORD_START.finditer(text, start, token.start + 1)]
    for rule in token.value:
        match = _match(rule, text, starts, token.stop, stop) if rule.needs in around else None
        stretch = rule.read(Reading(match, text, day)) if match else None
        if match and stretch:
            return Dated(Span(match.start(), match.end()), Moment(*stretch, match.group()))
    return None


def _match(rule: Rule, text: str, starts: list[int], past: int, stop: int) -> re.Match[str] | None:
    """The match that begins with a word of ``starts``, the farthest first, and reaches ``past`` the token."""
    for start in starts:
        match = rule.pattern.now.match(text, start, stop)
        if match and match.end() >= past:
            return match
    return None
