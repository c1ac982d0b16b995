"""Taking stock: how much the ledger holds, from whom, and whether it has grown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, func, select

from mooted.ledger import schema

_D = schema.documents.c


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each the ledger holds, and when the last document was seen."""

    documents: int
    claims: int
    people: int
    corrections: int
    last: datetime | None


@dataclass(frozen=True, slots=True)
class OutletCount:
    """How many documents an outlet printed, and when it last did."""

    name: str
    documents: int
    last: datetime


def counts(connection: Connection) -> Counts:
    """The stock as it is now; of documents and claims those that are current."""
    documents, last = connection.execute(
        select(func.count(), func.max(_D.seen_at)).where(_D.current_until.is_(None))
    ).one()
    return Counts(
        documents,
        _number_of(connection, schema.claims) - (connection.scalar(select(func.count()).where(schema.ASIDE)) or 0),
        _number_of(connection, schema.people),
        _number_of(connection, schema.corrections),
        last,
    )


def _number_of(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def outlets(connection: Connection, limit: int) -> list[OutletCount]:
    """The outlets that printed most."""
    many = func.count().label("many")
    query = (
        select(_D.outlet, many, func.max(_D.said_at))
        .where(_D.outlet.is_not(None), _D.current_until.is_(None))
        .group_by(_D.outlet)
        .order_by(many.desc(), _D.outlet)
        .limit(limit)
    )
    return [OutletCount(name, count, last) for name, count, last in connection.execute(query)]


def revision(connection: Connection) -> str:
    """A word that changes whenever documents or corrections are added."""
    return "-".join(str(_number_of(connection, table)) for table in (schema.documents, schema.corrections))
