"""What signs weigh: sums of learned weights, remembered for the small tuples in which signs come.

Weights are learned to a thousandth at most. On a sheet they are whole thousandths, which add up exactly in whatever
order, so that what lies on a threshold stays there.
"""

from __future__ import annotations

import math
import sys
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import itemgetter, mul
from typing import TypeAlias

Features = tuple[str, ...]
Weights: TypeAlias = Mapping[str, Mapping[str, float]]  # what each sign weighs under each head
Row: TypeAlias = "array[int]"  # what a sign weighs, column by column
Rows = tuple[Row, ...]
Column = Callable[[Row], int]
ONE = 1000  # thousandths
MOST_REMEMBERED = 20_000
_BYTES = array("i").itemsize  # of a column in a row
_NOUGHTS = repeat(0.0)  # what an unknown sign weighs


class Packed(Mapping[str, Mapping[str, float]]):
    """Weights as a sheet adds them up, of which few are ever looked at.

    Of each sign ``signs`` have the numbers of its heads, which are their places in ``heads``, each followed by what it
    weighs in thousandths.
    """

    __slots__ = ("heads", "signs")

    def __init__(self, heads: list[str], signs: dict[str, bytes]) -> None:
        self.heads = heads
        self.signs = signs

    def __getitem__(self, sign: str) -> dict[str, float]:
        told = array("i", self.signs[sign])
        return {self.heads[head]: whole / ONE for head, whole in zip(told[::2], told[1::2], strict=True)}

    def __contains__(self, sign: object) -> bool:
        return sign in self.signs

    def __iter__(self) -> Iterator[str]:
        return iter(self.signs)

    def __len__(self) -> int:
        return len(self.signs)


def packed(weights: Weights) -> Packed:
    """Weights in that form."""
    if isinstance(weights, Packed):
        return weights
    numbers: dict[str, int] = {}
    signs = {}
    for sign, told in weights.items():
        pairs = array("i")
        for head, weight in told.items():
            pairs.extend((numbers.setdefault(head, len(numbers)), round(weight * ONE)))
        signs[sign] = pairs.tobytes()
    return Packed(list(numbers), signs)


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

    A row is added up as one long number, in which each column has digits of its own: head by head instead of column by
    column. So that none borrows from the next, its top bit is set until the end.
    """

    __slots__ = ("_most", "_nothing", "_ones", "_rows", "_tops", "_weights", "columns")

    def __init__(self, weights: Weights, heads: Mapping[Hashable, Sequence[str]], most: int = MOST_REMEMBERED) -> None:
        self.columns: dict[Hashable, Column] = {key: itemgetter(place) for place, key in enumerate(heads)}
        known = packed(weights)
        ones = dict.fromkeys(known.heads, 0)  # of each head: a one in each column that it adds to
        for column, under in enumerate(heads.values()):
            for head in under:
                ones[head] = ones.get(head, 0) + (1 << 8 * _BYTES * column)
        self._ones = [ones[head] for head in known.heads]
        self._tops = sum(1 << 8 * _BYTES * (column + 1) - 1 for column in range(len(heads)))
        self._weights = known.signs
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
            row = self._rows[sign] = self._added_up(self._weights[sign])
        return row

    def _added_up(self, told: bytes) -> Row:
        pairs = array("i", told)
        total = sum(map(mul, pairs[1::2], map(self._ones.__getitem__, pairs[::2])), self._tops)
        row = array("i", (total ^ self._tops).to_bytes(len(self._nothing) * _BYTES, "little"))
        if sys.byteorder == "big":
            row.byteswap()
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
