"""Of which period the words of a sentence speak: an earlier window, the one that is open or closed last, one to come.

"In January" is history in a text of August and news in one of February. So months and seasons are signs by where they
lie from the day of publication; without one they are signs by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from mooted.claims.cues import CUES
from mooted.language.automaton import Hit, Phrases

_YEAR = re.compile(r"\b(?:19[89]\d|20[0-4]\d)\b")
_MONTHS = (
    ("january", "jan"), ("february", "feb"), ("in march", "of march", "since march"), ("april",),
    ("in may", "of may", "since may", "until may"), ("june",), ("july",), ("august", "aug"), ("september", "sept"),
    ("october",), ("november",), ("december",),
)  # fmt: skip
_SUMMER = 6  # the month from which moves are of the summer's window; before, of the winter's
_OF_TIME = frozenset(("last", "this", "next", "recent", "ago"))
_REACH = 80  # characters between a phrase and the time that may be its own
_MARKS = (",", ";", " - ", " but ", " while ", " who ")
_APART = 25  # characters for which one of these counts


class Timed(NamedTuple):
    """Words that tell a time, and of which period."""

    start: int
    stop: int
    period: str


def _phrases() -> Phrases[tuple[str, ...]]:
    meant: dict[str, list[str]] = {}
    for name, words in CUES["sentence"].items():
        for phrase in words:
            meant.setdefault(phrase, []).append(name)
    for number, names in enumerate(_MONTHS, 1):
        meant |= {name: [f"month{number}"] for name in names}
    meant |= {"summer": ["summer"], "winter": ["winter"]}
    return Phrases({phrase: tuple(names) for phrase, names in meant.items()})


_PHRASES = _phrases()
_MONTH = {f"month{number}": number for number in range(1, 13)}
_SEASON = {"summer": (_SUMMER, 8), "winter": (1, 2)}


def time_phrases(low: str) -> list[Hit[tuple[str, ...]]]:
    """The words of a text that tell a time or a subject, each with what it tells."""
    return _PHRASES.find(low)


class Calendar(NamedTuple):
    """The day from which times are told; null where it is not known."""

    published: date | None

    def times(
        self, told: Sequence[Hit[tuple[str, ...]]], low: str, start: int, stop: int
    ) -> tuple[tuple[str, ...], list[Timed]]:
        """What kinds of time and subject a sentence speaks of, in order of their names, and where it tells a time."""
        names = {name for hit in told for name in hit.value if name not in _MONTH and name not in _SEASON}
        timed = [*self._of_phrases(told), *self._of_years(low, start, stop)]
        return tuple(sorted(names.union(one.period for one in timed))), timed

    def _of_phrases(self, told: Iterable[Hit[tuple[str, ...]]]) -> Iterable[Timed]:
        for start, stop, names in told:
            for name in names:
                if name in _OF_TIME:
                    yield Timed(start, stop, name)
                elif name in _MONTH:
                    yield Timed(start, stop, self._of_month(_MONTH[name]))
                elif name in _SEASON:
                    yield Timed(start, stop, self._of_season(name))

    def _of_years(self, low: str, start: int, stop: int) -> Iterable[Timed]:
        if low.find("20", start, stop) < 0 and low.find("19", start, stop) < 0:
            return
        for match in _YEAR.finditer(low, start, stop):
            yield Timed(match.start(), match.end(), self._of_year(int(match.group())))

    def _of_year(self, year: int) -> str:
        now = self.published.year if self.published else None
        return "oldyear" if now is None or year < now else "newyear" if year > now else "sameyear"

    def _of_month(self, month: int) -> str:
        """A month without a year: this one, one that is over in this window or an earlier one, or one to come."""
        if self.published is None:
            return "month"
        now = self.published.month
        if month == now:
            return "thismonth"
        if month > now:
            return "latermonth"
        return "oldmonth" if month < _SUMMER <= now else "earliermonth"

    def _of_season(self, name: str) -> str:
        """A summer or winter: to come, there, or over."""
        if self.published is None:
            return name
        first, last = _SEASON[name]
        now = self.published.month
        return f"{name}{'ahead' if now < first else 'gone' if now > last else 'now'}"


def nearest(timed: Sequence[Timed], low: str, start: int, stop: int) -> str:
    """The period told nearest to a phrase of the sentence; what stands beyond a mark is farther. "-" for none."""
    best, period = _REACH, "-"
    for one in timed:
        low_end, high_end = (stop, one.start) if one.start >= stop else (one.stop, start)
        far = high_end - low_end
        if far < best:
            far += _APART * sum(low.count(mark, low_end, high_end) for mark in _MARKS) if far > 0 else 0
            if far < best:
                best, period = far, one.period
    return period
