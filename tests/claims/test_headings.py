"""Clubs that stand over what a text tells of them, and who may be meant though not named. All texts are our own."""

from __future__ import annotations

import pytest

from mooted.claims.headings import headings, over
from mooted.claims.hearing import hear
from mooted.claims.lexicon import load as load_phrases
from mooted.claims.scenes import Scene, scenes
from mooted.entities.book import load as load_book
from mooted.entities.scan import scan
from mooted.model.document import Document
from mooted.model.mention import Reading


def _read(text: str) -> Reading:
    return scan(Document("d", text), load_book())


def _scenes(text: str) -> list[Scene]:
    """The scenes of every phrase of a text, whatever it weighs."""
    return list(scenes(_read(text), hear(Document("d", text), load_phrases(), None, 0.0)))


def _clubs(scene: Scene) -> set[str]:
    """The clubs that a sentence may mean without naming them."""
    return {actor.group.head.club.name for actor in scene.absent_clubs if actor.group.head.club}


def _people(scene: Scene, text: str) -> set[str]:
    """The people likewise."""
    people = _read(text).people
    return {
        people[actor.group.head.person].name for actor in scene.absent_people if actor.group.head.person is not None
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Burnley\nTwo in, none out.\nFulham\nNobody came.", [(0, "Burnley"), (2, "Fulham")]),
        ("BURNLEY: two in, none out. More to come.\nFULHAM: nobody.", [(0, "Burnley"), (2, "Fulham")]),
        ("Burnley\nTwo in, none out.", []),
        ("Burnley won again. Fulham lost.", []),
        ("He left Burnley.\nHe joined Fulham.", []),
    ],
)
def test_a_text_that_goes_club_by_club_has_headings(text: str, found: list[tuple[int, str]]) -> None:
    told = headings(_read(text).sections[0])
    assert [(number, club.name) for number, club in told] == found


def test_a_sentence_stands_under_the_last_heading_before_it() -> None:
    told = headings(_read("Burnley\nTwo in.\nFulham\nNobody came.").sections[0])
    named = [over(told, number) for number in range(4)]
    assert [heading.club.name for heading in named if heading] == ["Burnley", "Burnley", "Fulham", "Fulham"]
    assert over((), 3) is None


def test_the_club_of_a_heading_may_be_meant_beside_another_club() -> None:
    scene = _scenes("Burnley\nA bid for Genk winger Karel Dvorsky was turned down.\nFulham\nNobody came.")[0]
    assert "Burnley" in _clubs(scene)


def test_the_club_of_the_sentence_before_may_be_meant_of_another_player() -> None:
    text = "Burnley signed Karel Dvorsky from Genk last week. Piet Maes has also joined."
    assert "Burnley" in _clubs(_scenes(text)[-1])


def test_a_club_that_could_buy_leaves_no_room_for_that_of_the_sentence_before() -> None:
    text = "Burnley signed Karel Dvorsky from Genk last week. Piet Maes has joined Fulham."
    assert _clubs(_scenes(text)[-1]) == set()


def test_the_first_and_the_last_of_a_sentence_may_be_meant_where_the_next_names_nobody() -> None:
    text = "The arrival of Karel Dvorsky lets Burnley part with Piet Maes. An offer came from Fulham on Monday."
    assert _people(_scenes(text)[-1], text) == {"Karel Dvorsky", "Piet Maes"}


def test_nobody_else_is_meant_where_a_sentence_calls_people_by_name() -> None:
    text = "The arrival of Karel Dvorsky lets Burnley part with Piet Maes. Fulham made an offer for Jan Novak."
    assert _people(_scenes(text)[-1], text) == set()


def test_a_sentence_without_names_may_be_of_the_club_above_it() -> None:
    (scene, *_) = _scenes("Burnley\nNeeds a striker.\nFulham\nNobody came.")
    assert _clubs(scene) == {"Burnley"}


def test_a_club_whose_part_comes_below_is_not_meant_above_it() -> None:
    above = "Karel Dvorsky and Piet Maes have all moved on this summer."
    scene = _scenes(f"{above}\nBurnley\nBurnley need a striker.\nFulham\nNobody came.")[0]
    assert "Burnley" not in _clubs(scene)
