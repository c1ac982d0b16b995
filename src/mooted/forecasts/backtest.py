"""The back-test: forecasts as they would have been made on each day, against what came and against simpler methods.

Everything that a forecast uses was said by its day; the parameters come from their training period alone. References:
``climatology`` gives every question the share that came true in the days tested (so it knows more than anyone could),
``table`` the share of its stage and days left in training, ``base_rate`` that of all training reports, ``logistic``
weighs the same signs for each suitor by himself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mooted.forecasts import scoring
from mooted.forecasts.hazard import ends
from mooted.forecasts.observing import Candidate, Observation
from mooted.forecasts.parameters import Parameters
from mooted.forecasts.resampling import Estimate, resampled
from mooted.forecasts.scoring import Bin
from mooted.forecasts.table import cell_of, chance

SCORES = ("brier", "log_score", "auc", "ece")
METHODS = ("hazard", "logistic", "table", "base_rate")
HORIZONS = ((7, "0-7 days"), (30, "8-30 days"), (92, "31-92 days"), (10_000, "93 days and more"))


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on one day: the chance that each method gave, and what came of it (null while it is open)."""

    day: date
    person: str
    club: str
    window: str
    closes: date
    chances: Mapping[str, float]
    came: bool | None
    stage: str
    horizon: str
    league: str
    voices: tuple[str, ...]

    @property
    def chance(self) -> float:
        """The chance that mooted gave."""
        return self.chances["hazard"]


@dataclass(frozen=True, slots=True)
class Backtest:
    """How forecasts did. ``figures`` and ``methods`` with intervals by player; ``slices`` by kind and name."""

    since: date
    until: date
    n: int
    open: int
    players: int
    figures: Mapping[str, Estimate]
    methods: Mapping[str, Mapping[str, Estimate]]
    slices: Mapping[str, Mapping[str, Mapping[str, float | None]]]
    bins: tuple[Bin, ...]
    questions: tuple[Asked, ...]
    parameters: Parameters


def ask_all(observations: Iterable[Observation], parameters: Parameters) -> Iterator[Asked]:
    """Every question on each day with a report of it."""
    for one in observations:
        hazard = ends([candidate.signs for candidate in one.candidates], one.own, parameters).suitors
        for candidate, given in zip(one.candidates, hazard, strict=True):
            if candidate.asked:
                yield _asked(one, candidate, given, parameters)


def _asked(one: Observation, candidate: Candidate, given: float, parameters: Parameters) -> Asked:
    left = max((candidate.closes - one.day).days, 0)
    cell = cell_of(candidate.signs, left)
    chances = {
        "hazard": given,
        "logistic": 1 / (1 + math.exp(-parameters.logistic.of(candidate.signs))),
        "table": chance(parameters.table, cell, parameters.base_rate),
        "base_rate": parameters.base_rate,
    }
    came = None if one.joined is None else candidate.club in one.joined
    horizon = next(name for limit, name in HORIZONS if left <= limit)
    return Asked(
        one.day, one.person, candidate.club, one.window, candidate.closes, chances, came,
        cell.partition(",")[0], horizon, candidate.league or "other", candidate.voices,
    )  # fmt: skip


def backtest(
    observations: Iterable[Observation],
    parameters: Parameters,
    kind_of: Callable[[str], str],
    since: date = date.min,
    until: date = date.max,
) -> Backtest:
    """The back-test of the questions put from ``since`` to ``until``; ``kind_of`` tells a voice's kind of source."""
    asked = tuple(ask_all((one for one in observations if since <= one.day <= until), parameters))
    settled = [one for one in asked if one.came is not None]
    told = resampled(settled, lambda one: one.person, _all_figures)
    return Backtest(
        since=min((one.day for one in asked), default=since),
        until=max((one.day for one in asked), default=until),
        n=len(settled),
        open=len(asked) - len(settled),
        players=len({one.person for one in settled}),
        figures={name: told[name] for name in _figures(settled)},
        methods={name: {score: told[f"{name} {score}"] for score in SCORES} for name in METHODS},
        slices=_slices(settled, kind_of),
        bins=scoring.bins([one.chance for one in settled], [bool(one.came) for one in settled]),
        questions=asked,
        parameters=parameters,
    )


def _all_figures(asked: Sequence[Asked]) -> dict[str, float | None]:
    """The headline figures, and under "method score" those of each method."""
    methods = {f"{name} {score}": value for name in METHODS for score, value in _scores(asked, name).items()}
    return {**_figures(asked), **methods}


def _figures(asked: Sequence[Asked]) -> dict[str, float | None]:
    """The headline figures of settled questions."""
    came = [bool(one.came) for one in asked]
    share = sum(came) / len(came) if came else None
    scores = _scores(asked, "hazard")
    climatology = scoring.brier([share or 0.0] * len(came), came)
    table = scoring.brier([one.chances["table"] for one in asked], came)
    return {
        "base_rate": share,
        "brier": scores["brier"],
        "brier_climatology": climatology,
        "brier_table": table,
        "skill": scoring.skill(scores["brier"], climatology),
        "skill_over_table": scoring.skill(scores["brier"], table),
        "auc": scores["auc"],
        "ece": scores["ece"],
        "log_score": scores["log_score"],
        "log_score_climatology": scoring.log_score([share or 0.0] * len(came), came),
        "mean_chance": math.fsum(one.chance for one in asked) / len(asked) if asked else None,
    }


def _scores(asked: Sequence[Asked], method: str) -> dict[str, float | None]:
    chances, came = [one.chances[method] for one in asked], [bool(one.came) for one in asked]
    return {
        "brier": scoring.brier(chances, came),
        "log_score": scoring.log_score(chances, came),
        "auc": scoring.auc(chances, came),
        "ece": scoring.ece(chances, came),
    }


def _slices(asked: Sequence[Asked], kind_of: Callable[[str], str]) -> dict[str, dict[str, dict[str, float | None]]]:
    """The figures by league of the suitor, stage, days left, and kind of source (once for each kind that spoke)."""
    parts: dict[str, dict[str, list[Asked]]] = {
        kind: defaultdict(list) for kind in ("league", "stage", "horizon", "source")
    }
    for one in asked:
        parts["league"][one.league].append(one)
        parts["stage"][one.stage].append(one)
        parts["horizon"][one.horizon].append(one)
        for kind in {kind_of(voice) for voice in one.voices}:
            parts["source"][kind].append(one)
    return {
        kind: {name: {"n": float(len(some)), **_figures(some)} for name, some in sorted(held.items())}
        for kind, held in parts.items()
    }
