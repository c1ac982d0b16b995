"""A club that sells is not the one that gets him, though it alone is named beside him. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.selling import sells
from tests.claims.test_extract import links


@pytest.mark.parametrize(
    "text",
    [
        "hull have accepted £18.1m", "hull rejected a first bid of £3m", "hull get £12m", "hull value him at £30m",
        "hull are willing to sell him", "could be sold by hull", "hull are still holding out for £4m",
    ],
)  # fmt: skip
def test_a_seller_shows_by_what_it_does(text: str) -> None:
    at = text.index("hull")
    assert sells(text, at, at + 4, len(text))


@pytest.mark.parametrize("text", ["hull have bid £3m", "hull want to sign him", "hull will not accept defeat", "hull"])
def test_others_do_not(text: str) -> None:
    assert not sells(text, 0, 4, len(text))


def test_the_medical_is_not_at_the_club_that_sells() -> None:
    told = links("Leeds's new keeper will be Tom Ashby. Hull have accepted £18m and the player is having his medical.")
    assert "Tom Ashby | medical | to Hull City" not in told


def test_a_club_that_sells_does_not_want_him() -> None:
    told = links("Tom Ashby could be sold by Everton with Manchester City interested in signing the midfielder.")
    assert told == {"Tom Ashby | for_sale", "Tom Ashby | interest | to Manchester City"}
