"""Learn boosted trees: scikit-learn fits them, and what it fits is written down as the reader walks through it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.tree import DecisionTreeRegressor

from bench.fitting import Settings
from mooted.claims.trees import Node, Trees

_DIGITS = 4
_CASES, _MEASURES = 0.7, 0.3  # the parts that a tree, and each node of it, is shown


def fit_trees(measures: Sequence[Sequence[float]], right: Sequence[bool], settings: Settings) -> Trees:
    """Trees that tell right from wrong, each fitted to a part of the cases and looking at a part of the measures
    (Friedman, "Stochastic gradient boosting", 2002).

    The last measure is for learning alone: the trees are written down as they judge where it is nought.
    """
    rate = settings.tree_rate
    model = GradientBoostingClassifier(
        n_estimators=settings.trees, learning_rate=rate, max_leaf_nodes=settings.leaves, max_depth=None,
        min_samples_leaf=settings.leaf_cases, subsample=_CASES, max_features=_MEASURES, random_state=0,
    )  # fmt: skip
    model.fit(np.array(measures, dtype=float), np.array(right))
    share = sum(right) / len(right)
    rows = tuple(_written(each[0], rate, len(measures[0]) - 1) for each in model.estimators_)
    return Trees(round(math.log(share / (1.0 - share)), _DIGITS), rows)


def _written(fitted: DecisionTreeRegressor, rate: float, left_out: int) -> tuple[Node, ...]:
    """The nodes of a tree, each before those that follow it; of one that looks at what is left out those below."""
    tree = fitted.tree_
    nodes: list[Node] = []

    def write(at: int) -> int:
        while tree.feature[at] == left_out:
            at = tree.children_left[at]
        place, below, above = len(nodes), tree.children_left[at], tree.children_right[at]
        if below == above:
            nodes.append((-1, round(rate * float(tree.value[at, 0, 0]), _DIGITS), 0, 0))
        else:
            nodes.append((-1, 0.0, 0, 0))
            value = round(float(tree.threshold[at]), _DIGITS)
            nodes[place] = int(tree.feature[at]), value, write(below), write(above)
        return place

    write(0)
    return tuple(nodes)
