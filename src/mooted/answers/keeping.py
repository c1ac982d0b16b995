"""Chapters of windows that are over, worked out once for all who are much spoken of, and kept in the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from mooted.answers.chapters import FEW, Page, chapter_of, parts_of, sum_of
from mooted.answers.copied import copies_among
from mooted.entities.calendar import load_calendar
from mooted.entities.families import load_families
from mooted.model.entry import Entry
from mooted.model.window import GRACE, Window
from mooted.sagas.fold import TOLD_LATE, Before, by_window, saga

if TYPE_CHECKING:
    from mooted.ledger import Kept, Ledger

_AT_ONCE = 100  # people in a transaction
_OVER = timedelta(days=GRACE + 1) + TOLD_LATE  # after the close of a window, when all has been told of it


def keep_chapters(ledger: Ledger, *, again: bool = False) -> int:
    """Keep the chapters of every window that is over, where one more is than when it was last done, or ``again``.

    Returns how many were kept. A chapter that has been overtaken, by news that came late or a correction, is not used
    until this is done next.
    """
    newest = ledger.entries(newest_first=True, limit=1)
    last = _last_over(newest[0].said_at.date()) if newest else None
    if last is None or (ledger.chapters_until() == last.id and not again):
        return 0
    count, people = 0, ledger.spoken_of(FEW)
    for at in range(0, len(people), _AT_ONCE):
        kept = [one for person in people[at : at + _AT_ONCE] for one in _kept(ledger, person, last)]
        ledger.keep_chapters(kept)
        count += len(kept)
    ledger.keep_chapters((), until=last.id)
    return count


def _last_over(day: date) -> Window | None:
    """The last window that is over on a day."""
    over = [window for window in load_calendar().of(None) if window.closes + _OVER < day]
    return max(over, key=lambda window: window.closes, default=None)


def _kept(ledger: Ledger, person: str, last: Window) -> Iterator[Kept]:
    """The chapters of a person's windows up to the last that is over."""
    from mooted.ledger import Kept

    parts = {part.window.id: part for part in parts_of(ledger.outline(person))}
    entries = ledger.entries(person=person) if parts else []
    derived = copies_among(ledger, entries)
    before = Before()
    for window, told in by_window(_in_order(entries), load_calendar()):
        if window.closes > last.closes:
            return
        found, after = saga(told, window, before, load_families(), told[-1].said_at, derived)
        page = msgspec.json.encode(Page(chapter_of(found), after)).decode()
        yield Kept(person, window.id, sum_of(parts[window.id], before), page)
        before = after


def _in_order(entries: Sequence[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.order)
