"""What a club looks for: each position of a list, and one word for one need."""

from __future__ import annotations

import pytest

import mooted
from mooted.claims.candidates import questions
from mooted.claims.hearing import hear
from mooted.claims.lexicon import load as load_phrases
from mooted.entities.book import load as load_book
from mooted.entities.scan import scan
from mooted.model.document import Document


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("Leeds United are looking for a left-back and a striker.", {"left-back", "striker"}),
        ("Leeds United are looking for a new striker.", {"striker"}),
        (
            "Leeds United want to strengthen their defence. They are looking for a centre-back this month.",
            {"centre-back"},
        ),
    ],
)
def test_a_club_needs_what_it_is_said_to_look_for(text: str, positions: set[str]) -> None:
    found = {claim.position for claim in mooted.read(text) if claim.event == "needs"}
    assert found == positions


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Leeds United need a striker.", "attack"),
        ("Leeds United won. A goalkeeper is a must.", "goalkeeper"),
        ("Leeds United won. A goalkeeper was hurt late on and had to be helped off, and so a win is a must.", None),
    ],
)
def test_the_position_of_a_need_may_stand_before_its_phrase(text: str, position: str | None) -> None:
    document = Document("d", text)
    hearing = hear(document, load_phrases(), None, 0.0)
    asked = [
        question
        for question in questions(scan(document, load_book()), hearing)
        if any("needs" in meaning.events for meaning in question.trigger.value.meanings)
    ]
    spot = asked[-1].spot()
    assert (spot.text if spot else None) == position
