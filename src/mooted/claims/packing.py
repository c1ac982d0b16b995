"""Weights as they are kept and added up: small, in whole thousandths, and each sign's looked at when it is asked for.

Weights are learned to a thousandth at most, so that whole thousandths lose nothing.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from operator import mul
from typing import NamedTuple, TypeAlias

Weights: TypeAlias = Mapping[str, Mapping[str, float]]  # what each sign weighs under each head
ONE = 1000  # thousandths


class Packed(NamedTuple):
    """Weights of which few are ever looked at.

    Of each sign ``signs`` have the numbers of its heads, which are their places in ``heads``, each followed by what it
    weighs in thousandths.
    """

    heads: list[str]
    signs: dict[str, bytes]

    def under(self, sign: str) -> dict[str, float]:
        """What a sign weighs under each head. Raises ``KeyError`` for what is no sign."""
        told = array("i", self.signs[sign])
        return {self.heads[head]: whole / ONE for head, whole in zip(told[::2], told[1::2], strict=True)}

    def added_up(self, sign: str, places: Sequence[int]) -> int:
        """What a sign weighs in thousandths, each weight times the one of ``places`` that has its head's number."""
        told = array("i", self.signs[sign])
        return sum(map(mul, told[1::2], map(places.__getitem__, told[::2])))

    def unpacked(self) -> dict[str, dict[str, float]]:
        """The weights as they were before."""
        return {sign: self.under(sign) for sign in self.signs}


def packed(weights: Weights) -> Packed:
    """Weights in that form, each to a thousandth."""
    numbers: dict[str, int] = {}
    signs = {}
    for sign, told in weights.items():
        pairs = array("i")
        for head, weight in told.items():
            pairs.extend((numbers.setdefault(head, len(numbers)), round(weight * ONE)))
        signs[sign] = pairs.tobytes()
    return Packed(list(numbers), signs)
