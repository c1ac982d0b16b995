"""What signs weigh: sums of learned weights, remembered for the small tuples in which signs come.

Weights are learned to a thousandth at most. On a sheet they are whole thousandths, which add up exactly in whatever
order, so that what lies on a threshold stays there.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import repeat
from operator import itemgetter
from typing import TypeAlias

Features = tuple[str, ...]
Weights: TypeAlias = Mapping[str, Mapping[str, float]]  # what each sign weighs under each head
Row: TypeAlias = "array[int]"  # what a sign weighs, column by column
Rows = tuple[Row, ...]
Column = Callable[[Row], int]
ONE = 1000  # thousandths
MOST_REMEMBERED = 20_000
_NOUGHTS = repeat(0.0)  # what an unknown sign weighs


class Scorer(dict[Features, float]):
    """What signs weigh by a table, by the tuples in which they come: ``scorer[part]``.

    Remembers up to ``most`` of the tuples that it has met, as the entries of a dictionary, since most are met again.
    """

    __slots__ = ("_most", "_weight_of")

    def __init__(self, table: Mapping[str, float], most: int = MOST_REMEMBERED) -> None:
        self._weight_of = table.get
        self._most = most

    def __missing__(self, part: Features) -> float:
        """Weigh a tuple of signs that is met for the first time."""
        if len(self) >= self._most:
            self.clear()
        value = self[part] = sum(map(self._weight_of, part, _NOUGHTS))
        return value

    def weigh(self, parts: Iterable[Features]) -> float:
        """The weight of several tuples of signs."""
        return sum(map(self.__getitem__, parts))


class Sheet(dict[Features, Rows]):
    """What signs weigh in each of many columns, by the tuples in which they come: ``sheet[part]`` are their rows.

    A column adds up what a sign weighs under some heads; ``columns`` has them by what they stand for. A tuple of
    signs is looked up once, whatever the number of columns in which it is weighed; signs that weigh nothing have no
    row. Remembers up to ``most`` tuples.
    """

    __slots__ = ("_most", "_nothing", "_places", "_rows", "_weights", "columns")

    def __init__(self, weights: Weights, heads: Mapping[Hashable, Sequence[str]], most: int = MOST_REMEMBERED) -> None:
        self.columns: dict[Hashable, Column] = {key: itemgetter(place) for place, key in enumerate(heads)}
        self._places: dict[str, list[int]] = {}
        for column, under in enumerate(heads.values()):
            for head in under:
                self._places.setdefault(head, []).append(column)
        self._weights = weights
        self._nothing: Row = array("i", [0] * len(heads))
        self._rows: dict[str, Row] = {}
        self._most = most

    def __missing__(self, part: Features) -> Rows:
        """The rows of a tuple of signs that is met for the first time."""
        if len(self) >= self._most:
            self.clear()
        weights, met = self._weights, self._rows
        rows = self[part] = tuple([met.get(sign) or self.row(sign) for sign in part if sign in weights])
        return rows

    def row(self, sign: str) -> Row:
        """What a sign weighs in each column."""
        row = self._rows.get(sign)
        if row is None:
            if sign not in self._weights:
                return self._nothing
            row = self._rows[sign] = array("i", self._nothing)
            for head, weight in self._weights[sign].items():
                whole = round(weight * ONE)
                for column in self._places.get(head, ()):
                    row[column] += whole
        return row

    def rows(self, parts: Iterable[Features]) -> list[Row]:
        """The rows of several tuples of signs."""
        return [row for part in parts for row in self[part]]

    def weigh(self, parts: Iterable[Features], column: Column) -> int:
        """What several tuples of signs weigh together in a column, in thousandths."""
        return sum(map(column, self.rows(parts)))


def beside_none(scores: Sequence[float]) -> list[float]:
    """Scores to probabilities, beside "none of them" with a score of nought."""
    top = max(0.0, *scores, 0.0)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers) + math.exp(-top)
    return [power / total for power in powers]
