"""Which phrase of a text of our own carries a claim: our gold names claims, not the words that make them.

A long text says much of one man, and many a phrase in it could make a claim that another one makes. So the likeliest
phrases by a first fit are taken to carry it, and the others are neither rewarded nor punished for it (expectation
maximisation with hard assignments: Dempster, Laird and Rubin, 1977).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.fitting import Choices
from bench.judging import Example
from mooted.claims.packing import Weights

SHARE = 0.5  # of the likeliest phrase's chance, from which another one carries the claim as well
STEP = 0.05
Rows = Sequence[Sequence[Example]]


def carried(documents: Rows, choices: Choices, weights: Weights) -> list[list[Example]]:
    """The questions of documents, with the options of our texts that only could make a claim left out of account."""
    chances = iter(choices.chances(weights))
    sure = [[_sure(row, chances) for row in rows] for rows in documents]
    return [_settled(rows, chance) for rows, chance in zip(documents, sure, strict=True)]


def halfway(one: Weights, other: Weights) -> Weights:
    """The mean of two fits, which reads better than either: one takes too many phrases for carriers, one too few.

    It is kept in steps of ``STEP``, and what weighs less than half of one is left out.
    """
    found: dict[str, dict[str, float]] = {}
    for sign in sorted({*one, *other}):
        first, second = one.get(sign, {}), other.get(sign, {})
        for head in sorted({*first, *second}):
            steps = round((first.get(head, 0.0) + second.get(head, 0.0)) / 2 / STEP)
            if steps:
                found.setdefault(sign, {})[head] = round(steps * STEP, 2)
    return found


def _sure(row: Example, chances: Iterator[float]) -> list[float]:
    """How probable each option of a question is; nought for those that are neither right nor wrong."""
    if set(row.right) == {None}:
        return [0.0] * len(row.right)
    return [0.0 if right is None else next(chances) for right in row.right]


def _settled(rows: Sequence[Example], chances: Sequence[Sequence[float]]) -> list[Example]:
    best: dict[int, float] = {}
    for row, sure in zip(rows, chances, strict=True):
        for right, truth, chance in zip(row.right, row.truth, sure, strict=True):
            if right and row.ours:
                best[id(truth)] = max(best.get(id(truth), 0.0), chance)
    return [_without_others(row, sure, best) if row.ours else row for row, sure in zip(rows, chances, strict=True)]


def _without_others(row: Example, sure: Sequence[float], best: dict[int, float]) -> Example:
    right = tuple(
        None if answer and chance < SHARE * best[id(truth)] else answer
        for answer, truth, chance in zip(row.right, row.truth, sure, strict=True)
    )
    return row._replace(right=right)
