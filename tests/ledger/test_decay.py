"""Bytes flip, pages go: each is found and its row named, and what is sound is saved."""

from __future__ import annotations

import json
import random
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from mooted.ledger import Ledger
from mooted.ledger.plain_names import identify, tokens
from mooted.ledger.repairing import repair
from mooted.model.errors import LedgerError
from tests.ledger.dump import dump
from tests.ledger.told import TIMES, correction, day, interest

COUNT = 40


def documents() -> list:
    return [
        interest(str(at), f"Player Nr{at % 7}", "Leeds United", "Hull City", day(1 + at),
                 text=f"Leeds United want Player Nr{at % 7}. Mark {at:04} stands on this page. " + f"Word{at} " * at)
        for at in range(COUNT)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in one file."""
    path = tmp_path_factory.mktemp("sound") / "sound.db"
    with Ledger.open(path) as ledger:
        list(ledger.add_all(documents()))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def payloads(path: Path) -> list[tuple[str, str, bytes]]:
    """Table, id and the bytes of every text and claim."""
    with sqlite3.connect(path) as connection:
        return [
            *(("documents", id, words.encode()) for id, words in connection.execute("SELECT id, text FROM documents")),
            *(("claims", id, words.encode()) for id, words in connection.execute("SELECT id, claim FROM claims")),
        ]


def test_a_sound_ledger_has_nothing_to_tell(sound: Path) -> None:
    with Ledger.open(sound, mode="read") as ledger:
        assert list(ledger.verify()) == []


def test_every_flipped_byte_is_found_and_its_row_named(sound: Path, tmp_path: Path) -> None:
    luck, whole, rows = random.Random(5), sound.read_bytes(), payloads(sound)
    for turn in range(60 * TIMES):
        table, id, payload = luck.choice(rows)
        begin = whole.index(payload[:1000])  # longer ones go on in other pages
        at = begin + luck.randrange(min(len(payload), 1000))
        damaged = tmp_path / f"{turn}.db"
        damaged.write_bytes(whole[:at] + bytes((whole[at] ^ 1 << luck.randrange(8),)) + whole[at + 1 :])
        with Ledger.open(damaged, mode="read") as ledger:
            named = [str(one) for one in ledger.verify()]
        assert any(words.startswith(f"{table} {id!r}") for words in named), (at, named)


@pytest.mark.parametrize(
    ("table", "change", "named"),
    [
        ("documents", "text = text || '!'", "documents '3'"),
        ("documents", "title = 'x'", "documents '3'"),
        ("documents", "outlet = NULL", "documents '3'"),
        ("claims", "evidence = 'x'", "id or evidence differ"),
        ("claims", "club_to = 'x'", "club_to differ"),
        ("claims", "sha256 = 'x'", "its sum differs"),
        ("claims", "document = (SELECT max(number) FROM documents)", "not all as they were read"),
        ("sightings", "sighting = replace(sighting, 'player', 'manager')", "not all as they were read"),
    ],
)
def test_a_change_from_outside_is_found_on_every_store(lasting, table: str, change: str, named: str) -> None:
    with Ledger.open(lasting()) as ledger:
        list(ledger.add_all(documents()[:6]))
        where = "id = '3'" if table == "documents" else "document = (SELECT number FROM documents WHERE id = '3')"
        with ledger._store.writing() as connection:
            connection.execute(text(f"UPDATE {table} SET {change} WHERE {where}"))
        found = [str(one) for one in ledger.verify()]
        assert any(named in words for words in found), found


def test_a_claim_that_is_gone_is_missed(lasting) -> None:
    with Ledger.open(lasting()) as ledger:
        list(ledger.add_all(documents()[:6]))
        with ledger._store.writing() as connection:
            connection.execute(text("DELETE FROM sources"))
            connection.execute(text("DELETE FROM claims_words" if "postgres" in ledger.place else "SELECT 1"))
            connection.execute(
                text("DELETE FROM claims WHERE document = (SELECT number FROM documents WHERE id = '3')")
            )
        assert [str(one).partition(" (")[0] for one in ledger.verify()] == ["documents '3'"]


def test_corrections_and_moves_are_sealed_too(lasting) -> None:
    with Ledger.open(lasting()) as ledger:
        list(ledger.add_all(documents()[:2]))
        made = ledger.correct(correction("club_to", ledger.entries()[0].id, "Derby County"))
        assert list(ledger.verify()) == []
        with ledger._store.writing() as connection:
            connection.execute(text("UPDATE corrections SET why = 'x'"))
        assert str(next(ledger.verify())).startswith(f"corrections {made.id!r}")


def read(document):
    """Reads the documents of this module again."""
    return documents()[int(document.id)][1]


class Who:
    identify = staticmethod(identify)
    tokens = staticmethod(tokens)


def test_a_repair_saves_what_is_sound_and_reads_claims_again(sound: Path, tmp_path: Path) -> None:
    luck, whole = random.Random(8), bytearray(sound.read_bytes())
    rows = payloads(sound)
    lost, reread = luck.sample([row for row in rows if row[0] == "documents"], 3), luck.sample(rows[COUNT:], 4)
    for _, _, payload in (*lost, *reread):
        whole[whole.index(payload[:500]) + 20] ^= 4
    damaged = tmp_path / "a.db"
    damaged.write_bytes(whole)
    done = repair(damaged, read, Who())
    assert done.kept.read_bytes() == whole
    with Ledger.open(damaged) as ledger:
        assert list(ledger.verify()) == []
        gone = {id for _, id, _ in lost}
        assert {one.id for one in ledger.documents()} == {str(at) for at in range(COUNT)} - gone
        assert {entry.claim.document for entry in ledger.entries()} == {str(at) for at in range(COUNT)} - gone
        list(ledger.add_all(documents()))
        with Ledger.open(sound, mode="read") as before:
            assert dump(ledger) == dump(before)


def test_a_page_that_is_gone_costs_only_itself(sound: Path, tmp_path: Path) -> None:
    whole = bytearray(sound.read_bytes())
    at = whole.index(b"Mark 0030 stands") // 4096 * 4096
    whole[at : at + 4096] = bytes(4096)
    damaged = tmp_path / "a.db"
    damaged.write_bytes(whole)
    with Ledger.open(damaged, mode="read") as ledger:
        assert list(ledger.verify())
    repair(damaged, read, Who())
    with Ledger.open(damaged) as ledger:
        assert list(ledger.verify()) == []
        assert len(list(ledger.documents())) >= COUNT // 2
        list(ledger.add_all(documents()))
        assert len(ledger.entries()) == COUNT


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_a_file_cut_short_is_told(sound: Path, tmp_path: Path, cut: float) -> None:
    damaged = tmp_path / "a.db"
    damaged.write_bytes(sound.read_bytes()[: int(sound.stat().st_size * cut) // 4096 * 4096])
    try:
        with Ledger.open(damaged, mode="read") as ledger:
            assert list(ledger.verify())
    except LedgerError as error:
        assert "damaged" in str(error)


@pytest.mark.parametrize("content", [b"no ledger at all\n" * 500, json.dumps({"a": 1}).encode() * 300])
def test_another_kind_of_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"a\.db: it is no ledger"):
        Ledger.open(path)
    assert path.read_bytes() == content


def test_a_database_of_somebody_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE about (name TEXT, value TEXT)")
    with pytest.raises(LedgerError, match="no ledger of mooted"):
        Ledger.open(path)
