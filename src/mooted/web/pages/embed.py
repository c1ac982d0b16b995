"""A saga as a card that other sites may show in a frame."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from mooted.answers.player import Player, player
from mooted.web.asking import Ask
from mooted.web.render import page
from mooted.web.view import View

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView(View):
    """The saga."""

    answer: Player


@router.get("/embed/player/{name}")
def show(request: Request, name: str, ask: Ask) -> Response:
    """The card."""
    answer = player(ask.ledger, name, as_of=ask.as_of)
    return page(request, "embed.html", CardView(**ask.view(answer.identity.name), answer=answer))
