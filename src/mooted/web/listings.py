"""Pages that are lists of their own, as answers: what their twins for programs are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mooted.answers.steprows import STEP_COLUMNS, STEP_SHOWN, step_row
from mooted.answers.table import Table
from mooted.ledger import Ruling
from mooted.model.phrases import day_words
from mooted.model.saga import Step
from mooted.model.sagawire import step_to_json
from mooted.model.wire import Json
from mooted.show.page import Cell, Grid, Page, Section
from mooted.show.steps import step_item

Figure = tuple[str, str, str, str]
"""Of what, which figure, its value, and its interval where it has one."""


@dataclass(frozen=True, slots=True)
class Figures(Table):
    """Figures by name."""

    COLUMNS: ClassVar = ("of", "figure", "value", "interval")
    SHOWN: ClassVar = COLUMNS

    heading: str
    figures: tuple[Figure, ...]

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.heading

    def rows(self) -> list[Json]:
        """A row for each figure."""
        return [dict(zip(self.COLUMNS, figure, strict=True)) for figure in self.figures]

    def to_json(self) -> Json:
        """The figures in a list."""
        return {"title": self.heading, "figures": self.rows()}


def figures_page(answer: Figures) -> Page:
    """The figures as a table."""
    rows = tuple(tuple(map(Cell, figure)) for figure in answer.figures)
    return Page(title=answer.heading, sections=(Section("Figures", Grid(answer.COLUMNS, rows)),))


@dataclass(frozen=True, slots=True)
class Board(Table):
    """The newest reports, each pursuit and stage once."""

    COLUMNS: ClassVar = STEP_COLUMNS
    SHOWN: ClassVar = STEP_SHOWN

    steps: tuple[Step, ...]

    @property
    def title(self) -> str:
        """The heading of the page."""
        return "Deadline day"

    def rows(self) -> list[Json]:
        """A row for each report."""
        return [step_row(step) for step in self.steps]

    def to_json(self) -> Json:
        """The reports in a list."""
        return {"title": self.title, "reports": [step_to_json(step) for step in self.steps]}


def board_page(answer: Board) -> Page:
    """The reports as a list."""
    items = tuple(
        step_item(step, date=day_words(step.entry.said_at), label=step.entry.claim.player or "")
        for step in answer.steps
    )  # fmt: skip
    return Page(title=answer.title, sections=(Section("The newest first", items=items),))


@dataclass(frozen=True, slots=True)
class Corrections(Table):
    """Every correction, the newest first, with the claim that it was made of and whether it holds."""

    COLUMNS: ClassVar = ("id", "at", "kind", "target", "value", "by", "why", "holds", "player", "evidence")
    SHOWN: ClassVar = ("at", "kind", "target", "value", "by", "why", "holds")

    rulings: tuple[Ruling, ...]

    @property
    def title(self) -> str:
        """The heading of the page."""
        return "Corrections"

    def rows(self) -> list[Json]:
        """A row for each correction."""
        return [_ruling_row(one) for one in self.rulings]

    def to_json(self) -> Json:
        """The corrections in a list."""
        return {"title": self.title, "corrections": self.rows()}


def _ruling_row(one: Ruling) -> Json:
    told, claim = one.correction, one.claim
    return {
        "id": told.id, "at": told.at.isoformat(), "kind": told.kind, "target": told.target, "value": told.value,
        "by": told.by, "why": told.why, "holds": one.holds, "player": claim.player if claim else None,
        "evidence": claim.evidence.words if claim else None,
    }  # fmt: skip


def corrections_page(answer: Corrections) -> Page:
    """The corrections as a table."""
    rows = tuple(tuple(Cell(str(row[name] or "")) for name in answer.SHOWN) for row in answer.rows())
    return Page(title=answer.title, sections=(Section("The newest first", Grid(answer.SHOWN, rows)),))
