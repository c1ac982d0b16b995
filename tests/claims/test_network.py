"""The network, on layers small enough to work out by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mooted.claims.network import (
    GREATEST_NUMBER,
    HIDDEN_SCALE,
    LEAST_NUMBER,
    OUT_SCALE,
    SIGN_SCALE,
    Layers,
    Network,
    letters,
)

ONE, SECOND = SIGN_SCALE, SIGN_SCALE * HIDDEN_SCALE
BOTH_ONLY = Layers(
    signs=("a", "b", "c"),
    letters=letters((ONE, 0, ONE, -ONE, -ONE, ONE)),
    hidden=((HIDDEN_SCALE, 0), (0, HIDDEN_SCALE)),
    begins={"bid": (-SECOND, 0), "signed": (0, 0)},
    out={"bid": (2 * OUT_SCALE, OUT_SCALE), "signed": (OUT_SCALE, 0)},
    starts={"bid": -SECOND * OUT_SCALE, "signed": 0},
)
"""For a bid the first unit counts from the second of its signs on, twice."""

NETWORK = Network(BOTH_ONLY)


def test_an_option_weighs_what_its_units_and_its_event_make_of_it() -> None:
    assert NETWORK.weigh("bid", (("a",),)) == -1000
    assert NETWORK.weigh("bid", (("a",), ("b",))) == 1000
    assert NETWORK.weigh("bid", (("c", "c"), ("b",))) == 0
    assert NETWORK.weigh("signed", (("a", "b"),)) == 2000


def test_unknown_signs_and_empty_tuples_weigh_nothing() -> None:
    assert NETWORK.weigh("bid", (("a", "never seen"), (), ("b",))) == NETWORK.weigh("bid", (("a", "b"),))


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=9).map(tuple), max_size=9))
def test_signs_add_up_in_whatever_tuples_they_come(parts: list[tuple[str, ...]]) -> None:
    """By hand, unit by unit; a unit below nought borrows nothing from its neighbours."""
    signs = [sign for part in parts for sign in part]
    first = max(signs.count("a") + signs.count("b") - signs.count("c"), 0)
    second = max(signs.count("c") - signs.count("b"), 0)
    assert NETWORK.weigh("bid", parts) == 1000 * (2 * max(first - 1, 0) + second - 1)


def test_letters_are_plain_and_stand_for_one_number_each() -> None:
    every = letters(range(LEAST_NUMBER, GREATEST_NUMBER + 1))
    assert every.isascii() and every.isprintable()
    assert len(set(every)) == GREATEST_NUMBER - LEAST_NUMBER + 1
