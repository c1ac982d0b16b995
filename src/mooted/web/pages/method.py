"""Method: the back-test, the reliability diagram, what the figures mean."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import Response

from mooted.web.asking import Ask
from mooted.web.backtests import Backtest, last_backtest
from mooted.web.conditional import Conditional
from mooted.web.listings import Figures, figures_page
from mooted.web.remembering import kept
from mooted.web.render import page
from mooted.web.twins import MEDIA, twin, twins_of
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView(View):
    """The figures of the last back-test, each with its interval, and the diagram."""

    backtest: Backtest


@router.get("/method")
@kept
def show(ask: Ask) -> Response:
    """The page."""
    twins = twins_of("/method", "json", "csv", "md")
    return page("method.html", MethodView(**ask.view("Method"), twins=twins, backtest=last_backtest(ask)))


@router.get("/method.{form}")
@kept
def show_twin(form: str, ask: Ask) -> Response:
    """The figures of the back-test for programs; none until it is there."""
    figures = tuple(("back-test", *figure) for figure in last_backtest(ask).figures)
    return twin(Figures("Method", figures), figures_page, form if form in MEDIA else "json", "method")
