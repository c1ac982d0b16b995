"""A ledger in a file of SQLite: one writer at a time, who alone moves the log into the file; readers cannot write.

``synchronous=FULL``: what is committed survives a power cut. No memory mapping: a failing disk gives an error, no
crash. Two connections that write and checkpoint at once can damage a file with SQLite before 3.51.3; so a lock of the
operating system, in a file beside the ledger, is held over every write with its checkpoint.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from filelock import FileLock
from sqlalchemy import Connection, Engine, NullPool, QueuePool, StaticPool, create_engine

from mooted.ledger.fulltext import FullText
from mooted.ledger.troubles import told

WAIT = 10  # seconds
_CACHE = 64 * 1024  # KiB
_CHECKPOINT = 4_000  # pages in the log
_STEPS = 10_000  # of SQLite's machine, between looks at the clock


class SqliteStore(FullText):
    """A ledger in the file at ``path``. ``seconds`` is how long one question may take."""

    def __init__(self, path: Path, *, writable: bool = True, seconds: float | None = None) -> None:
        self._path = path
        self._seconds = seconds
        self._lock = FileLock(f"{path}-lock", timeout=WAIT * 6) if writable else None
        self._own = threading.RLock()
        self._writer = _engine(lambda: self._connect("rwc"), NullPool)
        self._readers = _engine(lambda: self._connect("ro"), QueuePool)
        self._held: Connection | None = None
        self._watch: sqlite3.Connection | None = None
        self._watching = threading.Lock()

    @property
    def place(self) -> str:
        return str(self._path)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with told(self.place), self._own:
            if self._lock is None:
                raise PermissionError("readonly database")
            with self._lock:
                connection = self._writer_connection()
                with _immediate(connection):
                    yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with told(self.place), self._readers.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            with _limited(connection, self._seconds):
                yield connection

    def stamp(self) -> int | None:
        """SQLite's own count of what other connections have written, asked of one that never writes."""
        with told(self.place), self._watching:
            if self._watch is None:
                self._watch = self._connect("ro")
            stamp: int = self._watch.execute("PRAGMA data_version").fetchone()[0]
            return stamp

    def close(self) -> None:
        with told(self.place), self._own:
            self._readers.dispose()
            with self._watching:
                if self._watch is not None:
                    self._watch.close()
                    self._watch = None
            if self._held is not None and self._lock is not None:
                with self._lock:  # the last to close moves the log into the file
                    self._held.close()
                    self._held = None

    def _writer_connection(self) -> Connection:
        if self._held is None:
            self._held = self._writer.connect()
        return self._held

    def _connect(self, mode: str) -> sqlite3.Connection:
        address = f"file:{quote(str(self._path.absolute()))}?mode={mode}"
        connection = sqlite3.connect(address, uri=True, timeout=WAIT, check_same_thread=False, isolation_level=None)
        _settle(connection, readonly=mode == "ro")
        return connection


class MemoryStore(FullText):
    """A ledger that lives as long as its process: one connection, used by one thread at a time."""

    place = ":memory:"

    def __init__(self, *, seconds: float | None = None) -> None:
        self._seconds = seconds
        self._own = threading.RLock()
        self._engine = _engine(_connect_memory, StaticPool)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with told(self.place), self._own, self._engine.connect() as connection, _immediate(connection):
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with (
            told(self.place), self._own, self._engine.connect() as connection, _limited(connection, self._seconds)
        ):  # fmt: skip
            yield connection

    def stamp(self) -> int | None:
        return None

    def close(self) -> None:
        self._engine.dispose()


def _engine(connect: Any, pool: Any) -> Engine:
    return create_engine("sqlite://", creator=connect, poolclass=pool)


def _connect_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def _settle(connection: sqlite3.Connection, *, readonly: bool) -> None:
    """The settings of a connection. A writer that cannot have the log (WAL) is refused by the first write."""
    for setting in (f"busy_timeout={WAIT * 1000}", "foreign_keys=ON", "mmap_size=0", f"cache_size=-{_CACHE}"):
        connection.execute(f"PRAGMA {setting}")
    if readonly:
        connection.execute("PRAGMA query_only=ON")
    else:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT}")


@contextmanager
def _immediate(connection: Connection) -> Iterator[None]:
    """A transaction that has the right to write from its first moment. SQLAlchemy's own are left empty."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def _limited(connection: Connection, seconds: float | None) -> Iterator[None]:
    """Interrupt what takes longer than ``seconds``."""
    raw: Any = connection.connection.driver_connection
    if seconds is not None:
        end = time.monotonic() + seconds
        raw.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        yield
    finally:
        if seconds is not None:
            raw.set_progress_handler(None, 0)
