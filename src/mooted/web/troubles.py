"""What went wrong, told in one shape: a page for people, problem details for programs."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from mooted.ledger import CorrectionError
from mooted.model.errors import LedgerError, MootedError
from mooted.model.missing import NotFound, Several
from mooted.web.problems import problem
from mooted.web.render import page, path_part
from mooted.web.tokens import TokenError
from mooted.web.view import Trouble

_LOG = logging.getLogger("mooted.web")
_TITLES = {300: "Several of that name", 400: "Bad request", 401: "Not signed in", 403: "Not allowed",
           404: "Not found", 405: "Not possible here", 409: "Not possible", 413: "Too large", 422: "Not understood",
           429: "Too many requests", 500: "A fault of ours", 503: "Not possible now"}  # fmt: skip
_PLAIN = {404: "There is nothing at this address.", 405: "That cannot be done at this address."}


async def tell(request: Request, error: Exception) -> Response:
    """The answer to a request that went wrong."""
    status, words, headers = _read(error)
    if status == 500:
        _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    title = _TITLES.get(status, "Error")
    answer: Response
    if _by_program(request):
        answer = problem(status, title, words, **(error.choices() if isinstance(error, NotFound) else {}))
    else:
        answer = page("error.html", _page(request, title, words, error), status)
    answer.headers.update(headers)
    if status == 405:
        allowed = _methods(request) or answer.headers.get("allow", "")
        answer.headers["allow"] = allowed.replace("GET", "GET, HEAD")
    return answer


def _methods(request: Request) -> str:
    """What may be done at the address of the API that was asked, all of its routes together."""
    path = getattr(request.scope.get("route"), "path", "")
    return ", ".join(sorted(method.upper() for method in request.app.openapi()["paths"].get(path, ())))


def _by_program(request: Request) -> bool:
    return request.url.path.startswith("/api/") or "text/html" not in request.headers.get("accept", "")


def _read(error: Exception) -> tuple[int, str, dict[str, str]]:
    """Status, words and headers of an error."""
    if isinstance(error, NotFound):
        return (300 if isinstance(error, Several) else 404), str(error), {}
    if isinstance(error, HTTPException):
        return error.status_code, _told(error), dict(error.headers or {})
    if isinstance(error, RequestValidationError):
        return 422, "; ".join(_fault(one) for one in error.errors()[:5]), {}
    if isinstance(error, LedgerError):
        return 503, str(error), {"retry-after": "5"}
    if isinstance(error, CorrectionError):
        return 409, str(error), {}
    if isinstance(error, MootedError) and not isinstance(error, TokenError):
        return 422, str(error), {}
    return 500, "Something went wrong here; it is written in the log of the desk.", {}


def _told(error: HTTPException) -> str:
    """What the desk says, where an error comes with the name of its status alone."""
    return str(error.detail) if error.detail != HTTPStatus(error.status_code).phrase else _PLAIN.get(
        error.status_code, str(error.detail)
    )  # fmt: skip


def _fault(fault: Mapping[str, Any]) -> str:
    if fault.get("type") == "json_invalid":
        return f"the body is no JSON: {fault['ctx']['error']}, at character {fault['loc'][-1]}"
    where = ".".join(str(part) for part in fault.get("loc", ()) if part != "body")
    return f"{where}: {fault.get('msg', '')}"


def _page(request: Request, title: str, words: str, error: Exception) -> Trouble:
    choices: tuple[tuple[str, str, str], ...] = ()
    if isinstance(error, Several):
        choices = tuple((f"/player/{path_part(p.id)}", p.name, ", ".join(p.clubs[:3])) for p in error.people)
    elif isinstance(error, NotFound):
        choices = tuple((f"/search?q={path_part(name)}", name, "") for name in error.near)
    return Trouble(title=title, path=request.url.path, words=words, choices=choices)
