"""Which phrases are heard, and with which signs. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.choice import load
from mooted.claims.cues import cues_before
from mooted.claims.extract import listen
from mooted.claims.hearing import hear, kind_of
from mooted.claims.lexicon import load as load_phrases
from mooted.claims.weighing import Scorer
from mooted.model.document import Document

NEWS = "Lens have made an offer for Genk winger Karel Dvorsky. It rained all day.\nGenk want more."


def test_each_sentence_with_a_phrase_is_a_passage() -> None:
    hearing = hear(Document("d", NEWS), load_phrases(), None, 0.0)
    (text,) = hearing.parts
    assert [passage.number for passage in text.passages] == [0, 2]
    assert all(len(passage.live) == len(passage.hits) == len(passage.bases) for passage in text.passages)


def test_phrases_of_coaches_hide_none_of_players() -> None:
    text = "Lens have made enquiries about Genk winger Karel Dvorsky."
    (passage,) = hear(Document("d", text), load_phrases(), None, 0.0).parts[0].passages
    heard = {hit.value.words: {event for one in hit.value.meanings for event in one.events} for hit in passage.hits}
    assert heard["made enquiries about"] == {"staff_move"}
    assert "contact" in heard["made enquiries"]
    assert all(text.lower()[start:stop] == phrase.words for start, stop, phrase in passage.hits)


def test_a_gate_lets_through_what_weighs_enough() -> None:
    first = hear(Document("d", NEWS), load_phrases(), None, 0.0).parts[0].passages[0].hits[0].value
    gate = Scorer({"w=" + first.words: 2.0})
    (heard,) = hear(Document("d", NEWS), load_phrases(), gate, 1.5).parts[0].passages
    assert (heard.number, heard.live) == (0, [0])
    assert hear(Document("d", NEWS), load_phrases(), gate, 2.5).silent


def test_pages_about_other_things_are_silent() -> None:
    page = "Bake the bread for an hour, and let it cool before you cut it."
    assert listen(Document("d", page, title="White bread"), load()).silent


@pytest.mark.parametrize(
    ("text", "titled", "kind"),
    [
        ("Lens want Dvorsky. (Voix du Nord)\nGenk want Petit. (Het Belang)\nGent want Maes. (Sporza)", False, "column"),
        ("Lens have made an offer for Karel Dvorsky #transfers", False, "post"),
        (NEWS, True, "article"),
        (NEWS, False, "line"),
        (NEWS * 9, False, "article"),
    ],
)
def test_the_form_of_a_document(text: str, titled: bool, kind: str) -> None:
    assert kind_of(text, titled) == kind


@pytest.mark.parametrize(
    ("before", "found", "near"),
    [
        ("lens have not yet ", ("have", "not", "yet"), ("have", "not", "yet")),
        ("genk could sell, but lens will ", ("will",), ("will",)),
        ("if genk agree, lens are expected to ", ("is", "expected", "to"), ("is", "expected", "to")),
        ("he said: \"lens won't ", ("not",), ("not",)),
        ("dvorsky (", (), ()),
    ],
)
def test_cues_are_those_of_the_clause(before: str, found: tuple[str, ...], near: tuple[str, ...]) -> None:
    assert cues_before(before, len(before), 0) == (found, near)


def test_cues_before_the_floor_do_not_count() -> None:
    assert cues_before("it may. lens ", 13, 8) == ((), ())
