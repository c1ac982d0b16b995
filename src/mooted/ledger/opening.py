"""From an address to an open store with the present schema in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from sqlalchemy import inspect

from mooted.ledger.migrations import create, migrate, refuse_newer, version_in
from mooted.ledger.schema import VERSION
from mooted.ledger.store import Store
from mooted.model.errors import LedgerError

MEMORY = ":memory:"
Mode = Literal["append", "extend", "read"]
"""Make it where there is none; add to one that has to be there; only ask it."""
SERVERS = ("postgresql://", "postgres://", "postgresql+psycopg://")


def default_address() -> str:
    """What ``MOOTED_DB`` names, else a file in the user's data folder."""
    from platformdirs import user_data_path

    return os.environ.get("MOOTED_DB") or str(user_data_path("mooted", appauthor=False) / "ledger.db")


def open_store(address: str, mode: Mode = "append", seconds: float | None = None) -> Store:
    """The store at ``address``: made where there is none, led to the present schema where it has an earlier one.

    Raises ``LedgerError`` where it cannot be opened, is something else or is newer than this code.
    """
    if address == MEMORY:
        from mooted.ledger.sqlite import MemoryStore

        memory = MemoryStore(seconds=seconds)
        with memory.writing() as connection:
            create(memory, connection)
        return memory
    if address.startswith(SERVERS):
        return _server(address, mode, seconds)
    return _file(Path(address), mode, seconds)


def _server(address: str, mode: Mode, seconds: float | None) -> Store:
    from mooted.ledger.postgres import PostgresStore

    url = "postgresql://" + address.split("://", 1)[1]
    store = PostgresStore(url, writable=mode != "read", seconds=seconds)
    _settle(store, read_only=mode == "read", back_up=lambda found: None)  # steps on a server are whole or not at all
    return store


def _file(path: Path, mode: Mode, seconds: float | None) -> Store:
    from mooted.ledger.sqlite import SqliteStore

    if path.is_dir():
        raise LedgerError(str(path), "it is a folder", f"name a file in it, as in --db {path / 'ledger.db'}")
    if not path.exists():
        if mode != "append":
            raise LedgerError(
                str(path), "there is no ledger yet", "make one with `mooted add PATH...`, or name another with --db"
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        except OSError as error:
            raise LedgerError(str(path), f"it cannot be made ({error.strerror})", "name another with --db") from error
    store = SqliteStore(path, writable=mode != "read", seconds=seconds)
    try:
        _settle(
            store, read_only=mode == "read", back_up=lambda found: store.backup(str(beside(path, f"schema-{found}")))
        )
    except BaseException:
        store.close()
        raise
    return store


def beside(path: Path, word: str) -> Path:
    """A file that is not there yet, beside the ledger and named after it."""
    target, count = path.with_name(f"{path.name}.{word}"), 1
    while target.exists():
        count += 1
        target = path.with_name(f"{path.name}.{word}-{count}")
    return target


def _settle(store: Store, *, read_only: bool, back_up: Callable[[int], None]) -> None:
    """The present schema in a store: made where it is empty, led there from an earlier one."""
    with store.reading() as connection:
        found = version_in(connection)
    if found is None and not read_only:
        with store.writing() as connection:
            if not inspect(connection).get_table_names():
                create(store, connection)
                return
    if found is not None:
        refuse_newer(store.place, found)
        if read_only and found < VERSION:
            raise LedgerError(
                store.place, f"it has the earlier schema {found}", "run `mooted db` to lead it to this one"
            )
    if found != VERSION:
        migrate(store, back_up)
