"""Transfer windows: when players may be registered, league by league."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Season = Literal["summer", "winter"]
GRACE = 3  # days after the close in which what was done in time is still announced
DEFAULT = "england"


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A window of a country's leagues: both days included. ``verified`` with its source, or from memory."""

    opens: date
    closes: date
    country: str
    season: Season
    verified: bool = False
    source: str = ""

    @property
    def id(self) -> str:
        """The window's name across countries, as in "2021-summer"; by the year in which it closes."""
        return f"{self.closes.year}-{self.season}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The windows of all countries, by their closing day. A country without its own follows ``DEFAULT``."""

    windows: tuple[Window, ...] = ()

    def of(self, country: str | None) -> tuple[Window, ...]:
        """The windows of a country, the earliest first."""
        own = tuple(window for window in self.windows if window.country == (country or DEFAULT).lower())
        return own or tuple(window for window in self.windows if window.country == DEFAULT)

    def window_for(self, moment: date | datetime, country: str | None = None) -> Window:
        """The window that talk on this day is about: the one open, just closed, or the next to close."""
        day = moment.date() if isinstance(moment, datetime) else moment
        for window in self.of(country):
            if day <= window.closes + timedelta(days=GRACE):
                return window if window.closes - day < timedelta(days=366) else _usual(day)
        return _usual(day)


def _usual(day: date) -> Window:
    """The window as it usually falls, for years of which the calendar knows nothing."""
    for opens, closes, season in (
        (date(day.year, 1, 1), date(day.year, 1, 31), "winter"),
        (date(day.year, 7, 1), date(day.year, 8, 31), "summer"),
        (date(day.year + 1, 1, 1), date(day.year + 1, 1, 31), "winter"),
    ):
        if day <= closes + timedelta(days=GRACE):
            return Window(opens, closes, DEFAULT, season)  # type: ignore[arg-type]
    raise AssertionError("the last of the three lies ahead of every day of the year")
