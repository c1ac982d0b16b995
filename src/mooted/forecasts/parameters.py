"""What forecasts rest on: a small readable file, written by fitting and read here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from mooted.model.errors import MootedError

SHIPPED = Path(__file__).parent / "parameters.json"


class ParametersError(MootedError):
    """The file of parameters cannot be used."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What one unit of a sign adds to a score (in log odds), and the sign's mean in training, from which it counts."""

    weight: float
    mean: float


@dataclass(frozen=True)  # without slots: it remembers what it has worked out
class Score:
    """A score linear in signs: ``level`` is that of the average pursuit."""

    level: float
    weights: Mapping[str, Weight]

    @cached_property
    def _absent(self) -> dict[str, float]:
        """What each sign adds where it does not show, as most do not."""
        return {name: part.weight * (0.0 - part.mean) for name, part in self.weights.items()}

    @cached_property
    def pieces(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """The signs of each piece ("stage: now bid" is one of "stage"), each whole and without its piece."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name in self.weights:
            piece, _, sign = name.partition(": ")
            found.setdefault(piece, []).append((name, sign))
        return found

    def told(self, signs: Mapping[str, float]) -> dict[str, float]:
        """What each sign adds, in the order of the weights."""
        told = self._absent.copy()
        for name in signs.keys() & told.keys():
            part = self.weights[name]
            told[name] = part.weight * (signs[name] - part.mean)
        return told

    def of(self, signs: Mapping[str, float]) -> float:
        """The score of signs, in log odds against staying."""
        return self.level + sum(self.told(signs).values())


@dataclass(frozen=True, slots=True)
class Cell:
    """How many reports of a stage with so many days left there were, and how many came true."""

    n: int
    yes: int


@dataclass(frozen=True, slots=True)
class Parameters:
    """Every figure that forecasts use. ``since`` and ``until`` bound the days of the reports trained on."""

    since: date
    until: date
    n: int
    players: int
    base_rate: float
    table: Mapping[str, Cell]
    logistic: Score
    suitor: Score
    elsewhere: Score


@lru_cache(maxsize=4)
def load(path: Path = SHIPPED) -> Parameters:
    """The parameters in a file, by default those that come with mooted, which were fitted on its training period.

    Raises:
        ParametersError: Where the file cannot be read.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Parameters)
    except (OSError, msgspec.MsgspecError) as error:
        raise ParametersError(
            f"{path}: no parameters of forecasts ({error}); make them with 'mooted calibrate'"
        ) from error


def save(parameters: Parameters, path: Path) -> None:
    """Write parameters so that people can read them and a change of one shows as one line."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(_rounded(parameters)), indent=1) + b"\n")


def _rounded(parameters: Parameters) -> Parameters:
    return replace(
        parameters,
        base_rate=round(parameters.base_rate, 6),
        logistic=_plain(parameters.logistic),
        suitor=_plain(parameters.suitor),
        elsewhere=_plain(parameters.elsewhere),
    )


def _plain(score: Score) -> Score:
    weights = {
        name: Weight(round(part.weight, 4), round(part.mean, 4))
        for name, part in sorted(score.weights.items())
        if abs(part.weight) >= 5e-5
    }
    return Score(round(score.level, 4), weights)
