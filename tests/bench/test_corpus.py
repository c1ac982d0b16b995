"""What is learned from keeps its form: our own texts, and our reading of other people's, which holds no text."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bench.agreement import CLUB_MAY_BE_UNSAID, NO_CLUB_TO, PURSUIT, Told, told, words
from bench.corpus import MORE, OWN, Annotated, more, own, read_own, readings, rule_examples

EVENTS = {*PURSUIT, *CLUB_MAY_BE_UNSAID, *NO_CLUB_TO, "needs"}
FIELDS = {
    "player", "event", "club_to", "club_from", "polarity", "modality", "deal", "fee", "sources", "position",
    "optional", "evidence_in", "evidence_span",
}  # fmt: skip
"""A condition is other people's words, and so not among them."""
LONGEST_NAME = 60
FILES = sorted(OWN.glob("*.txt"))
OURS = own()
READ: list[dict[str, Any]] = list(readings())
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def page(text: Annotated) -> set[str]:
    """The words of a text and its title, plain."""
    document = text.document
    return set(words(f"{document.title or ''} {document.text}"))


def stands(name: str, text: Annotated) -> bool:
    """Are the words of a name in the text, or its handle? Of several, one may be missing or spelled otherwise."""
    there = page(text)
    if "@" + name.replace(" ", "") in text.document.text:
        return True
    missing = [word for word in words(name) if word not in there and f"{word}s" not in there]
    return len(missing) <= (len(words(name)) > 1)


def same(claim: Told) -> tuple[object, ...]:
    return claim.player, claim.event, claim.club_to, claim.polarity, claim.position


def faults(text: Annotated) -> list[str]:
    """What is wrong with the claims of a text."""
    sure = [same(claim) for claim in text.claims if not claim.optional]
    wrong = {
        "has no words": not text.document.text.strip(),
        "tells of an event that is none": not {claim.event for claim in text.claims} <= EVENTS,
        "says a claim twice": len(sure) > len(set(sure)),
        "has a need with a player, or a claim of nobody": any(
            (claim.player is None) != (claim.event == "needs") for claim in text.claims
        ),
        "has a club that gets him where none can": any(
            claim.club_to for claim in text.claims if claim.event in NO_CLUB_TO
        ),
    }
    return [fault for fault, there in wrong.items() if there]


def unnamed(text: Annotated) -> list[str]:
    """Whom the claims of a text name, and the text does not. A club that speaks for itself is given by its usual name,
    whatever the text calls it."""
    named = {claim.player for claim in text.claims if claim.player}
    named |= {source for claim in text.claims for source in claim.sources}
    clubs = {club for claim in text.claims for club in (claim.club_to, claim.club_from) if club}
    return [name for name in sorted(named - clubs) if not stands(name, text)]


def test_there_are_texts_of_our_own() -> None:
    assert len(OURS) >= 100
    assert sum(not text.claims for text in OURS) >= 10
    assert {claim.event for text in OURS for claim in text.claims} == EVENTS


@each_file
def test_each_text_says_what_is_claimed_or_that_nothing_is(path: Path) -> None:
    blocks = [block for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    assert len(blocks) == len(list(read_own(path)))
    assert [block for block in blocks if "\n>" not in block] == []
    assert [block for block in blocks if "\n> nothing" in block and block.count("\n>") > 1] == []


@each_file
def test_the_texts_of_our_own_are_well_formed(path: Path) -> None:
    assert {text.document.id: found for text in read_own(path) if (found := faults(text))} == {}


@each_file
def test_whom_a_claim_names_its_text_names(path: Path) -> None:
    assert {text.document.id: names for text in read_own(path) if (names := unnamed(text))} == {}


def test_a_field_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    path.write_text("Fulham want Kole Brandt.\n> Kole Brandt | interest | towards Fulham\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"wrong\.txt:1: no field of a claim: 'towards Fulham'"):
        list(read_own(path))


def test_the_examples_of_the_rules_are_documents_too() -> None:
    examples = rule_examples()
    assert all(text.document.text for text in examples)
    assert {claim.event for text in examples for claim in text.claims} <= EVENTS


def test_every_file_of_our_reading_is_read() -> None:
    assert {path.name for path in MORE} >= {"corpus.gold.jsonl", "corpus-2.gold.jsonl", "corpus-3.gold.jsonl"}
    assert len(READ) == sum(len(path.read_text(encoding="utf-8").splitlines()) for path in MORE)


def test_a_reading_is_joined_to_the_document_it_is_of(tmp_path: Path) -> None:
    wanted = [path.read_text(encoding="utf-8").splitlines()[-1] for path in MORE]
    ids = [json.loads(line)["id"] for line in wanted]
    for file in {name.rsplit("-", 1)[0] for name in ids}:
        with gzip.open(tmp_path / f"{file}.jsonl.gz", "wt", encoding="utf-8") as out:
            for name in (*(name for name in ids if name.startswith(file)), f"{file}-not-read"):
                out.write(json.dumps({"id": name, "text": "Words."}) + "\n")
    assert {reading.document.id for reading in more(tmp_path)} == set(ids)


def test_each_document_is_read_once() -> None:
    ids = [reading["id"] for reading in READ]
    assert len(ids) == len(set(ids))


def test_a_reading_holds_claims_and_places_and_no_text() -> None:
    for reading in READ:
        assert reading.keys() == {"id", "claims"}
        for claim in reading["claims"]:
            assert claim.keys() <= FIELDS, reading["id"]
            names = [claim.get("player"), claim.get("club_to"), claim.get("club_from"), claim.get("position")]
            assert all(len(name) <= LONGEST_NAME for name in (*names, *claim["sources"]) if name), reading["id"]


def test_a_reading_keeps_the_form_of_the_contract() -> None:
    for reading in READ:
        claims = [told(claim) for claim in reading["claims"]]
        assert {claim.event for claim in claims} <= EVENTS, reading["id"]
        assert {claim.polarity for claim in claims} <= {"affirmed", "denied"}, reading["id"]
        assert {claim.modality for claim in claims} <= {"actual", "possible", "conditional"}, reading["id"]
        sure = [same(claim) for claim in claims if not claim.optional]
        assert len(sure) == len(set(sure)), reading["id"]


def test_the_places_of_a_reading_are_in_order() -> None:
    for reading in READ:
        for claim in reading["claims"]:
            assert claim["evidence_in"] in {"title", "text"}, reading["id"]
            start, stop = claim["evidence_span"]
            assert 0 <= start < stop, reading["id"]
