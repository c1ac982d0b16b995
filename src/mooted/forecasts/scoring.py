"""Proper scores of forecasts of yes or no, and what goes with them. Each is undefined, and null, on nothing.

Brier (1950): the mean of (p - y)^2, one-sided. Log score (Good, 1952): the mean of -ln of the chance given to what
happened. Skill: 1 - score / score of a reference. AUC: the chance that a yes was given more than a no (Mann and
Whitney, 1947), ties counting half. ECE: the mean gap between chance and share over ten bins of equal width, by size
(Naeini et al., 2015). CRPS of a yes or no is the Brier score.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10
_EDGE = 1e-12


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts between two chances: how many, their mean, and the share that came true with its 90 % band.

    The band is where the share would fall nine times in ten if the mean were right: binomial, by its normal limits.
    """

    low: float
    high: float
    n: int
    mean: float
    share: float
    band_low: float
    band_high: float


def brier(chances: Sequence[float], came: Sequence[bool]) -> float | None:
    """The mean squared error of chances."""
    return math.fsum((p - y) ** 2 for p, y in zip(chances, came, strict=True)) / len(came) if came else None


def log_score(chances: Sequence[float], came: Sequence[bool]) -> float | None:
    """The mean of -ln of the chance given to what happened; a chance of nothing counts as one in a billion."""
    if not came:
        return None
    given = (p if y else 1 - p for p, y in zip(chances, came, strict=True))
    return -math.fsum(math.log(max(one, _EDGE)) for one in given) / len(came)


def auc(chances: Sequence[float], came: Sequence[bool]) -> float | None:
    """The chance that a yes was given more than a no; null where there is none of one kind."""
    order = sorted(range(len(came)), key=chances.__getitem__)
    yes = sum(came)
    if not 0 < yes < len(came):
        return None
    won, lower = 0.0, 0
    at = 0
    while at < len(order):
        tied = [order[at]]
        while at + len(tied) < len(order) and chances[order[at + len(tied)]] == chances[tied[0]]:
            tied.append(order[at + len(tied)])
        told = sum(came[one] for one in tied)
        won += told * (lower + (len(tied) - told) / 2)
        lower += len(tied) - told
        at += len(tied)
    return won / (yes * (len(came) - yes))


def bins(chances: Sequence[float], came: Sequence[bool], count: int = BINS) -> tuple[Bin, ...]:
    """The forecasts in bins of equal width; empty ones are left out."""
    held: dict[int, list[int]] = {}
    for at, chance in enumerate(chances):
        held.setdefault(min(int(chance * count), count - 1), []).append(at)
    return tuple(
        _bin(place, [chances[at] for at in held[place]], [came[at] for at in held[place]], count)
        for place in sorted(held)
    )


def _bin(place: int, chances: Sequence[float], came: Sequence[bool], count: int) -> Bin:
    n, mean = len(came), math.fsum(chances) / len(came)
    reach = 1.645 * math.sqrt(mean * (1 - mean) / n)
    low, high = max(mean - reach, 0.0), min(mean + reach, 1.0)
    return Bin(place / count, (place + 1) / count, n, mean, sum(came) / n, low, high)


def ece(chances: Sequence[float], came: Sequence[bool]) -> float | None:
    """The expected calibration error over ten bins."""
    if not came:
        return None
    return math.fsum(one.n * abs(one.mean - one.share) for one in bins(chances, came)) / len(came)


def skill(score: float | None, reference: float | None) -> float | None:
    """How much better than a reference a score is, 1 being perfect; null where the reference errs in nothing."""
    return None if score is None or not reference else 1 - score / reference
