"""Sagas, clubs, people, sources, forecasts, the brief and the search."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from mooted.answers.brief import brief
from mooted.answers.club import club
from mooted.answers.player import player
from mooted.answers.search import search
from mooted.answers.source import source
from mooted.answers.who import who
from mooted.model.sagawire import identity_to_json
from mooted.web.api import shapes
from mooted.web.api.give import give, gives
from mooted.web.asking import Ask
from mooted.web.forecasting import forecast_of, forecast_to_json

router = APIRouter(prefix="/api/v1", tags=["answers"])
Words = Annotated[str, Query(max_length=200)]
Window = Annotated[str | None, Query(max_length=40, description="One of the saga's windows.", examples=["2021-summer"])]
Since = Annotated[str, Query(max_length=40, description="A day, or so long ago: 24h, 3d, 2w.", examples=["24h"])]


@router.get("/sagas/{person}", **gives(shapes.Saga))
def saga(request: Request, person: str, ask: Ask, window: Window = None) -> Response:
    """A player's saga: by name or id; of several windows the last that was spoken of."""
    return give(request, player(ask.ledger, person, as_of=ask.as_of, window=window).to_json())


@router.get("/clubs/{name}", **gives(shapes.Club))
def of_club(request: Request, name: str, ask: Ask) -> Response:
    """A club: who may come and go, contracts, needs, staff, squad."""
    return give(request, club(ask.ledger, name, as_of=ask.as_of).to_json())


@router.get("/people", **gives(shapes.People))
def people(request: Request, ask: Ask, q: Words = "") -> Response:
    """The people whom some words may name."""
    return give(request, {"people": [identity_to_json(one) for one in ask.ledger.people(q)]})


@router.get("/people/{name}", **gives(shapes.People))
def person(request: Request, name: str, ask: Ask) -> Response:
    """Who that is, with the reasons."""
    return give(request, who(ask.ledger, name).to_json())


@router.get("/sources/{name}", **gives(shapes.Source))
def of_source(request: Request, name: str, ask: Ask, since: Since = "") -> Response:
    """What an outlet or journalist has said, first and after others."""
    return give(request, source(ask.ledger, name, since=since or None, as_of=ask.as_of).to_json())


@router.get("/forecasts/{person}", **gives(shapes.Forecast))
def forecast(request: Request, person: str, ask: Ask, window: Window = None) -> Response:
    """How the saga will end: a chance for each suitor and for "stays", with reasons."""
    found = forecast_of(ask.ledger, player(ask.ledger, person, as_of=ask.as_of, window=window))
    if found is None:
        raise HTTPException(404, "Nobody is said to want him: there is nothing to forecast.")
    return give(request, forecast_to_json(found))


@router.get("/brief", **gives(shapes.Brief))
def of_day(request: Request, ask: Ask, since: Since = "24h", club: Words = "") -> Response:
    """What is new, the biggest change first."""
    return give(request, brief(ask.ledger, club=club or None, since=since, as_of=ask.as_of).to_json())


@router.get("/search", **gives(shapes.Found))
def found(request: Request, ask: Ask, q: Words, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Response:
    """Words in documents and in the evidence of claims, taken as they stand."""
    return give(request, search(ask.ledger, q, as_of=ask.as_of, limit=limit).to_json())
