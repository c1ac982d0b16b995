"""Weights as they are kept in the user's cache: small, and each sign's unpacked when it is looked up.

Weights are learned to a thousandth at most, so that whole thousandths lose nothing.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from mooted.claims.weighing import ONE, Weights
from mooted.language.later import LateValues


class Packed(NamedTuple):
    """Weights of which few are ever looked at.

    Of each sign ``signs`` have the numbers of its heads, which are their places in ``heads``, each followed by what it
    weighs in thousandths.
    """

    heads: list[str]
    signs: dict[str, bytes]

    def unpacked(self) -> Weights:
        """The weights, those of a sign unpacked whenever they are looked up."""
        return LateValues(self.signs, self._of)

    def _of(self, sign: str) -> dict[str, float]:
        told = array("i", self.signs[sign])
        return {self.heads[head]: whole / ONE for head, whole in zip(told[::2], told[1::2], strict=True)}


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
