"""For those who run the desk: is it alive, is it ready, and how it does; and what the API offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from mooted.web.asking import Ask
from mooted.web.conditional import Conditional
from mooted.web.metrics import METRICS
from mooted.web.render import page
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Route:
    """One thing that the API offers; ``parameters`` with a word on each."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiView(View):
    """Everything that the API offers."""

    routes: tuple[Route, ...]


@router.get("/healthz")
def alive() -> Response:
    """The desk answers."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz")
def ready(ask: Ask) -> Response:
    """The ledger answers too."""
    return JSONResponse({"status": "ok", "revision": ask.ledger.revision()})


@router.get("/metrics")
def metrics(ask: Ask) -> Response:
    """Requests and ledger in the text format of Prometheus."""
    counts = ask.ledger.counts()
    return PlainTextResponse(METRICS.text(documents=counts.documents, claims=counts.claims, people=counts.people))


@router.get("/api/v1/openapi.json")
def description(ask: Ask) -> Response:
    """The API described for tools (OpenAPI 3.1)."""
    return JSONResponse(ask.request.app.openapi())


@router.get("/api/v1/docs")
def docs(request: Request, ask: Ask) -> Response:
    """The API described as a page, from its own OpenAPI description."""
    view = ApiView(**ask.view("API"), routes=tuple(_routes(request.app.openapi())))
    return page("api.html", view)


def _routes(description: Mapping[str, Any]) -> Iterator[Route]:
    for path, methods in description["paths"].items():
        for method, told in methods.items():
            parameters = tuple((one["name"], one.get("description", "")) for one in told.get("parameters", ()))
            yield Route(method.upper(), path, told.get("summary", ""), told.get("description", ""), parameters)
