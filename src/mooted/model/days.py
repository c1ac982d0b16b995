"""Days by themselves: that of a moment, and the same one of another year."""

from __future__ import annotations

from datetime import date, datetime


def day_of(at: date) -> date:
    """The day of a moment; a day is its own."""
    return at.date() if isinstance(at, datetime) else at


def years_on(day: date, years: int) -> date:
    """The same day so many years on, or back where ``years`` is below nought; the 28th for a 29th of February."""
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)
