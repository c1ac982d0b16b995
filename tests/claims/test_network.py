"""The network, on layers small enough to work out by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mooted.claims import network
from mooted.claims.network import (
    GREATEST_NUMBER,
    HIDDEN_SCALE,
    LEAST_NUMBER,
    OUT_SCALE,
    SIGN_SCALE,
    Layers,
    Network,
    Weighed,
    letters,
)

ONE, SECOND = SIGN_SCALE, SIGN_SCALE * HIDDEN_SCALE
BOTH_ONLY = Layers(
    signs={"a": letters((ONE, 0)), "b": letters((ONE, -ONE)), "c": letters((-ONE, ONE))},
    hidden=((HIDDEN_SCALE, 0), (0, HIDDEN_SCALE)),
    begins={"bid": (-SECOND, 0), "signed": (0, 0)},
    out={"bid": (2 * OUT_SCALE, OUT_SCALE), "signed": (OUT_SCALE, 0)},
    starts={"bid": -SECOND * OUT_SCALE, "signed": 0},
)
"""For a bid the first unit counts from the second of its signs on, twice."""


def _scores(*options: tuple[str, tuple[tuple[str, ...], ...]]) -> list[int]:
    return Network(BOTH_ONLY).scores([Weighed(*option) for option in options])


def test_an_option_weighs_what_its_units_and_its_event_make_of_it() -> None:
    alone, together, silent, other = _scores(
        ("bid", (("a",),)), ("bid", (("a",), ("b",))), ("bid", (("c", "c"), ("b",))), ("signed", (("a", "b"),))
    )
    assert (alone, together, silent, other) == (-1000, 1000, 0, 2000)


def test_unknown_signs_and_empty_tuples_weigh_nothing() -> None:
    assert _scores(("bid", (("a", "never seen"), (), ("b",)))) == _scores(("bid", (("a", "b"),)))


def test_nothing_is_weighed_where_nothing_is_asked() -> None:
    assert _scores() == []


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=5).map(tuple), min_size=1, max_size=40))
def test_what_is_remembered_and_forgotten_changes_nothing(bags: list[tuple[str, ...]]) -> None:
    """A network with room for few tuples weighs as one that has just begun does."""
    small = Network(BOTH_ONLY)
    for bag in bags:
        option = Weighed("bid", (bag,))
        assert small.scores([option]) == Network(BOTH_ONLY).scores([option])
        small._places.make_room(network.MOST_REMEMBERED - 2)


def test_letters_are_plain_and_stand_for_one_number_each() -> None:
    every = letters(range(LEAST_NUMBER, GREATEST_NUMBER + 1))
    assert every.isascii() and every.isprintable()
    assert len(set(every)) == GREATEST_NUMBER - LEAST_NUMBER + 1
