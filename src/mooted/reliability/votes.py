"""The vocabulary of all methods: what sources said, whether it came true, and what a method returns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from mooted.model.judgement import Interval


class Vote(NamedTuple):
    """What one source said of one question: yes or no. ``origin`` is the source that it only repeats, if any."""

    source: str
    question: str
    says: bool
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A report whose question is settled: by ``source``, of an outlet and family, ``days`` before the close.

    ``right`` tells if the player moved as reported; ``prior`` the chance of that before the report, from all that was
    known; ``report`` if what was reported itself (a bid) was borne out, null where nobody can know.
    """

    source: str
    outlet: str
    family: str
    question: str
    stage: str
    days: int
    said_at: datetime
    right: bool
    prior: float
    report: bool | None = None
    first: bool = False
    repeats: bool = False
    lead_hours: float | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a source is right, with the interval that holds 90 %, and the counts behind it."""

    rate: Interval
    n: int
    right: int


@dataclass(frozen=True, slots=True)
class Agreed:
    """What methods that find truth from votes return: the chance of each question's yes, and each source's accuracy."""

    questions: dict[str, float]
    sources: dict[str, float]
    copies: dict[tuple[str, str], float]  # chance that the first copies the second
    rounds: int


def counts(reports: Iterable[Resolved]) -> dict[str, tuple[int, int]]:
    """By source how many reports there are, and how many were right."""
    found: dict[str, tuple[int, int]] = {}
    for report in reports:
        n, right = found.get(report.source, (0, 0))
        found[report.source] = n + 1, right + report.right
    return found
