"""A player's saga as a picture, with the evidence beneath it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from mooted.answers.player import Player, player
from mooted.forecasts.foretelling import Foretold
from mooted.model.judgement import Forecast
from mooted.model.saga import Step
from mooted.show.player import player_page, pursuit_words
from mooted.web.asking import Ask, Asked, today
from mooted.web.charts.outlook import bands, outlook
from mooted.web.charts.timeline import stretch_of, timeline
from mooted.web.conditional import Conditional
from mooted.web.evidence import Quotation, quotations
from mooted.web.forecasting import forecast_of, history_of, move_of
from mooted.web.ics import MEDIA as ICS
from mooted.web.ics import calendar
from mooted.web.pages.changes import changes
from mooted.web.pages.occasions import occasions_of
from mooted.web.remembering import kept
from mooted.web.render import answered, page, path_part
from mooted.web.twins import MEDIA, split, twin, twins_of
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)
MOST = 40  # steps on a page, the newest


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerView(View):
    """The answer, its charts, and the steps that are nobody's repeats, the newest first.

    ``told`` is the last forecast; of a saga that is ``settled``, the last before the move.
    """

    answer: Player
    summary: str
    origins: tuple[Quotation[Step], ...]
    more: bool
    timeline: Markup
    told: Foretold | None
    settled: bool
    outlook: Markup
    swatches: Mapping[str, str]


@router.get("/player/{name}")
@kept
def show(name: str, ask: Ask) -> Response:
    """The page, or the twin that the ending of the name asks for."""
    person, form = split(name)
    answer = player(ask.ledger, person, as_of=ask.as_of, window=ask.says("window") or None)
    if form in MEDIA:
        return twin(answer, player_page, form, answer.identity.id)
    if form == "atom":
        return changes(ask, answer.title, answer.saga.steps, f"/player/{path_part(answer.identity.id)}")
    if form == "ics":
        return answered(calendar(answer.identity.name, occasions_of(answer.saga, today(ask.as_of))), ICS)
    if form == "png":
        from mooted.web.card import card

        return card(answer, forecast_of(ask.ledger, answer))
    return page("player.html", view_of(ask, answer))


def view_of(ask: Asked, answer: Player) -> PlayerView:
    """The page of an answer."""
    saga = answer.saga
    origins = tuple(step for step in reversed(saga.steps) if step.origin is None)
    shown = origins if ask.says("all") else origins[:MOST]
    settled = move_of(saga) is not None
    history = history_of(ask.ledger, answer)
    return PlayerView(
        **ask.view(answer.identity.name),
        twins=twins_of(f"/player/{path_part(answer.identity.id)}", "json", "csv", "md", "atom", "ics", "png"),
        answer=answer,
        summary=_summary(answer),
        origins=quotations(ask.ledger, shown, lambda step: step.entry),
        more=len(shown) < len(origins),
        timeline=timeline(saga, stretch_of(saga, now=answer.as_of)),
        told=history.last,
        settled=settled,
        outlook=outlook(saga.player, history.forecasts),
        swatches=_swatches(history.forecasts),
    )


def _summary(answer: Player) -> str:
    """The saga in a sentence, for previews of links."""
    told = [f"{one.club}: {pursuit_words(one)}" for one in answer.saga.suitors[:3] if one.club]
    suitors = "; ".join(told) or "no club is said to want him"
    return f"{suitors}. {len(answer.saga.steps)} claims, {answer.voices} independent voices."


def _swatches(history: tuple[Forecast, ...]) -> dict[str, str]:
    """The colour of each destination in the chart."""
    names = bands(history) if history else ()
    return {name: "stays" if name == "stays" else f"band-{number + 1}" for number, name in enumerate(names)}
