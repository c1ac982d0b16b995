"""What was known of pursuits before a moment: learned from the gists of what was told, each once however often said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from mooted.entities.calendar import load_calendar
from mooted.model.claim import Claim
from mooted.sagas.fold import about, by_window, turns
from mooted.sagas.timeline import OPEN, leaves

if TYPE_CHECKING:
    from mooted.ledger import Ledger, Told
    from mooted.model.entry import Entry

Pursuit = tuple[str, str | None]
"""A person, and the club that is to get him."""


class Stretch(NamedTuple):
    """From when on talk is about a window, the moment before which it is looked at, and as of when it is asked for."""

    since: datetime
    start: datetime
    until: datetime


class Earlier(NamedTuple):
    """What was told of a pursuit about one window; ``claims`` in an order in which to learn what was known."""

    told: tuple[Told, ...] = ()
    claims: tuple[Claim, ...] = ()


def earlier(ledger: Ledger, pursuits: Collection[Pursuit], stretch: Stretch) -> Mapping[tuple[Pursuit, str], Earlier]:
    """What was told of pursuits before the start of a stretch, by pursuit and window."""
    calendar = load_calendar()
    since, start, until = stretch
    found: dict[tuple[Pursuit, str], list[Told]] = defaultdict(list)
    apart = tuple(turns(calendar, since, start))
    for one in ledger.told(pursuits=tuple(pursuits), apart=apart, since=since, until=start, as_of=until):
        window = about(one.claim, one.since, calendar)
        found[(one.person, one.claim.club_to), window.id].append(one)
    unsure = {pursuit for (pursuit, _), told in found.items() if _is_unsure(told)}
    read = {(pursuit, window): said for pursuit, window, said in _read(ledger, unsure, stretch)}
    return {
        line: Earlier(tuple(told), tuple(entry.claim for entry in read.get(line, ())) or tuple(_in_order(told)))
        for line, told in found.items()
    }


def _in_order(told: Iterable[Told]) -> Iterator[Claim]:
    """The claims as they were told first; then what parties are for or against, as they told it last."""
    first = sorted(told, key=attrgetter("first"))
    yield from (one.claim for one in first)
    moods = [one for one in first if one.claim.event in OPEN]
    yield from (one.claim for one in sorted(moods, key=attrgetter("last")))


def _is_unsure(told: Sequence[Told]) -> bool:
    """Does it matter which of two documents of one second spoke first, which gists alone do not tell?"""
    if len(told) == 1:
        return False
    fees = [(one.since, one.first_place, one.claim.fee) for one in told if one.claim.fee]
    moods = [(one.until, one.last_place, leaves(one.claim)) for one in told if one.claim.event in OPEN]
    return (len(fees) > 1 and _collide(fees)) or (len(moods) > 1 and _collide(moods))


def _collide(items: Iterable[tuple[datetime, int, object]]) -> bool:
    said: dict[datetime, tuple[set[int], set[object]]] = {}
    for moment, place, what in items:
        places, whats = said.setdefault(moment, (set(), set()))
        places.add(place)
        whats.add(what)
    return any(len(places) > 1 and len(whats) > 1 for places, whats in said.values())


def _read(
    ledger: Ledger, pursuits: Collection[Pursuit], stretch: Stretch
) -> Iterator[tuple[Pursuit, str, list[Entry]]]:
    """All that was said of pursuits, about each window."""
    if not pursuits:
        return
    since, start, until = stretch
    said: dict[Pursuit, list[Entry]] = defaultdict(list)
    for entry in ledger.entries(pursuits=tuple(pursuits), since=since, until=start, as_of=until):
        said[entry.person or "", entry.claim.club_to].append(entry)
    for pursuit, entries in said.items():
        for window, told in by_window(entries, load_calendar()):
            yield pursuit, window.id, told
