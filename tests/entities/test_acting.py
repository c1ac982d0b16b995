"""Days and cities that act as clubs. Sentences are our own, and the players invented."""

from __future__ import annotations

import pytest

from tests.entities.told import Told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Wednesday have signed Derby winger Kole Brandt.", "Wednesday"),
        ("Hull are close to Kole Brandt, but Wednesday have also shown an interest.", "Wednesday"),
        ("Wednesday boss Anna Lindqvist wants Kole Brandt.", "Wednesday"),
        ("Paris have agreed a fee with Lyon for Kole Brandt.", "Paris"),
        ("Paris paid £40m to sign Kole Brandt from Lyon.", "Paris"),
    ],
)
def test_what_does_as_a_club_does_is_one(text: str, word: str) -> None:
    assert Told(text).club(word) in ("Sheffield Wednesday", "Paris Saint-Germain")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hull said on Wednesday they have signed Kole Brandt.", "Wednesday"),
        ("The games on Monday and Wednesday are sold out, and Hull want Kole Brandt.", "Wednesday"),
        ("Paris will host the games, and Hull want Kole Brandt.", "Paris"),
        ("Paris have signed Kole Brandt, but Paris FC want him too.", "Paris"),
    ],
)
def test_a_day_is_a_day_and_a_city_a_city(text: str, word: str) -> None:
    assert Told(text).club(word) is None
