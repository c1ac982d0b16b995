"""A small neural network that weighs options beside the log-linear model: what signs mean only in company.

Each sign has a number for each unit of a first layer. A unit adds up those of all the signs of an option, whatever
their order (as in "Deep sets": Zaheer and others, 2017), and is silent below nought (a rectified linear unit: Nair and
Hinton, 2010). The units of a second layer do so with those of the first; where they begin, and what they weigh, is a
matter of the option's event. The network and the log-linear model err in different places, so that the mean of both
errs less.

All its numbers are whole and small, so that doubles hold every sum and product exactly: each machine comes to the same
scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mooted.claims.packing import ONE
from mooted.claims.weighing import Features

SIGN_SCALE, HIDDEN_SCALE, OUT_SCALE = 16, 128, 256  # how many whole numbers are one, in signs, between layers, and last
SECOND_SCALE = SIGN_SCALE * HIDDEN_SCALE
LEAST_NUMBER, GREATEST_NUMBER = -40, 40  # of a sign, that a letter stands for
_NOUGHT = ord("P")  # the letter for nought; greater numbers are later letters
MOST_AT_ONCE = 16  # options: the more there are, the more threads wake for their product, and cost more than they gain
MOST_REMEMBERED = 4_000  # tuples of signs
_MOST_PARTS = 16  # tuples of an option


class Layers(NamedTuple):
    """The numbers of a network.

    ``signs`` have a letter for each unit of the first layer, ``hidden`` a row for each unit of the second with a number
    for each of the first. Each event has where the units of the second begin and what they weigh, in ``begins`` and
    ``out``, and in ``starts`` the score where all of them are silent.
    """

    signs: dict[str, str]
    hidden: tuple[tuple[int, ...], ...]
    begins: dict[str, tuple[int, ...]]
    out: dict[str, tuple[int, ...]]
    starts: dict[str, int]


NO_LAYERS = Layers({}, (), {}, {}, {})


def letters(numbers: Sequence[int]) -> str:
    """Whole numbers from ``LEAST_NUMBER`` to ``GREATEST_NUMBER`` as letters."""
    return "".join(chr(_NOUGHT + number) for number in numbers)


class Weighed(NamedTuple):
    """An option as the network takes it: its event, and the tuples of its signs."""

    event: str
    parts: Sequence[Features]


class Network:
    """Layers that weigh options: ``scores`` are in thousandths, like those of the log-linear model.

    What a tuple of signs adds to the first layer is remembered, since most are met again.
    """

    def __init__(self, layers: Layers) -> None:
        self._places = _Places(layers.signs)
        self._events = {event: at for at, event in enumerate(layers.starts)}
        self._hidden = np.array(layers.hidden, dtype=np.float64).T
        self._begins, self._out, self._starts = (
            np.array([told[event] for event in self._events], dtype=np.float64)
            for told in (layers.begins, layers.out, layers.starts)
        )

    def scores(self, options: Sequence[Weighed]) -> list[int]:
        """What each option weighs."""
        found: list[int] = []
        for start in range(0, len(options), MOST_AT_ONCE):
            found += self._scores(options[start : start + MOST_AT_ONCE])
        return found

    def _scores(self, options: Sequence[Weighed]) -> list[int]:
        places = self._places
        places.make_room(len(options) * _MOST_PARTS)
        flat: list[int] = []
        begun: list[int] = []
        for _, parts in options:
            begun.append(len(flat))
            flat += map(places.__getitem__, parts)
        events = [self._events[event] for event, _ in options]
        first = np.maximum(np.add.reduceat(places.rows[flat], begun, axis=0), 0.0).astype(np.float64)
        second = np.maximum(first @ self._hidden + self._begins[events], 0.0)
        total = (second * self._out[events]).sum(axis=1) + self._starts[events]
        scores: list[int] = np.floor_divide(total * ONE, SECOND_SCALE * OUT_SCALE).astype(int).tolist()
        return scores


class _Places(dict[Features, int]):
    """Where in ``rows`` it stands what a tuple of signs adds to the first layer."""

    def __init__(self, signs: dict[str, str]) -> None:
        self._signs = signs
        self._units = len(next(iter(signs.values()), ""))
        self.rows = np.zeros((MOST_REMEMBERED, self._units), dtype=np.float32)

    def __missing__(self, part: Features) -> int:
        """Add up the signs of a tuple that is met for the first time."""
        at = self[part] = len(self)
        known = self._signs
        told = "".join([known[sign] for sign in part if sign in known])
        numbers = np.frombuffer(told.encode("ascii"), dtype=np.uint8).reshape(-1, self._units)
        self.rows[at] = numbers.sum(axis=0, dtype=np.float32) - _NOUGHT * len(numbers)
        return at

    def make_room(self, more: int) -> None:
        """Forget what is remembered where no room is for so many more."""
        if len(self) + more > len(self.rows):
            self.clear()
