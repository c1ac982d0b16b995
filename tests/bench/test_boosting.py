"""Boosted trees as they are learned and written down."""

from __future__ import annotations

import random

from bench.boosting import fit_trees
from bench.fitting import Settings

SETTINGS = Settings(trees=20, leaves=6, leaf_cases=10)


def _cases(last: float) -> tuple[list[tuple[float, float, float]], list[bool]]:
    """Cases that are right where their first measure is high; where the last one is set, all the same to it."""
    drawn = random.Random(7)
    measures = [(drawn.random(), drawn.random(), float(drawn.random() < last)) for _ in range(400)]
    return measures, [(one > 0.5) if not left_out else two > 0.5 for one, two, left_out in measures]


def test_trees_tell_right_from_wrong() -> None:
    trees = fit_trees(*_cases(0.0), SETTINGS)
    assert trees.score((0.9, 0.5)) > 1.0 > -1.0 > trees.score((0.1, 0.5))


def test_what_is_for_learning_alone_is_not_asked_for() -> None:
    trees = fit_trees(*_cases(0.5), SETTINGS)
    assert {node[0] for row in trees.rows for node in row} <= {-1, 0, 1}
    assert trees.score((0.9, 0.1)) > trees.score((0.1, 0.9))


def test_each_node_stands_before_those_that_follow_it() -> None:
    for row in fit_trees(*_cases(0.5), SETTINGS).rows:
        assert all(
            at < below < len(row) and at < above < len(row) for at, (m, _, below, above) in enumerate(row) if m >= 0
        )
