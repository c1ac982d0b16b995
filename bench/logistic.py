"""Penalised logistic regression over rows of signs that are set or not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

Vector = NDArray[np.float64]


def logistic(columns: Sequence[Sequence[int]], right: Vector, weight: Vector, ridge: float, size: int) -> Vector:
    """The weights of a penalised logistic regression over rows of columns that are set."""
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.array([column for row in columns for column in row], dtype=np.int64)
    matrix = sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(columns), size))
    turned = matrix.T.tocsr()

    def loss(w: Vector) -> tuple[float, Vector]:
        z = matrix @ w
        value = (weight * (np.logaddexp(0.0, z) - right * z)).sum() + 0.5 * ridge * (w @ w)
        pull = weight * (1.0 / (1.0 + np.exp(-z)) - right)
        return float(value), turned @ pull + ridge * w

    best, _, _ = optimize.fmin_l_bfgs_b(loss, np.zeros(size), maxiter=100)
    return np.asarray(best)
