"""What the conditions of a saga wait for: the searches and pursuits of the clubs that must act first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from mooted.model.entry import Entry
from mooted.model.saga import Saga
from mooted.sagas.ties import WITHIN, linked

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_MOST = 300  # claims about a club that are looked at, the newest


def tied(ledger: Ledger, saga: Saga, until: datetime) -> Saga:
    """The saga with its ties linked to what was said of other players by then."""
    if not saga.ties:
        return saga
    market = _market(ledger, saga, until)
    return replace(saga, ties=linked(saga, market, _positions(ledger, market, saga.person)))


def _market(ledger: Ledger, saga: Saga, until: datetime) -> list[Entry]:
    """What was said about the time of the conditions of the clubs that they wait for."""
    told = {step.entry.id: step.entry.said_at for step in saga.steps}
    moments: dict[str, list[datetime]] = {}
    for tie in saga.ties:
        if tie.club:
            moments.setdefault(tie.club, []).append(told[tie.entry])
    return [
        entry
        for club, said in moments.items()
        for entry in ledger.entries(
            club=club, since=min(said) - WITHIN, until=max(said) + WITHIN, as_of=until, newest_first=True, limit=_MOST
        )
    ]


def _positions(ledger: Ledger, market: Iterable[Entry], person: str) -> Mapping[str, tuple[str, ...]]:
    people = {person, *(entry.person for entry in market if entry.person)}
    return {one: identity.positions for one, identity in ledger.identities(people).items()}
