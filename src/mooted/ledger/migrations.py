"""From an earlier schema to the present one: numbered steps, each whole or not at all, after a backup.

A list of steps in one transaction needs no more machinery than this; a library of migrations would bring environments,
branches and templates that a store of one product never has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, inspect, select, update
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateColumn

from mooted.ledger import schema
from mooted.ledger.second_schema import to_second
from mooted.ledger.store import Store
from mooted.model.errors import LedgerError

_A = schema.about.c


class Step(NamedTuple):
    """Leads from the schema before ``to`` to it, within the transaction of ``connection``."""

    to: int
    run: Callable[[Store, Connection], None]


STEPS: tuple[Step, ...] = (Step(2, to_second),)
"""Each released schema but the first has its step here, and they stay for ever."""


@compiles(CreateColumn, "sqlite")
def _with_comment(element: CreateColumn, compiler: object, **words: object) -> str:
    """SQLite keeps the words of CREATE TABLE: what a column means stands there too, for whoever looks at the schema."""
    plain: str = compiler.visit_create_column(element, **words)  # type: ignore[attr-defined]  # a DDLCompiler
    comment = (element.element.comment or "").replace("*/", "* /")
    return f"{plain} /* {comment} */" if plain and comment else plain


def version_in(connection: Connection) -> int | None:
    """The schema version of a store; null where there is no ledger in it."""
    if not inspect(connection).has_table("about"):
        return None
    told = connection.scalar(select(_A.value).where(_A.name == "schema"))
    return int(told) if told and told.isdecimal() else None


def create(store: Store, connection: Connection) -> None:
    """Make the tables of a new ledger."""
    schema.metadata.create_all(connection)
    store.make_index(connection)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    rows = [{"name": "schema", "value": str(schema.VERSION)}, {"name": "made", "value": made}]
    connection.execute(insert(schema.about), [*rows, {"name": "kind", "value": "mooted ledger"}])
    connection.execute(insert(schema.table_descriptions), schema.descriptions())


def refuse_newer(place: str, found: int, newest: int = schema.VERSION) -> None:
    """Raise where a later mooted has written the ledger: this one would not understand it."""
    if found > newest:
        raise LedgerError(
            place,
            f"a newer mooted wrote it (schema {found}; this one knows {newest})",
            "install that version of mooted",
        )


def migrate(
    store: Store, back_up: Callable[[int], None], steps: Sequence[Step] | None = None, newest: int = schema.VERSION
) -> None:
    """Lead the ledger to ``newest``; ``back_up`` is told the version that it had before anything changes.

    Killed at any moment, the ledger is at a whole version: each step is a transaction with its number.
    """
    with store.reading() as connection:
        found = version_in(connection)
    if found is None:
        raise LedgerError(store.place, "it is a database, but no ledger of mooted", "name another with --db")
    refuse_newer(store.place, found, newest)
    if found < newest:
        back_up(found)
    for step in STEPS if steps is None else steps:
        with store.writing() as connection:
            at = version_in(connection) or 0
            if at < step.to <= newest:
                step.run(store, connection)
                connection.execute(update(schema.about).where(_A.name == "schema").values(value=str(step.to)))
