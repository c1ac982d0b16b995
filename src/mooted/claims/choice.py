"""The small model that chooses: which event a phrase means, whose it is, and which club, or nothing at all.

A conditional log-linear model over the options of a phrase and "none of them" (the choice model of
McFadden, "Conditional logit analysis of qualitative choice behavior", 1974). Its weights are learned from
annotated documents by ``make train`` and kept in ``weights.json``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mooted.claims.candidates import Features, Option, heads
from mooted.claims.lexicon import Meaning

WEIGHTS = Path(__file__).parent / "weights.json"
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True, eq=False)
class Chooser:
    """Weights by head and sign; ``threshold`` is the probability from which a claim is made."""

    weights: Weights
    threshold: float
    second: float
    doubts: Weights
    holders: Weights

    def probabilities(self, options: Sequence[Option]) -> list[float]:
        """How probable each option is; what is missing to one is the probability of none."""
        known: dict[tuple[str, int, int], float] = {}
        scores = [self._score(option, known) for option in options]
        top = max(0.0, max(scores, default=0.0))
        powers = [math.exp(score - top) for score in scores]
        total = sum(powers) + math.exp(-top)
        return [power / total for power in powers]

    def _score(self, option: Option, known: dict[tuple[str, int, int], float]) -> float:
        total = 0.0
        for part in option.parts:
            place = (option.event, id(option.meaning), id(part))
            value = known.get(place)
            if value is None:
                value = known[place] = self._weigh(option.event, option.meaning, part)
            total += value
        return total

    def _weigh(self, event: str, meaning: Meaning, part: Features) -> float:
        total = 0.0
        for head in heads(event, meaning):
            weights = self.weights.get(head)
            if weights:
                for sign in part:
                    if sign in weights:
                        total += weights[sign]
        return total

    def reasons(self, option: Option, most: int = 8) -> list[tuple[str, float]]:
        """The signs that weigh most for or against an option."""
        pieces = [
            (f"{head} {sign}", self.weights[head][sign])
            for head in option.heads
            if head in self.weights
            for part in option.parts
            for sign in part
            if sign in self.weights[head]
        ]
        return sorted(pieces, key=lambda piece: -abs(piece[1]))[:most]


@lru_cache(maxsize=1)
def load(path: Path = WEIGHTS) -> Chooser:
    """The chooser with the weights that come with mooted."""
    if not path.exists():
        return Chooser({}, 0.5, 0.4, {}, {})
    data = json.loads(path.read_text(encoding="utf-8"))
    return Chooser(data["weights"], data["threshold"], data["second"], data.get("doubts", {}), data.get("holders", {}))
