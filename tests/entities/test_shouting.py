"""Lines that open in capitals, and texts without any, as they would be written otherwise."""

from __future__ import annotations

import pytest

from mooted.entities.book import load
from mooted.entities.shouting import spoken
from mooted.model.document import Document
from mooted.pipeline import read_document
from tests.growth import is_linear


@pytest.mark.parametrize(
    ("line", "otherwise"),
    [
        ("MANCHESTER UNITED are keen", "Manchester United are keen"),
        ("KAREL DVORSKY'S agent says so", "Karel Dvorsky's agent says so"),
        ("CHELSEA DEFENDER Karel Dvorsky is", "Chelsea defender Karel Dvorsky is"),
        ("PSG AND AC MILAN want him", "PSG and AC Milan want him"),
        ("MAN UTD HAVE bid", "Man Utd have bid"),
        ("KAREL McDVORSKY wants", "Karel McDvorsky wants"),
        ("WEST HAM UNITED, too, are", "West Ham United, too, are"),
        ("PARIS ST-GERMAIN'S Dvorsky", "Paris St-Germain's Dvorsky"),
        ("A NEW BID from Hull", "A new bid from Hull"),
        ("HULL CITY WANT TOM ASHBY.", "Hull City want Tom Ashby."),
        ("hull city want tom ashby", "Hull City want Tom Ashby"),
    ],
)
def test_a_line_in_capitals_is_read_as_others_are(line: str, otherwise: str) -> None:
    assert spoken(line, load()) == otherwise
    assert spoken(f"Hull want him.\n{line.upper() if line.islower() else line}", load()).endswith(otherwise)


@pytest.mark.parametrize(
    "line",
    [
        "Hull want him",
        "KAREL DVORSKY: Hull want him",
        "KAREL DVORSKY Hull want him",
        "EXCLUSIVE: Hull",
        "UEFA say no",
        "",
    ],
)
def test_others_are_left_as_they_are(line: str) -> None:
    assert spoken(line, load()) == line


def test_surnames_may_stand_in_capitals() -> None:
    book = load()
    told = "Karel DVORSKY and Tom VAN ASHBY of Hull FC: DVORSKY is 22, says the BBC, of VAR and UEFA."
    assert (
        spoken(told, book)
        == "Karel Dvorsky and Tom Van Ashby of Hull FC: Dvorsky is 22, says the BBC, of VAR and UEFA."
    )
    assert spoken("Tom ASHBY is 22.", book) == "Tom ASHBY is 22."
    assert spoken("José ÁLVAREZ and Tom ASHBY are 22.", book) == "José Álvarez and Tom Ashby are 22."


STORY = "Leeds United have made a £6m bid for Wigan Athletic midfielder Tom Ashby. Everton are keen on Karel Dvorsky."


@pytest.mark.parametrize(
    "text",
    [
        STORY.upper(),
        STORY.lower(),
        STORY.replace("Leeds United", "LEEDS UNITED"),
        STORY.replace("Ashby", "ASHBY").replace("Dvorsky", "DVORSKY"),
    ],
)
def test_a_story_says_the_same_in_other_letters(text: str) -> None:
    claims = read_document(Document("page", text))
    assert [(claim.player, claim.event, claim.club_to) for claim in claims] == [
        ("Tom Ashby", "bid", "Leeds United"),
        ("Karel Dvorsky", "interest", "Everton"),
    ]
    assert all(claim.evidence.words in text for claim in claims)


@pytest.mark.parametrize("piece", ["A B\n", "AB CD ", "HULL CITY want\n", "ab ", "AB,", "\n"])
def test_time_grows_with_length(piece: str) -> None:
    book = load()
    spoken("HULL CITY want", book)
    assert is_linear(lambda size: spoken(piece * size, book), 6_000)
