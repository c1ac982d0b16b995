"""Weights as they are kept in the user's cache: small, and each sign's unpacked when it is looked up.

Weights are learned to a thousandth at most, so that whole thousandths lose nothing.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, KeysView, Mapping

from mooted.claims.weighing import ONE, Weights


class Packed(Mapping[str, Mapping[str, float]]):
    """Weights of which few are ever looked at.

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

    def keys(self) -> KeysView[str]:
        """The signs, found as fast as in a dictionary."""
        return self.signs.keys()


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
