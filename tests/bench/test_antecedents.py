"""Learning whom pronouns mean, from claims whose words name nobody."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

pytest.importorskip("scipy.sparse")

from bench.agreement import told
from bench.antecedents import Pronoun, cross_validate, learn, pronouns, rightly, save
from bench.corpus import Annotated
from mooted.entities.antecedents import Standing, load
from mooted.model.document import Document

TEXT = "Kole Brandt has told Porto boss Rui Salgueiro that he wants to go. Fulham like Kole Brandt, and he likes them."
NEAR, LEADER = Standing("he", "manager", False, False, 0), Standing("he", "player", False, True, 1, leads=True)


def found(*evidence: str) -> list[Pronoun]:
    claims = [told({"player": "Kole Brandt", "event": "wants_out", "sources": [], "evidence": e}) for e in evidence]
    return pronouns(Annotated("own", Document("1", TEXT), tuple(claims)))


def test_the_pronoun_that_carries_a_claim_means_whom_it_is_of() -> None:
    (pronoun,) = found("that he wants to go")
    assert pronoun.weight == 1.0
    meant = dict(zip(pronoun.standings, pronoun.right, strict=True))
    assert [(standing.role, right) for standing, right in meant.items()] == [("manager", False), ("player", True)]


def test_a_pronoun_beside_his_name_counts_less() -> None:
    (pronoun,) = found("like Kole Brandt, and he likes them")
    assert pronoun.weight < 1.0


def test_words_without_a_pronoun_teach_nothing() -> None:
    assert found("wants to go", "no such words") == []


def test_what_tells_weighs() -> None:
    rows = [Pronoun((NEAR, LEADER), (False, True), 1.0)] * 10
    weights = learn(rows)
    assert weights["leads"] > 0 > weights["role=manager"]
    assert rightly(rows, weights) == 10
    assert cross_validate([rows[:5], rows[5:]], 2) == "10 of 10 pronouns (100.0%)"


def test_weights_are_kept_in_order(tmp_path: Path) -> None:
    save({"leads": 0.5, "focus": 0.25}, tmp_path / "weights.csv")
    assert (tmp_path / "weights.csv").read_text() == "sign,weight\nfocus,0.25\nleads,0.5\n"


def test_the_weights_that_come_with_mooted_are_as_they_were_learned() -> None:
    from mooted.entities.antecedents import WEIGHTS

    with WEIGHTS.open(encoding="utf-8", newline="") as lines:
        signs = [row["sign"] for row in csv.DictReader(lines)]
    assert signs == sorted(set(signs))
    assert len(load()) == len(signs) > 100
