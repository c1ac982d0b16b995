"""The last back-test, for the page on method."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mooted.web.asking import Asked


@dataclass(frozen=True, slots=True)
class Backtest:
    """Figures with their intervals, and the reliability diagram."""

    figures: tuple[tuple[str, str, str], ...]
    diagram: Markup
    caption: str


def last_backtest(ask: Asked) -> Backtest:
    """The back-test that was run last on this ledger."""
    return Backtest((), Markup(""), "")
