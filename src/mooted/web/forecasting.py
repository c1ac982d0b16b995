"""Forecasts for pages: of one saga as of a day, and how the forecast went day by day."""

from __future__ import annotations

from mooted.answers.player import Player
from mooted.ledger import Ledger
from mooted.model.judgement import Forecast


def forecast_of(ledger: Ledger, answer: Player) -> Forecast | None:
    """The forecast of a saga; null where nobody pursues him."""
    return None


def history_of(ledger: Ledger, answer: Player) -> tuple[Forecast, ...]:
    """The forecasts on the days on which something was said, the oldest first, and on the day asked for."""
    return ()
