"""What the reader makes of eight of the examples, as it was when somebody last looked at it.

After a change that is meant to change what is read, ``pytest tests/golden --renew`` writes the claims anew; look at
the difference (``git diff tests/golden``) before you keep it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mooted.model.document import Document
from mooted.model.wire import claim_to_json
from mooted.pipeline import read_documents

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent
NAMES = (
    "01-dragusin-suitors.txt",
    "05-smalling-future.txt",
    "07-gossip-june-2023.txt",
    "10-mbappe-madrid.html",
    "12-deadline-day-2025.txt",
    "13-wirtz-liverpool.txt",
    "18-amorim-appointment.txt",
    "30-san-siro-sale.txt",
)


def _read(name: str) -> list[dict[str, object]]:
    """The claims of an example without their ids, which follow from the rest."""
    claims = [claim for read in read_documents([EXAMPLES / name]) if isinstance(read, tuple) for claim in read[1]]
    return [{key: value for key, value in claim_to_json(claim).items() if key != "id"} for claim in claims]


def _written(claims: list[dict[str, object]]) -> str:
    return json.dumps(claims, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_read_as_before(name: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{Path(name).stem}.json"
    claims = _read(name)
    if request.config.getoption("--renew"):
        golden.write_text(_written(claims), encoding="utf-8")
    assert claims == json.loads(golden.read_text(encoding="utf-8")), "see the head of this file on how to renew"


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == {Path(name).stem for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_of_an_example_stands_in_it(name: str) -> None:
    for read in read_documents([EXAMPLES / name]):
        assert isinstance(read, tuple)
        document, claims = read
        assert all(_stands(document, claim.evidence.words) for claim in claims)


def _stands(document: Document, words: str) -> bool:
    return words in document.text or words in (document.title or "")
