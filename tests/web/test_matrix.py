"""Who may do what: every route of the application, asked by a stranger and by holders of each scope."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Mount

from mooted.model.document import Document
from mooted.web.desk import application
from mooted.web.guard import Guard
from mooted.web.settings import Settings, refuse_exposure
from mooted.web.tokens import Tokens
from tests.web.conftest import fill, run

OPEN = {"GET /healthz", "GET /signin", "POST /signin", "GET /static"}
"""What whoever reaches a closed desk may ask too: is it alive, and let me in."""
BY_FORM = {"POST /correct/{claim}", "POST /corrections/{correction}", "POST /read", "POST /signin"}
"""Forms of pages, which a token in the header does not free from bringing their key."""
WRITES = {
    "POST /api/v1/documents", "POST /api/v1/claims/{claim}/corrections", "POST /correct/{claim}",
    "POST /corrections/{correction}",
}  # fmt: skip
VISITORS = ("stranger", "read", "write", "admin", "unknown")
_TEXT = "Leeds United have made a £12m bid for Wigan Athletic midfielder Tom Ashby."
_BODIES: dict[str, dict[str, object]] = {
    "POST /api/v1/documents": {"text": _TEXT},
    "POST /api/v1/read": {"text": _TEXT},
    "POST /api/v1/claims/{claim}/corrections": {"kind": "not_a_claim", "why": "a test"},
}
_FORM = {"kind": "not_a_claim", "why": "a test", "text": _TEXT, "csrf": "made up"}


class Door:
    """A desk without a server: closed or open, with a token of each scope."""

    def __init__(self, folder: Path, *, closed: bool) -> None:
        self.settings = Settings(str(folder / "ledger.db"), folder, closed=closed)
        fill(self.settings.database, [Document("a", _TEXT, outlet="The Touchline Gazette")])
        tokens = Tokens(self.settings.tokens)
        self.secrets = {scope: tokens.new(scope, scope) for scope in ("read", "write", "admin")}  # type: ignore[arg-type]
        self.app = application(self.settings)

    def ask(self, route: str, visitor: str) -> httpx2.Response:
        """One request, as a form or as JSON where the route takes one."""
        method, _, path = route.partition(" ")
        secret = self.secrets.get(visitor, "mooted_nobody")
        headers = {} if visitor == "stranger" else {"authorization": f"Bearer {secret}"}

        async def ask() -> httpx2.Response:
            async with self.app.router.lifespan_context(self.app):
                transport = httpx2.ASGITransport(Guard(self.app, self.settings.hosts), raise_app_exceptions=False)
                async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as client:
                    form = _FORM if route in BY_FORM else None
                    return await client.request(
                        method, _filled(path), headers=headers, json=_BODIES.get(route), data=form
                    )

        return run(ask)


@pytest.fixture(scope="module", params=[False, True], ids=["open", "closed"])
def door(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Door:
    """A desk that anybody may read, and one that asks everybody for a token."""
    return Door(tmp_path_factory.mktemp("door"), closed=request.param)


def _routes(app: FastAPI | APIRouter) -> Iterator[str]:
    for route in app.routes:
        included = getattr(route, "original_router", None)
        if included is not None:
            yield from _routes(included)
        elif isinstance(route, APIRoute):
            yield from (f"{method} {route.path}" for method in sorted(route.methods))
        elif isinstance(route, Mount):
            yield f"GET {route.path}"
        else:
            yield f"GET {getattr(route, 'path', route)}"


def _filled(path: str) -> str:
    """A path with something in place of its parameters."""
    for name, value in (("{person}", "tom-ashby"), ("{name}", "Leeds"), ("{claim}", "nothing"), ("{form}", "json"),
                        ("{correction}", "nothing"),
                        ("{id:path}", "a")):  # fmt: skip
        path = path.replace(name, value)
    return f"{path}/desk.css" if path == "/static" else path


def _expected(route: str, visitor: str, closed: bool) -> set[int]:
    """What may come back: refusals where there must be one, and never one where there must not."""
    refused = {401} if visitor == "stranger" else {403}
    if visitor == "unknown":
        return {200, 403, 401} if route in OPEN else {401}
    if closed and visitor == "stranger" and route not in OPEN:
        return {401}
    if route in WRITES and visitor in ("stranger", "read"):
        return refused
    if route in BY_FORM:
        return {403}
    if route == "GET /sources.{form}":  # worked out in the background: come back later
        return {200, 503}
    return {200, 201, 404, 422}


def test_every_route_lets_in_whom_it_should(door: Door) -> None:
    wrong = []
    for route in sorted(set(_routes(door.app))):
        if route == "GET /deadline/events":  # a stream that never ends; it asks like every other page
            continue
        for visitor in VISITORS:
            answer = door.ask(route, visitor)
            if answer.status_code not in _expected(route, visitor, door.settings.closed):
                wrong.append((route, visitor, answer.status_code))
            assert answer.headers["content-security-policy"].startswith("default-src 'none'"), route
            assert answer.headers["x-content-type-options"] == "nosniff", route
    assert not wrong, wrong


def test_every_writing_route_is_listed(door: Door) -> None:
    writing = {route for route in _routes(door.app) if not route.startswith(("GET", "HEAD"))}
    assert writing == WRITES | BY_FORM | {"POST /api/v1/read"}


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "desk.example.org"])
def test_no_desk_listens_to_strangers_without_tokens(host: str, tmp_path: Path) -> None:
    from mooted.web.settings import Exposed

    for closed, tokens in ((False, True), (False, False), (True, False)):
        with pytest.raises(Exposed):
            refuse_exposure(Settings("x.db", tmp_path, host=host, closed=closed), tokens=tokens)
    refuse_exposure(Settings("x.db", tmp_path, host=host, closed=True), tokens=True)
    refuse_exposure(Settings("x.db", tmp_path), tokens=False)
