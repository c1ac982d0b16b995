"""Our examples and their gold belong together: every document is annotated, every claim stands in its text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.agreement import CLUB_MAY_BE_UNSAID, LADDER, NO_CLUB_TO, PURSUIT
from mooted.documents import open_documents
from mooted.model.document import Document

ROOT = Path(__file__).resolve().parents[2]
FIELDS = {
    "player", "event", "club_to", "club_from", "polarity", "modality",
    "deal", "fee", "sources", "position", "condition", "evidence",
}  # fmt: skip
EVENTS = {*PURSUIT, *CLUB_MAY_BE_UNSAID, *NO_CLUB_TO, "needs"}
DEALS = {"permanent", "loan", "loan_option", "loan_obligation", "free", "swap", None}
WORTH = {"bid", "asking", "agreed", "paid", "valuation", "clause"}


@pytest.fixture(scope="module")
def gold() -> dict[str, list[dict[str, Any]]]:
    lines = (ROOT / "bench" / "gold" / "examples.gold.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row["claims"] for row in map(json.loads, lines)}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    opened = list(open_documents([ROOT / "examples"]))
    assert [one for one in opened if not isinstance(one, Document)] == []
    return {one.id: one for one in opened if isinstance(one, Document)}


def test_each_example_has_gold(gold: dict[str, list[dict[str, Any]]], documents: dict[str, Document]) -> None:
    assert gold.keys() == documents.keys()
    assert len(documents) >= 20
    assert sum(not claims for claims in gold.values()) >= 4


def test_each_claim_stands_in_its_document(
    gold: dict[str, list[dict[str, Any]]], documents: dict[str, Document]
) -> None:
    for name, claims in gold.items():
        page = f"{documents[name].title}\n{documents[name].text}"
        for claim in claims:
            assert claim["evidence"] in page, name
            assert not claim["condition"] or claim["condition"] in page, name


def test_each_claim_keeps_the_form_of_the_contract(gold: dict[str, list[dict[str, Any]]]) -> None:
    for name, claims in gold.items():
        for claim in claims:
            assert claim.keys() - {"optional"} == FIELDS, name
            assert claim["event"] in EVENTS and claim["deal"] in DEALS, name
            assert claim["polarity"] in {"affirmed", "denied"}, name
            assert claim["modality"] in {"actual", "possible", "conditional"}, name
            assert (claim["player"] is None) == (claim["event"] == "needs") == bool(claim["position"]), name
            assert (claim["modality"] == "conditional") == bool(claim["condition"]), name
            assert not claim["fee"] or (
                claim["fee"].keys() == {"amount", "currency", "kind"} and claim["fee"]["kind"] in WORTH
            )
            assert claim["event"] not in NO_CLUB_TO or claim["club_to"] is None, name


def test_one_claim_for_each_thing_said(gold: dict[str, list[dict[str, Any]]]) -> None:
    for name, claims in gold.items():
        sure = [c for c in claims if not c.get("optional")]
        keys = [(c["player"], c["event"], c["club_to"], c["polarity"], c["position"]) for c in sure]
        assert len(keys) == len(set(keys)), name


def test_every_event_has_an_example(gold: dict[str, list[dict[str, Any]]]) -> None:
    shown = {claim["event"] for claims in gold.values() for claim in claims if not claim.get("optional")}
    assert shown == EVENTS
    assert set(LADDER) < shown
