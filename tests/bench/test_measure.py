"""What is measured and written down, with a reader that knows one sentence."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bench.corpus import UNSEEN, own
from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.span import Quote, Span

measuring = pytest.importorskip("bench.measure", reason="needs the whole pipeline", exc_type=ImportError)
SENTENCE = "Roma want Ada Rowe"


def one_sentence(document: Document) -> tuple[Claim, ...]:
    start = document.text.find(SENTENCE)
    if start < 0:
        return ()
    quote = Quote(SENTENCE, Span(start, start + len(SENTENCE)))
    return (Claim(document.id, "Ada Rowe", "interest", quote, "test", club_to="AS Roma"),)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two dev documents, one of them a seed, and a page about another thing in which the sentence stands twice."""
    interest = {"player": "Ada Rowe", "event": "interest", "club_to": "Roma"}
    files = {
        "dev.jsonl": [{"id": "seed-0", "text": f"{SENTENCE}."}, {"id": "b", "text": "Nothing is said here at all."}],
        "dev.gold.jsonl": [{"id": "seed-0", "claims": [interest]}, {"id": "b", "claims": [interest]}],
        "other-topics.jsonl": [{"id": "x", "text": f"{SENTENCE}."}, {"id": "y", "text": "A page about tennis."}],
    }
    for name, rows in files.items():
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def test_only_the_sets_at_hand_are_measured(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "OTHER_TOPICS", "other-topics.jsonl")
    measured = measuring.measure(corpus, one_sentence)
    assert list(measured.scores) == ["dev", "examples", "hard", "lines", "reports"]
    assert measured.scores["dev"].claims.recall == 0.5
    assert measured.scores["examples"].claims.tp == 0
    assert measured.seeds["seed-0"].f1 == 1.0
    assert measured.chatter == 0.5
    page = measuring.as_text(measured)
    assert "other topics: 0.500 claims a document" in page
    assert "seed-0 1.000" in page


def test_without_a_corpus_our_own_texts_remain(tmp_path: Path) -> None:
    measured = measuring.measure(tmp_path, one_sentence)
    assert list(measured.scores) == ["examples", "hard", "lines", "reports"]
    assert measured.chatter is None


def test_no_text_is_learned_from_and_unseen() -> None:
    learned = {text.document.text for text in own()}
    unseen = [text for folder in UNSEEN.iterdir() for text in own(folder)]
    assert len(unseen) > 1000
    assert not learned & {text.document.text for text in unseen}


def test_a_record_is_a_line_below_the_others(corpus: Path) -> None:
    measured = measuring.measure(corpus, one_sentence, sets=["dev"])
    table = corpus / "SCORES.md"
    measuring.record(measured, "first", date(2026, 1, 2), table)
    line = measuring.record(measured, "with | a bar", date(2026, 1, 3), table)
    assert line == "| 2026-01-03 | with / a bar | 0.667 | 0.667 | 0.667 | 1.000 | - | - | - |\n"
    assert table.read_text(encoding="utf-8").startswith(measuring.RECORD_HEAD)
    assert table.read_text(encoding="utf-8").count("\n| 2026") == 2
