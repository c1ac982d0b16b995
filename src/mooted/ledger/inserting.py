"""Many rows at once, handed to the driver as they are: what a toolkit does about each row costs more than the row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Table
from sqlalchemy.types import TypeEngine

from mooted.ledger.columns import Words
from mooted.ledger.storable import all_storable

Record = dict[str, Any]
Change = Callable[[Sequence[Any]], Sequence[Any]]
"""Takes the values of a column as they are and gives them as the driver wants them."""


class _Statement(NamedTuple):
    """SQL that takes the values of columns in their order, and what each has to become for the driver."""

    sql: str
    changes: tuple[Change | None, ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Record]) -> None:
    """Write rows, all with the same columns."""
    if rows:
        names = tuple(rows[0])
        _run(connection, _insertion(table, names, connection.dialect), names, rows)


def update_rows(connection: Connection, table: Table, rows: Sequence[Record]) -> None:
    """Write columns of rows that are there, each found by its ``number``; all with the same columns."""
    if rows:
        names = (*(name for name in rows[0] if name != "number"), "number")
        _run(connection, _alteration(table, names, connection.dialect), names, rows)


def _run(connection: Connection, statement: _Statement, names: Sequence[str], rows: Sequence[Record]) -> None:
    pick = itemgetter(*names)
    columns = zip(*map(pick, rows), strict=True)
    told = [change(column) if change else column for column, change in zip(columns, statement.changes, strict=True)]
    connection.exec_driver_sql(statement.sql, list(zip(*told, strict=True)))


@lru_cache(maxsize=64)
def _insertion(table: Table, names: tuple[str, ...], dialect: Dialect) -> _Statement:
    quote = dialect.identifier_preparer.quote
    listed, marks = ", ".join(map(quote, names)), ", ".join([_mark(dialect)] * len(names))
    return _Statement(f"INSERT INTO {quote(table.name)} ({listed}) VALUES ({marks})", _changes(table, names, dialect))


@lru_cache(maxsize=64)
def _alteration(table: Table, names: tuple[str, ...], dialect: Dialect) -> _Statement:
    quote, mark = dialect.identifier_preparer.quote, _mark(dialect)
    listed = ", ".join(f"{quote(name)} = {mark}" for name in names[:-1])
    sql = f"UPDATE {quote(table.name)} SET {listed} WHERE {quote(names[-1])} = {mark}"
    return _Statement(sql, _changes(table, names, dialect))


def _mark(dialect: Dialect) -> str:
    return "?" if dialect.paramstyle == "qmark" else "%s"


def _changes(table: Table, names: Sequence[str], dialect: Dialect) -> tuple[Change | None, ...]:
    """What SQLAlchemy would do with each value before the driver has it, for whole columns."""
    return tuple(_change(table.c[name].type, dialect) for name in names)


def _change(kind: TypeEngine[Any], dialect: Dialect) -> Change | None:
    if isinstance(kind, Words):
        return all_storable
    process = kind.dialect_impl(dialect).bind_processor(dialect)
    return None if process is None else partial(_each, process)


def _each(process: Callable[[Any], Any], column: Sequence[Any]) -> Sequence[Any]:
    """A column with every value processed; times come again and again, so each is processed once."""
    done = {value: process(value) for value in set(column)}
    return [done[value] for value in column]
