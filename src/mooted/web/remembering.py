"""Answers that were given already, kept for as long as nothing has changed: the ledger, the day, and who asks."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import Response
from starlette.datastructures import State
from starlette.types import ASGIApp, Receive, Scope, Send

from mooted.web.asking import Asked
from mooted.web.conditional import unless_held

_ROOM = 64 * 2**20  # bytes
_MINUTE = 60  # seconds for which "now" is the same
Key = tuple[object, ...]
Show = TypeVar("Show", bound=Callable[..., Response])


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer without what belongs to one visitor: each is given a response of his own."""

    body: bytes
    status: int
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, response: Response) -> Kept:
        """What is kept of a response."""
        return cls(bytes(response.body), response.status_code, tuple(response.headers.items()))

    def response(self) -> Response:
        """The answer anew."""
        return Response(self.body, self.status, dict(self.headers))


class Memory:
    """The answers last given, in so many bytes. Who asks for one that is being made waits for that one."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._held: OrderedDict[Key, Future[Kept]] = OrderedDict()
        self._own = threading.Lock()
        self._size = 0

    def answer(self, key: Key, make: Callable[[], Response]) -> Response:
        """The answer of a key, made where it is not held. An error goes to everybody who waits, and is not kept."""
        with self._own:
            held = self._held.get(key)
            first = held is None
            if held is None:
                held = self._held[key] = Future()
            self._held.move_to_end(key)
        if first:
            self._make(key, held, make)
        return held.result().response()

    def held(self, key: Key) -> Response | None:
        """The answer of a key if it is there already."""
        with self._own:
            held = self._held.get(key)
            if held is None or not held.done():
                return None
            self._held.move_to_end(key)
        return None if held.exception() else held.result().response()

    def _make(self, key: Key, held: Future[Kept], make: Callable[[], Response]) -> None:
        try:
            kept = Kept.of(make())
        except BaseException as error:
            with self._own:
                self._held.pop(key, None)
            held.set_exception(error)
            return
        held.set_result(kept)
        with self._own:
            self._size += len(kept.body)
            while self._size > self._room and len(self._held) > 1:
                _, oldest = self._held.popitem(last=False)
                self._size -= len(oldest.result().body) if oldest.done() and not oldest.exception() else 0


def kept(show: Show) -> Show:
    """Let a page that depends on nothing but its address, the ledger, the day and the visitor be remembered."""

    @wraps(show)
    def remembered(*, ask: Asked, **words: Any) -> Response:
        state, token = ask.request.app.state, ask.token.digest if ask.token else ""
        memory: Memory = state.memory
        key = _key(ask.request, ask.revision, state.background.done, token)
        return memory.answer(key, lambda: show(ask=ask, **words))

    return remembered  # type: ignore[return-value]


class Remembered:
    """Gives strangers what is remembered at once, before anything else is looked at; lets all else through."""

    def __init__(self, app: ASGIApp, state: State, *, closed: bool) -> None:
        self._app = app
        self._state = state
        self._closed = closed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = self._held(Request(scope)) if scope["type"] == "http" and scope["method"] == "GET" else None
        await (response or self._app)(scope, receive, send)

    def _held(self, request: Request) -> Response | None:
        known = self._closed or "authorization" in request.headers or "cookie" in request.headers
        ledger = getattr(self._state, "ledger", None)
        if known or ledger is None:
            return None
        memory: Memory = self._state.memory
        held = memory.held(_key(request, ledger.revision(), self._state.background.done, ""))
        return unless_held(request, held) if held else None


def _key(request: Request, revision: str, worked_out: int, token: str) -> Key:
    """What an answer depends on. Without a day to look back to, it is of this minute."""
    query = request.scope["query_string"]
    moment = 0 if request.query_params.get("as_of", "").strip() else int(time.time() // _MINUTE)
    return request.headers.get("host", ""), request.scope["path"], query, revision, worked_out, moment, token
