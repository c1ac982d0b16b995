"""A club: in, out, contracts, needs, staff, squad, and the market around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from mooted.answers.club import Club, club
from mooted.model.saga import Step
from mooted.show.club import club_page
from mooted.web.asking import Ask, today
from mooted.web.charts.market import Pursuit, market
from mooted.web.conditional import Conditional
from mooted.web.ics import MEDIA as ICS
from mooted.web.ics import calendar
from mooted.web.pages.changes import changes
from mooted.web.pages.occasions import contract_ends, windows_of
from mooted.web.remembering import kept
from mooted.web.render import answered, page, path_part
from mooted.web.twins import MEDIA, split, twin, twins_of
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)
MOST = 40  # players in a list
_EACH = 10  # lines of the graph for those who may go, and for those who may come


@dataclass(frozen=True, slots=True, kw_only=True)
class ClubView(View):
    """The answer, how many players a list shows, and the market graph."""

    answer: Club
    most: int
    market: Markup


@router.get("/club/{name}")
@kept
def show(name: str, ask: Ask) -> Response:
    """The page, or the twin that the ending of the name asks for."""
    called, form = split(name)
    answer = club(ask.ledger, called, as_of=ask.as_of)
    path = f"/club/{path_part(answer.club)}"
    if form in MEDIA:
        return twin(answer, club_page, form, answer.club)
    if form == "atom":
        return changes(ask, answer.title, _steps(answer), path)
    if form == "ics":
        occasions = [*windows_of(answer.club, today(ask.as_of)), *contract_ends(answer.contracts)]
        return answered(calendar(answer.club, occasions), ICS)
    view = ClubView(
        **ask.view(answer.club),
        twins=twins_of(path, "json", "csv", "md", "atom", "ics"),
        answer=answer,
        most=10_000 if ask.says("all") else MOST,
        market=market(f"Who wants whom around {answer.club}", tuple(_pursuits(answer))),
    )
    return page("club.html", view)


def _pursuits(answer: Club) -> Iterator[Pursuit]:
    """What others want of the club, then what it wants of others."""
    others = (
        Pursuit(going.player, suitor.club, suitor.furthest, suitor.state == "live")
        for going in answer.going
        for suitor in going.suitors[:3]
        if suitor.club
    )
    yield from islice(others, _EACH)
    for coming in answer.coming[:_EACH]:
        yield Pursuit(coming.player, answer.club, coming.suitor.furthest, coming.suitor.state == "live")


def _steps(answer: Club) -> Iterator[Step]:
    for coming in answer.coming:
        yield from coming.suitor.steps
    for going in answer.going:
        for suitor in going.suitors:
            yield from suitor.steps
    yield from (*answer.contracts, *answer.staff)
