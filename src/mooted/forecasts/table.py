"""The table stage x days left: of reports like this one, the share that came true.

Each cell is drawn toward the base rate by a Beta prior worth ``STRENGTH`` reports, so an empty cell gives the base
rate: (yes + STRENGTH * base) / (n + STRENGTH).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mooted.forecasts.parameters import Cell
from mooted.forecasts.signs import Signs

STRENGTH = 10.0
_STAGES = (
    ("agreed", ("now agreed", "now medical", "now signed", "now bid accepted", "now terms agreed")),
    ("bid", ("now bid", "now bid planned", "now bid rejected", "now agreement possible")),
    ("talks", ("now talks", "now contact", "now talks possible")),
    ("off", ("now off", "now denied")),
)
_DAYS = ((7, "a week"), (30, "a month"), (92, "three months"))


def cell_of(signs: Signs, left: int) -> str:
    """The cell of a pursuit: "agreed, a month left"."""
    stage = next((name for name, now in _STAGES if any(signs.get(f"stage: {one}", 0) > 0.5 for one in now)), "interest")
    days = next((name for limit, name in _DAYS if left <= limit), "longer")
    return f"{stage}, {days} left"


def filled(reports: Iterable[tuple[str, bool]]) -> dict[str, Cell]:
    """The table of settled reports, given by their cells and whether they came true."""
    counts: dict[str, list[int]] = {}
    for cell, yes in reports:
        count = counts.setdefault(cell, [0, 0])
        count[0] += 1
        count[1] += yes
    return {cell: Cell(n, yes) for cell, (n, yes) in sorted(counts.items())}


def chance(table: Mapping[str, Cell], cell: str, base_rate: float) -> float:
    """The chance that a report in a cell comes true."""
    counts = table.get(cell, Cell(0, 0))
    return (counts.yes + STRENGTH * base_rate) / (counts.n + STRENGTH)
