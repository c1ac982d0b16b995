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
        known = book.lookup.get(club)
        if word in book.lookup or known is None or known.kind not in _CALLED_SO:
            return word
        return f"{club} " if club in text and word not in text else word

    return _POSSESSIVE.sub(name_of, title)
