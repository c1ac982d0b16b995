"""Chapters of windows that are over, worked out once for all who are much spoken of, and kept in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from mooted.answers.chapters import FEW, Page, chapter_of, fold, parts_of, rules, sum_of
from mooted.entities.calendar import load_calendar
from mooted.model.window import Window
from mooted.sagas.fold import TOLD_LATE, Before

if TYPE_CHECKING:
    from mooted.ledger import Kept, Ledger

_AT_ONCE = 100  # people in a transaction
_OVER = TOLD_LATE + timedelta(days=1)  # after a window is no more spoken of, when all has been told of it


def keep_chapters(ledger: Ledger, *, again: bool = False) -> int:
    """Keep the chapters of every window that is over, where one more is than when it was last done, where they are told
    by other rules than then, or ``again``.

    Returns how many are kept. Those that still fit are not told anew. A chapter that has been overtaken, by news that
    came late or a correction, is not used until this is done next.
    """
    newest = ledger.entries(newest_first=True, limit=1)
    if not newest:
        return 0
    current = load_calendar().window_for(newest[0].said_at - _OVER)
    until = f"{current.id} {rules()}"
    if ledger.chapters_until() == until and not again:
        return 0
    count, people = 0, ledger.spoken_of(FEW)
    for at in range(0, len(people), _AT_ONCE):
        kept = [one for person in people[at : at + _AT_ONCE] for one in _kept(ledger, person, current)]
        ledger.keep_chapters(kept)
        count += len(kept)
    ledger.keep_chapters((), until=until)
    return count


def _kept(ledger: Ledger, person: str, current: Window) -> Iterator[Kept]:
    """The chapters of a person's windows before the one that is not over."""
    from mooted.ledger import Kept

    known, before = ledger.chapters(person), Before()
    for part in parts_of(ledger.outline(person)):
        if part.window.closes >= current.closes:
            return
        told = sum_of(part, before)
        kept = known.get(part.window.id)
        if kept is None or kept.told != told:
            found, after = fold(ledger, part, before)
            kept = Kept(person, part.window.id, told, msgspec.json.encode(Page(chapter_of(found), after)).decode())
        yield kept
        before = msgspec.json.decode(kept.chapter, type=Page).after
