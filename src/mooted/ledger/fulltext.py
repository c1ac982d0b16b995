"""Full text in SQLite (FTS5), without a text of its own; and what else its stores do alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from sqlalchemy import Connection

from mooted.ledger.query import Query, as_fts5
from mooted.ledger.store import Indexed
from mooted.ledger.troubles import told

SAFE = (3, 51, 3)
"""From this version on SQLite itself keeps two writers apart while one of them moves the log into the file."""


class FullText:
    """The part of a store that both of SQLite's share, the one in a file and the one in memory."""

    def reading(self) -> AbstractContextManager[Connection]:
        """See ``Store``."""
        raise NotImplementedError

    def make_index(self, connection: Connection) -> None:
        """See ``Store``. Tokens come in ASCII already, so that the index need not cut or fold them."""
        for table in ("documents", "claims"):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}_words")
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {table}_words USING fts5(words, content='', tokenize='ascii')"
            )

    def index(self, connection: Connection, table: Indexed, rows: Sequence[tuple[int, str]]) -> None:
        """See ``Store``."""
        if rows:
            connection.exec_driver_sql(f"INSERT INTO {table}_words (rowid, words) VALUES (?, ?)", list(rows))

    def found(self, connection: Connection, table: Indexed, query: Query, below: int | None, limit: int) -> list[int]:
        """See ``Store``. The index is read from its end, and no further than need be."""
        rows = connection.exec_driver_sql(
            f"SELECT rowid FROM {table}_words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
            (as_fts5(query), 2**63 - 1 if below is None else below, limit),
        )
        return [number for (number,) in rows]

    @contextmanager
    def forgiving(self, connection: Connection) -> Iterator[None]:
        """See ``Store``."""
        raw: Any = connection.connection.driver_connection
        raw.text_factory = lambda data: data.decode("utf-8", "replace")
        try:
            yield
        finally:
            raw.text_factory = str

    def check(self) -> Iterator[str]:
        """See ``Store``. An error that ends SQLite's look is a finding as well."""
        try:
            with self.reading() as connection:
                for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(100)"):
                    if said != "ok":
                        yield str(said)
                for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
                    yield f"row {row} of {table} belongs to a row of {parent} that is not there"
        except Exception as error:  # whatever SQLite stumbles over is the finding
            yield str(error)

    def warnings(self) -> list[str]:
        """See ``Store``."""
        if sqlite3.sqlite_version_info >= SAFE:
            return []
        safe = ".".join(map(str, SAFE))
        return [
            f"SQLite {sqlite3.sqlite_version} can damage a file to which two programs write at once (fixed in {safe}); "
            "mooted keeps its own writers apart: let no other program write to it"
        ]

    def backup(self, path: str) -> None:
        """See ``Store``. SQLite's online backup: the pages of one moment, whatever is written meanwhile."""
        with self.reading() as connection, told(path):
            raw: Any = connection.connection.driver_connection
            target = sqlite3.connect(path)
            try:
                raw.backup(target)
            finally:
                target.close()
