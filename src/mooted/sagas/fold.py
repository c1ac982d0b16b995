"""A player's sagas as a fold over claims in the order in which they were said; each fact has a reducer of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from mooted.model.claim import CONTRACT, Claim
from mooted.model.entry import Entry
from mooted.model.saga import Saga, Step
from mooted.model.span import Quote
from mooted.model.window import GRACE, Calendar, Window
from mooted.sagas.contradictions import contradictions
from mooted.sagas.copies import Derived
from mooted.sagas.echo import echoes
from mooted.sagas.holding import holder, holder_after
from mooted.sagas.outcome import outcome
from mooted.sagas.stances import stances
from mooted.sagas.suitors import suitors
from mooted.sagas.ties import ties
from mooted.sagas.timeline import steps
from mooted.sagas.voice import Families

TOLD_LATE = timedelta(days=30)  # after the close of a window, in which its moves are still told as done
_EITHER = tuple(Claim("", None, event, Quote("", None), "") for event in ("signed", "talks"))


def sagas(
    entries: Iterable[Entry], calendar: Calendar, families: Families, *, as_of: datetime | None = None,
    derived: Mapping[str, Derived] | None = None, before: Before | None = None,
) -> tuple[Saga, ...]:  # fmt: skip
    """The sagas of one person, one a window, the earliest first; whatever the order of ``entries``.

    ``as_of`` leaves out what was said later and is the moment as of which pursuits are live or dormant; without it,
    all counts, and the moment is that of the last word. ``derived`` tells which documents are copies of others,
    ``before`` what is known from before.
    """
    said = _said(entries, as_of)
    if not said:
        return ()
    moment = as_of or said[-1].said_at
    found: list[Saga] = []
    before = before or Before()
    for window, told in by_window(said, calendar):
        told_so = saga(told, window, before, families, moment, derived)
        before = before if before.is_sure else told_so.after
        found.append(told_so.saga)
    return tuple(found)


class Before(NamedTuple):
    """Who holds a person when a window begins, whom he has just left, and whether the holder is known better than the
    claims at hand tell it."""

    holds: str | None = None
    left: str | None = None
    is_sure: bool = False


class Folded(NamedTuple):
    """A saga, and what the next window begins with."""

    saga: Saga
    after: Before


def saga(
    told: Sequence[Entry], window: Window, before: Before, families: Families, moment: datetime,
    derived: Mapping[str, Derived] | None = None,
) -> Folded:  # fmt: skip
    """The saga of one window, of all that was told about it in order, as it stands at a moment."""
    line = steps(told, echoes(told, families, derived))
    began = before.holds if before.is_sure else holder(line, before.holds, before.left)
    found = _saga(line, window, began, moment)
    return Folded(found, Before(found.holder, began if began != found.holder else None))


def _said(entries: Iterable[Entry], as_of: datetime | None) -> list[Entry]:
    return sorted((entry for entry in entries if as_of is None or entry.said_at <= as_of), key=lambda one: one.order)


def by_window(entries: Sequence[Entry], calendar: Calendar) -> list[tuple[Window, list[Entry]]]:
    """Entries by the window that they are about, in order."""
    found: dict[str, tuple[Window, list[Entry]]] = {}
    for entry in entries:
        window = about(entry.claim, entry.said_at, calendar)
        found.setdefault(window.id, (window, []))[1].append(entry)
    return sorted(found.values(), key=lambda item: (item[0].closes, item[0].id))


def about(claim: Claim, said_at: datetime, calendar: Calendar) -> Window:
    """The window that a claim is about: a move told as done in the weeks after a close is one of that window."""
    if claim.event == "signed" and claim.is_actual:
        earlier = calendar.window_for(said_at - TOLD_LATE)
        if earlier.closes < said_at.date():
            return earlier
    return calendar.window_for(said_at)


def turns(calendar: Calendar, since: datetime, until: datetime) -> Iterator[datetime]:
    """The beginnings of days, after ``since``, from which on claims of some event are about another window."""
    day = since.replace(hour=0, minute=0, second=0, microsecond=0)
    before: tuple[str, ...] = ()
    while day < until:
        now = tuple(about(claim, day, calendar).id for claim in _EITHER)
        if before and now != before:
            yield day
        day, before = day + timedelta(days=1), now


def _saga(line: tuple[Step, ...], window: Window, holds: str | None, moment: datetime) -> Saga:
    """One window's story; ``holds`` is who held him when it began."""
    end = outcome(line)
    closed = moment.date() > window.closes + timedelta(days=GRACE)
    return Saga(
        person=line[0].entry.person or "", player=name_in(line), window=window.id, holder=holder_after(holds, end),
        steps=line, suitors=suitors(line, moment, closed, end, holds), stances=stances(line),
        contradictions=contradictions(line), contract=_of(line, CONTRACT),
        past_moves=_of(line, frozenset(("past_move",))), ties=ties(line), outcome=end,
    )  # fmt: skip


def _of(line: Iterable[Step], events: frozenset[str]) -> tuple[Step, ...]:
    return tuple(step for step in line if step.entry.claim.event in events)


def name_in(line: Iterable[Step]) -> str:
    """The name that the claims give him most often; of equals the fullest."""
    names = [step.entry.claim.player for step in line if step.entry.claim.player]
    return usual_name(Counter(names)) if len(names) > 1 else "".join(names)


def usual_name(names: Mapping[str, int]) -> str:
    """Of names with how often each is given the one given most often; of equals the fullest."""
    return min(names, key=lambda name: (-names[name], -len(name), name)) if names else ""
