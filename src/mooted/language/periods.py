"""Days, weeks, months, seasons and windows of the calendar, as stretches of days. Seasons run from July to June."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

from mooted.model.moment import Precision

EARLIEST: Final = 1900
LATEST: Final = 2100
SEASON_STARTS: Final = 7
WEEK: Final = timedelta(days=7)
YEAR: Final = timedelta(days=365)


class Stretch(NamedTuple):
    """From ``start`` to ``stop`` (both days included), known to ``precision``."""

    start: date
    stop: date
    precision: Precision


def day(at: date) -> Stretch:
    """One day."""
    return Stretch(at, at, "day")


def calendar_day(year: int, month: int, number: int) -> Stretch | None:
    """A day by its numbers; null where there is no such day."""
    if not 1 <= number <= monthrange(year, month)[1]:
        return None
    return day(date(year, month, number))


def week(at: date) -> Stretch:
    """The week of ``at``, from Monday to Sunday."""
    monday = at - timedelta(days=at.weekday())
    return Stretch(monday, monday + timedelta(days=6), "week")


def weekend(at: date) -> Stretch:
    """The Saturday and Sunday of the week of ``at``."""
    sunday = week(at).stop
    return Stretch(sunday - timedelta(days=1), sunday, "day")


def month(year: int, number: int) -> Stretch:
    """A month; ``number`` may lie outside 1 to 12 and then counts on into the years around."""
    year, index = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Stretch(date(year, index, 1), date(year, index, monthrange(year, index)[1]), "month")


def year(number: int) -> Stretch:
    """A calendar year."""
    return Stretch(date(number, 1, 1), date(number, 12, 31), "year")


def season(first: int) -> Stretch:
    """The season that begins in July of ``first``."""
    return Stretch(date(first, SEASON_STARTS, 1), date(first + 1, SEASON_STARTS - 1, 30), "season")


def season_of(at: date) -> int:
    """The year in which the season of ``at`` began."""
    return at.year if at.month >= SEASON_STARTS else at.year - 1


def end(stretch: Stretch) -> Stretch:
    """The last day of a stretch, which "the end of" it means; no finer than a month for a season."""
    return Stretch(stretch.stop, stretch.stop, "month" if stretch.precision == "season" else stretch.precision)


def summer(number: int) -> Stretch:
    """The summer window of a year, by the usual days."""
    return Stretch(date(number, 6, 1), date(number, 9, 1), "window")


def winter(number: int) -> Stretch:
    """The January window of a year, with the days by which it often runs on."""
    return Stretch(date(number, 1, 1), date(number, 2, 3), "window")


def deadline(at: Stretch) -> Stretch:
    """The last days of a window: the very day differs from year to year and land to land."""
    return Stretch(at.stop - timedelta(days=3), at.stop, "month")


def windows(around: date) -> list[Stretch]:
    """The windows of the years around a day, in order."""
    years = (around.year - 1, around.year, around.year + 1)
    return [window for number in years for window in (winter(number), summer(number))]


def deadlines(around: date, half: str = "") -> list[Stretch]:
    """The last days of the windows of the years around a day: of one half of the year, told by its season or by a
    month, or of both."""
    found = list(map(deadline, windows(around)))
    return found[half not in ("winter", "january", "february") :: 2] if half else found


def nearest(stretches: list[Stretch], at: date) -> Stretch:
    """The stretch that holds ``at`` or lies closest to it."""
    return min(stretches, key=lambda one: max((one.start - at).days, (at - one.stop).days, 0))


def choose(stretches: list[Stretch], at: date, ahead: bool | None) -> Stretch:
    """The one that holds ``at``, else the next where ``ahead``, the latest where not, the nearest where unknown."""
    if ahead is None:
        return nearest(stretches, at)
    if ahead:
        return min((one for one in stretches if one.stop >= at), key=lambda one: one.start, default=stretches[-1])
    return max((one for one in stretches if one.start <= at), key=lambda one: one.stop, default=stretches[0])


def back(at: date, count: int, unit: str) -> Stretch:
    """``count`` units before ``at``, as finely as the unit tells."""
    match unit:
        case "hour":
            moment = at - timedelta(hours=count)
            return Stretch(moment, moment, "hour")
        case "day":
            return day(at - timedelta(days=count))
        case "week":
            return week(at - count * WEEK)
        case "month":
            return month(at.year, at.month - count)
        case _:
            middle = at - timedelta(days=round(count * 365.25))
            return Stretch(middle - YEAR / 2, middle + YEAR / 2, "year")
