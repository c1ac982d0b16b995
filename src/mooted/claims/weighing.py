"""What signs weigh: sums of learned weights, remembered for the small tuples in which signs come."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat

Features = tuple[str, ...]
Weights = dict[str, dict[str, float]]
MOST_REMEMBERED = 4_000
_NOUGHTS = repeat(0.0)  # what an unknown sign weighs


class Scorer(dict[Features, float]):
    """What signs weigh by some tables, by the tuples in which they come: ``scorer[part]``.

    Remembers up to ``most`` of the tuples that it has met, as the entries of a dictionary, since most are met again.
    """

    __slots__ = ("_most", "_tables")

    def __init__(self, tables: Sequence[Mapping[str, float]], most: int = MOST_REMEMBERED) -> None:
        self._tables = [table.get for table in tables]
        self._most = most

    def __missing__(self, part: Features) -> float:
        """Weigh a tuple of signs that is met for the first time."""
        if len(self) >= self._most:
            self.clear()
        value = self[part] = self.once(part)
        return value

    def once(self, part: Features) -> float:
        """The weight of a tuple that will not be asked for again, and is not remembered."""
        value = 0.0
        for weight_of in self._tables:
            value += sum(map(weight_of, part, _NOUGHTS))
        return value

    def weigh(self, parts: Iterable[Features]) -> float:
        """The weight of several tuples of signs."""
        return sum(map(self.__getitem__, parts))


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
