"""Errors in one shape everywhere: problem details for programs (RFC 9457), a page for people."""

from __future__ import annotations

from starlette.responses import JSONResponse

MEDIA = "application/problem+json"


def problem(status: int, title: str, detail: str, **more: object) -> JSONResponse:
    """An error for programs: what is wrong, and what to do about it."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return JSONResponse(body, status_code=status, media_type=MEDIA)
