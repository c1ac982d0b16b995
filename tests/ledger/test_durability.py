"""Kills, full disks, several processes at once: what was acknowledged is there, once, and the ledger is whole."""

from __future__ import annotations

import errno
import os
import random
import resource
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import event

from mooted.ledger import Ledger
from mooted.model.errors import LedgerError
from tests.ledger.dump import dump
from tests.ledger.told import TIMES, day, interest
from tests.ledger.writer import document

ROOT = Path(__file__).parents[2]
KILLS = 12 * TIMES  # in one long-lived ledger; `MOOTED_TEST_TIMES=17` makes it 200


def write(*words: object, **more) -> subprocess.Popen[str]:
    """Start a process that adds documents."""
    command = [sys.executable, "-m", "tests.ledger.writer", *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def test_what_was_acknowledged_outlives_kills_at_random_moments(tmp_path: Path) -> None:
    path, luck = tmp_path / "a.db", random.Random(1)
    acknowledged: set[str] = set()
    first = 0
    for _ in range(KILLS):
        process = write(path, max(0, first - 7), first + 4_000)
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        killer = threading.Timer(luck.random() * 0.4, process.kill)
        killer.start()
        told = [line.split()[0] for line in process.stdout if line.endswith(("new\n", "repeated\n"))]
        process.wait()
        killer.cancel()
        acknowledged.update(told)
        first = max(map(int, acknowledged), default=0) + 1
    with Ledger.open(path) as ledger:
        assert list(ledger.verify()) == []
        held = [one.id for one in ledger.documents()]
        assert len(held) == len(set(held))
        assert acknowledged <= set(held)
        entries = ledger.entries()
        assert sorted(entry.claim.document for entry in entries) == sorted(held)
        assert all(entry.person for entry in entries)
        with Ledger.open(":memory:") as fresh:
            list(fresh.add_all(document(int(at)) for at in held))
            assert dump(ledger) == dump(fresh)


def test_two_processes_at_once_give_what_one_gives(lasting) -> None:
    where = lasting()
    Ledger.open(where).close()
    writers = [write(where, *span) for span in ((0, 60, 1), (59, 20, -1), (10, 60, 3))]
    for writer in writers:
        _, told = writer.communicate(timeout=120)
        assert writer.returncode == 0, told
    with Ledger.open(where) as ledger, Ledger.open(":memory:") as alone:
        list(alone.add_all(document(at) for at in range(60)))
        assert dump(ledger) == dump(alone)
        assert list(ledger.verify()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="sets a limit that only POSIX has")
@pytest.mark.parametrize("room", [150, 400, 900])
def test_a_full_disk_is_told_and_the_rest_goes_on_when_there_is_room(tmp_path: Path, room: int) -> None:
    path = tmp_path / "a.db"
    Ledger.open(path).close()
    limit = path.stat().st_size + room * 1024

    def little() -> None:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit then fails as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = write(path, 0, 3_000, preexec_fn=little)
    out, err = process.communicate(timeout=120)
    assert process.returncode != 0 and "done" not in out
    assert "LedgerError" in err.splitlines()[-1] and str(path) in err
    acknowledged = {line.split()[0] for line in out.splitlines()[1:]}
    with Ledger.open(path) as ledger:
        assert list(ledger.verify()) == []
        assert {one.id for one in ledger.documents()} == acknowledged
        list(ledger.add_all(document(at) for at in range(len(acknowledged) + 20)))
        assert len(ledger.entries()) == len(acknowledged) + 20


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (sqlite3.OperationalError("database or disk is full"), "the disk is full; free some space"),
        (sqlite3.OperationalError("disk I/O error"), "the disk failed"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "may not be written"),
        (sqlite3.OperationalError("database is locked"), "somebody else has been writing"),
        (sqlite3.DatabaseError("database disk image is malformed"), "the file is damaged; run `mooted verify`"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
    ],
)
def test_a_fault_of_the_disk_at_any_moment_leaves_whole_batches(
    tmp_path: Path, monkeypatch, fault: Exception, says: str
) -> None:
    told = [document(at) for at in range(12)]
    monkeypatch.setattr("mooted.ledger.ledger.BATCH", 4)
    with Ledger.open(tmp_path / "a.db") as ledger:
        left = [0]
        connection = ledger._store._writer_connection()

        def fail(*_: object) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise fault

        event.listen(connection.engine, "before_cursor_execute", fail)
        for at in range(1, 40, 3):
            left[0] = at
            try:
                list(ledger.add_all(told))
            except LedgerError as error:
                assert says in str(error) or "run `mooted verify`" in str(error)
            except (sqlite3.Error, OSError):
                pytest.fail("a fault came through as it was")
            left[0] = -1
            assert list(ledger.verify()) == []
            assert len(list(ledger.documents())) % 4 == 0
        list(ledger.add_all(told))
        assert len(ledger.entries()) == 12
        assert all(entry.person for entry in ledger.entries())


def test_many_ask_while_one_writes(lasting) -> None:
    where = lasting()
    with Ledger.open(where) as ledger:
        list(ledger.add_all(document(at) for at in range(40)))
    writer = write(where, 40, 400)
    wrong: list[object] = []

    def ask() -> None:
        try:
            with Ledger.open(where, mode="read") as ledger:
                for _ in range(25 * TIMES):
                    ids = [entry.claim.document for entry in ledger.entries(club="Club 1")]
                    assert len(ids) == len(set(ids)) >= 8
                    assert {hit.entry.claim.club_to for hit in ledger.search("club 1 want", limit=5) if hit.entry}
                    assert len(list(ledger.documents())) >= 40
        except BaseException as error:
            wrong.append(error)

    readers = [threading.Thread(target=ask) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    _, err = writer.communicate(timeout=240)
    assert (writer.returncode, wrong) == (0, []), err
    with Ledger.open(where) as ledger:
        assert len(ledger.entries()) == 400


def test_a_backup_during_writing_is_a_whole_moment(lasting, tmp_path: Path) -> None:
    where = lasting()
    with Ledger.open(where) as ledger:
        list(ledger.add_all(document(at) for at in range(5)))
    writer = write(where, 5, 300)
    with Ledger.open(where, mode="read") as ledger:
        for turn in range(6 * TIMES):
            ledger.backup(tmp_path / f"{turn}.copy")
            time.sleep(0.05)
    writer.communicate(timeout=240)
    for turn in range(6 * TIMES):
        with Ledger.open(tmp_path / f"{turn}.copy") as copy, Ledger.open(":memory:") as fresh:
            held = [int(one.id) for one in copy.documents()]
            assert sorted(held) == list(range(len(held))) and len(held) % 5 == 0
            list(fresh.add_all(document(at) for at in held))
            assert dump(copy) == dump(fresh)
            assert list(copy.verify()) == []


def test_a_backup_overwrites_nothing(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(LedgerError, match="there already"):
        ledger.backup(tmp_path / "there")
    with pytest.raises(LedgerError, match="folder is not there"):
        ledger.backup(tmp_path / "nowhere" / "a.db")


def test_readers_cannot_write(lasting) -> None:
    where = lasting()
    with Ledger.open(where) as ledger:
        ledger.add(*interest("a", "Tom Ashby", "Leeds United"))
    with Ledger.open(where, mode="read") as ledger:
        with pytest.raises(LedgerError, match="may not be written"):
            ledger.add(*interest("b", "Tom Ashby", "Leeds United"))
        with pytest.raises(LedgerError, match="may not be written"), ledger._store.reading() as connection:
            connection.exec_driver_sql("DELETE FROM sources")
        assert len(ledger.entries()) == 1


def test_a_question_that_takes_too_long_is_stopped(lasting) -> None:
    where = lasting()
    with Ledger.open(where) as ledger:
        list(ledger.add_all(interest(str(at), "Tom Ashby", "Leeds United", at=day(1 + at)) for at in range(200)))
    slow = "SELECT count(*) FROM claims a, claims b, claims c, claims d"
    with Ledger.open(where, mode="read", seconds=0.2) as ledger:
        with pytest.raises(LedgerError, match="took longer than it may"), ledger._store.reading() as connection:
            connection.exec_driver_sql(slow).all()
        assert len(ledger.entries()) == 200


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_file_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Ledger.open(path).close()
    path.chmod(0o444)
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="may not be written"):
        ledger.add(*interest("b", "Tom Ashby", "Leeds United"))


def test_there_has_to_be_a_ledger_to_ask(tmp_path: Path) -> None:
    for mode in ("read", "extend"):
        with pytest.raises(LedgerError, match=r"no ledger yet; make one with `mooted add"):
            Ledger.open(tmp_path / "a.db", mode=mode)


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(LedgerError, match="no server answers there") as told:
        Ledger.open("postgresql://desk:secret@127.0.0.1:9/news?connect_timeout=2")
    assert "secret" not in str(told.value)
