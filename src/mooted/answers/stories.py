"""Entries of the ledger to sagas: the one place where answers meet the stage that folds them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from mooted.answers.copied import copies_among, copies_within
from mooted.entities.calendar import load_calendar
from mooted.entities.families import load_families
from mooted.model.entry import Entry
from mooted.model.saga import Saga, Step, Voice
from mooted.model.window import GRACE, Window
from mooted.sagas import fold
from mooted.sagas.copies import Derived
from mooted.sagas.echo import echoes
from mooted.sagas.fold import Before, about, by_window, turns, usual_name
from mooted.sagas.timeline import steps
from mooted.sagas.voice import voices

if TYPE_CHECKING:
    from mooted.ledger import Ledger, Pursuit

_BEFORE = timedelta(days=153)  # how long a window is talked of before it opens, where no earlier one is known
_EARLIER = timedelta(days=7)  # by which leagues may close before the usual day


def stories(ledger: Ledger, entries: Sequence[Entry], as_of: datetime) -> tuple[Saga, ...]:
    """The sagas of one person, one a window, the earliest first."""
    return folded(entries, as_of, copies_among(ledger, entries))


def folded(
    entries: Sequence[Entry], as_of: datetime, derived: Mapping[str, Derived], before: Before | None = None
) -> tuple[Saga, ...]:
    """``stories`` where it is known which documents are copies, and what was before."""
    calendar, families = load_calendar(), load_families()
    found = fold.sagas(entries, calendar, families, as_of=as_of, derived=derived, before=before)
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
    return load_calendar().window_for(moment)


def talk_begins(window: Window) -> datetime:
    """From when on talk may be about a window: since the one before has closed."""
    earlier = [other.closes for other in load_calendar().of(None) if other.closes < window.opens]
    day = max(earlier) + timedelta(days=GRACE) if earlier else window.opens - _BEFORE
    return datetime.combine(day - _EARLIER, time.min, tzinfo=UTC)


class Timeline(NamedTuple):
    """All that was said of some pursuits of one person about one window, in order."""

    person: str
    window: Window
    steps: tuple[Step, ...]


def timelines_of(ledger: Ledger, pursuits: Sequence[Pursuit], since: datetime, until: datetime) -> Iterator[Timeline]:
    """The timelines of people as far as pursuits are concerned, from what was said in a stretch of time.

    Whether a step is new, whom it repeats and how many say it depends on what was said of the same club alone: these
    are the same steps as in a whole saga.
    """
    told = by_person(ledger.entries(pursuits=pursuits, since=since, as_of=until))
    for (person, said), derived in zip(told.items(), copies_within(ledger, told.values()), strict=True):
        for window, line in by_window(said, load_calendar()):
            yield Timeline(person, window, steps(line, echoes(line, load_families(), derived)))


def names_of(ledger: Ledger, people: Collection[str], since: datetime, until: datetime) -> dict[tuple[str, str], str]:
    """The name that most give to each of these people in each window, of those who are known by several."""
    several = [id for id, one in ledger.identities(people).items() if len(one.names) > 1]
    calendar = load_calendar()
    named: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    if several:
        for one in ledger.told(people=several, apart=tuple(turns(calendar, since, until)), since=since, as_of=until):
            if one.claim.player:
                named[one.person, about(one.claim, one.since, calendar).id][one.claim.player] += one.times
    return {which: usual_name(names) for which, names in named.items()}


def voice(entry: Entry) -> Voice:
    """Who stands behind an entry, of several the first named."""
    return voices(entry, load_families())[0]
