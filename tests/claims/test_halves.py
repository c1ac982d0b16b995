"""Claims that halve a chance between them: the likelier is believed where both together are likely."""

from __future__ import annotations

import pytest

from mooted.claims.halves import made_whole
from mooted.claims.keys import Key
from tests.claims.test_extract import links

NEWS, HISTORY = Key(0, "signed", "Lens"), Key(0, "past_move", "Lens")
THRESHOLD = 0.42


@pytest.mark.parametrize(
    ("chances", "whole"),
    [
        ({NEWS: 0.37, HISTORY: 0.34}, {NEWS: 0.71}),
        ({NEWS: 0.3, HISTORY: 0.4}, {HISTORY: 0.7}),
        ({NEWS: 0.37, HISTORY: 0.1}, {}),
        ({NEWS: 0.6, HISTORY: 0.3}, {}),
        ({NEWS: 0.4}, {}),
        ({NEWS: 0.37, HISTORY._replace(club="Lille"): 0.34}, {}),
        ({NEWS: 0.37, HISTORY._replace(person=1): 0.34}, {}),
        ({Key(0, "staff_move", "Lens"): 0.35, Key(0, "staff_move", None): 0.2}, {Key(0, "staff_move", "Lens"): 0.55}),
        ({Key(0, "for_sale", None): 0.35, Key(0, "wants_out", None): 0.35}, {}),
        ({Key(0, "talks", None): 0.35, Key(0, "bid", None): 0.35}, {}),
    ],
)
def test_the_likelier_of_two_that_are_likely_together_is_believed(
    chances: dict[Key, float], whole: dict[Key, float]
) -> None:
    assert made_whole(chances, THRESHOLD) == pytest.approx(whole)


def test_a_move_that_may_be_news_or_history_is_read() -> None:
    found = links("Marek Varga and Tom Ashby swapped Bordeaux for Watford and Stoke City respectively.")
    assert {link.replace("signed", "past_move") for link in found} == {
        "Marek Varga | past_move | to Watford",
        "Tom Ashby | past_move | to Stoke City",
    }
