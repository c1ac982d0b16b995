"""A player's windows: the one asked for told in full, of the others a line each.

Lines of windows that are over are kept in the ledger, each under a sum of all that it was made of: the claims in
outline, what was before, and this version of mooted. Where a line does not fit any more, or the order of what was said
cannot be told from outlines, everything is told anew.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mooted.answers.copied import copies_among
from mooted.entities.calendar import load_calendar
from mooted.entities.families import load_families
from mooted.model.claim import Event
from mooted.model.saga import Saga
from mooted.model.window import Window
from mooted.sagas.fold import Before, about, saga

if TYPE_CHECKING:
    from mooted.ledger import Ledger, Outlined

FEW = 60
"""Claims about a person, up to which everything is told anew as fast."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A window of a player in a line: how many claims, the furthest suitor, and when it was last spoken of."""

    window: str
    holder: str | None
    claims: int
    club: str | None
    furthest: Event | None
    last: datetime


class Story(NamedTuple):
    """The saga asked for, a chapter for each window in the order in which they begin, and all names and clubs told."""

    saga: Saga
    chapters: tuple[Chapter, ...]
    names: Mapping[str, int]
    clubs: tuple[str, ...]


class Page(NamedTuple):
    """A chapter as it is kept, and what the next window begins with."""

    chapter: Chapter
    after: Before


class Part(NamedTuple):
    """A window and the claims about it in outline."""

    window: Window
    claims: list[Outlined]


def chapter_of(told: Saga) -> Chapter:
    """A saga in a line."""
    first = told.suitors[0] if told.suitors else None
    club, furthest = (first.club, first.furthest) if first else (None, None)
    return Chapter(told.window, told.holder, len(told.steps), club, furthest, told.steps[-1].entry.said_at)


def story_of(ledger: Ledger, person: str, until: datetime, window: str | None) -> Story | None:
    """The story of a person with the window spoken of last told in full, or ``window``; null where it cannot be told
    from what is kept."""
    outline = ledger.outline(person, as_of=until)
    parts = parts_of(outline)
    shown = next((part for part in parts if part.window.id == window), None) if window else _last(parts)
    if shown is None or len(outline) < FEW:
        return None
    kept, before = ledger.chapters(person), Before()
    found: dict[int, Chapter] = {}
    told: Saga | None = None
    for part in parts:
        page = kept.get(part.window.id)
        if part is shown:
            told, before = fold(ledger, part, before, until)
            found[part.claims[0].number] = chapter_of(told)
        elif page is None or page.told != sum_of(part, before):
            return None
        else:
            chapter, before = msgspec.json.decode(page.chapter, type=Page)
            found[part.claims[0].number] = chapter
    assert told is not None, "the window shown is one of the parts"
    names, clubs = _named(outline)
    return Story(told, tuple(found[first] for first in sorted(found)), names, clubs)


def fold(ledger: Ledger, part: Part, before: Before, until: datetime | None = None) -> tuple[Saga, Before]:
    """The saga of a window as it stands at a moment, by default when it was last spoken of, and what comes after it."""
    numbers = [one.number for one in part.claims]
    entries = sorted(ledger.numbered(numbers).values(), key=lambda entry: entry.order)
    moment = until or entries[-1].said_at
    return saga(entries, part.window, before, load_families(), moment, copies_among(ledger, entries))


def _last(parts: Iterable[Part]) -> Part | None:
    return max(parts, key=lambda part: part.claims[-1].number, default=None)


def parts_of(outline: Sequence[Outlined]) -> list[Part]:
    """Claims in outline by the window that they are about, in order; none where their order is not sure."""
    from mooted.ledger import is_sure

    calendar, found = load_calendar(), dict[str, Part]()
    if is_sure(outline):
        for one in outline:
            window = about(one.claim, one.said_at, calendar) if one.is_signed else calendar.window_for(one.said_at)
            found.setdefault(window.id, Part(window, [])).claims.append(one)
    return sorted(found.values(), key=lambda part: (part.window.closes, part.window.id))


def sum_of(part: Part, before: Before) -> str:
    """The sum of all that a chapter is made of."""
    told = (f"{one.number} {one.club_to} {one.gist}" for one in part.claims)
    words = "\n".join((rules(), repr(tuple(before)), *told))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=1)
def rules() -> str:
    """By which rules chapters are told: those of this version, with what of one chapter goes into the next."""
    return " ".join((version("mooted"), *Before._fields))


def _named(outline: Iterable[Outlined]) -> tuple[Counter[str], tuple[str, ...]]:
    """How often each name is given, and all clubs in the order in which they are told."""
    told = Counter((one.gist, one.club_to) for one in outline)
    firsts = {(one.gist, one.club_to): one.claim for one in {(one.gist, one.club_to): one for one in outline}.values()}
    names: Counter[str] = Counter()
    clubs: list[str | None] = []
    for which, times in told.items():
        claim = firsts[which]
        names.update({claim.player: times} if claim.player else {})
        clubs += (claim.club_from, claim.club_to)
    return names, tuple(dict.fromkeys(filter(None, clubs)))
