"""Boosted trees, read: many small decision trees, each of which adds a little to a score.

Learned elsewhere by gradient boosting (Friedman, "Greedy function approximation: a gradient boosting machine", 2001);
here they are only walked through, which takes no library.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Node = tuple[int, float, int, int]
"""Which measure is looked at, a value, which node follows up to it, and which above it; of a leaf -1, and what it
adds."""


class Trees(NamedTuple):
    """Trees as rows of nodes, each beginning at its first; ``start`` is the score before any of them."""

    start: float = 0.0
    rows: tuple[tuple[Node, ...], ...] = ()

    def score(self, measures: Sequence[float]) -> float:
        """The log-odds that the trees give to something measured as they were taught."""
        score = self.start
        for row in self.rows:
            measure, value, below, above = row[0]
            while measure >= 0:
                measure, value, below, above = row[below if measures[measure] <= value else above]
            score += value
        return score


NO_TREES = Trees()
