"""Hierarchical shrinkage: a journalist toward his outlet, an outlet toward its family, a family toward the field.

At each level the rates of the members are Beta(m k, (1 - m) k) about the mean m of the others in the group, and the
strength k is the one of a grid under which the members' counts are most likely (beta-binomial empirical Bayes: Efron
and Morris, "Stein's estimation rule and its competitors", JASA 1973; Gelman et al., "Bayesian Data Analysis", chapter
5). So one lucky hit is no 100 %: with n reports, a source is believed n / (n + k) on its own record.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from mooted.reliability.beta import interval
from mooted.reliability.votes import Rate, Resolved

STRENGTHS = (2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0)
FIELD = (0.5, 0.5)  # the prior of the field as a whole


class Shrunk(NamedTuple):
    """Rates by level. ``strengths`` tells the k of families, outlets and sources."""

    field: Rate
    families: dict[str, Rate]
    outlets: dict[str, Rate]
    sources: dict[str, Rate]
    strengths: tuple[float, float, float]


def shrink(reports: Iterable[Resolved]) -> Shrunk:
    """The rates of all sources, each drawn toward what the others of its group show."""
    told = list(reports)
    n, right = len(told), sum(report.right for report in told)
    field = Rate(interval(right + FIELD[0], n - right + FIELD[1]), n, right)
    families = _level(
        _counts((report.family, report.right) for report in told), lambda name: _Group(FIELD[0], sum(FIELD), n, right)
    )
    family_of = {report.outlet: report.family for report in told}
    outlets = _level(
        _counts((report.outlet, report.right) for report in told), lambda name: families.group(family_of[name])
    )
    outlet_of = {report.source: report.outlet for report in told}
    sources = _level(
        _counts((report.source, report.right) for report in told), lambda name: outlets.group(outlet_of[name])
    )
    strengths = (families.strength, outlets.strength, sources.strength)
    return Shrunk(field, families.rates, outlets.rates, sources.rates, strengths)


class _Group(NamedTuple):
    """What is known of a group: its prior as reports right and in all, and its own reports."""

    prior_right: float
    prior_n: float
    n: int
    right: int

    def without(self, n: int, right: int) -> float:
        """The mean of the group but for one member, who must not be drawn toward himself."""
        return (self.prior_right + self.right - right) / (self.prior_n + self.n - n)


class _Level(NamedTuple):
    rates: dict[str, Rate]
    means: dict[str, float]
    strength: float

    def group(self, name: str) -> _Group:
        """A member of this level as the group of those below."""
        rate = self.rates[name]
        return _Group(self.means[name] * self.strength, self.strength, rate.n, rate.right)


def _counts(told: Iterable[tuple[str, bool]]) -> dict[str, tuple[int, int]]:
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, right in told:
        found[name][0] += 1
        found[name][1] += right
    return {name: (n, right) for name, (n, right) in sorted(found.items())}


def _level(counts: Mapping[str, tuple[int, int]], above: Callable[[str], _Group]) -> _Level:
    """The rates of one level under the strength that makes its counts most likely."""
    means = {name: above(name).without(n, right) for name, (n, right) in counts.items()}

    def likely(strength: float) -> float:
        return math.fsum(_likelihood(n, right, means[name], strength) for name, (n, right) in counts.items())

    strength = max(STRENGTHS, key=likely)
    rates = {}
    for name, (n, right) in counts.items():
        a, b = means[name] * strength, (1 - means[name]) * strength
        rates[name] = Rate(interval(right + a, n - right + b), n, right)
    return _Level(rates, means, strength)


def _likelihood(n: int, right: int, mean: float, strength: float) -> float:
    """The log likelihood of ``right`` of ``n``, but for what does not depend on the strength."""
    a, b = mean * strength, (1 - mean) * strength
    return _log_beta(right + a, n - right + b) - _log_beta(a, b)


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
