"""What is known of a player by counts alone: for those whose sagas a page does not tell whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from mooted.model.claim import PURSUIT, RUNG, Event
from mooted.sagas.fold import usual_name
from mooted.sagas.holding import is_his, most_named

if TYPE_CHECKING:
    from mooted.ledger import Counted

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


def gauges(told: Iterable[Counted]) -> dict[str, Gauge]:
    """The gauge of each person."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for one in told:
        tallies[one.person].take(one)
    return {person: tally.gauge() for person, tally in tallies.items()}


class _Tally:
    """What was said of one person, added up."""

    __slots__ = ("_heights", "_holders", "_names", "_pursued", "_signed")

    def __init__(self) -> None:
        self._heights: dict[str, int] = {}
        self._signed: defaultdict[str, int] = defaultdict(int)
        self._pursued: defaultdict[str, int] = defaultdict(int)
        self._holders: defaultdict[tuple[Event, str], int] = defaultdict(int)
        self._names: defaultdict[str, int] = defaultdict(int)

    def take(self, one: Counted) -> None:
        _, club, gist, times = one
        event = gist.event
        if gist.player is not None:
            self._names[gist.player] += times
        if gist.club_from:
            self._holders[event, gist.club_from] += times
        if club is not None and event in PURSUIT:
            self._pursue(club, event, times, firm=gist.doubt is None, denied=gist.denied)

    def _pursue(self, club: str, event: Event, times: int, *, firm: bool, denied: bool) -> None:
        """A club stands as high as twice the rung that it is said to have reached, one more where it is so and not only
        possible; below all where that is denied or over."""
        height = -1 if denied or event not in RUNG else 2 * RUNG[event] + firm
        if height > self._heights.get(club, -2):
            self._heights[club] = height
        if event != "signed":
            self._pursued[club] += times
        elif firm and not denied:
            self._signed[club] += times

    def gauge(self) -> Gauge:
        signed = self._signed
        by = min(signed, key=lambda club: (-signed[club], club)) if signed else None
        holder = most_named(self._holders, lambda club: self._pursued.get(club, 0))
        return Gauge(
            suitors=tuple(sorted(self._heights, key=lambda club: (-self._heights[club], club))),
            signed_by=by,
            is_gone=by is not None and signed[by] >= _BELIEVED and not is_his(by, self._clubs()),
            holder=holder,
            left=holder if by is None else most_named(self._before(by)),
            name=usual_name(self._names),
        )

    def _clubs(self) -> Counter[str]:
        """How often each club is said to have him, background left out."""
        clubs: Counter[str] = Counter()
        for (event, club), times in self._holders.items():
            if event != "past_move":
                clubs[club] += times
        return clubs

    def _before(self, signed_by: str) -> dict[tuple[Event, str], int]:
        return {(event, club): times for (event, club), times in self._holders.items() if club != signed_by}
