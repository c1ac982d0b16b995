"""What is left to be done after a change that could not be followed to its end: remembered in the store itself."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Connection, delete, insert, select

from mooted.ledger import schema

Left = Literal["people", "signatures"]
"""People have to be made from the ground up; some documents have no signature yet."""
_A = schema.about.c


def mark(connection: Connection, left: Left) -> None:
    """Remember that this is left."""
    unmark(connection, left)
    connection.execute(insert(schema.about), [{"name": left, "value": "yes"}])


def is_marked(connection: Connection, left: Left) -> bool:
    """Is this left?"""
    return connection.scalar(select(_A.value).where(_A.name == left)) is not None


def unmark(connection: Connection, left: Left) -> None:
    """It has been done."""
    connection.execute(delete(schema.about).where(_A.name == left))
