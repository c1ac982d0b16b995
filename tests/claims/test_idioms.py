"""Idioms keep the shorter phrases of news inside them from being heard. Sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.hearing import hear
from mooted.claims.lexicon import load
from mooted.model.document import Document
from mooted.pipeline import read_document


@pytest.mark.parametrize(
    "text",
    [
        "Lens are set to be without Kole Brandt for the visit of Genk.",
        "Lens winger Kole Brandt is set to return to the team for the trip to Genk.",
        "Kole Brandt could return for Saturday's game at Genk.",
        "Kole Brandt looks set to join them on the sidelines at Lens.",
        "Lens midfielder Kole Brandt could leave the field only with help.",
        "Lens moved Kole Brandt into a central role against Genk.",
        "Lens brought on striker Kole Brandt after an hour and he hit the post.",
        "Lens and Genk players swapped shirts with Kole Brandt.",
    ],
)
def test_talk_of_teams_and_play_is_no_claim(text: str) -> None:
    assert read_document(Document("d", text)) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kole Brandt is set to return to Lens.", "set to return"),
        ("Lens have brought on board Kole Brandt.", "brought on board"),
        ("Kole Brandt could leave Lens.", "could leave"),
        ("Kole Brandt is set to join Lens.", "set to join"),
    ],
)
def test_the_same_words_by_themselves_are_heard(text: str, words: str) -> None:
    passages = hear(Document("d", text), load(), None, 0.0).parts[0].passages
    assert words in {hit.value.words for passage in passages for hit in passage.hits}
