"""The sagas in which a club is spoken of, told as far as its page needs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from mooted.answers.copied import copies_within
from mooted.answers.gauge import Gauge, gauges
from mooted.answers.stories import by_person, folded, talk_begins
from mooted.model.entry import Entry
from mooted.model.saga import Saga, Suitor
from mooted.model.window import Window
from mooted.sagas.copies import Derived
from mooted.sagas.fold import Before

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_NEWEST = 300  # claims about a club that are looked at
_SIGNINGS = 100  # and signings beyond these
_SURE = timedelta(seconds=2)  # after the oldest of some claims, from when on no other may be newer than they are
_CHIEF = 12  # people spoken of most, of whom all is told that concerns the club, and not only what is among the newest


class Spoken(NamedTuple):
    """The sagas of a window in which a club is spoken of; ``gauges`` tell more of the people of whom only what concerns
    the club is told."""

    sagas: tuple[Saga, ...]
    gauges: Mapping[str, Gauge]


class _Stretch(NamedTuple):
    """From when on talk is about a window, before when it has not all been read, and as of when it is asked for."""

    since: datetime
    edge: datetime | None
    until: datetime


def spoken_of(ledger: Ledger, club: str, window: Window, until: datetime) -> Spoken:
    """The sagas of a window in which a club is spoken of, by its newest claims and its signings.

    Of its own players who are spoken of most all is told: who else wants them, and what is said of their going. Of
    others only what concerns the club, for of their other suitors no more than the names is asked.
    """
    begins = talk_begins(window)
    read, edge = _newest(ledger, club, begins, until)
    own = by_person(read)
    known = gauges(ledger.counted(people=sorted(own), since=begins, as_of=until))
    chief = sorted(own, key=lambda person: -len(own[person]))[:_CHIEF]
    whole = [person for person in chief if known[person].holder == club]
    partly = {person: told for person, told in own.items() if person not in whole}
    wanted = {person: partly[person] for person in chief if person in partly}
    pursued = _pursued(ledger, club, wanted, _Stretch(begins, edge, until))
    told = _whole(ledger, whole, begins, until)
    copies = dict(zip((*told, *pursued), copies_within(ledger, (*told.values(), *pursued.values())), strict=True))
    parts = (
        _in_part(said, known[person], copies.get(person, {}), until) for person, said in (partly | pursued).items()
    )
    found = chain(*(folded(said, until, copies[person]) for person, said in told.items()), *parts)
    sagas = tuple(saga for saga in found if saga.window == window.id and _tells_of(club, saga))
    return Spoken(sagas, {person: known[person] for person in partly})


def _newest(ledger: Ledger, club: str, since: datetime, until: datetime) -> tuple[list[Entry], datetime | None]:
    """The newest claims about a club and its newest signings; and before when there may be more of it than these."""
    newest = ledger.entries(club=club, since=since, as_of=until, newest_first=True, limit=_NEWEST)
    if len(newest) < _NEWEST:
        return newest, None
    edge = newest[-1].said_at + _SURE
    lacking = _SIGNINGS - sum(entry.claim.event == "signed" and entry.said_at >= edge for entry in newest)
    if lacking <= 0:
        return newest, edge
    signings = ledger.entries(
        club=club, event="signed", since=since, until=edge, as_of=until, newest_first=True, limit=lacking
    )
    return list({entry.id: entry for entry in (*newest, *signings)}.values()), edge


def _pursued(ledger: Ledger, club: str, newest: Mapping[str, list[Entry]], stretch: _Stretch) -> dict[str, list[Entry]]:
    """All that is said of the club's pursuit of people: what is among the newest, and what was said before these."""
    since, edge, until = stretch
    if not newest or edge is None:
        return {**newest}
    pursuits = [(person, club) for person in newest]
    before = ledger.entries(pursuits=pursuits, since=since, until=edge, as_of=until)
    return by_person({entry.id: entry for entry in (*chain.from_iterable(newest.values()), *before)}.values())


def _whole(ledger: Ledger, people: Sequence[str], since: datetime, until: datetime) -> dict[str, list[Entry]]:
    """All that is said of people."""
    told = by_person(ledger.entries(people=people, since=since, as_of=until)) if people else {}
    return {person: told[person] for person in people}


def _in_part(entries: Sequence[Entry], known: Gauge, copies: Mapping[str, Derived], until: datetime) -> Iterator[Saga]:
    """The sagas of a person as these entries tell them, with what counts tell of the whole."""
    before = Before(known.holder, is_sure=True) if known.holder else None
    for saga in folded(entries, until, copies, before):
        suitors = tuple(_ended(suitor, known) for suitor in saga.suitors)
        moved = any(suitor.state == "done" for suitor in suitors)
        holder = saga.holder if moved else known.holder or saga.holder
        yield replace(saga, player=known.name or saga.player, holder=holder, suitors=suitors)


def _ended(suitor: Suitor, known: Gauge) -> Suitor:
    """A pursuit of one who is said to have joined another club is over."""
    elsewhere = known.signed_by not in (None, suitor.club)
    over = elsewhere and (suitor.state == "done" or (known.is_gone and suitor.state != "denied"))
    return replace(suitor, state="off") if over else suitor


def _tells_of(club: str, saga: Saga) -> bool:
    claims = (step.entry.claim for step in saga.steps)
    return any(club in (claim.club_to, claim.club_from) for claim in claims)
