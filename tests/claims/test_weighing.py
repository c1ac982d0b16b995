"""What signs weigh on a sheet: the same as under each head, exactly, in whatever order they are added."""

from __future__ import annotations

from itertools import permutations

from mooted.claims.weighing import ONE, Sheet, column, sheet, weight

WEIGHTS = {"bid": {"after": 0.1, "many": -0.2}, "bid/tables": {"after": 0.2, "near": -0.3}, "talks": {"near": 1.5}}
COLUMNS = (("bid", "bid/tables"), ("talks",), ("unheard-of",))


def test_a_column_adds_up_what_a_sign_weighs_under_its_heads() -> None:
    rows = Sheet(WEIGHTS, COLUMNS).rows([("after", "near"), ("many", "unknown")])
    assert [weight(rows, column(place)) for place in range(3)] == [-200, 1500, 0]


def test_weights_add_up_exactly_in_any_order() -> None:
    made = Sheet(WEIGHTS, COLUMNS)
    assert {weight(made.rows([order]), column(0)) for order in permutations(("after", "near"))} == {0}
    assert sum((0.1, 0.2, -0.3)) != 0.0  # as they would not in fractions


def test_a_sheet_remembers_no_more_than_it_may() -> None:
    made = Sheet(WEIGHTS, COLUMNS, most=2)
    found = [weight(made[part], column(0)) for part in (("after",), ("near",), ("many",), ("after",))]
    assert found == [0.3 * ONE, -0.3 * ONE, -0.2 * ONE, 0.3 * ONE]
    assert len(made) <= 2


def test_other_weights_have_another_sheet() -> None:
    other = {"bid": {"after": 2.0}}
    assert sheet(WEIGHTS, ("bid",)) is sheet(WEIGHTS, ("bid",))
    assert weight(sheet(other, ("bid",))[("after",)], column(0)) == 2 * ONE
