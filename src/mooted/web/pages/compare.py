"""Two sagas side by side."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from mooted.answers.player import Player, player
from mooted.model.claim import LADDER
from mooted.model.missing import NotFound
from mooted.model.saga import Saga
from mooted.web.asking import Ask
from mooted.web.charts.timeline import timeline
from mooted.web.conditional import Conditional
from mooted.web.forecasting import forecast_of
from mooted.web.remembering import kept
from mooted.web.render import page
from mooted.web.view import View
from mooted.web.wording import chance_words, rung_words

router = APIRouter(route_class=Conditional, include_in_schema=False)
Row = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, with its chart."""

    answer: Player
    timeline: Markup
    stays: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareView(View):
    """Both sides, and what can be set side by side."""

    a: str
    b: str
    sides: tuple[Side, ...]
    rows: tuple[Row, ...]
    troubles: tuple[str, ...]


@router.get("/compare")
@kept
def show(ask: Ask) -> Response:
    """The page."""
    names = ask.says("a"), ask.says("b")
    sides, troubles = [], []
    for name in filter(None, names):
        try:
            answer = player(ask.ledger, name, as_of=ask.as_of)
        except NotFound as missing:
            troubles.append(str(missing))
            continue
        forecast = forecast_of(ask.ledger, answer)
        stays = next((one.probability for one in forecast.chances if one.club is None), None) if forecast else None
        chart = timeline(answer.saga, rung_words(), answer.as_of)
        sides.append(Side(answer, chart, chance_words(stays) if stays is not None else "no forecast"))
    view = CompareView(
        **ask.view("Compare two sagas"), a=names[0], b=names[1], sides=tuple(sides), rows=_rows(sides),
        troubles=tuple(troubles),
    )  # fmt: skip
    return page("compare.html", view)


def _rows(sides: list[Side]) -> tuple[Row, ...]:
    sagas = [side.answer.saga for side in sides]
    if not sagas:
        return ()
    first = ((name, tuple(_first(saga, event) for saga in sagas)) for name, event in _MILESTONES)
    return (
        ("Claims", tuple(str(len(saga.steps)) for saga in sagas)),
        ("Independent voices", tuple(str(side.answer.voices) for side in sides)),
        ("Suitors", tuple(str(len(saga.suitors)) for saga in sagas)),
        ("Furthest", tuple(_furthest(saga) for saga in sagas)),
        *first,
        ("Stays, by the forecast", tuple(side.stays for side in sides)),
    )


_MILESTONES = tuple((f"Days to {event.replace('_', ' ')}", event) for event in LADDER[1:])


def _first(saga: Saga, event: str) -> str:
    """Days from the first word on a suitor to the first firm report of a stage."""
    begun = min((suitor.first for suitor in saga.suitors), default=None)
    told = (step.entry.said_at for step in saga.steps if step.entry.claim.event == event and step.entry.claim.is_actual)
    reached = min(told, default=None)
    return f"{(reached - begun).days}" if begun and reached else "–"


def _furthest(saga: Saga) -> str:
    if not saga.suitors:
        return "–"
    best = saga.suitors[0]
    return f"{best.club or 'unnamed club'}: {best.furthest.replace('_', ' ')}"
