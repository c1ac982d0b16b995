"""Entries of the ledger to sagas: the one place where answers meet the stage that folds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from mooted.entities.calendar import load_calendar
from mooted.entities.families import load_families
from mooted.sagas import fold

from mooted.model.entry import Entry
from mooted.model.saga import Saga, Step
from mooted.model.window import Calendar, Window


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The windows of all countries."""
    return load_calendar()


def stories(entries: Sequence[Entry], as_of: datetime) -> tuple[Saga, ...]:
    """The sagas of one person, one a window, the earliest first."""
    found = fold.sagas(entries, calendar(), load_families(), as_of=as_of)
    return tuple(sorted(found, key=lambda saga: saga.steps[0].entry.order))


def by_person(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries of each person; those that name nobody are left out."""
    people: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.person:
            people.setdefault(entry.person, []).append(entry)
    return people


def window_of(moment: datetime) -> Window:
    """The window that talk at this moment is about."""
    return calendar().window_for(moment)


def last_of(saga: Saga) -> Step:
    """The step that was said last."""
    return saga.steps[-1]
