"""Two sagas side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from mooted.answers.moments import moment_of
from mooted.answers.player import Player, player
from mooted.model.claim import LADDER, rung_of
from mooted.model.missing import NotFound
from mooted.model.phrases import EVENT_WORDS
from mooted.model.saga import Saga
from mooted.sagas.suitors import climbs
from mooted.show.player import pursuit_words
from mooted.web.asking import Ask, Asked
from mooted.web.charts.span import Stretch
from mooted.web.charts.timeline import stretch_of, timeline
from mooted.web.conditional import Conditional
from mooted.web.forecasting import forecast_of
from mooted.web.listings import Figures, figures_page
from mooted.web.remembering import kept
from mooted.web.render import page
from mooted.web.twins import MEDIA, twin, twins_of
from mooted.web.view import View
from mooted.web.wording import chance_words, ended_words

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
    """The page. Both charts cover the same stretch of time."""
    sides, troubles = _sides(ask)
    view = CompareView(
        **ask.view("Compare two sagas"), twins=twins_of("/compare", "json", "csv", "md"), a=ask.says("a"),
        b=ask.says("b"), sides=sides, rows=tuple(_rows(sides)), troubles=troubles,
    )  # fmt: skip
    return page("compare.html", view)


@router.get("/compare.{form}")
@kept
def show_twin(form: str, ask: Ask) -> Response:
    """What is set side by side, for programs."""
    sides, _ = _sides(ask)
    names = [side.answer.identity.name for side in sides]
    figures = tuple(
        (name, what, cell, "") for what, cells in _rows(sides) for name, cell in zip(names, cells, strict=True)
    )
    return twin(Figures("Compare two sagas", figures), figures_page, form if form in MEDIA else "json", "compare")


def _sides(ask: Asked) -> tuple[tuple[Side, ...], tuple[str, ...]]:
    """The sagas that the address names, and a word on each name that is nobody's."""
    answers, troubles = [], []
    for name in filter(None, (ask.says("a"), ask.says("b"))):
        try:
            answers.append(player(ask.ledger, name, as_of=ask.as_of))
        except NotFound as missing:
            troubles.append(str(missing))
    stretch = stretch_of(*(answer.saga for answer in answers), now=moment_of(ask.as_of))
    return tuple(_side(ask, answer, stretch) for answer in answers), tuple(troubles)


def _side(ask: Asked, answer: Player, stretch: Stretch | None) -> Side:
    forecast = forecast_of(ask.ledger, answer)
    stays = next((one.probability for one in forecast.chances if one.club is None), None) if forecast else None
    return Side(answer, timeline(answer.saga, stretch), chance_words(stays) if stays is not None else "no forecast")


def _rows(sides: Sequence[Side]) -> Iterator[Row]:
    """What can be set side by side; of the stages those that one of the two has reached."""
    if not sides:
        return
    sagas = [side.answer.saga for side in sides]
    yield "Claims", tuple(str(len(saga.steps)) for saga in sagas)
    yield "Independent voices", tuple(str(side.answer.voices) for side in sides)
    yield "Suitors", tuple(str(len(saga.suitors)) for saga in sagas)
    yield "Furthest", tuple(map(_furthest, sagas))
    reached = [_days_to(saga) for saga in sagas]
    for event in LADDER[1:]:
        days = [rungs.get(rung_of(event)) for rungs in reached]
        if any(one is not None for one in days):
            yield f"Days until {EVENT_WORDS[event][0]}", tuple("–" if one is None else str(one) for one in days)
    yield "How it ended", tuple(ended_words(saga.outcome) if saga.outcome else "open" for saga in sagas)
    yield "Stays, by the forecast", tuple("–" if side.answer.saga.outcome else side.stays for side in sides)


def _days_to(saga: Saga) -> dict[int, int]:
    """By the rungs that pursuits reached, the days from the first word on a suitor to the first report of it."""
    first: dict[int, datetime] = {}
    for suitor in saga.suitors:
        for step, rung in climbs(suitor, saga.outcome):
            first[rung] = min(step.entry.said_at, first.get(rung, step.entry.said_at))
    begun = min((suitor.first for suitor in saga.suitors), default=None)
    return {rung: (moment - begun).days for rung, moment in first.items()} if begun else {}


def _furthest(saga: Saga) -> str:
    if not saga.suitors:
        return "–"
    best = saga.suitors[0]
    return f"{best.club or 'unnamed club'}: {pursuit_words(best)}"
