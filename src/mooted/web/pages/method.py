"""Method: the back-test, the reliability diagram, what the figures mean."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup

from mooted.web.asking import Ask
from mooted.web.backtests import Backtest, last_backtest
from mooted.web.render import page
from mooted.web.view import View

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView(View):
    """The figures of the last back-test, each with its interval, and the diagram."""

    backtest: tuple[tuple[str, str, str], ...]
    diagram: Markup
    caption: str


@router.get("/method")
def show(request: Request, ask: Ask) -> Response:
    """The page."""
    found: Backtest = last_backtest(ask)
    view = MethodView(**ask.view("Method"), backtest=found.figures, diagram=found.diagram, caption=found.caption)
    return page(request, "method.html", view)
