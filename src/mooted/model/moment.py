"""A time as a text tells it: a day, month, window or year, and how finely it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["hour", "day", "week", "month", "window", "season", "year"]


@dataclass(frozen=True, slots=True)
class Moment:
    """From ``start`` to ``stop`` (both days included), known to ``precision``; ``words`` as written."""

    start: date
    stop: date
    precision: Precision
    words: str
