"""Boosted trees, read."""

from __future__ import annotations

import pytest

from mooted.claims.trees import NO_TREES, Trees

TALL = ((0, 1.5, 1, 2), (-1, 0.25, 0, 0), (1, 0.0, 3, 4), (-1, -0.5, 0, 0), (-1, 1.0, 0, 0))
"""Up to 1.5 in the first measure a quarter; above it half less or one more, by the second."""


def test_no_trees_say_nothing() -> None:
    assert NO_TREES.score((1.0, 2.0)) == 0.0


@pytest.mark.parametrize(
    ("measures", "score"),
    [((1.5, 9.0), 0.25), ((1.6, 0.0), -0.5), ((1.6, 0.1), 1.0)],
    ids=["what is at a cut goes below", "two cuts down", "two cuts up"],
)
def test_a_tree_is_walked_to_a_leaf(measures: tuple[float, float], score: float) -> None:
    assert Trees(0.0, (TALL,)).score(measures) == score


def test_trees_add_up() -> None:
    assert Trees(-1.0, (TALL, TALL, ((-1, 0.125, 0, 0),))).score((2.0, 1.0)) == pytest.approx(1.125)
