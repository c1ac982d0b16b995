"""Composed accents, and the way back to the text as it was written."""

from __future__ import annotations

import unicodedata

import pytest

from mooted.language.composing import compose
from mooted.model.document import Document
from mooted.pipeline import read_document
from tests.growth import is_linear

NAME = "Drăgușin"
PARTED = unicodedata.normalize("NFD", NAME)


def test_accents_become_one_with_their_letters() -> None:
    assert PARTED != NAME
    assert compose(PARTED).text == NAME


@pytest.mark.parametrize("text", ["", "Leeds", NAME, "“Leeds”\n🚨"])
def test_text_that_needs_nothing_is_left_alone(text: str) -> None:
    assert compose(text).text == text
    assert compose(text).back(len(text)) == len(text)


def test_every_letter_leads_back_to_its_own() -> None:
    text = f"x {PARTED} y {PARTED}\u0301\u0301 z"
    found = compose(text)
    for letter in "xyz":
        assert text[found.back(found.text.index(letter))] == letter
    start = found.text.index(NAME)
    assert text[found.back(start) : found.back(start + len(NAME))] == PARTED


def test_a_lone_half_of_a_character_is_replaced() -> None:
    assert compose("Leeds \ud83d").text == "Leeds \ufffd"


def test_a_claim_keeps_the_words_as_written() -> None:
    text = f"Leeds United have made a bid for Genoa defender Radu {PARTED}."
    (claim,) = read_document(Document("page", text))
    assert claim.player == f"Radu {NAME}"
    assert claim.evidence.span is not None
    assert text[claim.evidence.span.start : claim.evidence.span.stop] == claim.evidence.words
    assert PARTED in claim.evidence.words


def test_a_letter_under_a_tower_of_marks_takes_no_longer_than_others() -> None:
    assert is_linear(lambda size: compose("a" + "\u0301\u0327" * size), 12_500)
