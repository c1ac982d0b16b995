"""Claims of one document that tell of each other. All names of people are invented."""

from __future__ import annotations

import pytest

import mooted


def rejected(text: str) -> set[tuple[str | None, str | None]]:
    told = mooted.read(text, published="2026-01-12")
    return {(claim.player, claim.club_to) for claim in told if claim.event == "bid_rejected"}


@pytest.mark.parametrize(
    "text",
    [
        "Leeds have bid £5m for Jan Velken. The offer was rejected by Hull.",
        "Hull have rejected an offer for Jan Velken. The bid came from Leeds.",
    ],
)
def test_an_answer_is_to_the_one_club_that_bid(text: str) -> None:
    assert rejected(text) == {("Jan Velken", "Leeds United")}


def test_of_two_clubs_that_bid_none_is_guessed() -> None:
    bids = "Leeds have bid £5m for Jan Velken and Stoke have bid £6m. "
    text = bids + "Hull said that an offer for Jan Velken had been turned down."
    assert ("Jan Velken", None) in rejected(text)


def test_who_says_no_answers_and_tells_nothing() -> None:
    told = mooted.read("Leeds bid £5m for Jan Velken in June, but Hull said no.", published="2026-01-12")
    assert {claim.event: claim.sources for claim in told} == {"bid": (), "bid_rejected": ()}
