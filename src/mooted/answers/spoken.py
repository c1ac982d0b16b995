"""The sagas in which a club is spoken of, told as far as its page needs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from mooted.answers.copied import copies_within
from mooted.answers.gauge import Gauge, gauges
from mooted.answers.stories import by_person, folded, stories_of, talk_begins
from mooted.model.entry import Entry
from mooted.model.saga import Saga, Suitor
from mooted.model.window import Window
from mooted.sagas.copies import Derived
from mooted.sagas.fold import Before

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_NEWEST = 300  # claims about a club that are looked at
_SIGNINGS = 100  # and signings beyond these
_CHIEF = 12  # people spoken of most, of whom all is told that concerns the club, and not only what is among the newest


class Spoken(NamedTuple):
    """The sagas of a window in which a club is spoken of; ``gauges`` tell more of the people of whom only what concerns
    the club is told."""

    sagas: tuple[Saga, ...]
    gauges: Mapping[str, Gauge]


def spoken_of(ledger: Ledger, club: str, window: Window, until: datetime) -> Spoken:
    """The sagas of a window in which a club is spoken of, by its newest claims and its signings.

    Of its own players who are spoken of most all is told: who else wants them, and what is said of their going. Of
    others only what concerns the club, for of their other suitors no more than the names is asked.
    """
    begins = talk_begins(window)
    own = by_person(_newest(ledger, club, begins, until))
    known = gauges(ledger.counted(people=sorted(own), since=begins, as_of=until))
    chief = sorted(own, key=lambda person: -len(own[person]))[:_CHIEF]
    whole = [person for person in chief if known[person].holder == club]
    partly = {person: told for person, told in own.items() if person not in whole}
    pursued = _pursued(ledger, club, {person: partly[person] for person in chief if person in partly}, begins, until)
    copies = dict(zip(pursued, copies_within(ledger, pursued.values()), strict=True))
    parts = (
        _in_part(told, known[person], copies.get(person, {}), until) for person, told in (partly | pursued).items()
    )
    found = chain(stories_of(ledger, whole, begins, until), *parts)
    sagas = tuple(saga for saga in found if saga.window == window.id and _tells_of(club, saga))
    return Spoken(sagas, {person: known[person] for person in partly})


def _newest(ledger: Ledger, club: str, since: datetime, until: datetime) -> Iterable[Entry]:
    newest = ledger.entries(club=club, since=since, as_of=until, newest_first=True, limit=_NEWEST)
    signings = ledger.entries(club=club, event="signed", since=since, as_of=until, newest_first=True, limit=_SIGNINGS)
    return {entry.id: entry for entry in (*newest, *signings)}.values()


def _pursued(
    ledger: Ledger, club: str, newest: Mapping[str, Sequence[Entry]], since: datetime, until: datetime
) -> dict[str, list[Entry]]:
    """All that is said of the club's pursuit of people, beside what is among the newest."""
    if not newest:
        return {}
    pursuits = [(person, club) for person in newest]
    told = chain(chain.from_iterable(newest.values()), ledger.entries(pursuits=pursuits, since=since, as_of=until))
    return by_person({entry.id: entry for entry in told}.values())


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
