"""A saga as a card that other sites may show in a frame."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import Response

from mooted.answers.player import Player, player
from mooted.web.asking import Ask
from mooted.web.conditional import Conditional
from mooted.web.remembering import kept
from mooted.web.render import page
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView(View):
    """The saga."""

    answer: Player


@router.get("/embed/player/{name}")
@kept
def show(name: str, ask: Ask) -> Response:
    """The card."""
    answer = player(ask.ledger, name, as_of=ask.as_of)
    return page("embed.html", CardView(**ask.view(answer.identity.name), answer=answer))
