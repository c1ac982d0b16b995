"""The Beta distribution: its distribution function and the interval that holds the middle 90 %.

The regularised incomplete beta function by its continued fraction (Lentz's method; Press et al., "Numerical Recipes",
section 6.4), inverted by halving. Good to about ten digits for parameters up to a million.
"""

from __future__ import annotations

import math

from mooted.model.judgement import Interval

_TINY = 1e-300
_STEPS = 300
_EXACT = 1e-12


def below(x: float, a: float, b: float) -> float:
    """The chance that a Beta(a, b) variable is at most ``x``."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > _TINY else _TINY)
    value = d
    for m in range(1, _STEPS):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 + step * d
            d = 1 / (d if abs(d) > _TINY else _TINY)
            c = 1 + step / c
            c = c if abs(c) > _TINY else _TINY
            value *= d * c
        if abs(d * c - 1) < _EXACT:
            break
    return value


def quantile(share: float, a: float, b: float) -> float:
    """The value below which a Beta(a, b) variable falls with chance ``share``."""
    low, high = 0.0, 1.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle, a, b) < share else (low, middle)
    return (low + high) / 2


def interval(a: float, b: float) -> Interval:
    """The mean of a Beta(a, b) distribution with the interval that holds its middle 90 %."""
    return Interval(a / (a + b), quantile(0.05, a, b), quantile(0.95, a, b))
