"""A ledger carried over into another store, row by row: to export, to back up a server, and to save what is sound."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from mooted.ledger import schema
from mooted.ledger.inserting import insert_rows
from mooted.ledger.store import Store

GIVEN = (
    schema.documents, schema.claims, schema.sightings, schema.corrections, schema.moves, schema.rejections,
    schema.identity_changes,
)  # fmt: skip
"""The tables that hold what was given, each after those it speaks of."""
DERIVED = (schema.forms, schema.form_tokens, schema.people, schema.sources, schema.signatures)
_AT_ONCE = 1_000
Rows = Callable[[Table], Iterable[Row[Any]]]


def copy(rows: Rows, into: Connection, tables: Iterable[Table]) -> None:
    """Write what ``rows`` gives of each table."""
    for table in tables:
        pile: list[dict[str, Any]] = []
        for row in rows(table):
            pile.append(dict(row._mapping))
            if len(pile) >= _AT_ONCE:
                insert_rows(into, table, pile)
                pile = []
        insert_rows(into, table, pile)


def copy_all(source: Store, target: Store) -> None:
    """Everything, as it was at one moment, into an empty ledger; the full text is made anew."""
    from mooted.ledger.rebuilding import remake_words

    with source.reading() as connection, target.writing() as into:
        copy(lambda table: stream(connection, table), into, (*GIVEN, *DERIVED))
        remake_words(target, into)


def stream(connection: Connection, table: Table) -> Iterable[Row[Any]]:
    """The rows of a table, a few in memory at a time."""
    return connection.execution_options(yield_per=_AT_ONCE).execute(select(table))
