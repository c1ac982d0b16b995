"""The squad of a club, as far as what was said tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mooted.model.saga import Saga
from mooted.model.wire import Json


@dataclass(frozen=True, slots=True)
class Member:
    """A player of the club. ``joined`` tells that he came in this window; ``last`` when he was spoken of last."""

    person: str
    player: str
    last: datetime
    joined: bool = False

    def to_json(self) -> Json:
        """The member as plain JSON values."""
        return {"player": self.player, "person": self.person, "last": self.last.isoformat(), "joined": self.joined}


def squad_of(sagas: Sequence[Saga], club: str) -> tuple[Member, ...]:
    """Those whom the club holds and who are not gone, and those who have come."""
    found = [_member(saga, club) for saga in sagas]
    return tuple(sorted((member for member in found if member), key=lambda member: member.player))


def _member(saga: Saga, club: str) -> Member | None:
    if all(step.entry.claim.event == "staff_move" for step in saga.steps):
        return None
    went_to = next((suitor.club for suitor in saga.suitors if suitor.state == "done"), None)
    if went_to == club or (saga.holder == club and went_to is None):
        return Member(saga.person, saga.player, saga.steps[-1].entry.said_at, went_to == club)
    return None
