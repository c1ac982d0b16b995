"""Health: what the ledger holds, from whom, and what was rejected."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import Response

from mooted.ledger import Counts, OutletCount
from mooted.model.errors import Rejected
from mooted.web.asking import Ask
from mooted.web.conditional import Conditional
from mooted.web.listings import Figures, figures_page
from mooted.web.remembering import kept
from mooted.web.render import page
from mooted.web.twins import MEDIA, twin, twins_of
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)
MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthView(View):
    """Figures of the ledger, its outlets by their last document, and what was rejected."""

    figures: tuple[tuple[str, str], ...]
    outlets: tuple[OutletCount, ...]
    rejected: tuple[Rejected, ...]


@router.get("/health")
@kept
def show(ask: Ask) -> Response:
    """The page."""
    rejected = ask.ledger.rejections()
    view = HealthView(
        **ask.view("Health"),
        twins=twins_of("/health", "json", "csv", "md"),
        figures=_figures(ask.ledger.counts(), len(rejected)),
        outlets=tuple(ask.ledger.outlets(limit=MOST)),
        rejected=tuple(rejected[:MOST]),
    )
    return page("health.html", view)


@router.get("/health.{form}")
@kept
def show_twin(form: str, ask: Ask) -> Response:
    """The figures for programs."""
    ledger = [
        ("ledger", name, value, "") for name, value in _figures(ask.ledger.counts(), len(ask.ledger.rejections()))
    ]
    outlets = [(one.name, "Documents", f"{one.documents:,}", "") for one in ask.ledger.outlets(limit=MOST)]
    answer = Figures("Health", (*ledger, *outlets))
    return twin(answer, figures_page, form if form in MEDIA else "json", "health")


def _figures(counts: Counts, rejected: int) -> tuple[tuple[str, str], ...]:
    last = f"{counts.last:%-d %B %Y %H:%M} UTC" if counts.last else "nothing yet"
    return (
        ("Documents", f"{counts.documents:,}"),
        ("Claims", f"{counts.claims:,}"),
        ("People", f"{counts.people:,}"),
        ("Corrections", f"{counts.corrections:,}"),
        ("Rejected inputs", f"{rejected:,}"),
        ("Last document seen", last),
    )
