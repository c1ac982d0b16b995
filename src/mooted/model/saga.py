"""A saga: one player's story in one window, folded from the claims in the order in which they were said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from mooted.model.claim import Deal, Event, Side
from mooted.model.entry import Derivation, Entry
from mooted.model.money import Fee

State = Literal["live", "cooled", "off", "done", "dormant", "denied"]
"""Of a pursuit: going on; lower than it was; ended without a move; done; not renewed by the end of its window;
only ever denied."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind a claim: the person or outlet that said it, or else the outlet that printed it.

    ``family`` is what counts as one voice. ``unnamed`` where the text names no one but "reports in Italy".
    """

    name: str
    family: str
    kind: Literal["outlet", "journalist", "club", "person", "unnamed"]


@dataclass(frozen=True, slots=True)
class Step:
    """One claim in a timeline: who stands behind it, and whether it is new.

    ``origin`` is the id of the entry that it only repeats, null where it is its own; ``how`` it derives from that,
    and ``delay`` by how many seconds. ``new`` tells that it changed what was known: a new suitor, a further stage,
    new terms, a denial, a stance. ``independent`` counts the voices that had said it up to here, copies left out.
    """

    entry: Entry
    voice: Voice
    new: bool
    independent: int = 1
    origin: str | None = None
    how: Derivation | None = None
    delay: int | None = None


@dataclass(frozen=True, slots=True)
class Suitor:
    """One club's pursuit of the player: a branch of the saga.

    ``club`` is null for unnamed clubs. ``furthest`` is the highest rung that is affirmed and actual, else the
    highest that is possible (``firm`` tells which); ``last`` the newest step. ``voices`` counts independent ones.
    """

    club: str | None
    first: datetime
    furthest: Event
    furthest_date: datetime
    firm: bool
    last: datetime
    state: State
    deal: Deal | None = None
    fee: Fee | None = None
    voices: int = 0
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """What one party is for or against, since when, on what condition; ``ended`` when it said otherwise."""

    side: Side
    who: str | None
    event: Event
    affirmed: bool
    club: str | None
    deal: Deal | None
    condition: str | None
    since: datetime
    last: datetime
    steps: tuple[Step, ...] = ()
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One side of a contradiction: what is said, and by whom."""

    words: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One question to which sources give answers that cannot both be so at the same time."""

    question: str
    sides: tuple[Answer, ...]
    since: datetime


@dataclass(frozen=True, slots=True)
class Tie:
    """A condition that ties this saga to another: his exit to a replacement found, a purchase to a sale.

    ``person`` is whom the club that must act pursues, ``player`` his name.
    """

    condition: str
    entry: str
    club: str | None
    position: str | None = None
    person: str | None = None
    player: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a saga ended: moved to ``club`` on ``day`` (at the latest, where that is not ``exact``), or stayed."""

    kind: Literal["moved", "stayed", "extended"]
    day: date
    club: str | None = None
    deal: Deal | None = None
    fee: Fee | None = None
    source: str = ""
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Saga:
    """A player's story in one window. ``steps`` is the whole timeline; suitors are its branches, furthest first."""

    person: str
    player: str
    window: str
    holder: str | None
    steps: tuple[Step, ...]
    suitors: tuple[Suitor, ...] = ()
    stances: tuple[Stance, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    contract: tuple[Step, ...] = ()
    past_moves: tuple[Step, ...] = ()
    ties: tuple[Tie, ...] = ()
    outcome: Outcome | None = None

    @property
    def id(self) -> str:
        """The person and the window, as in "radu-dragusin/2026-winter"."""
        return f"{self.person}/{self.window}"
