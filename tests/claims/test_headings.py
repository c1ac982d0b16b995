"""Clubs that stand alone as headings: what follows is about them, club by club."""

from __future__ import annotations

import pytest

from mooted.claims.headings import headings
from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.document import Document
from mooted.pipeline import read_document

PREVIEW = """Coventry City
Wanted: a goalkeeper and a left winger. Manager Ulf Kessner has said so.
MILLWALL:
Lost two men in June. Bought nobody.
"""


def heads(text: str) -> list[tuple[int, str]]:
    reading = scan(Document("preview", text), load())
    return [(heading.sentence, heading.club.name) for heading in headings(reading.sections[0])]


def test_clubs_alone_head_what_follows() -> None:
    assert heads(PREVIEW) == [(0, "Coventry City"), (3, "Millwall")]


@pytest.mark.parametrize(
    "text",
    [
        "Millwall\nLost two men in June. Bought nobody.",
        "Millwall\nLost two men in June.\nMillwall\nBought nobody.",
        "They met at noon.\nMillwall\nCoventry City",
        "Millwall lost two men.\nCoventry City bought them.\nNobody spoke.",
        "",
    ],
)
def test_what_heads_nothing_or_stands_once_is_no_heading(text: str) -> None:
    assert heads(text) == []


def test_of_headings_in_a_row_the_last_heads_the_text() -> None:
    assert heads("Genoa\nMillwall\nLost two men.\nCoventry City\nBought them.") == [
        (1, "Millwall"),
        (3, "Coventry City"),
    ]


def test_needs_under_a_heading_are_those_of_its_club() -> None:
    needs = {(claim.position, claim.club_to) for claim in read_document(Document("preview", PREVIEW))}
    assert needs == {("goalkeeper", "Coventry City"), ("left winger", "Coventry City")}


def test_who_stood_above_a_heading_is_not_meant_below_it() -> None:
    text = "Millwall\nKole Brandt has signed from Genoa.\nCoventry City\nHave bid for a second winger.\n"
    assert all(
        claim.player != "Kole Brandt" or claim.club_to != "Coventry City"
        for claim in read_document(Document("preview", text))
    )
