"""From an earlier schema to a later one: in whole steps, after a backup; a newer schema is refused."""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event, inspect, text, update

from mooted.ledger import Ledger, opening, schema
from mooted.ledger.migrations import Step, migrate, version_in
from mooted.ledger.postgres import PostgresStore
from mooted.ledger.sqlite import SqliteStore
from mooted.model.entry import Correction
from mooted.model.errors import LedgerError
from tests.ledger.dump import dump
from tests.ledger.writer import document

COUNT = 30
NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Killed(BaseException):
    """The process ends here."""


def add_column(store, connection) -> None:
    connection.execute(text("ALTER TABLE documents ADD COLUMN mood TEXT"))
    connection.execute(text("UPDATE documents SET mood = 'calm'"))


def add_table(store, connection) -> None:
    connection.execute(text("CREATE TABLE moods (name TEXT)"))
    connection.execute(text("INSERT INTO moods SELECT mood FROM documents"))


FIRST, SECOND, THIRD = range(schema.VERSION, schema.VERSION + 3)
STEPS = (Step(SECOND, add_column), Step(THIRD, add_table))


@pytest.fixture
def first(lasting) -> str:
    """A ledger of the present schema, which is the first of these tests."""
    where = lasting()
    with Ledger.open(where) as ledger:
        list(ledger.add_all(document(at) for at in range(COUNT)))
    return where


def bare(where: str):
    """The store as it is, whatever its schema."""
    return PostgresStore(where) if where.startswith("postgresql:") else SqliteStore(Path(where))


def state(store) -> tuple[int | None, bool, int]:
    with store.reading() as connection:
        columns = {column["name"] for column in inspect(connection).get_columns("documents")}
        moods = connection.scalar(text("SELECT count(*) FROM moods")) if inspect(connection).has_table("moods") else 0
        return version_in(connection), "mood" in columns, moods


def test_steps_lead_to_the_present_schema_and_lose_nothing(first: str) -> None:
    with Ledger.open(first) as ledger:
        before = dump(ledger)
    backed_up: list[int] = []
    store = opening.open_store(first)
    migrate(store, backed_up.append, STEPS, newest=THIRD)
    assert (state(store), backed_up) == ((THIRD, True, COUNT), [FIRST])
    migrate(store, backed_up.append, STEPS, newest=THIRD)
    assert (state(store), backed_up) == ((THIRD, True, COUNT), [FIRST])
    assert dump(Ledger(store)) == before
    store.close()


@pytest.mark.parametrize("seed", range(6))
def test_killed_midway_it_is_at_a_whole_version_and_goes_on(first: str, seed: int) -> None:
    luck = random.Random(seed)
    for _ in range(8):
        store = bare(first)
        whole = state(store)
        store.close()
        assert whole in ((FIRST, False, 0), (SECOND, True, 0), (THIRD, True, COUNT))
        left = [luck.randrange(1, 12)]

        def kill(*_: object, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise Killed

        store = bare(first)
        engine = store._writer if isinstance(store, SqliteStore) else store._engine
        event.listen(engine, "before_cursor_execute", kill)
        try:
            migrate(store, lambda found: None, STEPS, newest=THIRD)
        except Killed:
            pass
        finally:
            event.remove(engine, "before_cursor_execute", kill)
            store.close()


def test_a_newer_ledger_is_refused_and_left_as_it_is(first: str) -> None:
    store = opening.open_store(first)
    with store.writing() as connection:
        told = update(schema.about).where(schema.about.c.name == "schema").values(value=str(schema.VERSION + 1))
        connection.execute(told)
    store.close()
    for mode in ("append", "read"):
        with pytest.raises(LedgerError, match="a newer mooted wrote it"):
            Ledger.open(first, mode=mode)


def test_a_backup_is_made_before_anything_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    with Ledger.open(path) as ledger:
        list(ledger.add_all(document(at) for at in range(COUNT)))
        before = dump(ledger)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE about SET value = '0' WHERE name = 'schema'")
    monkeypatch.setattr("mooted.ledger.migrations.STEPS", (Step(schema.VERSION, lambda store, connection: None),))
    with pytest.raises(LedgerError, match="earlier schema 0"):
        Ledger.open(path, mode="read")
    with Ledger.open(path) as ledger:
        assert dump(ledger) == before
    with sqlite3.connect(tmp_path / "a.db.schema-0") as connection:
        assert connection.execute("SELECT value FROM about WHERE name = 'schema'").fetchone() == ("0",)
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (COUNT,)


def test_every_table_and_column_tells_what_it_means(lasting) -> None:
    store = opening.open_store(lasting())
    with store.reading() as connection:
        told = {
            (row.table_name, row.column_name): row.description
            for row in connection.execute(schema.table_descriptions.select())
        }
        for table in schema.metadata.sorted_tables:
            assert told[table.name, ""].endswith(".")
            for column in inspect(connection).get_columns(table.name):
                assert len(told[table.name, column["name"]]) > 3
        if connection.dialect.name == "sqlite":
            words = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'claims'"))
            assert "/* The words that carry it" in words and "STRICT" in words
        else:
            assert inspect(connection).get_table_comment("claims")["text"].startswith("What each document says")
    store.close()


FIRST_SCHEMA = (
    "DROP INDEX claims_by_person", "DROP INDEX claims_by_club_to", "DROP INDEX claims_by_club_from",
    "DROP INDEX claims_aside", "DROP INDEX documents_by_outlet", "ALTER TABLE claims DROP COLUMN gist",
    "DROP TABLE signatures", "DROP TABLE chapters",
    "CREATE INDEX claims_by_person ON claims (person, club_to, number, event, standing)",
    "CREATE INDEX claims_by_club_to ON claims (club_to, number)",
    "CREATE INDEX claims_by_club_from ON claims (club_from, number)",
    "CREATE INDEX claims_by_event ON claims (event, number)", "UPDATE about SET value = '1' WHERE name = 'schema'",
)  # fmt: skip


def sign(document) -> bytes:
    return document.id.encode()


@pytest.mark.parametrize("signed", [True, False], ids=["with signatures", "from before there were signatures"])
def test_a_ledger_of_the_first_schema_becomes_what_it_would_be_today(lasting, signed: bool) -> None:
    where = lasting()
    with Ledger.open(where, sign=sign) as ledger:
        list(ledger.add_all(document(at) for at in range(COUNT)))
        claim = ledger.entries()[0]
        ledger.correct(Correction("club_to", claim.id, "Elsewhere", "me", "misread", NOW))
        before, pursuits = dump(ledger), {(one.person, one.claim.club_to) for one in ledger.entries() if one.person}
        told, signatures = sorted(ledger.told(pursuits=tuple(pursuits)), key=repr), signatures_of(ledger)
    store = bare(where)
    with store.writing() as connection:
        kind = "BLOB" if connection.dialect.name == "sqlite" else "bytea"
        for words in (*FIRST_SCHEMA, *([f"ALTER TABLE documents ADD COLUMN signature {kind}"] if signed else [])):
            connection.execute(text(words))
    store.close()
    with Ledger.open(where, sign=sign) as ledger:
        assert dump(ledger) == before
        assert sorted(ledger.told(pursuits=tuple(pursuits)), key=repr) == told and told
        assert signatures_of(ledger) == signatures and signatures
        assert list(ledger.verify()) == []
    store = bare(where)
    with store.reading() as connection:
        assert version_in(connection) == schema.VERSION
        for table in schema.metadata.sorted_tables:
            found = inspect(connection)
            assert {one["name"] for one in found.get_columns(table.name)} == set(table.columns.keys())
            assert {one["name"] for one in found.get_indexes(table.name)} >= {one.name for one in table.indexes}
    store.close()


def signatures_of(ledger: Ledger) -> dict[tuple[str, str], bytes]:
    return ledger.signatures({(one.imprint.document, one.imprint.version) for one in ledger.entries()})
