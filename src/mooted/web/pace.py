"""How often one token may write: a store that only appends should not be flooded by a program gone wrong."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from fastapi import HTTPException

MOST = 300  # writes
WITHIN = 60.0  # seconds


class Pace:
    """The times of each token's last writes."""

    def __init__(self, most: int = MOST, within: float = WITHIN, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._within = within
        self._clock = clock
        self._steps: dict[str, deque[float]] = {}
        self._own = threading.Lock()

    def step(self, who: str) -> None:
        """Count one write. Raises 429 with the seconds to wait where there were too many."""
        with self._own:
            now, steps = self._clock(), self._steps.setdefault(who, deque())
            while steps and steps[0] <= now - self._within:
                steps.popleft()
            if len(steps) >= self._most:
                wait = int(steps[0] + self._within - now) + 1
                raise HTTPException(
                    429, f"At most {self._most} writes in {self._within:.0f} seconds; go on in {wait} seconds.",
                    {"Retry-After": str(wait)},
                )  # fmt: skip
            steps.append(now)
