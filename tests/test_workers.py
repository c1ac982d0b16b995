"""Several processes at the same work: nothing is lost, nothing doubled, everything in its order."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from mooted import workers
from mooted.model.document import Document
from mooted.model.errors import MootedError, Rejected
from mooted.opening import open_ledger
from mooted.pipeline import add_documents, read_documents
from mooted.workers import LOST, Workers, cores

DEADLY, FAULTY, SLOW = 13, 17, 19
STORY = "Leeds United have made a £6m bid for Wigan Athletic midfielder Tom Ashby."


@pytest.fixture(autouse=True)
def called_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ALONE", 2)


def square(number: int) -> int:
    """A square; some numbers do not let it come to that."""
    if number == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == FAULTY:
        raise ValueError(number)
    if number == SLOW:
        time.sleep(60)
    return number * number


def nothing() -> None:
    """What there is to do before work begins."""


def of(count: int) -> Workers[int, int]:
    return Workers(square, count, nothing)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_thing_comes_back_once_and_in_order(count: int) -> None:
    numbers = [number for number in range(200) if number not in (DEADLY, FAULTY, SLOW)]
    with of(count) as crew:
        assert list(crew.each(numbers)) == [(number, number * number) for number in numbers]
        assert list(crew.each([3, 4])) == [(3, 9), (4, 16)]
        assert list(crew.each([])) == []


def test_what_ends_a_worker_is_lost_and_nothing_else() -> None:
    numbers = [*range(SLOW), *range(SLOW + 1, 60)]
    with of(2) as crew:
        done = dict(crew.each(numbers))
    assert list(done) == numbers
    assert {number for number, what in done.items() if what is LOST} == {DEADLY, FAULTY}
    assert all(done[number] == number * number for number in numbers if number not in (DEADLY, FAULTY))


def test_no_more_is_drawn_than_is_soon_wanted() -> None:
    drawn = 0

    def endless() -> count[int]:
        nonlocal drawn
        for number in count(100):
            drawn += 1
            yield number

    with of(2) as crew:
        done = crew.each(endless())
        for _ in range(10):
            next(done)
        assert drawn < 200


def test_whoever_stops_before_the_end_waits_for_nobody() -> None:
    begun = time.monotonic()
    with of(2) as crew:
        done = crew.each([1, 2, *range(20, 36), SLOW, *range(40, 90)])
        assert next(done) == (1, 1)
        assert [next(done)[0] for _ in range(5)] == [2, 20, 21, 22, 23]
    assert time.monotonic() - begun < 30


def test_workers_end_with_whoever_called_them() -> None:
    told = (
        "import time\nfrom mooted import workers\nfrom mooted.workers import Workers\n"
        "workers.ALONE = 0\n"
        "from tests.test_workers import nothing, square\n"
        "with Workers(square, 2, nothing) as crew:\n"
        "    for _ in crew.each(range(10)):\n"
        "        print(*(worker.process.pid for worker in crew._idle), flush=True)\n"
        "        time.sleep(60)\n"
    )
    caller = subprocess.Popen([sys.executable, "-c", told], stdout=subprocess.PIPE, text=True)
    assert caller.stdout
    pids = [int(pid) for pid in caller.stdout.readline().split()]
    caller.kill()
    caller.wait()
    assert pids
    until = time.monotonic() + 30
    while any(map(_lives, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_lives, pids))


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def refuse() -> None:
    """Fail before work begins."""
    raise SystemExit


def test_workers_that_cannot_begin_are_told_of() -> None:
    with Workers(square, 2, refuse) as crew, pytest.raises(MootedError, match="__main__"):
        list(crew.each(range(10)))


def test_there_is_a_core() -> None:
    assert cores() >= 1


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Forty stories, some of which cannot be read."""
    lines = [json.dumps({"id": f"n{at}", "text": STORY, "published": "2026-01-12"}) for at in range(40)]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join([*lines[:20], "no JSON", *lines[20:]]) + "\n", encoding="utf-8")
    return path


def test_documents_read_by_several_are_those_read_by_one(news: Path) -> None:
    alone = list(read_documents([news]))
    assert list(read_documents([news], jobs=2)) == alone
    assert sum(isinstance(one, Rejected) for one in alone) == 1


def test_a_ledger_filled_by_several_is_that_filled_by_one(news: Path, tmp_path: Path) -> None:
    told = {}
    for jobs in (1, 2):
        with open_ledger(tmp_path / f"{jobs}.db") as ledger:
            receipts = list(add_documents([news], ledger, jobs=jobs))
            told[jobs] = receipts, [entry.claim for entry in ledger.entries()], len(list(ledger.rejections()))
    assert told[1] == told[2]
    assert told[1][2] == 1


def deadly(document: Document) -> tuple[()]:
    """Read a document, unless it is the one."""
    if document.id == "n30":
        os.kill(os.getpid(), signal.SIGKILL)
    return ()


def test_a_document_that_ends_its_reader_is_told(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mooted.pipeline._claims_of", deadly)
    found = list(read_documents([news], complete=lambda document: document, jobs=2))
    lost = [one for one in found if isinstance(one, Rejected) and "twice" in one.reason]
    assert [one.place for one in lost] == [f"{news}:32"]
    assert sum(isinstance(one, tuple) for one in found) == 39
