"""Transfer windows: when players may be registered, league by league."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from mooted.model.days import day_of, years_on

Season = Literal["summer", "winter"]
GRACE = 3  # days after the close in which what was done in time is still announced
DEFAULT = "england"


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A window of a country's leagues: both days included. ``verified`` with its source, or from memory.

    ``league`` is the id of the one league that it is for, empty where the country's leagues share it.
    """

    opens: date
    closes: date
    country: str
    season: Season
    verified: bool = False
    source: str = ""
    league: str = ""

    @property
    def id(self) -> str:
        """The window's name across countries, as in "2021-summer"; by the year in which it closes."""
        return f"{self.closes.year}-{self.season}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The windows of all countries, by their closing day. A country without its own follows ``DEFAULT``."""

    windows: tuple[Window, ...] = ()
    _found: dict[tuple[str | None, str], tuple[Window, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _days: dict[tuple[date, str | None, str], Window] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def of(self, country: str | None, league: str = "") -> tuple[Window, ...]:
        """The windows of a country, the earliest first; a league's own stand in for those of its country."""
        asked = (country, league)
        if asked not in self._found:  # asked for every claim
            self._found[asked] = self._of(country, league)
        return self._found[asked]

    def _of(self, country: str | None, league: str) -> tuple[Window, ...]:
        own = tuple(window for window in self.windows if window.country == (country or DEFAULT).lower())
        if country and not own:
            return self.of(None)
        special = {window.id for window in own if league and window.league == league}
        return tuple(window for window in own if window.league == (league if window.id in special else ""))

    def named(self, window: str, country: str | None = None, league: str = "") -> Window | None:
        """The window of a name ("2021-summer") in a country; null where the calendar has none."""
        return next((own for own in self.of(country, league) if own.id == window), None)

    def next_for(self, country: str, day: date) -> Window | None:
        """The window that is open on a day or the next to open; after the last that is known, as a year before."""
        own = self.of(country)
        known = next((window for window in own if window.closes >= day), None)
        return known or min((_again(window, day) for window in own[-2:]), key=lambda one: one.closes, default=None)

    def window_for(self, moment: date | datetime, country: str | None = None, league: str = "") -> Window:
        """The window that talk on this day is about: the one open, just closed, or the next to close."""
        asked = day_of(moment), country, league
        if asked not in self._days:  # asked for every claim
            self._days[asked] = self._window_for(*asked)
        return self._days[asked]

    def _window_for(self, day: date, country: str | None, league: str) -> Window:
        for window in self.of(country, league):
            if day <= window.closes + timedelta(days=GRACE):
                return window if window.closes - day < timedelta(days=366) else _usual(day)
        return _usual(day)


def _again(window: Window, day: date) -> Window:
    """The window as it falls if it is as before, in the first year in which it closes on a day or after it."""
    years = day.year - window.closes.year
    years += years_on(window.closes, years) < day
    return replace(
        window, opens=years_on(window.opens, years), closes=years_on(window.closes, years), verified=False,
        source="as the year before",
    )  # fmt: skip


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
