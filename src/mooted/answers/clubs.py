"""Which club a name means: by the reference book, else as the ledger writes it."""

from __future__ import annotations

from datetime import datetime
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from mooted.answers.askable import askable
from mooted.entities.book import load as load_book
from mooted.language.fold import fold, key
from mooted.model.missing import NotFound

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_NEAR = 3


def club_of(ledger: Ledger, name: str, until: datetime) -> str:
    """The club's name as claims show it ("Spurs" is "Tottenham Hotspur"). Raises ``NotFound`` with near misses."""
    name = askable(name)
    known = in_book(name)
    if ledger.entries(club=known or name, as_of=until, limit=1):
        return known or name
    if known:
        raise NotFound("word on a club", known, remedy=f"nothing was said of it by {until:%Y-%m-%d}")
    raise NotFound("club", name, near_clubs(name))


def near_clubs(name: str) -> tuple[str, ...]:
    """Clubs of the book one of whose forms is spelt almost so."""
    names = _forms()
    close = get_close_matches(key(name), names, n=2 * _NEAR, cutoff=0.7)
    return tuple(dict.fromkeys(names[form] for form in close))[:_NEAR]


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """The clubs of the book by every form of their names."""
    known = load_book().lookup.values()
    return {key(form.value): form.clubs[0].name for form in known if form.kind == "club" and form.clubs}


def in_book(name: str) -> str | None:
    """The club of a form that the book knows; of several the one it means when nothing tells, else the first."""
    book = load_book()
    forms = (name, name.title(), name.upper())
    for form in map(fold, forms):
        known = book.lookup.get(form)
        if known and known.kind == "club" and known.clubs:
            return (book.defaults.get(form) or known.clubs[0]).name
    ids = book.clubs.get(name.lower().replace(" ", "-"))
    return ids.name if ids else None
