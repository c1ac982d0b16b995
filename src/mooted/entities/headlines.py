"""Headlines drop the apostrophe of a possessive ("Evertons new striker"): what the text calls by name is meant."""

from __future__ import annotations

import re

from mooted.entities.book import Book

_POSSESSIVE = re.compile(r"\b([A-Z][a-z]{2,40})s(?= )")
_CALLED_SO = ("club", "place")  # "Madrid" ends the names of clubs


def parted(title: str, text: str, book: Book) -> str:
    """A title in which such a club's "s" is a space, so that every place in it stays.

    The text speaks of the club, and never with that "s": the Celtics of a basketball story are no Celtic.
    """

    def name_of(match: re.Match[str]) -> str:
        word, club = match[0], match[1]
        known = None if word in book.lookup else book.lookup.get(club)
        meant = known is not None and known.kind in _CALLED_SO and club in text and word not in text
        return f"{club} " if meant else word

    return _POSSESSIVE.sub(name_of, title)
