"""The desk as one application: pages, twins, API and health, behind the guard."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware.sessions import SessionMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from mooted.entities.book import load as load_book
from mooted.entities.calendar import load_calendar
from mooted.entities.families import load_families
from mooted.model.errors import MootedError
from mooted.model.missing import NotFound
from mooted.opening import open_ledger
from mooted.web import api, pages, troubles
from mooted.web.background import Background
from mooted.web.guard import Guard
from mooted.web.pace import Pace
from mooted.web.remembering import Memory, Remembered
from mooted.web.render import STATIC
from mooted.web.session import key_of
from mooted.web.settings import Settings
from mooted.web.tokens import Tokens

SECONDS = 1.0
"""How long one question to the ledger may take."""
_SESSION = 14 * 86_400  # seconds


def desk(settings: Settings) -> ASGIApp:
    """The application for a server. Opens the ledger when it starts and closes it when it ends."""
    app = application(settings)
    return Guard(Remembered(app, app.state, closed=settings.closed), settings.hosts, tls=settings.tls)


def application(settings: Settings) -> FastAPI:
    """The application without its guard."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with open_ledger(settings.database, mode="append", seconds=SECONDS) as ledger:
            app.state.ledger = ledger
            _settle_in()
            yield
            app.state.background.close()

    app = FastAPI(
        title="mooted", version=api.version(), summary="Transfer intelligence for football: claims, sagas, sources.",
        lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )  # fmt: skip
    app.state.settings = settings
    app.state.background = Background(settings.database)
    app.state.memory = Memory()
    app.state.pace = Pace()
    app.state.tokens = Tokens(settings.tokens)
    app.add_middleware(
        SessionMiddleware, secret_key=key_of(settings.folder), session_cookie="mooted", max_age=_SESSION,
        same_site="strict", https_only=settings.tls,
    )  # fmt: skip
    for kind in (
        MootedError,
        NotFound,
        RequestValidationError,
        StarletteHTTPException,
        HTTPException,
        Exception,
    ):
        app.add_exception_handler(kind, troubles.tell)
    for router in (*api.ROUTERS, *pages.routers()):
        app.include_router(router)
    app.mount("/static", _Kept(directory=STATIC), name="static")
    return app


def _settle_in() -> None:
    """Load what every page needs, and take it out of the care of the garbage collector, which would go through it."""
    for load in (load_book, load_families, load_calendar):
        load()
    gc.freeze()


class _Kept(StaticFiles):
    """Files of the desk, whose addresses change with their content: a browser may keep them."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """A file with leave to keep it for a year."""
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response
