"""Weights from examples: penalised maximum likelihood of the choice models, by L-BFGS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

from bench.agreement import same_club
from bench.judging import Example
from bench.logistic import Vector, logistic
from bench.network import Asked, Course, fit_network
from bench.softmax import powers, spread
from bench.tuples import Bare, Tuples, by_group, flags, scale, signed
from mooted.claims.candidates import Option
from mooted.claims.choice import Chooser
from mooted.claims.corroboration import TELLING
from mooted.claims.doubt import CLASSES, doubt_signs
from mooted.claims.holding import Holder, holder_heads, holders
from mooted.claims.network import Layers
from mooted.claims.packing import Weights
from mooted.claims.weighing import Features

LEAST_OF_GATE = 0.05
ITERATIONS = 150
OURS, OUR_READING = ("ours",), ("read",)
_LEARNING = (*OURS, *OUR_READING)  # signs of whose text and reading it is, for learning alone
OF_HOLDERS = Course(units=16, epochs=6)
FEWEST_HOLDERS = 5  # choices that have a sign of the network for holders
LEAST_OF_HOLDERS = 0.04  # they are few: no need to cut as deep as elsewhere
Rivals = tuple[Sequence[Sequence[str]], Sequence[bool]]
"""The signs of each option of a question, and which options are right."""


@dataclass(frozen=True)
class Settings:
    """How hard to hold the weights down, how often a sign must occur, and when to speak.

    ``unheard`` is the share of the phrases with a claim that the gate may drop. A long text of our own counts less than
    a real one, a plain sentence, beside a rule or not, more: whatever else is learned, that has to be read. Where a
    document is weighed as a whole, one with gold counts as several that we have read ourselves.
    """

    ridge: float = 3.0
    fewest: int = 3
    gold_weight: float = 3.0
    own_weight: float = 0.4
    plain_weight: float = 1.5
    threshold: float = 0.42  # half the F1 that is reached, which is best for it (Lipton and others, 2014)
    doubt_ridge: float = 2.0
    holder_ridge: float = 3.0
    gate_ridge: float = 1.0
    whole_ridge: float = 10.0
    trees: int = 100
    tree_rate: float = 0.12
    leaves: int = 16
    leaf_cases: int = 80
    folds: int = 4
    unheard: float = 0.015


class Choices:
    """All questions of annotated documents, from which weights are learned with or without some of them.

    The signs of an option come in tuples that recur under the same heads. ``signs`` has a row for each such tuple and
    a column for each sign; ``options`` a row for each option and a column for each tuple. So a score is two short
    sums, and the whole stays small.
    """

    def __init__(self, documents: Sequence[Sequence[Example]], settings: Settings) -> None:
        asked = [(at, row) for at, rows in enumerate(documents) for row in rows if set(row.right) != {None}]
        rows = [row for _, row in asked]
        table = Tuples()
        places = [[table.of(option, _of_text(row)) for option, _ in _judged(row)] for row in rows]
        self._settings = settings
        self._document = np.array([at for at, _ in asked])
        self._sizes = np.array([len(options) for options in places])
        self._right = np.array([float(answer) for row in rows for _, answer in _judged(row)])
        self._weight = np.array([_weight_of(row, settings) for row in rows])
        self._options = flags([place for options in places for place in options], len(table))
        _, asked_of = spread(self._sizes)
        self.names, self._signs = table.matrix(by_group(self._options, asked_of), settings.fewest)
        self._table = table

    def weights(self, without: Container[int] = (), iterations: int = ITERATIONS) -> Weights:
        """Weights of the choice model by penalised maximum likelihood (L-BFGS), some documents left out."""
        kept, options = self._but(without)
        best = _maximise(
            (self._options[options], self._signs), self._right[options], self._sizes[kept], self._weight[kept],
            self._settings.ridge, iterations,
        )  # fmt: skip
        return _table(self.names, best)

    def network(self, without: Container[int] = ()) -> Layers:
        """The network that weighs options beside the choice model, some documents left out."""
        options, tuples, names = self._bare
        kept, chosen = self._but(without)
        events, event = self._table.events(self._options)
        right, sizes, weight = self._right[chosen], self._sizes[kept], self._weight[kept]
        asked = Asked(names, events, options[chosen], tuples, event[chosen], right, sizes, weight)
        return fit_network(asked, _LEARNING)

    def _but(self, without: Container[int]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """The questions, and the options, that are none of some documents."""
        kept = np.array([at not in without for at in self._document])
        return kept, np.repeat(kept, self._sizes)

    @cached_property
    def _bare(self) -> Bare:
        return self._table.bare(self._options, np.repeat(self._document, self._sizes))

    def chances(self, weights: Weights) -> Vector:
        """How probable each option is under some weights, beside the others of its question and none of them."""
        values = np.array([_weight(weights, sign) for sign in self.names])
        scores = self._options @ (self._signs @ values)
        starts, owner = spread(self._sizes)
        power, _, total = powers(scores, starts, owner)
        return np.asarray(power / total[owner])


def _weight_of(row: Example, settings: Settings) -> float:
    """How much a question counts."""
    return settings.plain_weight if row.plain else settings.own_weight if row.ours else 1.0


def _of_text(row: Example) -> Features:
    """The sign of our own texts, which takes up how dense they are, and that of our own reading, which takes up where
    we read otherwise than the gold; none of what has gold, nor of lines alone, which are all ours."""
    if row.ours:
        return () if row.kind == "line" else OURS
    return OUR_READING if row.read else ()


def _judged(row: Example) -> list[tuple[Option, bool]]:
    """The options of a question that are right or wrong."""
    return [(option, answer) for option, answer in zip(row.options, row.right, strict=True) if answer is not None]


def _maximise(
    matrices: tuple[sparse.csr_matrix, sparse.csr_matrix], right: Vector, sizes: NDArray[np.int64], weight: Vector,
    ridge: float, iterations: int = ITERATIONS,
) -> Vector:  # fmt: skip
    """The weights under which the right options, or none where no option is right, are most probable.

    The product of the two matrices has a row for each option and a column for each weight.
    """
    options, signs = matrices
    starts, owner = spread(sizes)
    answered = np.add.reduceat(right, starts) > 0
    back, turned = options.T.tocsr(), signs.T.tocsr()

    def loss(w: Vector) -> tuple[float, Vector]:
        z = options @ (signs @ w)
        power, none, total = powers(z, starts, owner)
        good = np.maximum(np.where(answered, np.add.reduceat(power * right, starts), none), 1e-300)
        value = -(weight * (np.log(good) - np.log(total))).sum() + 0.5 * ridge * (w @ w)
        pull = power / total[owner] - np.where(answered[owner], power * right / good[owner], 0.0)
        return float(value), turned @ (back @ (weight[owner] * pull)) + ridge * w

    best, _, _ = optimize.fmin_l_bfgs_b(loss, np.zeros(signs.shape[1]), maxiter=iterations, m=8)
    return np.asarray(best)


def _weight(weights: Weights, sign: str) -> float:
    """What a column of the matrix weighs: its sign's weight, as the matrix has it scaled already."""
    head, name = sign.split("\t")
    return weights.get(name, {}).get(head, 0.0) / scale(sign)


def _table(index: dict[str, int], values: Vector, least: float = 0.05) -> Weights:
    table: dict[str, dict[str, float]] = {}
    for sign, at in index.items():
        value = round(float(values[at]) * scale(sign), 2)
        head, name = sign.split("\t")
        if abs(value) >= least and name not in _LEARNING:
            table.setdefault(name, {})[head] = value
    return table


def fit_doubts(documents: Sequence[Sequence[Example]], settings: Settings) -> Weights:
    """Weights for polarity and modality, learned from the claims that phrases were right about."""
    cases: list[tuple[list[str], str, int]] = []
    for document in documents:
        for example in document:
            for option, right, truth in zip(example.options, example.right, example.truth, strict=True):
                if right and truth:
                    label = (truth.polarity, truth.modality)
                    if label in CLASSES:
                        signs_of = doubt_signs(example.question)
                        cases.append((signs_of, option.event, CLASSES.index(label)))
                    break
    return _multinomial(cases, settings.doubt_ridge)


def _multinomial(cases: list[tuple[list[str], str, int]], ridge: float) -> Weights:
    counts = Counter(
        key for marks, event, _ in cases for mark in set(marks) for key in (f"\t{mark}", f"{event}\t{mark}")
    )
    index = {key: at for at, key in enumerate(sorted(key for key, count in counts.items() if count >= 3))}
    columns: list[int] = []
    ends = [0]
    for marks, event, _ in cases:
        columns.extend(index[key] for mark in marks for key in (f"\t{mark}", f"{event}\t{mark}") if key in index)
        ends.append(len(columns))
    matrix = sparse.csr_matrix(
        (np.ones(len(columns)), np.array(columns), np.array(ends)), shape=(len(cases), len(index))
    )
    labels = np.array([label for _, _, label in cases])
    size = len(CLASSES) - 1
    hot = np.eye(len(CLASSES))[labels]

    def loss(flat: Vector) -> tuple[float, Vector]:
        w = flat.reshape(len(index), size)
        z = np.hstack([np.zeros((len(cases), 1)), matrix @ w])
        z -= z.max(axis=1, keepdims=True)
        chances = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        value = -np.log(np.maximum(chances[np.arange(len(cases)), labels], 1e-300)).sum() + 0.5 * ridge * (flat @ flat)
        return float(value), np.asarray(matrix.T @ (chances - hot)[:, 1:]).ravel() + ridge * flat

    best, _, _ = optimize.fmin_l_bfgs_b(loss, np.zeros(len(index) * size), maxiter=60)
    table: dict[str, dict[str, float]] = {}
    for key, at in index.items():
        event, mark = key.split("\t")
        for number in range(size):
            value = best.reshape(len(index), size)[at, number]
            if abs(value) >= 0.01:
                name = "/".join(CLASSES[number + 1])
                table.setdefault(mark, {})[f"{name}|{event}" if event else name] = round(float(value), 2)
    return table


class Rivalry(NamedTuple):
    """The clubs that may hold the person of a claim which a phrase was right about, and which of them do."""

    option: Option
    found: list[Holder]
    right: list[bool]


def rivalries(documents: Sequence[Sequence[Example]]) -> list[Rivalry]:
    """Every choice of the club that holds the person."""
    found = []
    for document in documents:
        for example in document:
            for option, right, truth in zip(example.options, example.right, example.truth, strict=True):
                if right and truth and option.event != "needs":
                    clubs = holders(example.question, option, example.reading)
                    if clubs:
                        told = [bool(truth.club_from) and same_club(one.club.name, truth.club_from) for one in clubs]
                        found.append(Rivalry(option, clubs, told))
                    break
    return found


def fit_holders(rows: Sequence[Rivalry], settings: Settings) -> Weights:
    """Weights for the choice of the club that holds the person, by the same model."""
    marked = []
    for option, found, right in rows:
        heads = holder_heads(option.event, option.meaning.shape)
        marks = [[f"{head}\t{sign}" for head in heads for part in one.parts for sign in part] for one in found]
        marked.append((marks, right))
    return _choice(marked, settings.holder_ridge)


def fit_holder_network(rows: Sequence[Rivalry]) -> Layers:
    """The network for the same choice."""
    sizes = np.array([len(row.found) for row in rows])
    parts: dict[Features, int] = {}
    places = [[parts.setdefault(part, len(parts)) for part in one.parts] for row in rows for one in row.found]
    _, asked_of = spread(sizes)
    options, tuples, names = signed(flags(places, len(parts)), list(parts), asked_of, FEWEST_HOLDERS)
    numbers: dict[str, int] = {}
    event = np.array([numbers.setdefault(row.option.event, len(numbers)) for row in rows])[asked_of]
    right = np.array([float(answer) for row in rows for answer in row.right])
    asked = Asked(names, list(numbers), options, tuples, event, right, sizes, np.ones(len(rows)))
    return fit_network(asked, course=OF_HOLDERS)


def _choice(rows: Sequence[Rivals], ridge: float) -> Weights:
    index, best = choose(rows, np.ones(len(rows)), ridge)
    return _table(index, best, least=LEAST_OF_HOLDERS)


def choose(rows: Sequence[Rivals], weight: Vector, ridge: float, fewest: int = 3) -> tuple[dict[str, int], Vector]:
    """The signs of at least so many questions, each with its place, and the weights of the model that chooses."""
    counts = Counter(mark for options, _ in rows for mark in {m for o in options for m in o})
    index = {mark: at for at, mark in enumerate(sorted(mark for mark, count in counts.items() if count >= fewest))}
    columns: list[int] = []
    ends, right, sizes = [0], [], []
    for options, answers in rows:
        for marks, answer in zip(options, answers, strict=True):
            columns.extend(index[mark] for mark in marks if mark in index)
            ends.append(len(columns))
            right.append(float(answer))
        sizes.append(len(options))
    matrix = sparse.csr_matrix(
        (np.ones(len(columns)), np.array(columns), np.array(ends)), shape=(len(right), len(index))
    )
    alone = sparse.identity(len(right), format="csr")
    return index, _maximise((alone, matrix), np.array(right), np.array(sizes), weight, ridge)


def fit_gate(
    documents: Sequence[Sequence[Example]], chooser: Chooser, settings: Settings
) -> tuple[dict[str, float], float]:
    """Weights by which a phrase is let through, and the score from which: logistic regression on what it tells.

    A phrase has something to tell where one of its options is right, or where the chooser would take one.
    """
    rows = [example for document in documents for example in document]
    told = np.array([float(_tells(example, chooser)) for example in rows])
    marks = [[sign for part in example.question.basis[:4] for sign in part] for example in rows]
    counts = Counter(mark for row in marks for mark in set(row))
    index = {mark: at for at, mark in enumerate(sorted(mark for mark, count in counts.items() if count >= 3))}
    weight = np.array([settings.own_weight if example.ours else 1.0 for example in rows])
    best = logistic(
        [[index[mark] for mark in row if mark in index] for row in marks], told, weight, settings.gate_ridge, len(index)
    )
    found = {mark: round(float(best[at]), 2) for mark, at in index.items() if abs(best[at]) >= LEAST_OF_GATE}
    asked_of_others = not all(example.ours for example in rows)
    heard = [
        sum(found.get(mark, 0.0) for mark in row)
        for row, tells, example in zip(marks, told, rows, strict=True)
        if tells and not (asked_of_others and example.ours)
    ]
    return found, round(float(np.quantile(heard or [0.0], settings.unheard)), 2)


def _tells(example: Example, chooser: Chooser) -> bool:
    if any(example.right):
        return True
    return any(answer.probability >= TELLING for answer in chooser.heard(example.question))
