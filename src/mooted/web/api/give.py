"""How the API gives an answer: as JSON with an ETag, its errors as problem details."""

from __future__ import annotations

from typing import Any

from fastapi.responses import Response

from mooted.show.answers import encoded
from mooted.web.api.shapes import Problem
from mooted.web.problems import MEDIA
from mooted.web.render import answered

_PROBLEM = {"model": Problem, "content": {MEDIA: {}}}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {**_PROBLEM, "description": words}
    for status, words in (
        (300, "The name fits several people: ask by the id of one."),
        (400, "The body cannot be read."),
        (401, "A token is needed, or the one given is not known."),
        (403, "The token may not do this."),
        (404, "Nobody or nothing of that name is known."),
        (409, "The correction does not fit the claim."),
        (413, "The body is larger than 10 MB."),
        (422, "A value cannot be understood."),
        (429, "Too many writes in a minute."),
        (503, "The answer took too long."),
    )
}


def gives(shape: type[Any]) -> dict[str, Any]:
    """What a route gives, for its description: its answer is not validated again when it is sent."""
    return {"response_model": None, "responses": {200: {"model": shape, "description": "The answer."}, **PROBLEMS}}


def give(value: object, status: int = 200) -> Response:
    """A value as JSON."""
    return answered(encoded(value), "application/json", status)
