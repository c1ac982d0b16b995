"""A ledger in PostgreSQL, for a team: one writer at a time by an advisory lock, readers on one state of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import make_url

from mooted.ledger.query import Query, as_tsquery
from mooted.ledger.schema import metadata
from mooted.ledger.store import Indexed
from mooted.ledger.troubles import told
from mooted.model.errors import LedgerError

_LOCK = 0x6D6F6F74  # "moot"
_LAST = 16_383  # the last place that a tsvector can tell

for _index in (index for table in metadata.tables.values() for index in table.indexes):
    _index.dialect_options["postgresql"]["where"] = _index.dialect_options["sqlite"]["where"]


class PostgresStore:
    """A ledger at a ``postgresql://`` address. ``seconds`` is how long one question may take."""

    def __init__(self, address: str, *, writable: bool = True, seconds: float | None = None) -> None:
        url = make_url(address).set(drivername="postgresql+psycopg")
        self.place = url.set(drivername="postgresql").render_as_string(hide_password=True)
        if find_spec("psycopg") is None:
            raise LedgerError(self.place, "PostgreSQL needs a driver", "pip install 'mooted[postgres]'")
        self._writable = writable
        self._seconds = seconds
        with told(self.place):
            self._engine = create_engine(url, pool_size=8, pool_pre_ping=True)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with told(self.place):
            if not self._writable:
                raise PermissionError("readonly database")
            with self._engine.begin() as connection:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with told(self.place), self._engine.connect() as plain:
            connection = plain.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            if self._seconds is not None:
                milliseconds = max(1, int(self._seconds * 1000))
                connection.exec_driver_sql(f"SET LOCAL statement_timeout = {milliseconds}")
            yield connection

    def make_index(self, connection: Connection) -> None:
        for table in ("documents", "claims"):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}_words")
            connection.exec_driver_sql(
                f"CREATE TABLE {table}_words (number bigint PRIMARY KEY REFERENCES {table}, words tsvector NOT NULL)"
            )
            connection.exec_driver_sql(f"CREATE INDEX {table}_words_gin ON {table}_words USING gin (words)")
            connection.exec_driver_sql(
                f"COMMENT ON TABLE {table}_words IS 'Derived: the full text of {table}, made by reindex.'"
            )

    def index(self, connection: Connection, table: Indexed, rows: Sequence[tuple[int, str]]) -> None:
        if rows:
            connection.execute(
                text(f"INSERT INTO {table}_words (number, words) VALUES (:number, CAST(:words AS tsvector))"),
                [{"number": number, "words": _placed(words)} for number, words in rows],
            )

    def found(self, connection: Connection, table: Indexed, query: Query, below: int | None, limit: int) -> list[int]:
        rows = connection.execute(
            text(
                f"SELECT number FROM {table}_words WHERE words @@ CAST(:query AS tsquery) AND number < :below "
                "ORDER BY number DESC LIMIT :limit"
            ),
            {"query": as_tsquery(query), "below": 2**63 - 1 if below is None else below, "limit": limit},
        )
        return [number for (number,) in rows]

    @contextmanager
    def forgiving(self, connection: Connection) -> Iterator[None]:
        """The server gives no text that cannot be decoded."""
        yield

    def check(self) -> Iterator[str]:
        """Clusters since PostgreSQL 18 check the sum of every page that they read; there is nothing more to ask."""
        yield from ()

    def warnings(self) -> list[str]:
        with self.reading() as connection:
            checked = connection.exec_driver_sql("SHOW data_checksums").scalar() == "on"
        unsafe = "this server does not check the sums of its pages; `initdb -k` makes one that does"
        return [] if checked else [unsafe]

    def stamp(self) -> int | None:
        return None

    def close(self) -> None:
        with told(self.place):
            self._engine.dispose()


def _placed(words: str) -> str:
    """Tokens with their places, as ``tsvector`` reads them: no parser of the server cuts them in its own way."""
    return " ".join(f"{token}:{min(at, _LAST)}" for at, token in enumerate(words.split(), 1))
