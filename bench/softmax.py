"""What options weigh beside the others of their question and "none of them", for many questions at once."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

F = TypeVar("F", np.float32, np.float64)
Places = NDArray[np.int64]


def spread(sizes: Places) -> tuple[Places, Places]:
    """Where the options of each question begin, and the question of each option, by how many each question has."""
    return np.cumsum(sizes) - sizes, np.repeat(np.arange(len(sizes)), sizes)


def powers(scores: NDArray[F], starts: Places, owner: Places) -> tuple[NDArray[F], NDArray[F], NDArray[F]]:
    """What options weigh beside each other, what "none of them" does, and the sum for each question.

    ``starts`` is where the options of each question begin, ``owner`` the question of each option.
    """
    top = np.maximum(np.maximum.reduceat(scores, starts), 0.0)
    power, none = np.exp(scores - top[owner]), np.exp(-top)
    return power, none, np.add.reduceat(power, starts) + none
