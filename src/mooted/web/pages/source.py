"""Sources: what each has said, first and after others, and how often it was right."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from mooted.answers.source import Report, Source, source
from mooted.model.claim import EVENTS, Event
from mooted.show.judging import sources_page
from mooted.show.source import source_page
from mooted.web.asking import Ask, stretch
from mooted.web.conditional import Conditional
from mooted.web.evidence import Quotation, quotations
from mooted.web.pages.changes import changes
from mooted.web.remembering import kept
from mooted.web.render import page, path_part
from mooted.web.trackrecords import Row, Table, calibration_of, records, standings_of, table, tables_of, why_not
from mooted.web.twins import MEDIA, split, twin, twins_of
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)
MOST = 40
LOOKED_AT = 60  # claims, the newest


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView(View):
    """What a source said, and its record in tables; ``nothing`` tells why there is none (yet)."""

    answer: Source
    reports: tuple[Quotation[Report], ...]
    records: tuple[tuple[str, tuple[Row, ...]], ...]
    calibration: Markup
    nothing: str
    waiting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView(View):
    """The table of all records, and what it is narrowed to."""

    club: str
    event: str
    table: Table
    events: tuple[Event, ...] = EVENTS


@router.get("/source/{name}")
@kept
def show(name: str, ask: Ask) -> Response:
    """The page, or the twin that the ending of the name asks for."""
    called, form = split(name)
    answer = source(ask.ledger, called, since=stretch(ask.says("since")), as_of=ask.as_of, most=LOOKED_AT)
    path = f"/source/{path_part(answer.name)}"
    if form in MEDIA:
        return twin(answer, source_page, form, answer.name)
    if form == "atom":
        return changes(ask, answer.title, (report.step for report in answer.reports), path)
    found = records(ask)
    nothing, waiting = ("None of its reports is settled yet.", False) if found else why_not(ask)
    view = SourceView(
        **ask.view(answer.name),
        twins=twins_of(path, "json", "csv", "md", "atom"),
        answer=answer,
        reports=quotations(ask.ledger, answer.reports[:MOST], lambda report: report.step.entry),
        records=tables_of(found, answer.name) if found else (),
        calibration=calibration_of(found, answer.name) if found else Markup(""),
        nothing=nothing,
        waiting=waiting,
    )
    return page("source.html", view)


@router.get("/sources")
@kept
def show_all(ask: Ask) -> Response:
    """The table of track records."""
    club, event = ask.says("club"), ask.says("event")
    found = table(ask, club, event)
    twins = twins_of("/sources", "json", "csv", "md") if found.columns else ()  # once there is something to give
    view = SourcesView(**ask.view("Sources"), twins=twins, club=club, event=event, table=found)
    return page("sources.html", view)


@router.get("/sources.{form}")
@kept
def show_all_twin(form: str, ask: Ask) -> Response:
    """The track records for programs, once they are worked out. Raises 404 before."""
    found = standings_of(ask, ask.says("club"), ask.says("event"))
    return twin(found, sources_page, form if form in MEDIA else "json", "sources")
