"""Receipts of what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select

from mooted.ledger import schema
from mooted.ledger.portions import batches
from mooted.model.errors import Rejected

_R = schema.rejections.c


def keep(connection: Connection, rejected: Iterable[Rejected], now: datetime) -> None:
    """Append what is new: each place and reason once."""
    new = {(one.place, one.reason): one for one in rejected}
    for places in batches(sorted({place for place, _ in new})):
        known = connection.execute(select(_R.place, _R.reason).where(_R.place.in_(places))).all()
        for place, reason in known:
            new.pop((place, reason), None)
    rows = [{"place": one.place, "reason": one.reason, "remedy": one.remedy, "at": now} for one in new.values()]
    if rows:
        connection.execute(insert(schema.rejections), rows)


def kept(connection: Connection, as_of: datetime | None = None) -> list[Rejected]:
    """All of them, or those met by a moment, by place."""
    query = select(_R.place, _R.reason, _R.remedy).order_by(_R.place, _R.reason)
    rows = connection.execute(query if as_of is None else query.where(_R.at <= as_of))
    return [Rejected(*row) for row in rows]
