"""Health: what the ledger holds, from whom, and what was rejected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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
    """Figures of the ledger, the outlets that printed most, and what was rejected."""

    figures: tuple[tuple[str, str], ...]
    outlets: tuple[OutletCount, ...]
    rejected: tuple[Rejected, ...]


@router.get("/health")
@kept
def show(ask: Ask) -> Response:
    """The page; looking back, what was known and met by then."""
    rejected = ask.ledger.rejections(as_of=ask.as_of)
    view = HealthView(
        **ask.view("Health"),
        twins=twins_of("/health", "json", "csv", "md"),
        figures=_figures(ask.ledger.counts(as_of=ask.as_of), len(rejected)),
        outlets=tuple(ask.ledger.outlets(limit=MOST, as_of=ask.as_of)),
        rejected=tuple(rejected[:MOST]),
    )
    return page("health.html", view)


@router.get("/health.{form}")
@kept
def show_twin(form: str, ask: Ask) -> Response:
    """The figures for programs."""
    figures = _figures(ask.ledger.counts(as_of=ask.as_of), len(ask.ledger.rejections(as_of=ask.as_of)))
    outlets = ask.ledger.outlets(limit=MOST, as_of=ask.as_of)
    answer = Figures(
        "Health",
        (
            *(("ledger", name, value, "") for name, value in figures),
            *((one.name, "Documents", f"{one.documents:,}", "") for one in outlets),
        ),
    )
    return twin(answer, figures_page, form if form in MEDIA else "json", "health")


def _figures(counts: Counts, rejected: int) -> tuple[tuple[str, str], ...]:
    seen = () if counts.last is None else (("Last document seen", _moment(counts.last)),)
    return (
        ("Documents", f"{counts.documents:,}"),
        ("Claims", f"{counts.claims:,}"),
        ("People", f"{counts.people:,}"),
        ("Corrections", f"{counts.corrections:,}"),
        ("Rejected inputs", f"{rejected:,}"),
        ("Newest document", _moment(counts.newest) if counts.newest else "nothing yet"),
        *seen,
    )


def _moment(moment: datetime) -> str:
    return f"{moment:%-d %B %Y %H:%M} UTC"
