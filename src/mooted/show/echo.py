"""What documents derive from, one line each."""

from __future__ import annotations

from collections import Counter

from mooted.answers.echo import Derived, Echo
from mooted.model.entry import Derivation
from mooted.model.phrases import day_words
from mooted.show.page import Cell, Grid, Page, Section
from mooted.show.steps import HOW_WORDS, counted

_KINDS: dict[Derivation, str] = {
    "copy": "copies",
    "spun": "reworded from",
    "cites": "cites",
    "family": "same publisher as",
}
_MOST = 200


def echo_page(answer: Echo) -> Page:
    """How many documents stand by themselves, then each with its origin."""
    kinds = Counter(one.kind for one in answer.documents)
    told = [f"{kinds[kind]:,} {HOW_WORDS[kind]}" for kind in _KINDS if kinds[kind]]
    again = sum(not one.new_information for one in answer.documents)
    shown = answer.documents[-_MOST:]
    return Page(
        title="Echo",
        under=(counted(len(answer.documents), "document"), *told, f"{again:,} without anything new"),
        sections=(Section("Documents", Grid(("", "when", "document", "derives"), tuple(map(_row, shown)))),),
        foot=f"The newest {_MOST}; --format jsonl has them all." if len(answer.documents) > _MOST else "",
    )


def _row(one: Derived) -> tuple[Cell, ...]:
    derives = f"{_KINDS[one.kind]} {one.origin or 'a source that is not here'}" if one.kind else "stands by itself"
    new = Cell("new", "green") if one.new_information else Cell("again", "dim")
    named = f"{one.id} ({one.outlet})" if one.outlet else one.id
    return new, Cell(day_words(one.said_at)), Cell(named), Cell(derives, "" if one.kind else "dim")
