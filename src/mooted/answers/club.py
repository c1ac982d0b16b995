"""A club in one window: who may come, who may go, contracts, needs, staff, and the squad as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mooted.answers.needs import Need
from mooted.answers.squad import Member

from mooted.answers.steprows import STEP_COLUMNS
from mooted.answers.table import Table
from mooted.model.saga import Stance, Step, Suitor


@dataclass(frozen=True, slots=True)
class Arrival:
    """A player whom the club pursues; ``rivals`` are the other clubs that do, furthest first."""

    person: str
    player: str
    holder: str | None
    suitor: Suitor
    rivals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Departure:
    """A player of the club whom others pursue, or about whose going something is said."""

    person: str
    player: str
    suitors: tuple[Suitor, ...]
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True)
class Club(Table):
    """All that was known of a club at ``as_of``, in the window that was talked of last."""

    COLUMNS: ClassVar = ("part", *STEP_COLUMNS)
    SHOWN: ClassVar = ("part", "day", "player", "words", "club_to", "club_from", "voice", "independent", "evidence")

    club: str
    window: str
    coming: tuple[Arrival, ...]
    going: tuple[Departure, ...]
    contracts: tuple[Step, ...]
    needs: tuple[Need, ...]
    staff: tuple[Step, ...]
    squad: tuple[Member, ...]
    as_of: datetime
    last: datetime
