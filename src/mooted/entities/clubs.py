"""Which club a name means: nicknames and names that several clubs share are settled by the document."""

from __future__ import annotations

from collections import Counter

from mooted.entities.book import Book, Known
from mooted.language.automaton import Hit
from mooted.language.fold import fold
from mooted.model.entity import Club


def plainly_named(hits: list[Hit[Known]]) -> Counter[Club]:
    """The clubs that a document names outright, with how often."""
    return Counter(
        hit.value.clubs[0] for hit in hits if hit.value.kind == "club" and len(hit.value.clubs) == 1
    )


def settle(hit: Hit[Known], named: Counter[Club], recent: list[Club], book: Book) -> tuple[Club | None, tuple[Club, ...]]:
    """The club that a hit means, and all that it could: the one named last, most often, or by default."""
    options = hit.value.clubs
    if len(options) == 1:
        return options[0], ()
    for club in reversed(recent):
        if club in options:
            return club, options
    known = [club for club in options if club in named]
    if known:
        return max(known, key=lambda club: named[club]), options
    if hit.value.form in ("name", "short"):
        return book.defaults.get(fold(hit.value.value)) or options[0], options
    return book.defaults.get(fold(hit.value.value)), options
