"""What is known of a player by counts alone: for those whose sagas a page does not tell whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from mooted.model.claim import RUNG, Event
from mooted.sagas.fold import usual_name
from mooted.sagas.holding import most_named

if TYPE_CHECKING:
    from mooted.ledger import Gauged, Stage

_BELIEVED = 3  # reports from which on a move is believed


class Gauge(NamedTuple):
    """The clubs that pursue a player, the furthest first; the one that most say has signed him, and whether enough
    say so; the club that has him, the one that had him before he was signed, and his name, as most give them."""

    suitors: tuple[str, ...]
    signed_by: str | None
    is_gone: bool
    holder: str | None
    left: str | None
    name: str


def gauges(counted: Gauged) -> dict[str, Gauge]:
    """The gauge of each person."""
    stages: dict[str, list[Stage]] = {person: [] for person in (*counted.names, *counted.holders)}
    for stage in counted.stages:
        stages.setdefault(stage.person, []).append(stage)
    return {person: _gauge(person, told, counted) for person, told in stages.items()}


def _gauge(person: str, stages: Iterable[Stage], counted: Gauged) -> Gauge:
    heights: dict[str, int] = {}
    signed: Counter[str] = Counter()
    pursued: Counter[str] = Counter()
    for stage in stages:
        if stage.club is None:
            continue
        heights[stage.club] = max(heights.get(stage.club, -1), _height(stage))
        if stage.event != "signed":
            pursued[stage.club] += stage.times
        elif _height(stage) == 2 * RUNG["signed"] + 1:
            signed[stage.club] += stage.times
    named: Mapping[tuple[Event, str | None], int] = counted.holders.get(person, {})
    holder = most_named(named, pursued.__getitem__)
    by = min(signed, key=lambda club: (-signed[club], club)) if signed else None
    suitors = tuple(sorted(heights, key=lambda club: (-heights[club], club)))
    is_gone = by is not None and signed[by] >= _BELIEVED and not _held(by, named)
    left = most_named({(event, club): times for (event, club), times in named.items() if club != by})
    return Gauge(suitors, by, is_gone, holder, left, usual_name(counted.names.get(person, {})))


def _held(club: str, said: Mapping[tuple[Event, str | None], int]) -> bool:
    """Does he belong to the club already, by most of what is said? Then what was read as a move is an earlier one."""
    told = [(name, times) for (event, name), times in said.items() if event != "past_move"]
    return 2 * sum(times for name, times in told if name == club) > sum(times for _, times in told)


def _height(stage: Stage) -> int:
    """Twice the rung, and one more where it is so and not only possible; below all where it is denied or over."""
    if stage.event not in RUNG or stage.polarity == "denied":
        return -1
    return 2 * RUNG[stage.event] + (stage.modality == "actual")
