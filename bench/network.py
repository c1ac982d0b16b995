"""Learn the network: by small batches of questions (Adam: Kingma and Ba, 2015), each unit now and then left out
(dropout: Srivastava and others, 2014)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bench.softmax import powers, spread
from mooted.claims.network import (
    GREATEST_NUMBER,
    HIDDEN_SCALE,
    LEAST_NUMBER,
    OUT_SCALE,
    SECOND_SCALE,
    SIGN_SCALE,
    Layers,
    letters,
)

NETWORKS = 2  # side by side
BATCH = 384  # questions
RIDGE = 1e-4  # on the rows of the signs of a batch
LEFT_OUT = 0.1  # the share of the units that a batch does without
_FADING, _FADING_SQUARES = 0.9, 0.999  # of the gradients of earlier batches
_TINY = np.float32(1e-8)  # so that nothing is divided by nought
Matrix = NDArray[np.float32]


class Course(NamedTuple):
    """How many units each layer of each network has, how often it goes through the questions, and how fast."""

    units: int = 64
    epochs: int = 3
    rate: float = 0.003


OF_PHRASES = Course()


class Asked(NamedTuple):
    """Questions to learn from.

    ``options`` has a row for each option and a column for each tuple of signs, ``tuples`` a row for each of these and a
    column for each sign of ``names``; ``event`` has the place of each option's event in ``events``, ``right`` one for
    those that are right. ``sizes`` are the numbers of options of the questions, ``weight`` how much each question
    counts.
    """

    names: Sequence[str]
    events: Sequence[str]
    options: sparse.csr_matrix
    tuples: sparse.csr_matrix
    event: NDArray[np.int64]
    right: NDArray[np.float64]
    sizes: NDArray[np.int64]
    weight: NDArray[np.float64]


class _Numbers(NamedTuple):
    """What is learned: the rows of the signs, what leads to the second layer, and for each event where its units begin,
    what they weigh, and where its score starts."""

    signs: Matrix
    hidden: Matrix
    begins: Matrix
    out: Matrix
    starts: Matrix


class _Batch(NamedTuple):
    """Some questions, with those tuples and signs alone that they have; ``rows`` are the places of these signs."""

    options: sparse.csr_matrix
    tuples: sparse.csr_matrix
    rows: NDArray[np.int64]
    event: NDArray[np.int64]
    right: Matrix
    sizes: NDArray[np.int64]
    weight: Matrix


def fit_network(asked: Asked, without: Sequence[str] = (), course: Course = OF_PHRASES) -> Layers:
    """The layers under which the right options, or none where no option is right, are most probable.

    They are several networks side by side, each learned from another beginning, whose mean errs less than any of them.
    The signs ``without`` which it is to be used are left out.
    """
    chances = [np.random.default_rng(beginning) for beginning in range(NETWORKS)]
    return _whole(_beside([_learn(asked, chance, course) for chance in chances]), asked, without)


def _learn(asked: Asked, chance: np.random.Generator, course: Course) -> _Numbers:
    """One network, from a beginning by chance; each time through the questions the steps become smaller."""
    learned = _begin(len(asked.names), len(asked.events), course.units, chance)
    walk = _Walk(learned)
    for epoch in range(course.epochs):
        slower = course.rate * (1.0 + math.cos(math.pi * epoch / course.epochs)) / 2.0
        for batch in _batches(asked, chance):
            walk.step(_pulls(batch, learned, chance), slower)
    return learned


def _beside(networks: Sequence[_Numbers]) -> _Numbers:
    """Networks that share nothing as one, whose score is the mean of theirs."""
    signs, hidden, begins, out, starts = zip(*networks, strict=True)
    size = sum(map(len, hidden))
    apart = sparse.block_diag(hidden).toarray().reshape(size, size)
    mean = np.float32(1.0 / len(networks))
    return _Numbers(np.hstack(signs), apart, np.hstack(begins), np.hstack(out) * mean, sum(starts) * mean)


class _Walk:
    """Numbers on their way down, each at a pace that its own gradients set."""

    def __init__(self, numbers: Sequence[Matrix]) -> None:
        self._numbers = numbers
        self._means, self._squares = ([np.zeros_like(part) for part in numbers] for _ in range(2))
        self._steps = 0

    def step(self, pulls: Sequence[Matrix], rate: float) -> None:
        """Go a step against the gradients ``pulls``."""
        self._steps += 1
        pace = rate * (1.0 - _FADING_SQUARES**self._steps) ** 0.5 / (1.0 - _FADING**self._steps)
        for numbers, pull, mean, square in zip(self._numbers, pulls, self._means, self._squares, strict=True):
            mean[:] = _FADING * mean + (1.0 - _FADING) * pull
            square[:] = _FADING_SQUARES * square + (1.0 - _FADING_SQUARES) * pull * pull
            numbers[:] = numbers - np.float32(pace) * mean / (np.sqrt(square) + _TINY)


def _begin(signs: int, events: int, units: int, chance: np.random.Generator) -> _Numbers:
    edge = units**-0.5
    return _Numbers(
        signs=chance.normal(0.0, 0.05, (signs, units)).astype(np.float32),
        hidden=chance.uniform(-edge, edge, (units, units)).astype(np.float32),
        begins=np.tile(chance.uniform(-edge, edge, units).astype(np.float32), (events, 1)),
        out=chance.normal(0.0, 0.3, (events, units)).astype(np.float32),
        starts=np.full((events, 1), -2.0, dtype=np.float32),
    )


def _batches(asked: Asked, chance: np.random.Generator) -> Iterator[_Batch]:
    """All questions in a new order, some at a time."""
    order = chance.permutation(len(asked.sizes))
    starts = np.cumsum(asked.sizes) - asked.sizes
    for at in range(0, len(order), BATCH):
        chosen = order[at : at + BATCH]
        sizes = asked.sizes[chosen]
        places = np.repeat(starts[chosen] - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())
        options, met = _narrowed(asked.options[places])
        tuples, rows = _narrowed(asked.tuples[met])
        yield _Batch(
            options, tuples, rows, asked.event[places], asked.right[places].astype(np.float32), sizes,
            asked.weight[chosen].astype(np.float32),
        )  # fmt: skip


def _narrowed(matrix: sparse.csr_matrix) -> tuple[sparse.csr_matrix, NDArray[np.int64]]:
    """A matrix without its empty columns, and the places of those that are kept."""
    kept, columns = np.unique(matrix.indices, return_inverse=True)
    told = (matrix.data.astype(np.float32), columns.astype(np.int32), matrix.indptr)
    return sparse.csr_matrix(told, shape=(matrix.shape[0], len(kept))), kept


def _pulls(batch: _Batch, learned: _Numbers, chance: np.random.Generator) -> tuple[Matrix, ...]:
    """The gradient of what a batch loses."""
    signs, hidden, begins, out, starts = learned
    event, rows = batch.event, signs[batch.rows]
    count = len(event)
    below = batch.options @ (batch.tuples @ rows)
    heard = _some(chance, below)
    first = np.maximum(below, 0.0) * heard
    above = first @ hidden.T + begins[event]
    passed = _some(chance, above)
    second = np.maximum(above, 0.0) * passed
    pull = _pull(batch, (second * out[event]).sum(axis=1) + starts[event, 0])[:, None]
    of_event = sparse.csr_matrix((np.ones(count, np.float32), (event, np.arange(count))), shape=(len(starts), count))
    to_second = pull * out[event] * passed * (above > 0.0)
    to_first = (to_second @ hidden) * heard * (below > 0.0)
    to_signs = np.zeros_like(signs)
    to_signs[batch.rows] = batch.tuples.T @ (batch.options.T @ to_first) + 2.0 * RIDGE * rows
    return to_signs, to_second.T @ first, of_event @ to_second, of_event @ (second * pull), of_event @ pull


def _some(chance: np.random.Generator, like: Matrix) -> Matrix:
    """Nought for the units that are left out, and for the others what makes up for them."""
    kept = chance.random(like.shape, dtype=np.float32) >= LEFT_OUT
    return kept * np.float32(1.0 / (1.0 - LEFT_OUT))


def _pull(batch: _Batch, scores: Matrix) -> Matrix:
    """How each score moves what the batch loses: how probable its option is, less how probable it ought to be."""
    starts, owner = spread(batch.sizes)
    power, _, total = powers(scores, starts, owner)
    good = np.add.reduceat(power * batch.right, starts)
    answered = np.add.reduceat(batch.right, starts)[owner] > 0.0
    ought = np.where(answered, power * batch.right / np.maximum(good, np.float32(1e-30))[owner], 0.0)
    found: Matrix = (batch.weight[owner] / len(starts) * (power / total[owner] - ought)).astype(np.float32)
    return found


def _whole(learned: _Numbers, asked: Asked, without: Sequence[str]) -> Layers:
    """The layers in whole numbers."""
    signs, hidden, begins, out, starts = learned
    rows = np.clip(np.rint(signs * SIGN_SCALE), LEAST_NUMBER, GREATEST_NUMBER).astype(int).tolist()
    told = {name: letters(row) for name, row in zip(asked.names, rows, strict=True) if name not in without and any(row)}
    scaled = (begins * SECOND_SCALE, out * OUT_SCALE, starts[:, 0] * SECOND_SCALE * OUT_SCALE)
    whole = [dict(zip(asked.events, np.rint(part).astype(int).tolist(), strict=True)) for part in scaled]
    return Layers(
        tuple(told),
        "".join(told.values()),
        tuple(map(tuple, np.rint(hidden * HIDDEN_SCALE).astype(int).tolist())),
        *whole,
    )
