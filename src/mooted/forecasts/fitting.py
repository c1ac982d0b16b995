"""Fitting the hazard: penalised likelihood, weights kept to the side on which they make sense, then set to level.

Reports of one player hang together, so each counts by one over the square root of his number; articles, in which news
and background mix, count less than columns of short reports. Ridge penalties (Hoerl and Kennedy, 1970) draw every
weight toward nothing: time, the baseline of the hazard, next to not at all, stages less than other signs, and the word
of single sources the most. As players of whom much is said move more often, and reports of columns come true more often
than those of articles, the level is set once more, so that the chances of the reports of columns add up to those that
came true ("calibration in the large": Cox, "Two further applications of a model for binary regression", 1958).

Needs numpy and scipy (``pip install mooted[train]``).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from mooted.forecasts.backtest import Asked, ask_all
from mooted.forecasts.expected import direction
from mooted.forecasts.observing import Observation
from mooted.forecasts.parameters import Parameters, Score, Weight
from mooted.forecasts.signs import WINTER, WORD, Signs
from mooted.forecasts.table import cell_of, filled
from mooted.model.errors import MootedError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

PENALTY = 200.0
PENALTIES = {"time: ": 4.0, "stage: ": 100.0, WORD: 1200.0}
"""Other penalties, by how the names of signs begin."""
FEWEST = 8  # suitors that show a sign, below which it is left out
LEAST = 0.05  # standard deviation by which a sign is scaled at least
CLOSE = 200  # reports, below which nothing is fitted
STEPS = 6  # of Newton's method, which needs four
Fitted = tuple[Score, Score]
Counted = Callable[[Observation], float]


class FittingError(MootedError):
    """There is not enough to fit on, or not the libraries to do it with."""


class _Data(NamedTuple):
    """Observations as arrays: signs by observation, suitor and sign (scaled); the end that came; weights."""

    x: Floats
    there: Any
    own: Floats
    winter: Floats  # the fixed discount, of each suitor and of a club not named
    end: Floats
    counts: Floats


class _Scale(NamedTuple):
    """The signs that are used, with their mean and spread."""

    names: tuple[str, ...]
    mean: Floats
    spread: Floats


def fit(observations: Iterable[Observation], *, winter: float, counted: Counted = lambda _seen: 1.0) -> Parameters:
    """Parameters from settled observations.

    ``winter`` is the log of how many players move in winter for one in summer; ``counted`` what an observation counts.

    Raises:
        FittingError: Where there are too few settled reports, or numpy and scipy are missing.
    """
    seen = [one for one in observations if one.joined is not None]
    asked = [(one, candidate) for one in seen for candidate in one.candidates if candidate.asked]
    reports = [(cell_of(c.signs, (c.closes - one.day).days), c.club in (one.joined or ())) for one, c in asked]
    if len(reports) < CLOSE or not any(yes for _, yes in reports):
        raise FittingError(f"{len(reports)} settled reports are too few to fit on; read more news or import outcomes")
    suitor, elsewhere = _competing(seen, winter, counted)
    logistic, _ = _competing([_alone(one, c.club) for one, c in asked], winter, counted)
    rough = Parameters(
        since=min(one.day for one in seen),
        until=max(one.day for one in seen),
        n=len(reports),
        players=len({one.person for one in seen}),
        base_rate=sum(yes for _, yes in reports) / len(reports),
        table=filled(reports),
        logistic=logistic,
        suitor=suitor,
        elsewhere=elsewhere,
    )
    return _levelled(rough, seen, counted)


def _alone(one: Observation, club: str) -> Observation:
    """An observation as if one suitor were alone: joining him or not."""
    only = tuple(candidate for candidate in one.candidates if candidate.club == club)
    return replace(one, candidates=only, joined=frozenset({club}) & (one.joined or frozenset()))


def _levelled(rough: Parameters, seen: Sequence[Observation], counted: Counted) -> Parameters:
    """The parameters with the levels at which chances add up to what came true, by Newton's method.

    Of the reports that count in full, where there are enough of them, else of all.
    """
    full = [one for one in seen if counted(one) >= 1]
    judged = full if sum(candidate.asked for one in full for candidate in one.candidates) >= CLOSE else seen
    for _ in range(STEPS):
        told = [(asked, counted(one)) for one in judged for asked in ask_all((one,), rough)]
        hazard, alone = _step(told, "hazard"), _step(told, "logistic")
        rough = replace(
            rough,
            logistic=_raised(rough.logistic, alone),
            suitor=_raised(rough.suitor, hazard),
            elsewhere=_raised(rough.elsewhere, hazard),
        )
    return rough


def _raised(score: Score, level: float) -> Score:
    return replace(score, level=score.level + level)


def _step(told: Sequence[tuple[Asked, float]], method: str) -> float:
    """A step of Newton's method toward chances of a method that add up to what came true, each report as it counts."""
    slope = math.fsum(counts * (bool(one.came) - one.chances[method]) for one, counts in told)
    return slope / math.fsum(counts * one.chances[method] * (1 - one.chances[method]) for one, counts in told)


def _penalty(name: str) -> float:
    return next((penalty for start, penalty in PENALTIES.items() if name.startswith(start)), PENALTY)


def _competing(seen: Sequence[Observation], winter: float, counted: Counted) -> Fitted:
    """The scores of suitors and of a club not named that make what came most likely, less the penalties."""
    np, minimize = _libraries()
    asked = [candidate.signs for one in seen for candidate in one.candidates if candidate.asked]
    scale, of_own = _scale_of(asked), _scale_of([one.own for one in seen])
    data = _arrays(seen, scale, of_own, winter, counted)
    n, q, k = len(scale.names), len(of_own.names), data.x.shape[1]
    penalty = np.array([_penalty(name) for name in scale.names])
    alone = k == 1 and not data.end[:, 1].any()

    def loss(at: Floats) -> tuple[float, Floats]:
        suitors = np.where(data.there, data.x @ at[1 : n + 1] + at[0] + data.winter[:, :k], -1e9)
        unnamed = data.own @ at[n + 2 :] + at[n + 1] + data.winter[:, k] if not alone else np.full(len(data.x), -1e9)
        scores = np.concatenate([suitors, unnamed[:, None], np.zeros((len(data.x), 1))], axis=1)
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        likely = (data.counts * np.log(np.maximum((chances * data.end).sum(axis=1), 1e-300))).sum()
        off = (chances - data.end) * data.counts[:, None]
        slope = np.concatenate([
            [off[:, :k][data.there].sum()],
            np.einsum("ik,ikf->f", off[:, :k] * data.there, data.x) + penalty * at[1 : n + 1],
            [off[:, k].sum()],
            data.own.T @ off[:, k] + PENALTY * at[n + 2 :],
        ])  # fmt: skip
        drawn = (penalty * at[1 : n + 1] ** 2).sum() + PENALTY * (at[n + 2 :] ** 2).sum()
        return float(0.5 * drawn - likely), slope

    bounds = [(None, None), *map(_bounds, scale.names), (None, None), *[(None, None)] * q]
    options = {"maxiter": 500}
    at = minimize(loss, np.zeros(n + q + 2), jac=True, method="L-BFGS-B", bounds=bounds, options=options).x
    return _score(at[0], at[1 : n + 1], scale, winter), _score(at[n + 1], at[n + 2 :], of_own, winter)


def _bounds(name: str) -> tuple[float | None, float | None]:
    way = direction(name)
    return (0.0 if way > 0 else None, 0.0 if way < 0 else None)


def _score(level: float, at: Floats, scale: _Scale, winter: float) -> Score:
    parts = zip(scale.names, at, scale.mean, scale.spread, strict=True)
    weights = {name: Weight(float(w / s), float(m)) for name, w, m, s in parts}
    return Score(float(level), {**weights, WINTER: Weight(winter, 0.0)})


def _scale_of(told: Sequence[Signs]) -> _Scale:
    """The scale of signs that are shown often enough."""
    np, _ = _libraries()
    shown = Counter(name for signs in told for name in signs)
    names = tuple(sorted(name for name, times in shown.items() if times >= FEWEST and name != WINTER))
    x = _table(told, names)
    return _Scale(names, x.mean(axis=0), np.maximum(x.std(axis=0), LEAST))


def _table(told: Sequence[Signs], names: Sequence[str]) -> Floats:
    np, _ = _libraries()
    table: Floats = np.array([[signs.get(name, 0.0) for name in names] for signs in told]).reshape(-1, len(names))
    return table


def _arrays(seen: Sequence[Observation], scale: _Scale, of_own: _Scale, winter: float, counted: Counted) -> _Data:
    np, _ = _libraries()
    most = max(len(one.candidates) for one in seen)
    x = np.zeros((len(seen), most, len(scale.names)))
    there = np.zeros((len(seen), most), bool)
    discount, end = np.zeros((len(seen), most + 1)), np.zeros((len(seen), most + 2))
    for row, one in enumerate(seen):
        signs = [candidate.signs for candidate in one.candidates]
        there[row, : len(signs)] = True
        x[row, : len(signs)] = (_table(signs, scale.names) - scale.mean) / scale.spread
        discount[row, : len(signs)] = [winter * some.get(WINTER, 0.0) for some in signs]
        discount[row, most] = winter * one.own.get(WINTER, 0.0)
        end[row, _end_of(one, most)] = 1
    own = (_table([one.own for one in seen], of_own.names) - of_own.mean) / of_own.spread
    times = Counter(one.person for one in seen)
    counts = np.array([counted(one) / math.sqrt(times[one.person]) for one in seen])
    return _Data(x, there, own, discount, end, counts * len(seen) / counts.sum())


def _end_of(one: Observation, most: int) -> int:
    """The place of the end that came: a suitor's, after all suitors' that of another club, then that of staying."""
    joined = one.joined or frozenset()
    place = next((at for at, candidate in enumerate(one.candidates) if candidate.club in joined), None)
    return place if place is not None else most + (not joined)


def _libraries() -> tuple[Any, Any]:
    try:
        import numpy as np
        from scipy.optimize import minimize
    except ImportError as error:
        raise FittingError("numpy and scipy are needed to fit; get them with: pip install 'mooted[train]'") from error
    return np, minimize
