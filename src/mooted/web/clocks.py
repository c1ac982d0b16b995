"""The clocks of the windows: how long each league can still register players."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from mooted.entities.calendar import load_calendar
from mooted.model.window import Calendar, Window

_LED = ("england", "spain", "italy", "germany", "france")
"""The countries whose windows most news is about come first."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A country's window on a day: open, or the next to open."""

    country: str
    opens: date
    closes: date
    verified: bool
    words: str
    open: bool


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The windows of all countries."""
    return load_calendar()


def clocks(day: date, most: int | None = None, now: datetime | None = None) -> tuple[Clock, ...]:
    """The clock of every country on a day, the five great leagues first, then by what closes soonest.

    With ``now`` (in UTC), the last day counts its hours.
    """
    found = sorted(_clocks(day, now), key=_order)
    return tuple(found[:most])


def _order(clock: Clock) -> tuple[object, ...]:
    name = clock.country.lower()
    return (_LED.index(name) if name in _LED else len(_LED), not clock.open, clock.closes, name)


def _clocks(day: date, now: datetime | None) -> Iterator[Clock]:
    for country in sorted({window.country for window in calendar().windows}):
        window = calendar().next_for(country, day)
        if window:
            words = _words(window, day, now)
            yield Clock(_title(country), window.opens, window.closes, window.verified, words, window.opens <= day)


def _title(country: str) -> str:
    return country.replace("-", " ").title()


def _words(window: Window, day: date, now: datetime | None) -> str:
    if window.opens > day:
        return f"opens in {_days(window.opens - day)}"
    left = window.closes - day
    if left.days:
        return f"{_days(left)} left"
    return f"closes today, {_hours(now)} left" if now else "closes today"


def _hours(now: datetime) -> str:
    """Until the end of the day in UTC; a league may close earlier in its evening."""
    left = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo) - now
    return f"{left.seconds // 3600} h {left.seconds // 60 % 60:02} min"


def _days(span: timedelta) -> str:
    return f"{span.days} day{'s' if span.days != 1 else ''}"
