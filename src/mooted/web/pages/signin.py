"""Signing in with a token, and out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from mooted.web.asking import day
from mooted.web.conditional import Conditional
from mooted.web.render import page
from mooted.web.session import Visitor, forgery_key, refuse_forgery, sign_in
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)
Words = Annotated[str, Form(max_length=500)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInView(View):
    """Where to go afterwards, and what went wrong."""

    next: str
    words: str = ""


@router.get("/signin")
def show(request: Request, visitor: Visitor) -> Response:
    """The form."""
    view = SignInView(
        title="Sign in", path="/signin", token=visitor, as_of=day(request.query_params.get("as_of")),
        csrf=forgery_key(request), next=_inside(request.query_params.get("next", "/")),
    )  # fmt: skip
    return page("signin.html", view)


@router.post("/signin")
def enter(request: Request, csrf: Words = "", token: Words = "", next: Words = "/", leave: Words = "") -> Response:
    """Begin or end a session."""
    refuse_forgery(request, csrf)
    if leave:
        request.session.clear()
        return RedirectResponse("/", 303)
    if sign_in(request, token):
        return RedirectResponse(_inside(next), 303)
    view = SignInView(
        title="Sign in", path="/signin", csrf=forgery_key(request), next=_inside(next), words="This token is not known."
    )
    return page("signin.html", view, 401)


def _inside(path: str) -> str:
    """A path of this desk: nobody is sent elsewhere after signing in.

    >>> _inside("/correct/1"), _inside("//evil.example"), _inside("https://evil.example")
    ('/correct/1', '/', '/')
    """
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if inside else "/"
