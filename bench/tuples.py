"""The signs of options as matrices: of options by the tuples of signs that they have, and of these by their signs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bench.logistic import Vector
from mooted.claims.candidates import Option
from mooted.claims.weighing import Features

OF_ONE_RULE = 0.7
CHUNK = 4_000  # questions whose signs are counted at a time
FEWEST_DOCUMENTS = 10  # that have a sign of the network


class Bare(NamedTuple):
    """The matrix of options by tuples, that of tuples by signs, and the signs."""

    options: sparse.csr_matrix
    tuples: sparse.csr_matrix
    names: list[str]


class Tuples:
    """The tuples of signs that occur, each under its heads, with their signs."""

    def __init__(self) -> None:
        self._places: dict[tuple[tuple[str, ...], Features], int] = {}

    def __len__(self) -> int:
        return len(self._places)

    def of(self, option: Option, more: Features) -> list[int]:
        """The places of the tuples of an option, and of one ``more``."""
        heads, places = option.heads, self._places
        return [places.setdefault((heads, part), len(places)) for part in (*option.parts, more) if part]

    def matrix(self, asked: sparse.csr_matrix, fewest: int) -> tuple[dict[str, int], sparse.csr_matrix]:
        """The signs of enough questions, each with its column, and the matrix of tuples by signs.

        ``asked`` has a row for each question and a column for each tuple, set where one of its options has it.
        """
        every: dict[str, int] = {}
        rows = [
            [every.setdefault(f"{head}\t{sign}", len(every)) for head in heads for sign in part]
            for heads, part in self._places
        ]
        full = flags(rows, len(every))
        counts = _counts(asked, full)
        kept = sorted(sign for sign, at in every.items() if counts[at] >= fewest)
        scales = np.array([scale(sign) for sign in kept])
        names = {sign: at for at, sign in enumerate(kept)}
        return names, (full[:, [every[sign] for sign in kept]] @ sparse.diags(scales)).tocsr()

    def bare(self, options: sparse.csr_matrix, document: NDArray[np.int64]) -> Bare:
        """The same whatever the heads, with the signs of enough documents; ``document`` has that of each option."""
        parts: dict[Features, int] = {}
        places = np.array([parts.setdefault(part, len(parts)) for _, part in self._places], dtype=np.int32)
        told = (options.data, places[options.indices], options.indptr)
        return signed(sparse.csr_matrix(told, (options.shape[0], len(parts))), list(parts), document, FEWEST_DOCUMENTS)

    def events(self, options: sparse.csr_matrix) -> tuple[list[str], NDArray[np.int64]]:
        """The events of the options, and for each option the number of its own."""
        numbers: dict[str, int] = {}
        of_tuple = np.array([numbers.setdefault(heads[1], len(numbers)) for heads, _ in self._places])
        return list(numbers), of_tuple[options.indices[options.indptr[:-1]]]


def signed(options: sparse.csr_matrix, parts: Sequence[Features], group: NDArray[np.int64], fewest: int) -> Bare:
    """Options by their tuples ``parts``, with the signs of enough groups; ``group`` has that of each option."""
    every: dict[str, int] = {}
    full = flags([[every.setdefault(sign, len(every)) for sign in part] for part in parts], len(every))
    counts = _counts(by_group(options, group), full)
    kept = sorted(sign for sign, at in every.items() if counts[at] >= fewest)
    return Bare(options, full[:, [every[sign] for sign in kept]].tocsr(), kept)


def flags(rows: Sequence[Sequence[int]], width: int) -> sparse.csr_matrix:
    """A matrix of ones at the columns that each row names."""
    ends = np.cumsum([0, *map(len, rows)])
    flat = np.fromiter((column for row in rows for column in row), dtype=np.int32, count=int(ends[-1]))
    return sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), width))


def _counts(groups: sparse.csr_matrix, signs: sparse.csr_matrix) -> Vector:
    """Of how many groups each sign is; they have a row each, with the tuples of their options."""
    counts = np.zeros(signs.shape[1])
    for start in range(0, groups.shape[0], CHUNK):
        counts += np.asarray(((groups[start : start + CHUNK] @ signs) > 0).sum(axis=0)).ravel()
    return counts


def by_group(options: sparse.csr_matrix, group: NDArray[np.int64]) -> sparse.csr_matrix:
    """The tuples of each question or document: those of all its options."""
    count = len(group)
    owner = sparse.csr_matrix((np.ones(count), (group, np.arange(count))))
    return (owner @ options).tocsr()


def scale(sign: str) -> float:
    """What is learned of a single rule is held down more than what holds for all."""
    return OF_ONE_RULE if "/" in sign.split("\t", 1)[0] else 1.0
