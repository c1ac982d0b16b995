"""What signs weigh: sums of learned weights, remembered for the small tuples in which signs come."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Features = tuple[str, ...]
Weights = dict[str, dict[str, float]]
MOST_REMEMBERED = 4_000


class Scorer:
    """What signs weigh by one or more tables; remembers the tuples that it has met."""

    __slots__ = ("_known", "_tables")

    def __init__(self, tables: Sequence[dict[str, float]]) -> None:
        self._tables = tables
        self._known: dict[Features, float] = {}

    def of(self, part: Features) -> float:
        """The weight of one tuple of signs."""
        value = self._known.get(part)
        if value is None:
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            value = self._known[part] = sum([table[sign] for table in self._tables for sign in part if sign in table])
        return value

    def weigh(self, parts: Iterable[Features]) -> float:
        """The weight of several tuples of signs."""
        return sum(map(self.of, parts))


def beside_none(scores: Sequence[float]) -> list[float]:
    """Scores to probabilities, beside "none of them" with a score of nought."""
    top = max(0.0, *scores, 0.0)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers) + math.exp(-top)
    return [power / total for power in powers]
