"""The back-test of the desk's ledger, for the page on method: replayed in the background, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup

from mooted.answers.backtest import HEADLINE, Tested
from mooted.answers.moments import moment_of
from mooted.forecasts.resampling import Estimate
from mooted.web.asking import Asked
from mooted.web.charts.reliability import Bin, reliability
from mooted.web.trackrecords import LARGEST

_NAMES = {
    "base_rate": "Share that came true", "brier": "Brier score", "brier_climatology": "… of the base rate",
    "brier_table": "… of the table of stages", "skill": "Skill over the base rate",
    "skill_over_table": "Skill over the table", "auc": "AUC", "ece": "Calibration error", "log_score": "Log score",
    "log_score_climatology": "… of the base rate", "mean_chance": "Mean chance given",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Backtest:
    """Figures with their intervals, and the reliability diagram; ``nothing`` tells why there are none."""

    figures: tuple[tuple[str, str, str], ...]
    diagram: Markup
    caption: str
    nothing: str = ""
    waiting: bool = False


def work_out(address: str, day: str) -> Tested:
    """The back-test of a ledger from the day after training, up to a day (or "" for now); takes some ten seconds for
    each thousand questions."""
    from mooted.answers.backtest import backtest
    from mooted.opening import open_ledger

    with open_ledger(address, mode="read") as ledger:
        tested = backtest(ledger, as_of=moment_of(day) if day else None)
    return replace(tested, found=replace(tested.found, questions=()))


def last_backtest(ask: Asked) -> Backtest:
    """The back-test of this ledger as it is now or was known on the day asked for, or word that it is not there yet."""
    if ask.ledger.exceeds(LARGEST):
        return Backtest((), Markup(""), "", f"More than {LARGEST:,} claims: run mooted backtest, which takes minutes.")
    tested = ask.background.ask(work_out, ask.revision, ask.turned_to)
    if tested is None:
        return Backtest((), Markup(""), "", "Being replayed, day by day; it takes a minute.", waiting=True)
    found = tested.found
    if not found.n:
        return Backtest((), Markup(""), "", _nothing(ask.as_of))
    bins = [Bin(one.mean, one.share, one.band_low, one.band_high, one.n) for one in found.bins]
    caption = (
        f"{found.n:,} settled questions on {found.players:,} players, {found.since:%-d %b %Y} to "
        f"{found.until:%-d %b %Y}; trained on reports to {found.parameters.until:%-d %b %Y}. "
        "Intervals hold 90 % of resamples by player."
    )
    return Backtest(tuple(_figures(tested)), reliability("Forecasts and what came of them", bins), caption)


def _nothing(as_of: datetime | None) -> str:
    """Why there is nothing to score."""
    if as_of:
        return f"No question that was put after the training period was settled by {as_of:%-d %B %Y}."
    return (
        "No question that was put after the training period is settled yet: add documents, and outcomes with "
        "mooted outcomes import."
    )


def _figures(tested: Tested) -> Iterator[tuple[str, str, str]]:
    for name in HEADLINE:
        one = tested.found.figures[name]
        if one.value is not None:
            yield _NAMES.get(name, name.replace("_", " ")), f"{one.value:.3f}", _interval(one)


def _interval(one: Estimate) -> str:
    return "" if one.low is None or one.high is None else f"{one.low:.3f} to {one.high:.3f}"
