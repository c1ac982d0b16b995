"""Who else pursues a player and who has signed him, by counts alone: for those whose sagas a page does not tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from mooted.model.claim import RUNG

if TYPE_CHECKING:
    from mooted.ledger import Stage


class Rivals(NamedTuple):
    """The clubs that pursue a player, the furthest first, and the one that most say has signed him."""

    clubs: tuple[str, ...]
    has_him: str | None


def rivals_of(stages: Iterable[Stage]) -> dict[str, Rivals]:
    """The rivals for each person."""
    people: dict[str, list[Stage]] = {}
    for stage in stages:
        people.setdefault(stage.person, []).append(stage)
    return {person: _rivals(told) for person, told in people.items()}


def _rivals(told: Iterable[Stage]) -> Rivals:
    heights: dict[str, int] = {}
    signed: Counter[str] = Counter()
    for stage in told:
        if stage.club is None:
            continue
        heights[stage.club] = max(heights.get(stage.club, -1), _height(stage))
        if stage.event == "signed" and _height(stage) == 2 * RUNG["signed"] + 1:
            signed[stage.club] += stage.times
    clubs = sorted(heights, key=lambda club: (-heights[club], club))
    return Rivals(tuple(clubs), min(signed, key=lambda club: (-signed[club], club)) if signed else None)


def _height(stage: Stage) -> int:
    """Twice the rung, and one more where it is so and not only possible; below all where it is denied or over."""
    if stage.event not in RUNG or stage.polarity == "denied":
        return -1
    return 2 * RUNG[stage.event] + (stage.modality == "actual")
