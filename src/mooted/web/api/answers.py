"""Sagas, clubs, people, sources, forecasts, the brief and the search."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from mooted.answers.brief import brief
from mooted.answers.club import club
from mooted.answers.forecast import forecast as outlook
from mooted.answers.player import player
from mooted.answers.search import search
from mooted.answers.source import source
from mooted.answers.who import who
from mooted.ledger import ClubCount, OutletCount
from mooted.model.sagawire import identity_to_json
from mooted.web.api import shapes
from mooted.web.api.claims import Cursor, Limit
from mooted.web.api.cursor import from_row
from mooted.web.api.give import give, gives
from mooted.web.asking import DATES, Ask, stretch
from mooted.web.conditional import Conditional
from mooted.web.remembering import kept

router = APIRouter(route_class=Conditional, prefix="/api/v1", tags=["answers"])
Words = Annotated[str, Query(max_length=200)]
Window = Annotated[str | None, Query(max_length=40, description="One of the saga's windows.", examples=["2021-summer"])]
Since = Annotated[
    str,
    Query(max_length=40, description="A day, or so long ago: 24h, 3d, 2w.", examples=["24h"],
          json_schema_extra={"anyOf": [*DATES, {"type": "string", "pattern": "^[0-9]{1,4} ?[hdw]$"}]}),
]  # fmt: skip


@router.get("/sagas/{person}", **gives(shapes.Saga))
@kept
def saga(person: str, ask: Ask, window: Window = None) -> Response:
    """A player's saga: by name or id; of several windows the last that was spoken of."""
    return give(player(ask.ledger, person, as_of=ask.as_of, window=window).to_json())


@router.get("/clubs", **gives(shapes.Clubs))
@kept
def clubs(ask: Ask, cursor: Cursor = None, limit: Limit = 100) -> Response:
    """The clubs that claims name, those of which most is said first."""
    found, following = from_row(cursor, limit, partial(ask.ledger.clubs, as_of=ask.as_of))
    return give({"clubs": list(map(_counted, found)), "next": following})


@router.get("/clubs/{name}", **gives(shapes.Club))
@kept
def of_club(name: str, ask: Ask) -> Response:
    """A club: who may come and go, contracts, needs, staff, squad."""
    return give(club(ask.ledger, name, as_of=ask.as_of).to_json())


@router.get("/people", **gives(shapes.PeoplePage))
def people(ask: Ask, q: Words = "", cursor: Cursor = None, limit: Limit = 50) -> Response:
    """The people whom some words may name, all of them where there are none; those most spoken of first."""
    found, following = from_row(cursor, limit, partial(ask.ledger.people, q, as_of=ask.as_of))
    return give({"people": [identity_to_json(one) for one in found], "next": following})


@router.get("/people/{name}", **gives(shapes.People))
def person(name: str, ask: Ask) -> Response:
    """Who that is, with the reasons."""
    return give(who(ask.ledger, name, as_of=ask.as_of).to_json())


@router.get("/sources", **gives(shapes.Outlets))
def outlets(ask: Ask, cursor: Cursor = None, limit: Limit = 100) -> Response:
    """The outlets that printed what is held, those that printed most first."""
    found, following = from_row(cursor, limit, partial(ask.ledger.outlets, as_of=ask.as_of))
    return give({"outlets": list(map(_counted, found)), "next": following})


@router.get("/sources/{name}", **gives(shapes.Source))
@kept
def of_source(name: str, ask: Ask, since: Since = "") -> Response:
    """What an outlet or journalist has said, first and after others."""
    return give(source(ask.ledger, name, since=stretch(since), as_of=ask.as_of).to_json())


@router.get("/forecasts/{person}", **gives(shapes.Forecast))
@kept
def forecast(person: str, ask: Ask) -> Response:
    """What will come of him in this window: a chance for each suitor, for "another club" and "stays", with reasons."""
    return give(outlook(ask.ledger, person, as_of=ask.as_of).to_json())


@router.get("/brief", **gives(shapes.Brief))
@kept
def of_day(ask: Ask, since: Since = "24h", club: Words = "") -> Response:
    """What is new, the biggest change first."""
    return give(brief(ask.ledger, club=club or None, since=stretch(since) or "24h", as_of=ask.as_of).to_json())


@router.get("/search", **gives(shapes.Found))
@kept
def found(ask: Ask, q: Words, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Response:
    """Words in documents and in the evidence of claims, taken as they stand."""
    return give(search(ask.ledger, q, as_of=ask.as_of, limit=limit).to_json())


def _counted(one: ClubCount | OutletCount) -> dict[str, object]:
    return {**asdict(one), "last": one.last.isoformat()}
