"""Clubs that no phrase can bring together with a player. All sentences are our own."""

from __future__ import annotations

import pytest

from tests.claims.test_extract import claims, links


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Brighton have been fending off bids for Ivo Renzi.", {"Ivo Renzi | bid_rejected"}),
        ("Brighton fended off a bid from Leeds for Ivo Renzi.", {"Ivo Renzi | bid_rejected | to Leeds United"}),
        (
            "Brighton are batting away offers from Leeds for Ivo Renzi.",
            {"Ivo Renzi | bid_rejected | to Leeds United"},
        ),
        ("Brighton are warding off interest from Leeds in Ivo Renzi.", {"Ivo Renzi | interest | to Leeds United"}),
    ],
)
def test_who_resists_a_suit_has_him(text: str, wanted: set[str]) -> None:
    assert links(text) == wanted
    assert {claim.club_from for claim in claims(text)} == {"Brighton & Hove Albion"}


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Ivo Renzi has put Hull on alert by threatening to walk out on Leeds.", None),
        ("Ivo Renzi wants to quit Leeds for Hull.", "Hull City"),
        ("Ivo Renzi has asked to leave Leeds and join Hull.", "Hull City"),
    ],
)
def test_nobody_wants_to_the_club_that_he_flees(text: str, to: str | None) -> None:
    assert [(claim.club_to, claim.club_from) for claim in claims(text) if claim.event == "wants_out"] == [
        (to, "Leeds United")
    ]


def test_he_agrees_terms_with_the_club_that_is_named() -> None:
    text = (
        "Hull look like losing a midfielder. Reports in Turkey have it that Ivo Renzi has agreed a contract with Leeds."
    )
    said = links(text)
    assert "Ivo Renzi | terms_agreed | to Hull City" not in said


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Leeds and not Hull will sign Derby's Ivo Renzi.", "Ivo Renzi | agreed | to Leeds United"),
        (
            "Leeds, whose owners also run Hull, are in talks to sign Ivo Renzi from Derby.",
            "Ivo Renzi | talks | to Leeds United",
        ),
    ],
)
def test_a_club_told_aside_gets_nobody(text: str, wanted: str) -> None:
    assert links(text) == {wanted}
