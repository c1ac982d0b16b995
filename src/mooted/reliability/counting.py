"""Counting, with a Beta prior: the baseline that stays.

Right r times of n, the rate has the posterior Beta(r + a, n - r + b) (Laplace, 1774, with a = b = 1; here Jeffreys'
a = b = 1/2). Without reports that is the prior.
"""

from __future__ import annotations

from collections.abc import Iterable

from mooted.reliability.beta import interval
from mooted.reliability.votes import Rate, Resolved, counts

PRIOR = 0.5


def count(reports: Iterable[Resolved]) -> dict[str, Rate]:
    """How often each source was right, each by itself."""
    return {source: rate(n, right) for source, (n, right) in sorted(counts(reports).items())}


def rate(n: int, right: int, a: float = PRIOR, b: float = PRIOR) -> Rate:
    """The rate of a source that was right ``right`` times of ``n``; of none, the prior."""
    return Rate(interval(right + a, n - right + b), n, right)
