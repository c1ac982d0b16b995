"""What every answer carries and every request must keep to: headers, hosts, sizes and time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mooted.web.metrics import METRICS
from mooted.web.problems import problem

_LOG = logging.getLogger("mooted.web")
Headers = list[tuple[bytes, bytes]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
CARD_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; frame-ancestors *; base-uri 'none'"
)
"""Of cards that other sites frame: no script at all, and nothing that could be sent."""
_FIXED: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]
_EMBEDDED = "/embed/"
_PICTURE = (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'; sandbox")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost: bytes of body and of address, and seconds until its answer begins."""

    body: int = 10_000_000
    address: int = 8_192
    seconds: float = 10.0


class Guard:
    """The outermost layer: it lets through what keeps to the limits and marks every answer, errors included."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], limits: Limits = Limits(), *, tls: bool = False) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._limits = limits
        self._tls = tls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "HEAD":  # as GET; the server sends no body
            scope = {**scope, "method": "GET"}
        marked = _Marked(send, self._headers(scope["path"]))
        refused = self._refusal(scope)
        begun = perf_counter()
        if refused:
            await problem(*refused)(scope, receive, marked)
        else:
            await self._within(scope, _Measured(receive, self._limits.body), marked)
        METRICS.count(_route_of(scope), marked.status, perf_counter() - begun)

    async def _within(self, scope: Scope, receive: _Measured, send: _Marked) -> None:
        """Let the app answer; where it fails or takes too long before it begins, say so."""
        try:
            answer = asyncio.ensure_future(self._app(scope, receive, send))
            await send.begun_or(answer, self._limits.seconds)
        except TimeoutError:
            await problem(503, "Too slow", "The answer took too long; narrow the question.")(scope, receive, send)
        except Exception:
            if send.begun:  # told already, by the app itself
                raise
            _LOG.exception("%s %r", scope["method"], scope["path"])
            await problem(500, "A fault of ours", "It is written in the log of the desk.")(scope, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str, str] | None:
        given = dict(scope["headers"])
        host = given.get(b"host", b"").decode("latin-1").lower()
        if self._hosts and _name_of(host) not in self._hosts:
            return 421, "Unknown host", "This desk does not answer to that name; see mooted serve --allow-host."
        if len(scope["raw_path"]) + len(scope["query_string"]) > self._limits.address:
            return 414, "Address too long", f"At most {self._limits.address:,} bytes."
        length = given.get(b"content-length", b"0")
        if not length.isdigit():
            return 400, "Bad request", "Content-Length is no number."
        if int(length) > self._limits.body:
            return 413, "Too large", f"At most {self._limits.body:,} bytes."
        return None

    def _headers(self, path: str) -> Headers:
        embedded = path.startswith(_EMBEDDED)
        policy = CARD_POLICY if embedded else POLICY
        headers = [(b"content-security-policy", policy.encode()), *_FIXED]
        if not embedded:
            headers.append((b"x-frame-options", b"DENY"))
        if self._tls:
            headers.append((b"strict-transport-security", b"max-age=31536000"))
        return headers


class TooLarge(HTTPException):
    """A body went on beyond what is allowed."""

    def __init__(self, most: int) -> None:
        super().__init__(413, f"At most {most:,} bytes.")


class _Measured:
    """Receives a body, and stops where it grows too large, whatever its length was said to be."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._most = self._left = most

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLarge(self._most)
        return message


class _Marked:
    """Sends an answer with the headers that all answers carry."""

    def __init__(self, send: Send, headers: Headers) -> None:
        self._send = send
        self._headers = headers
        self._start = asyncio.Event()
        self.status = 0

    @property
    def begun(self) -> bool:
        """Whether the answer has begun, so that no other can be given."""
        return self._start.is_set()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            given: Headers = list(message.get("headers", ()))
            message = {**message, "headers": [*given, *_marks(given, self._headers)]}
            self.status = message["status"]
            self._start.set()
        await self._send(message)

    async def begun_or(self, answer: asyncio.Future[None], seconds: float) -> None:
        """Wait for an answer, which must begin in time and may then go on (a stream of events)."""
        start = asyncio.ensure_future(self._start.wait())
        both: set[asyncio.Future[Any]] = {answer, start}
        try:
            done, _ = await asyncio.wait(both, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if not done:
                answer.cancel()
                raise TimeoutError
            await answer
        finally:
            start.cancel()
            if not answer.done():
                answer.cancel()


def _marks(given: Headers, ours: Headers) -> Headers:
    """Our headers; a picture gets the strictest policy, since it may be opened by itself."""
    kind = next((value for name, value in given if name.lower() == b"content-type"), b"")
    if kind.startswith(b"image/svg"):
        return [_PICTURE, *(header for header in ours if header[0] != b"content-security-policy")]
    return ours


def _route_of(scope: Scope) -> str:
    """The route that answered, not the address as typed, which may be anything."""
    route = scope.get("route")
    return getattr(route, "path", "other")


def _name_of(host: str) -> str:
    """A host without its port.

    >>> _name_of("localhost:8000"), _name_of("[::1]:8000")
    ('localhost', '[::1]')
    """
    if host.startswith("["):
        return host[: host.find("]") + 1]
    return host.split(":", 1)[0].rstrip(".")
