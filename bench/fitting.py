"""Weights from examples: penalised maximum likelihood of the choice models, by L-BFGS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

from bench.agreement import same_club
from bench.judging import Example
from bench.logistic import Vector, logistic
from mooted.claims.candidates import Option
from mooted.claims.choice import Chooser
from mooted.claims.corroboration import TELLING
from mooted.claims.doubt import CLASSES, doubt_signs
from mooted.claims.holding import holder_heads, holders
from mooted.claims.weighing import Features, Weights
from mooted.model.claim import Event

OF_ONE_RULE = 0.7
LEAST_OF_GATE = 0.05
ITERATIONS = 150
OURS = ("ours",)
LEAST_OF_HOLDERS = 0.04  # they are few: no need to cut as deep as elsewhere
EVENTS: dict[str, Event] = {event: event for event in get_args(Event)}


@dataclass(frozen=True)
class Settings:
    """How hard to hold the weights down, how often a sign must occur, and when to speak.

    ``unheard`` is the share of the phrases with a claim that the gate may drop.
    """

    ridge: float = 3.0
    fewest: int = 3
    own_weight: float = 0.2
    threshold: float = 0.37
    doubt_ridge: float = 2.0
    holder_ridge: float = 1.0
    gate_ridge: float = 1.0
    whole_ridge: float = 3.0
    folds: int = 4
    unheard: float = 0.015


class Choices:
    """All questions of annotated documents as one matrix, from which weights are learned with or without some.

    ``matrix`` has a row an option and a column a sign; ``right`` tells of each option whether it is so, ``sizes`` how
    many a question has, ``document`` whose each question is.
    """

    def __init__(self, documents: Sequence[Sequence[Example]], settings: Settings) -> None:
        asked = [(at, row) for at, rows in enumerate(documents) for row in rows if set(row.right) != {None}]
        rows = [row for _, row in asked]
        self._settings = settings
        self._columns = Columns(rows, settings.fewest)
        self._document = np.array([at for at, _ in asked])
        self._matrix, self._right, self._sizes, self._weight = _matrix(rows, self._columns, settings.own_weight)

    def weights(self, without: Container[int] = (), iterations: int = ITERATIONS) -> Weights:
        """Weights of the choice model by penalised maximum likelihood (L-BFGS), some documents left out."""
        kept = np.array([at not in without for at in self._document])
        options = np.repeat(kept, self._sizes)
        best = _maximise(
            self._matrix[options], self._right[options], self._sizes[kept], self._weight[kept], self._settings.ridge,
            iterations,
        )  # fmt: skip
        return _table(self._columns.names, best)


class Columns:
    """The columns of signs under their heads: those of enough questions have one each.

    Signs come in tuples that recur; the columns of a tuple under a head are looked up once.
    Our own texts carry one sign more, which takes up how dense they are.
    """

    def __init__(self, rows: Sequence[Example], fewest: int) -> None:
        self._first: dict[str, int] = {}
        self._of: dict[tuple[str, Features], NDArray[np.int64]] = {}
        seen = [np.unique(np.concatenate([self._all(option, row.ours) for option in row.options])) for row in rows]
        counts = np.bincount(np.concatenate(seen), minlength=len(self._first))
        kept = sorted(sign for sign, at in self._first.items() if counts[at] >= fewest)
        self.names = {sign: at for at, sign in enumerate(kept)}
        self._place = np.full(len(self._first), -1, dtype=np.int64)
        self._place[[self._first[sign] for sign in kept]] = np.arange(len(kept))

    def _all(self, option: Option, ours: bool) -> NDArray[np.int64]:
        parts = (*option.parts, OURS) if ours else option.parts
        found = [self._under(head, part) for head in option.heads for part in parts if part]
        return np.concatenate(found)

    def _under(self, head: str, part: Features) -> NDArray[np.int64]:
        found = self._of.get((head, part))
        if found is None:
            first = self._first
            ids = [first.setdefault(f"{head}\t{sign}", len(first)) for sign in part]
            found = self._of[head, part] = np.array(ids, dtype=np.int64)
        return found

    def of(self, option: Option, ours: bool) -> NDArray[np.int64]:
        """The columns of an option."""
        places = self._place[self._all(option, ours)]
        return places[places >= 0]

    def scales(self) -> Vector:
        """What each column is held down by."""
        return np.array([_scale(sign) for sign in self.names])


def _maximise(
    matrix: sparse.csr_matrix,
    right: Vector,
    sizes: NDArray[np.int64],
    weight: Vector,
    ridge: float,
    iterations: int = ITERATIONS,
) -> Vector:
    """The weights under which the right options, or none where no option is right, are most probable."""
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    answered = np.add.reduceat(right, starts) > 0
    turned = matrix.T.tocsr()

    def loss(w: Vector) -> tuple[float, Vector]:
        z = matrix @ w
        top = np.maximum(np.maximum.reduceat(z, starts), 0.0)
        power, none = np.exp(z - top[owner]), np.exp(-top)
        total = np.add.reduceat(power, starts) + none
        good = np.maximum(np.where(answered, np.add.reduceat(power * right, starts), none), 1e-300)
        value = -(weight * (np.log(good) - np.log(total))).sum() + 0.5 * ridge * (w @ w)
        pull = power / total[owner] - np.where(answered[owner], power * right / good[owner], 0.0)
        return float(value), turned @ (weight[owner] * pull) + ridge * w

    best, _, _ = optimize.fmin_l_bfgs_b(loss, np.zeros(matrix.shape[1]), maxiter=iterations, m=8)
    return np.asarray(best)


def _matrix(
    rows: Sequence[Example], table: Columns, own_weight: float
) -> tuple[sparse.csr_matrix, Vector, NDArray[np.int64], Vector]:
    columns: list[NDArray[np.int64]] = []
    right, sizes, weight = [], [], []
    for example in rows:
        judged = [(o, answer) for o, answer in zip(example.options, example.right, strict=True) if answer is not None]
        columns += [table.of(option, example.ours) for option, _ in judged]
        right += [float(answer) for _, answer in judged]
        sizes.append(len(judged))
        weight.append(own_weight if example.ours else 1.0)
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.concatenate(columns)
    matrix = sparse.csr_matrix((table.scales()[flat], flat, ends), shape=(len(right), len(table.names)))
    return matrix, np.array(right), np.array(sizes), np.array(weight)


def _scale(sign: str) -> float:
    """What is learned of a single rule is held down more than what holds for all."""
    return OF_ONE_RULE if "/" in sign.split("\t", 1)[0] else 1.0


def _table(index: dict[str, int], values: Vector, least: float = 0.05) -> Weights:
    table: Weights = {}
    for sign, at in index.items():
        value = round(float(values[at]) * _scale(sign), 2)
        if abs(value) >= least and not sign.endswith("\tours"):
            head, name = sign.split("\t")
            table.setdefault(head, {})[name] = value
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
                        signs_of = doubt_signs(example.question, EVENTS[option.event], example.question.signs)
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
    table: Weights = {}
    for key, at in index.items():
        event, mark = key.split("\t")
        for number in range(size):
            value = best.reshape(len(index), size)[at, number]
            if abs(value) >= 0.01:
                name = "/".join(CLASSES[number + 1])
                table.setdefault(f"{name}|{event}" if event else name, {})[mark] = round(float(value), 3)
    return table


def fit_holders(documents: Sequence[Sequence[Example]], settings: Settings) -> Weights:
    """Weights for the choice of the club that holds the person, by the same model."""
    rows: list[tuple[list[list[str]], list[bool]]] = []
    for document in documents:
        for example in document:
            for option, right, truth in zip(example.options, example.right, example.truth, strict=True):
                if right and truth and option.event != "needs":
                    found = holders(example.question, option, example.reading)
                    marks = [
                        [f"{head}\t{sign}" for head in holder_heads(option) for part in h.parts for sign in part]
                        for h in found
                    ]
                    if marks:
                        rows.append(
                            (
                                marks,
                                [same_club(h.club.name, truth.club_from) if truth.club_from else False for h in found],
                            )
                        )
                    break
    return _choice(rows, settings.holder_ridge)


def _choice(rows: list[tuple[list[list[str]], list[bool]]], ridge: float) -> Weights:
    counts = Counter(mark for options, _ in rows for mark in {m for o in options for m in o})
    index = {mark: at for at, mark in enumerate(sorted(mark for mark, count in counts.items() if count >= 3))}
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
    best = _maximise(matrix, np.array(right), np.array(sizes), np.ones(len(sizes)), ridge)
    return _table(index, best, least=LEAST_OF_HOLDERS)


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
    heard = [
        sum(found.get(mark, 0.0) for mark in row)
        for row, tells, e in zip(marks, told, rows, strict=True)
        if tells and not e.ours
    ]
    return found, round(float(np.quantile(heard, settings.unheard)), 2)


def _tells(example: Example, chooser: Chooser) -> bool:
    if any(example.right):
        return True
    return any(answer.probability >= TELLING for answer in chooser.heard(example.question))
