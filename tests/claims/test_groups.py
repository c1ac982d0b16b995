"""Lists of clubs, which fill one role together, and what looks like one and is none. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.groups import club_groups
from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.document import Document


def lists(text: str) -> list[list[str]]:
    """The clubs of a sentence, those of a list together."""
    section = scan(Document("d", text), load()).sections[-1]
    clubs = [mention for mention in section.sentences[0].mentions if mention.kind == "club" and mention.club]
    grouped = club_groups(clubs, section.folded)
    return [[member.club.name for member in group.members if member.club] for group in grouped]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lens, Lille and Metz want Tom Ashby.", ["Lens", "Lille", "Metz"]),
        ("Lens and Champions League winners Lyon want Tom Ashby.", ["Lens", "Lyon"]),
        ("Lens and newly promoted Metz want Tom Ashby.", ["Lens", "Metz"]),
        ("Lens and Anna Berg's Lyon want Tom Ashby.", ["Lens", "Lyon"]),
        ("Lens, Lille and, reportedly, Metz want Tom Ashby.", ["Lens", "Lille", "Metz"]),
        ("Lens, Lille and, it is claimed, Metz want Tom Ashby.", ["Lens", "Lille", "Metz"]),
        ("Lens, Lille and, more recently, Metz want Tom Ashby.", ["Lens", "Lille", "Metz"]),
        ("Lens and possibly Metz want Tom Ashby.", ["Lens", "Metz"]),
        ("Lens want Tom Ashby.", ["Lens"]),
        ("Lens, Lille want Tom Ashby.", ["Lens", "Lille"]),
        ("Interest from Lens and Lille has grown.", ["Lens", "Lille"]),
        ("Bids from Lens and Lille have been made for Tom Ashby.", ["Lens", "Lille"]),
        ("Lens, with Lille also keen, want Tom Ashby.", ["Lens", "Lille"]),
        ("Lens, with Lille making him their first choice, want Tom Ashby.", ["Lens", "Lille"]),
        ("Lens will reportedly come up against Lille in the race for Tom Ashby.", ["Lens", "Lille"]),
        ("Lens are going to have to do battle with Lille and Metz for Tom Ashby.", ["Lens", "Lille", "Metz"]),
        ("Lens are set to challenge Lille for the signing of Tom Ashby.", ["Lens", "Lille"]),
        ("Lens will slug it out with Lille for Tom Ashby.", ["Lens", "Lille"]),
        ("Lens will battle Lille for Tom Ashby.", ["Lens", "Lille"]),
    ],
)
def test_clubs_of_a_list_stand_together(text: str, first: list[str]) -> None:
    assert lists(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "Tom Ashby is set for Lens, with the former Lille playmaker due for a medical.",
        "Tom Ashby is on loan at Lens, with Lille needing money for him.",
        "Tom Ashby will talk to Lens, with Lille boss Anna Berg keen to see him go.",
        "Lens will come up against Lille in the cup.",
        "Lens hope to beat Lille to reach the final.",
        "Lens have beaten Lille to the signing of Tom Ashby.",
        "Tom Ashby left Lens to join Lille.",
        "After talks with Lens, Lille have made a bid for Tom Ashby.",
        "Before the cup tie with Lens, Lille unveiled Tom Ashby.",
        "Ahead of the visit of Lens, Lille announced the signing of Tom Ashby.",
        "After a draw against Lens, Lille completed the signing of Tom Ashby.",
        "Hours after the win over Lens, Lille have signed Tom Ashby.",
        "After beating Lens, Lille made a bid for Tom Ashby.",
        "Having lost Tom Ashby to Lens, Lille have moved for Sam Pryor.",
        "Unlike Lens, Lille have not bid for Tom Ashby.",
        "With Tom Ashby off to Lens, Lille are looking at Sam Pryor.",
        "Tom Ashby is to leave Lens and Lille have won the race for him.",
        "Tom Ashby is to leave Lens, with Lille keen to have him.",
        "Tom Ashby could be sold by Lens with Lille interested in him.",
    ],
)
def test_clubs_beside_each_other_are_not_always_a_list(text: str) -> None:
    assert lists(text)[:2] == [["Lens"], ["Lille"]]


def test_a_club_that_is_left_is_none_of_those_that_wait() -> None:
    assert lists("Tom Ashby leaves Lens, with Lille and Metz both keen.") == [["Lens"], ["Lille", "Metz"]]
