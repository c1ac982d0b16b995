"""Corrections in the names that people use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from mooted.answers.correcting import correct
from mooted.ledger import CorrectionError, Ledger
from mooted.model.document import Document
from mooted.model.entry import Correction, Kind
from mooted.model.missing import NotFound
from mooted.opening import open_ledger
from mooted.pipeline import read_whole


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    text = "Leeds United have made a bid for Wigan Athletic midfielder Tom Ashby."
    document = Document("a", text, published_at=datetime(2026, 1, 12, tzinfo=UTC))
    with open_ledger(":memory:") as opened:
        opened.add(document, read_whole(document))
        yield opened


def _correction(ledger: Ledger, kind: Kind, value: str, target: str | None = None) -> Correction:
    return Correction(
        kind, target or ledger.entries()[0].id, value, "Ada", "it says so", datetime(2026, 1, 13, tzinfo=UTC)
    )


@pytest.mark.parametrize(("given", "kept"), [("Spurs", "Tottenham Hotspur"), ("wigan athletic", "Wigan Athletic"),
                                             ("Hollinmoor Vale", "Hollinmoor Vale"), ("", "")])  # fmt: skip
def test_a_club_is_kept_as_claims_show_it(ledger: Ledger, given: str, kept: str) -> None:
    assert correct(ledger, _correction(ledger, "club_to", given)).value == kept


def test_a_club_that_is_misspelt_is_told_what_it_may_be(ledger: Ledger) -> None:
    with pytest.raises(CorrectionError, match="did you mean 'Tottenham Hotspur'"):
        correct(ledger, _correction(ledger, "club_to", "Totenham Hotspur"))
    assert ledger.corrections() == []


def test_people_are_merged_by_name(ledger: Ledger) -> None:
    other = Document(
        "b", "Fulham have made a bid for Ajax winger Bence Varga.", published_at=datetime(2026, 1, 12, tzinfo=UTC)
    )
    ledger.add(other, read_whole(other))
    correct(ledger, _correction(ledger, "merge", "Tom Ashby", "Bence Varga"))
    assert {entry.person for entry in ledger.entries()} == {"tom-ashby"}
    with pytest.raises(NotFound):
        correct(ledger, _correction(ledger, "merge", "Nobody Atall", "Tom Ashby"))
