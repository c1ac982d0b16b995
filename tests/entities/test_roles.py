"""What the words around a name say of his role."""

from __future__ import annotations

import pytest

from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.document import Document


def roles_of(line: str) -> dict[str, str]:
    """The roles of all whom a story names below a line."""
    people = scan(Document("page", f"{line}\n\n{STORY}"), load()).people
    return {person.name.title(): person.role for person in people}


STORY = "Hull are in talks over a new deal for Paul Abadie. The Uruguayan has a year left on his contract."


@pytest.mark.parametrize(
    "line",
    [
        "By Karel Dvorsky",
        "BY KAREL DVORSKY",
        "Written by Karel Dvorsky in Leeds",
        "By Ann Berg and Karel Dvorsky",
        "By Ann Berg, Tom Ashby and Karel Dvorsky",
        "Karel Dvorsky, Football Correspondent",
        "Karel Dvorsky, chief football writer",
    ],
)
def test_who_signs_a_story_writes_it(line: str) -> None:
    roles = roles_of(line)
    assert roles.pop("Paul Abadie") == "player"
    assert roles.get("Karel Dvorsky") == "journalist"
    assert set(roles.values()) == {"journalist"}


@pytest.mark.parametrize(
    "line",
    [
        "By Karel Dvorsky's own account he is ready.",
        "By then Karel Dvorsky had left.",
        "Wanted by Karel Dvorsky of Hull.",
    ],
)
def test_others_do_not(line: str) -> None:
    assert set(roles_of(line).values()) == {"player"}


@pytest.mark.parametrize(
    "text",
    [
        "Tom Ashby does not figure in Karel Wouters' plans at Chelsea.",
        "Tom Ashby will not be part of Jan Dvorsky's squad.",
    ],
)
def test_whoever_has_plans_for_a_player_is_a_manager(text: str) -> None:
    reading = scan(Document("page", text), load())
    assert [person.role for person in reading.people] == ["player", "manager"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Head of recruitment Ann Berg and ex-coach Karel Dvorsky want Tom Ashby of Hull.", "manager"),
        ("Ex-chairman Karel Dvorsky says Hull want Tom Ashby.", "director"),
        ("Hull want ex-captain Karel Dvorsky back.", "player"),
    ],
)
def test_who_once_had_a_job_is_of_its_kind(text: str, role: str) -> None:
    people = scan(Document("page", text), load()).people
    assert {person.name: person.role for person in people}["Karel Dvorsky"] == role
