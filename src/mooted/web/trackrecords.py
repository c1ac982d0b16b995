"""Track records for pages: of one source by what it is about, and of all sources in a table."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mooted.model.judgement import Interval
from mooted.web.asking import Asked

Table = tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...], str]


@dataclass(frozen=True, slots=True)
class Row:
    """How often a source was right about one kind of thing."""

    of: str
    resolved: int
    rate: Interval


def records_of(ask: Asked, name: str) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """The records of a source, table by table."""
    return ()


def calibration_of(ask: Asked, name: str) -> Markup:
    """What came of what it said, as a picture."""
    return Markup("")


def table(ask: Asked, club: str | None, event: str | None) -> Table:
    """All records: columns, rows by name, and a word where there are none."""
    return (), (), "No claim is resolved yet: import what happened with mooted outcomes import."
