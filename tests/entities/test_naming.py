"""Which club a table means."""

from __future__ import annotations

import pytest

from mooted.entities.book import load
from mooted.entities.naming import club_named

NAMED = club_named(load())


@pytest.mark.parametrize(
    ("words", "club"),
    [
        ("Bor. Dortmund", "Borussia Dortmund"), ("E. Frankfurt", "Eintracht Frankfurt"), ("Genoa CFC", "Genoa"),
        ("Vit. Guimarães", "Vitoria Guimaraes"), ("Inter", "Inter Milan"), ("Wolves", "Wolverhampton Wanderers"),
        ("Heart of Midl.", "Heart of Midlothian"), ("Willem II", "Willem II"), ("AFC Bournemouth", "Bournemouth"),
    ],
)  # fmt: skip
def test_a_name_of_a_table(words: str, club: str) -> None:
    found = NAMED(words)
    assert found
    assert found.name == club


@pytest.mark.parametrize("words", ["", "Chelsea U23", "Wigan II", "Nowhere Rovers Athletic", "X."])
def test_what_is_no_first_team_of_the_book(words: str) -> None:
    assert NAMED(words) is None
