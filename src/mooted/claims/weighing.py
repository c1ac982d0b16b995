"""What signs weigh: sums of learned weights, remembered for the small tuples in which signs come.

Weights are learned to a thousandth at most. On a sheet they are whole thousandths, which add up exactly in whatever
order, so that what lies on a threshold stays there. What a sign weighs in all columns is one integer, in which each
column has bits of its own, so that one addition adds up all columns (Lamport, "Multiple byte processing with full-word
instructions", 1975). Below nought a column borrows from the next; what is to be read begins with half of what a column
holds in each, so that none does: ``(total >> column & LANE) - HALF``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import TypeAlias

from mooted.claims.packing import Packed

Features = tuple[str, ...]
Row: TypeAlias = int  # what signs weigh, column by column
Column: TypeAlias = int  # where in a row a column begins, in bits
_WIDTH = 20  # bits of a column: weights of five hundred on either side of nought
LANE, HALF = (1 << _WIDTH) - 1, 1 << (_WIDTH - 1)
MOST_REMEMBERED = 16_000  # tuples
MOST_SIGNS = 8_000
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
        value = self[part] = self.once(part)
        return value

    def once(self, part: Features) -> float:
        """The weight of a tuple of signs that hardly comes again, and is not remembered."""
        return sum(map(self._weight_of, part, _NOUGHTS))

    def weigh(self, parts: Iterable[Features]) -> float:
        """The weight of several tuples of signs."""
        return sum(map(self.__getitem__, parts))


class _Signs(dict[str, Row]):
    """The row of each sign met lately."""

    __slots__ = ("_row_of",)

    def __init__(self, row_of: Callable[[str], Row]) -> None:
        self._row_of = row_of

    def __missing__(self, sign: str) -> Row:
        """The row of a sign that is met for the first time. Raises ``KeyError`` for what is no sign."""
        if len(self) >= MOST_SIGNS:
            self.clear()
        row = self[sign] = self._row_of(sign)
        return row


class Rows(dict[Features, Row]):
    """What signs weigh in each of many columns, by the tuples in which they come: ``rows[part]`` is theirs.

    ``row_of`` gives the row of a sign, of those that are ``known``. A tuple of signs is looked up once, whatever the
    number of columns in which it is weighed. Remembers up to ``most`` tuples.
    """

    __slots__ = ("_known", "_most", "_signs")

    def __init__(self, known: Container[str], row_of: Callable[[str], Row], most: int = MOST_REMEMBERED) -> None:
        self._known, self._signs, self._most = known, _Signs(row_of), most

    def __missing__(self, part: Features) -> Row:
        """The row of a tuple of signs that is met for the first time."""
        if len(self) >= self._most:
            self.clear()
        row = self[part] = self.once(part)
        return row

    def once(self, part: Iterable[str]) -> Row:
        """The row of signs that hardly come together again, which is not remembered."""
        known, signs = self._known, self._signs
        return sum([signs[sign] for sign in part if sign in known])

    def row(self, sign: str) -> Row:
        """What a sign weighs in each column."""
        return self._signs[sign] if sign in self._known else 0

    def total(self, parts: Iterable[Features], start: Row) -> Row:
        """What several tuples of signs weigh together, added to ``start``."""
        return sum(map(self.__getitem__, parts), start)


class Sheet(Rows):
    """Rows of weights in thousandths. A column adds up what a sign weighs under some heads; ``columns`` has them by
    what they stand for. ``nothing`` is a total of nothing, ready to be read.
    """

    __slots__ = ("columns", "nothing")

    def __init__(self, weights: Packed, heads: Mapping[Hashable, Sequence[str]], most: int = MOST_REMEMBERED) -> None:
        self.columns: dict[Hashable, Column] = {key: at * _WIDTH for at, key in enumerate(heads)}
        self.nothing: Row = sum(HALF << column for column in self.columns.values())
        places: dict[str, Row] = {}
        for column, under in zip(self.columns.values(), heads.values(), strict=True):
            for head in under:
                places[head] = places.get(head, 0) + (1 << column)
        in_order = [places.get(head, 0) for head in weights.heads]
        super().__init__(weights.signs.keys(), lambda sign: weights.added_up(sign, in_order), most)

    def weigh(self, parts: Iterable[Features], column: Column) -> int:
        """What several tuples of signs weigh together in a column, in thousandths."""
        return read(self.total(parts, self.nothing), column)


def read(total: Row, column: Column) -> int:
    """What a total has in a column, in thousandths."""
    return (total >> column & LANE) - HALF


def beside_none(scores: Sequence[float]) -> list[float]:
    """Scores to probabilities, beside "none of them" with a score of nought."""
    top = max(0.0, *scores, 0.0)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers) + math.exp(-top)
    return [power / total for power in powers]
