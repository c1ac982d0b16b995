"""What mooted thinks of sources and of moves: track records and forecasts, each with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mooted.model.entry import Reason


@dataclass(frozen=True, slots=True)
class Interval:
    """A share with the interval that holds 90 % of its posterior, all between 0 and 1."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How often one voice was right about one kind of claim, up to a day.

    ``resolved`` counts claims whose question is settled, ``right`` those that came true; ``rate`` is shrunk toward
    outlet, family and field. ``first`` of ``reports`` were first, ``repeats`` only repeated.
    """

    voice: str
    kind: str
    event: str | None
    resolved: int
    right: int
    rate: Interval
    reports: int
    first: int
    repeats: int
    lead_hours: float | None
    likelihood_ratio: Interval | None
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Chance:
    """One way a saga may end: at ``club``, or null for "stays"."""

    club: str | None
    probability: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """Chances that sum to one, for one player and window, as of a moment; ``enough`` tells whether there was
    something to go on, ``method`` and ``n`` what the figures rest on."""

    person: str
    window: str
    as_of: datetime
    chances: tuple[Chance, ...]
    enough: bool
    method: str
    n: int

    def __post_init__(self) -> None:
        total = sum(chance.probability for chance in self.chances)
        if abs(total - 1) > 1e-6:
            raise ValueError(f"chances of {self.person} sum to {total}, not to one")
        if not all(chance.reasons for chance in self.chances):
            raise ValueError(f"a forecast without reasons for {self.person}")
