"""Conditional requests (RFC 9110, 13.1.2): whoever holds an answer as it is now is told so, and sent nothing."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from fastapi.routing import APIRoute

_ALWAYS = ("etag", "cache-control", "vary")


class Conditional(APIRoute):
    """A route whose answers with an ETag become 304 where the request names that ETag."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's own handler, and the comparison after it."""
        answer = super().get_route_handler()

        async def compared(request: Request) -> Response:
            return unless_held(request, await answer(request))

        return compared


def unless_held(request: Request, response: Response) -> Response:
    """The response, or 304 with its headers where the visitor holds it."""
    mark = response.headers.get("etag")
    if request.method not in ("GET", "HEAD") or response.status_code != 200 or mark is None:
        return response
    held = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if not held & {mark, "*"}:
        return response
    return Response(
        status_code=304, headers={name: response.headers[name] for name in _ALWAYS if name in response.headers}
    )
