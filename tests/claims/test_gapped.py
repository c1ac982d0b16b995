"""Verbs and prepositions that are told once for several, or again for each. All names of people are invented."""

from __future__ import annotations

import pytest

import mooted


def moves(text: str) -> set[tuple[str | None, str | None, str | None]]:
    return {(claim.player, claim.club_to, claim.club_from) for claim in mooted.read(text, published="2026-01-12")}


@pytest.mark.parametrize(
    "text, told",
    [
        (
            "Villarreal sold Dario Velken to Girona, Tomas Brisko to Real Betis and Luca Ferrandi to Como.",
            {
                ("Dario Velken", "Girona", "Villarreal"),
                ("Tomas Brisko", "Real Betis", "Villarreal"),
                ("Luca Ferrandi", "Como", "Villarreal"),
            },
        ),
        (
            "Leeds have loaned Dario Velken to Stoke and winger Tomas Brisko, 19, to French side Lens.",
            {("Dario Velken", "Stoke City", "Leeds United"), ("Tomas Brisko", "Lens", "Leeds United")},
        ),
        (
            "Dario Velken is set to leave Hull for Stoke and Tomas Brisko for Bolton.",
            {("Dario Velken", "Stoke City", "Hull City"), ("Tomas Brisko", "Bolton Wanderers", "Hull City")},
        ),
        (
            "Leeds have signed Dario Velken from Stoke, Tomas Brisko from Hull and Luca Ferrandi from Como.",
            {
                ("Dario Velken", "Leeds United", "Stoke City"),
                ("Tomas Brisko", "Leeds United", "Hull City"),
                ("Luca Ferrandi", "Leeds United", "Como"),
            },
        ),
    ],
)
def test_a_verb_told_once_holds_for_all_that_follow(text: str, told: set[tuple[str, str, str]]) -> None:
    assert moves(text) == told


def test_a_verb_of_its_own_ends_the_row() -> None:
    told = moves("Dario Velken has gone to Stoke and Tomas Brisko was injured. Luca Ferrandi sat on the bench at Hull.")
    assert told == {("Dario Velken", "Stoke City", None)}


@pytest.mark.parametrize(
    "text, clubs",
    [
        ("Dario Velken has been offered to Roma and to Lazio.", {"AS Roma", "Lazio"}),
        ("Interest in Dario Velken from Leeds, from Hull and from Stoke is serious.",
         {"Leeds United", "Hull City", "Stoke City"}),
        ("Dario Velken has been offered to Roma and Lazio, as well as to Betis.", {"AS Roma", "Lazio", "Real Betis"}),
    ],
)  # fmt: skip
def test_clubs_are_a_list_though_the_preposition_is_told_again(text: str, clubs: set[str]) -> None:
    assert {to for _, to, _ in moves(text)} == clubs


def test_each_of_a_row_has_his_own_price() -> None:
    text = "Arsenal signed Dario Velken from Stoke for £10m and Tomas Brisko from Hull for £4m."
    prices = {claim.player: claim.fee and claim.fee.amount for claim in mooted.read(text, published="2026-01-12")}
    assert prices == {"Dario Velken": 10_000_000, "Tomas Brisko": 4_000_000}
