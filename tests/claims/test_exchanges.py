"""Who goes the other way in an exchange. All sentences are our own."""

from __future__ import annotations

import pytest

from tests.claims.test_extract import claims

BOTH = {("Tom Ashby", "Leeds United", "Hull City"), ("Nick Tarn", "Hull City", "Leeds United")}


def moves(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Who moves where from where by a text."""
    told = claims(text)
    return {(c.player, c.club_to, c.club_from) for c in told if c.event in ("agreed", "signed", "past_move")}


@pytest.mark.parametrize(
    "text",
    [
        "Leeds have completed the signing of Tom Ashby from Hull, with Nick Tarn moving in the opposite direction.",
        "Tom Ashby has joined Leeds from Hull, with Nick Tarn going the other way.",
        "Leeds have signed Hull winger Tom Ashby, while Nick Tarn heads in the opposite direction.",
        "Tom Ashby joined Leeds from Hull in 2018 in a deal which saw Nick Tarn move in the opposite direction.",
        "Leeds agreed to sign Tom Ashby from Hull. As part of it, midfielder Nick Tarn will move the other way.",
    ],
)
def test_who_goes_the_other_way_gets_to_the_club_that_the_other_leaves(text: str) -> None:
    assert moves(text) == BOTH


def test_his_words_are_those_that_tell_it() -> None:
    told = claims("Tom Ashby has joined Leeds from Hull, with Nick Tarn going the other way.")
    assert {c.evidence.words for c in told if c.player == "Nick Tarn"} == {"Nick Tarn going the other way"}


@pytest.mark.parametrize(
    "text",
    [
        "Tom Ashby has joined Leeds from Hull. Nick Tarn went the other way when he joined Derby.",
        "Tom Ashby has joined Leeds from Hull. The ball then went the other way and Nick Tarn scored.",
    ],
)
def test_other_ways_are_none_of_it(text: str) -> None:
    assert ("Nick Tarn", "Hull City", "Leeds United") not in moves(text)
