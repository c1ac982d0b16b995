"""Claims about invented players, with the fields that a test is about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from mooted.model.claim import Attribution, Claim
from mooted.model.document import Document
from mooted.model.span import Quote, Span

WORDS = "Hollin Rovers have tabled a bid for Bence Varga"


def a_claim(**fields: Any) -> Claim:
    words = fields.pop("words", WORDS)
    voices = fields.pop("says", ())
    values = {
        "document": "varga",
        "player": "Bence Varga",
        "event": "bid",
        "evidence": Quote(words, Span(0, len(words))),
        "rule": "a rule",
        "club_to": "Hollin Rovers",
        "club_from": "Ajax",
        "attribution": Attribution("The Whistle", voices),
        **fields,
    }
    return Claim(**values)


def a_document(name: str = "varga", **fields: Any) -> Document:
    values = {
        "text": WORDS,
        "title": "Varga nears Hollin",
        "outlet": "The Whistle",
        "published_at": datetime(2026, 1, 12, 9, 30, tzinfo=UTC),
        **fields,
    }
    return Document(id=name, **values)


@pytest.fixture
def claim():
    return a_claim


@pytest.fixture
def document():
    return a_document
