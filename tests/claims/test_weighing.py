"""What signs weigh on a sheet: the same as under each head, exactly, in whatever order they are added."""

from __future__ import annotations

from itertools import permutations

from mooted.claims.packing import ONE, packed
from mooted.claims.weighing import Sheet

WEIGHTS = {"after": {"bid": 0.1, "bid/tables": 0.2}, "many": {"bid": -0.2}, "near": {"bid/tables": -0.3, "talks": 1.5}}
HEADS = {"bids": ("bid", "bid/tables"), "talks": ("talks",), "nothing": ("unheard-of",)}


def test_a_column_adds_up_what_a_sign_weighs_under_its_heads() -> None:
    made = Sheet(packed(WEIGHTS), HEADS)
    parts = [("after", "near"), ("many", "unknown")]
    assert {key: made.weigh(parts, column) for key, column in made.columns.items()} == {
        "bids": -200,
        "talks": 1500,
        "nothing": 0,
    }


def test_weights_add_up_exactly_in_any_order() -> None:
    made = Sheet(packed(WEIGHTS), HEADS)
    assert {made.weigh([order], made.columns["bids"]) for order in permutations(("after", "near"))} == {0}
    assert sum((0.1, 0.2, -0.3)) != 0.0  # as they would not in fractions


def test_a_sheet_remembers_no_more_than_it_may() -> None:
    made = Sheet(packed(WEIGHTS), HEADS, most=2)
    found = [made.weigh([part], made.columns["bids"]) for part in (("after",), ("near",), ("many",), ("after",))]
    assert found == [0.3 * ONE, -0.3 * ONE, -0.2 * ONE, 0.3 * ONE]
    assert len(made) <= 2


def test_packed_weights_are_the_same_to_a_thousandth() -> None:
    told = packed(WEIGHTS | {"silent": {}, "fine": {"bid": 0.0004, "talks": -1.2346}}).unpacked()
    assert told == WEIGHTS | {"silent": {}, "fine": {"bid": 0.0, "talks": -1.235}}
