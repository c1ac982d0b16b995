"""What a club looks for: each position of a list, and one word for one need."""

from __future__ import annotations

import pytest

import mooted


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
