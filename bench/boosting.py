"""Learn boosted trees: scikit-learn fits them, and what it fits is written down as the reader walks through it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.tree import DecisionTreeRegressor

from bench.fitting import Settings
from mooted.claims.trees import Node, Trees

_DIGITS = 4
_CASES, _MEASURES = 0.7, 0.3  # the parts that a tree, and each node of it, is shown


def fit_trees(measures: Sequence[Sequence[float]], right: Sequence[bool], settings: Settings) -> Trees:
    """Trees that tell right from wrong, each fitted to a part of the cases and looking at a part of the measures
    (Friedman, "Stochastic gradient boosting", 2002)."""
    rate = settings.tree_rate
    model = GradientBoostingClassifier(
        n_estimators=settings.trees, learning_rate=rate, max_leaf_nodes=settings.leaves, max_depth=None,
        min_samples_leaf=settings.leaf_cases, subsample=_CASES, max_features=_MEASURES, random_state=0,
    )  # fmt: skip
    model.fit(np.array(measures, dtype=float), np.array(right))
    share = sum(right) / len(right)
    rows = tuple(tuple(_nodes(each[0], rate)) for each in model.estimators_)
    return Trees(round(math.log(share / (1.0 - share)), _DIGITS), rows)


def _nodes(fitted: DecisionTreeRegressor, rate: float) -> Iterator[Node]:
    tree = fitted.tree_
    nodes = zip(tree.feature, tree.threshold, tree.children_left, tree.children_right, tree.value[:, 0, 0], strict=True)
    for measure, value, below, above, adds in nodes:
        if below == above:
            yield -1, round(rate * float(adds), _DIGITS), 0, 0
        else:
            yield int(measure), round(float(value), _DIGITS), int(below), int(above)
