"""A text as its author meant it, and the way back."""

from __future__ import annotations

import unicodedata

import pytest

from mooted.language.plaintext import plain_text
from mooted.model.document import Document
from mooted.pipeline import read_document

NAME = "Drăgușin"
PARTED = unicodedata.normalize("NFD", NAME)


@pytest.mark.parametrize("text", ["", "Leeds", NAME, "“Leeds”\n🚨", "Leeds & Hull want him.\n\nHe stays."])
def test_text_that_needs_nothing_is_left_alone(text: str) -> None:
    assert plain_text(text).text == text
    assert not plain_text(text).steps


def test_every_letter_leads_back_to_its_own() -> None:
    text = f"<b>x</b> {PARTED} **y** {PARTED}\u0301\u0301 &amp; z"
    found = plain_text(text)
    for letter in "xyz":
        at = found.text.index(letter)
        start, stop = found.back(at, at + 1)
        assert text[start:stop] == letter
    at = found.text.index(NAME)
    start, stop = found.back(at, at + len(NAME))
    assert text[start:stop] == PARTED


def test_a_lone_half_of_a_character_is_replaced() -> None:
    assert plain_text("Leeds \ud83d").text == "Leeds \ufffd"


def test_a_claim_keeps_the_words_as_written() -> None:
    text = f"<p>Leeds &amp; Co: <b>Leeds United</b> have made a bid\r\nfor Genoa defender Radu {PARTED}.</p>"
    (claim,) = read_document(Document("page", text))
    assert claim.player == f"Radu {NAME}"
    assert claim.evidence.span is not None
    assert text[claim.evidence.span.start : claim.evidence.span.stop] == claim.evidence.words
    assert claim.evidence.words.endswith(PARTED)


def test_words_of_a_title_are_as_written() -> None:
    title = f"Leeds United have made a bid for Genoa&#39;s Radu {PARTED}"
    (claim,) = read_document(Document("page", "No more is known.", title=title))
    assert claim.evidence.span is None
    assert claim.evidence.words in title
    assert claim.evidence.words.endswith(PARTED)
