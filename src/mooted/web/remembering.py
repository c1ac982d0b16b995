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

from fastapi.responses import Response

from mooted.web.asking import Asked

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
        state = ask.request.app.state
        moment = 0 if ask.as_of else int(time.time() // _MINUTE)
        token = ask.token.digest if ask.token else ""
        base = str(ask.request.base_url)
        key = (base, ask.request.url.path, ask.request.url.query, ask.revision, state.background.done, moment, token)
        memory: Memory = state.memory
        return memory.answer(key, lambda: show(ask=ask, **words))

    return remembered  # type: ignore[return-value]
