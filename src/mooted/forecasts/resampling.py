"""Intervals by resampling players: the bootstrap over clusters (Efron, 1979; Davison and Hinkley, 1997, section 3.8).

Forecasts on one player rise and fall together, so players are drawn, not forecasts. The same seed gives the same
figures to the digit.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")
DRAWS = 200
SEED = 1950  # of Brier's paper


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the interval that holds 90 % of its resamples; all null where there is nothing to go on."""

    value: float | None
    low: float | None = None
    high: float | None = None


def resampled(
    items: Sequence[Item],
    cluster: Callable[[Item], str],
    figures: Callable[[Sequence[Item]], dict[str, float | None]],
    draws: int = DRAWS,
) -> dict[str, Estimate]:
    """Each figure of the items with its interval, from ``draws`` resamples of whole clusters."""
    held: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        held[cluster(item)].append(item)
    names = sorted(held)
    chance = random.Random(SEED)
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(draws if len(names) > 1 else 0):
        sample = [item for name in chance.choices(names, k=len(names)) for item in held[name]]
        for figure, value in figures(sample).items():
            if value is not None:
                drawn[figure].append(value)
    return {figure: _estimate(value, sorted(drawn[figure])) for figure, value in figures(items).items()}


def _estimate(value: float | None, drawn: Sequence[float]) -> Estimate:
    if value is None or len(drawn) < 20:
        return Estimate(value)
    return Estimate(value, drawn[round(0.05 * (len(drawn) - 1))], drawn[round(0.95 * (len(drawn) - 1))])
