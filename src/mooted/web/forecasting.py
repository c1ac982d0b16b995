"""Forecasts for pages: of one saga as of a day, and how the forecast went day by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from mooted.answers.brief import News
from mooted.answers.player import Player
from mooted.ledger import Ledger
from mooted.model.judgement import Forecast
from mooted.model.wire import Json


@dataclass(frozen=True, slots=True)
class Odds:
    """What the chance of a move was before a piece of news, and what it is now."""

    before: float
    now: float


def forecast_of(ledger: Ledger, answer: Player) -> Forecast | None:
    """The forecast of a saga; null where nobody pursues him."""
    return None


def history_of(ledger: Ledger, answer: Player) -> tuple[Forecast, ...]:
    """The forecasts on the days on which something was said, the oldest first, and on the day asked for."""
    return ()


def odds_of(ledger: Ledger, news: Iterable[News], before: datetime, now: datetime) -> Mapping[str, Odds]:
    """By the id of each entry that speaks of a pursuit, how the chance of that move has changed."""
    return {}


def forecast_to_json(forecast: Forecast) -> Json:
    """A forecast as plain JSON values."""
    return {**asdict(forecast), "as_of": forecast.as_of.isoformat()}
