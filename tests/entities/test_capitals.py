"""Names in capitals, with which papers open their stories: clubs and people as elsewhere, and no authors."""

from __future__ import annotations

import pytest

from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.document import Document
from mooted.model.mention import Reading


def read(text: str) -> Reading:
    return scan(Document("page", text), load())


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("HULL have signed Karel Dvorsky.", "Hull City"),
        ("LENS want Karel Dvorsky.", "Lens"),
        ("AC MILAN want Karel Dvorsky.", "AC Milan"),
        ("MANCHESTER UNITED want Karel Dvorsky.", "Manchester United"),
        ("Karel Dvorsky wants to leave.\nBURY have asked about him.", "Bury"),
    ],
)
def test_a_story_may_open_with_a_club_in_capitals(text: str, club: str) -> None:
    assert club in {found.name for found in read(text).clubs}


@pytest.mark.parametrize(
    "text", ["NICE ONE, Karel Dvorsky!", "NICE ONE for Karel Dvorsky", "It was a NICE day for Karel Dvorsky."]
)
def test_a_short_word_in_capitals_elsewhere_is_no_club(text: str) -> None:
    assert not read(text).clubs


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("KAREL DVORSKY is in talks with Hull over a move.", "player"),
        ("KAREL DVORSKY: Hull have a plan for the summer.", "journalist"),
        ("KAREL DVORSKY Hull have a plan for the summer.", "journalist"),
    ],
)
def test_who_opens_a_story_in_capitals_is_its_author_only_before_it_begins(text: str, role: str) -> None:
    assert [person.role for person in read(text).people] == [role]
