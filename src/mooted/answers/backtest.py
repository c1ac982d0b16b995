"""The back-test and the calibration, asked of a ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.replaying import counted, kind_of, observations, outcomes, winter_of
from mooted.answers.table import Table
from mooted.forecasts.backtest import Asked, Backtest
from mooted.forecasts.backtest import backtest as run
from mooted.forecasts.fitting import fit
from mooted.forecasts.parameters import Parameters, load, save
from mooted.forecasts.resampling import Estimate
from mooted.model.wire import Json

if TYPE_CHECKING:
    from mooted.ledger import Ledger

HEADLINE = (
    "base_rate", "brier", "brier_climatology", "brier_table", "skill", "skill_over_table", "auc", "ece", "log_score",
    "log_score_climatology", "mean_chance",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tested(Table):
    """How forecasts would have done."""

    COLUMNS: ClassVar = ("figure", "value", "low", "high")
    SHOWN: ClassVar = COLUMNS

    found: Backtest

    @property
    def title(self) -> str:
        """What was tested."""
        return f"Back-test {self.found.since} to {self.found.until}"

    def rows(self) -> list[Json]:
        """A row for each figure."""
        named = {
            **self.found.figures,
            **{f"{m}: {f}": e for m, fs in self.found.methods.items() for f, e in fs.items()},
        }
        return [{"figure": name, **_estimate(estimate)} for name, estimate in named.items()]

    def to_json(self) -> Json:
        """All figures, each with its interval (that holds 90 % of resamples), and the slices and bins."""
        found = self.found
        return {
            "from": found.since.isoformat(),
            "to": found.until.isoformat(),
            "trained": {"since": found.parameters.since.isoformat(), "until": found.parameters.until.isoformat()},
            "n": found.n,
            "open": found.open,
            "players": found.players,
            **{name: found.figures[name].value for name in HEADLINE},
            "intervals": {name: [found.figures[name].low, found.figures[name].high] for name in HEADLINE},
            "methods": {m: {f: _estimate(e) for f, e in figures.items()} for m, figures in found.methods.items()},
            "bins": [
                {
                    "low": one.low, "high": one.high, "n": one.n, "mean": one.mean, "share": one.share,
                    "band_low": one.band_low, "band_high": one.band_high,
                }
                for one in found.bins
            ],
            "slices": found.slices,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Questions(Table):
    """Every single forecast of a back-test with its outcome."""

    COLUMNS: ClassVar = (
        "day", "person", "club", "window", "closes", "chance", "outcome", "logistic", "table", "base_rate", "stage",
        "horizon", "league", "sources",
    )  # fmt: skip
    SHOWN: ClassVar = ("day", "person", "club", "window", "chance", "outcome")

    found: Backtest

    @property
    def title(self) -> str:
        """How many."""
        return f"{len(self.found.questions):,} forecasts"

    def rows(self) -> list[Json]:
        """A row for each forecast; the outcome is null while the question is open."""
        return [_question(one) for one in self.found.questions]

    def to_json(self) -> Json:
        """The rows."""
        return {"questions": self.rows()}


def _estimate(estimate: Estimate) -> dict[str, float | None]:
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}


def _question(one: Asked) -> Json:
    chances: Mapping[str, float] = {name: round(chance, 6) for name, chance in one.chances.items()}
    return {
        "day": one.day.isoformat(), "person": one.person, "club": one.club, "window": one.window,
        "closes": one.closes.isoformat(), "chance": chances["hazard"],
        "outcome": None if one.came is None else int(one.came), "logistic": chances["logistic"],
        "table": chances["table"], "base_rate": chances["base_rate"], "stage": one.stage, "horizon": one.horizon,
        "league": one.league, "sources": "; ".join(one.voices),
    }  # fmt: skip


def backtest(
    ledger: Ledger,
    since: date = date.min,
    until: date = date.max,
    parameters: Parameters | None = None,
    *,
    as_of: datetime | None = None,
) -> Tested:
    """Replay the ledger day by day and score each forecast; by default the days after the training period.

    ``as_of`` replays what was known at a moment, and scores what was settled by then.
    """
    used = parameters or load()
    first = since if since > date.min else used.until + timedelta(days=1)
    _, seen = observations(ledger, first, until, as_of)
    return Tested(run(seen, used, kind_of, first, until))


def calibrate(ledger: Ledger, path: Path, until: date = date.max) -> Parameters:
    """Fit parameters on the ledger's settled questions up to a day, and write them to a file."""
    found, seen = observations(ledger, until=until)
    last = min(until, found.last)
    moves = [move for some in found.moves.values() for move in some] or outcomes(ledger, ())
    parameters = fit(seen, winter=winter_of(moves, last), counted=counted(found))
    save(parameters, path)
    return parameters
