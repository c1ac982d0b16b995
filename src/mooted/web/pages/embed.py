"""A saga as a card that other sites may show in a frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import Response

from mooted.answers.player import Player, player
from mooted.web.asking import Ask
from mooted.web.conditional import Conditional
from mooted.web.forecasting import forecast_of
from mooted.web.remembering import kept
from mooted.web.render import page
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView(View):
    """The saga, and the chance of each end by club (null: he stays)."""

    answer: Player
    chances: Mapping[str | None, float]


@router.get("/embed/player/{name}")
@kept
def show(name: str, ask: Ask) -> Response:
    """The card."""
    answer = player(ask.ledger, name, as_of=ask.as_of)
    forecast = forecast_of(ask.ledger, answer)
    chances = {one.club: one.probability for one in forecast.chances} if forecast else {}
    return page("embed.html", CardView(**ask.view(answer.identity.name), answer=answer, chances=chances))
