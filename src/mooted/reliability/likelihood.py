"""How much a source's word moves the odds: its likelihood ratio against what was already known.

A report with the prior chance p came true with odds p / (1 - p) times the ratio. Its logarithm has a normal prior about
0 (the word says nothing new) of standard deviation ``SPREAD``, and the maximum of its posterior is found by Newton's
method; the interval is that of the normal about it (Laplace's approximation). Good (1950) called it the weight of
evidence. Without reports it is the prior: 1, and wide.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from mooted.model.judgement import Interval
from mooted.reliability.votes import Resolved

SPREAD = 0.7
_REACH = 1.645
_STEPS = 30


def likelihood_ratio(reports: Iterable[Resolved]) -> Interval:
    """The ratio by which reports of a source multiply the odds, with the interval that holds 90 %."""
    told = [(math.log(_inside(report.prior) / (1 - _inside(report.prior))), report.right) for report in reports]
    at = 0.0
    curve = 1 / SPREAD**2
    for _ in range(_STEPS):
        chances = [1 / (1 + math.exp(-(odds + at))) for odds, _ in told]
        slope = math.fsum(right - chance for chance, (_, right) in zip(chances, told, strict=True)) - at / SPREAD**2
        curve = math.fsum(chance * (1 - chance) for chance in chances) + 1 / SPREAD**2
        at += slope / curve
    reach = _REACH / math.sqrt(curve)
    return Interval(math.exp(at), math.exp(at - reach), math.exp(at + reach))


def _inside(chance: float) -> float:
    return min(max(chance, 1e-6), 1 - 1e-6)
