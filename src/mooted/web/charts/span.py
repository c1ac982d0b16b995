"""A stretch of time across a chart: where a moment stands, and which days get a mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_STEPS = (1, 2, 7, 14)  # days between marks; then months
_MOST_MARKS = 7


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``start`` to ``stop``; moments become shares of the width between ``left`` and ``right``."""

    start: datetime
    stop: datetime
    left: float = 0.015
    right: float = 0.985

    def __post_init__(self) -> None:
        if self.stop < self.start:
            raise ValueError(f"a stretch that ends before it begins: {self.start} to {self.stop}")

    def at(self, moment: datetime) -> float:
        """Where a moment stands, as a share of the width; outside of the stretch, its nearer end."""
        whole = (self.stop - self.start).total_seconds()
        share = (moment - self.start).total_seconds() / whole if whole else 0.5
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    def marks(self) -> Iterator[tuple[datetime, str]]:
        """At most seven moments to mark, each with its words."""
        days = max(1, (self.stop - self.start).days)
        step = next((step for step in _STEPS if days / step <= _MOST_MARKS), None)
        if step is None:
            yield from self._months(days)
            return
        day = self.start.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        while day <= self.stop:
            yield day, f"{day.day} {day:%b}"
            day += timedelta(days=step)

    def _months(self, days: int) -> Iterator[tuple[datetime, str]]:
        step = -(-days // (30 * _MOST_MARKS))
        at = self.start.year * 12 + self.start.month  # months since year 0, counted from the month after the start
        while (first := date(at // 12, at % 12 + 1, 1)) <= self.stop.date():
            words = f"{first:%b %Y}" if first.month == 1 or step > 2 else f"{first:%b}"
            yield datetime(first.year, first.month, 1, tzinfo=self.start.tzinfo), words
            at += step
