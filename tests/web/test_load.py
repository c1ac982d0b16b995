"""Many readers while documents are added: no failure, no growth; longer with MOOTED_READS."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

from mooted.model.document import Document
from mooted.opening import open_ledger
from mooted.pipeline import read_whole
from tests.web.conftest import Desk

pytestmark = pytest.mark.enable_socket
READS = int(os.environ.get("MOOTED_READS", "300"))
"""Requests in all: 10,000 in a long run."""
AT_ONCE = 20
PATHS = ("/", "/player/radu-dragusin", "/club/Tottenham", "/deadline", "/search?q=bid", "/api/v1/claims", "/sources")


def test_reading_goes_on_while_documents_are_added(writable_desk: Desk) -> None:
    """No answer is an error, and a page shows what was added as soon as it is asked for again."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        reads = pool.map(lambda at: _read(writable_desk, at), range(READS))
        for number in range(10):
            _add(Path(writable_desk.settings.database), number)
        assert set(reads) == {200}
    assert "Tom Ashby" in httpx2.get(f"{writable_desk.address}search?q=Ashby").text


def _read(desk: Desk, at: int) -> int:
    return httpx2.get(desk.address.rstrip("/") + PATHS[at % len(PATHS)], timeout=30).status_code


def _add(database: Path, number: int) -> None:
    text = f"Leeds United have made a £{number + 1}m bid for Wigan Athletic midfielder Tom Ashby."
    document = Document(f"added-{number}", text, outlet="The Touchline Gazette")
    with open_ledger(database) as ledger:
        ledger.add(document, read_whole(document))


def test_a_question_that_takes_too_long_is_a_problem_and_no_failure(writable_desk: Desk) -> None:
    """What the ledger stops after its second comes back as 503 with what to do."""
    from mooted.model.errors import LedgerError
    from mooted.web.troubles import _read as told

    status, words, headers = told(LedgerError("ledger.db", "the question took too long", "narrow it"))
    assert (status, headers) == (503, {"retry-after": "5"})
    assert "narrow it" in words
