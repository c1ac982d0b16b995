"""Where a ledger lies: one connection that writes, others that only read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Literal, Protocol

from sqlalchemy import Connection

from mooted.ledger.query import Query

Indexed = Literal["documents", "claims"]
"""The tables whose words can be searched: text and title of documents, the evidence of claims."""


class Store(Protocol):
    """A database that holds a ledger. What differs between SQLite and PostgreSQL is behind this door, and only that."""

    @property
    def place(self) -> str:
        """The ledger as messages name it: a path, or an address without its password."""

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that nobody else writes beside; on the disk when it ends, undone when it fails."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that cannot write and on which every question sees one state of the ledger."""

    def stamp(self) -> int | None:
        """A number that is another after anybody has written; null where finding out would cost a question."""

    def make_index(self, connection: Connection) -> None:
        """Make the full text anew, empty."""

    def index(self, connection: Connection, table: Indexed, rows: Sequence[tuple[int, str]]) -> None:
        """Add rows of (number, words) to the full text; words are tokens parted by spaces."""

    def found(self, connection: Connection, table: Indexed, query: Query, below: int | None, limit: int) -> list[int]:
        """The numbers of at most ``limit`` rows that match, highest first, all less than ``below``."""

    def forgiving(self, connection: Connection) -> AbstractContextManager[None]:
        """Meanwhile, text that is damaged is read with marks in place of what cannot be, instead of failing."""

    def check(self) -> Iterator[str]:
        """What the database itself finds wrong with its files."""

    def warnings(self) -> list[str]:
        """What to mind about this database."""

    def close(self) -> None:
        """Give back every connection."""
