"""What signs weigh: sums of learned weights, remembered for the small tuples in which signs come."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Features = tuple[str, ...]
Weights = dict[str, dict[str, float]]
MOST_REMEMBERED = 4_000


class Scorer:
    """What signs weigh by some tables; remembers up to ``most`` of the tuples that it has met.

    A scorer of one rule adds its own tables to a ``general`` one, which many rules share.
    """

    __slots__ = ("_general", "_known", "_most", "_tables")

    def __init__(
        self, tables: Sequence[dict[str, float]], general: Scorer | None = None, most: int = MOST_REMEMBERED
    ) -> None:
        self._tables = tables
        self._general = general
        self._most = most
        self._known: dict[Features, float] = {}

    def of(self, part: Features) -> float:
        """The weight of one tuple of signs."""
        known = self._known
        if part in known:
            return known[part]
        if len(known) >= self._most:
            known.clear()
        value = known[part] = self._own(part) + (self._general.of(part) if self._general else 0.0)
        return value

    def once(self, part: Features) -> float:
        """The weight of a tuple that will not be asked for again, and is not remembered."""
        return self._own(part) + (self._general.once(part) if self._general else 0.0)

    def _own(self, part: Features) -> float:
        return sum([table[sign] for table in self._tables for sign in part if sign in table])

    def weigh(self, parts: Iterable[Features]) -> float:
        """The weight of several tuples of signs."""
        return sum(map(self.of, parts))


def added(tables: Sequence[dict[str, float]]) -> dict[str, float]:
    """Several tables as one, which weighs what they weigh together."""
    total: dict[str, float] = {}
    for table in tables:
        for sign, weight in table.items():
            total[sign] = total.get(sign, 0.0) + weight
    return total


def beside_none(scores: Sequence[float]) -> list[float]:
    """Scores to probabilities, beside "none of them" with a score of nought."""
    top = max(0.0, *scores, 0.0)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers) + math.exp(-top)
    return [power / total for power in powers]
