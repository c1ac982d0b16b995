"""Moves that happened, beside what was said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert, select

from mooted.ledger import schema
from mooted.ledger.listed import among
from mooted.ledger.payload import from_json, sha256, to_json
from mooted.ledger.portions import batches
from mooted.model.move import Move

_M = schema.moves.c
_WINDOW = re.compile(r"(\d{4})-(summer|winter)")
_ENDS = {"winter": (3, 1), "summer": (10, 1)}
"""The day by which the windows of a season have closed in every league that counts."""
_LATEST = datetime(9999, 12, 31, tzinfo=UTC)


def add_moves(connection: Connection, moves: Iterable[Move]) -> int:
    """Append the moves that are new; how many those were."""
    rows = {row["key"]: row for row in map(_row, moves)}
    for keys in batches(list(rows)):
        for key in connection.scalars(select(_M.key).where(among(_M.key, keys))).all():
            del rows[key]
    if rows:
        connection.execute(insert(schema.moves), list(rows.values()))
    return len(rows)


def moves(
    connection: Connection, people: Sequence[str] | None, window: str | None, as_of: datetime | None
) -> list[Move]:
    """Moves of people or in a window that were known at ``as_of``, in the order in which they became so."""
    query = select(_M.move)
    if people is not None:
        query = query.where(among(_M.person, people))
    if window is not None:
        query = query.where(_M.window == window)
    if as_of is not None:
        query = query.where(_M.known_from <= as_of)
    return [from_json(words, Move) for words in connection.scalars(query.order_by(_M.known_from, _M.key))]


def known_from(move: Move) -> datetime:
    """When a move was surely known: the end of its day, else the end of its window; of neither, never."""
    if move.day is not None:
        return datetime.combine(move.day, datetime.max.time(), UTC)
    named = _WINDOW.fullmatch(move.window)
    if named is None or not 1 <= int(named[1]) <= 9998:
        return _LATEST
    return datetime.combine(date(int(named[1]), *_ENDS[named[2]]), datetime.min.time(), UTC)


def _row(move: Move) -> dict[str, object]:
    words = to_json(move)
    return {
        "key": sha256(words), "person": move.person, "window": move.window, "known_from": known_from(move),
        "move": words,
    }  # fmt: skip
