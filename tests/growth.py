"""How the work of a function grows with what it is given: told by comparing it with itself, as often as it takes.

A machine that is busy with something else can make any single measurement too long, never too short. So a growth that
is once seen to be no steeper than a straight line is one; only what is steep every time fails.
"""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 6
# Sixteen times the input takes sixteen times as long where the time is linear, and 256 times where it is quadratic.
TIMES = 16
STEEP = 64


def is_linear(work: Callable[[int], object], size: int, steep: float = STEEP) -> bool:
    """Whether ``work(16 * size)`` takes less than ``steep`` times as long as ``work(size)``."""
    work(size)
    return any(_spent(work, TIMES * size) < steep * _spent(work, size) for _ in range(TRIES))


def _spent(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began + 1e-4
