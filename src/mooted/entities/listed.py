"""Names in lists: where the form of a text tells that somebody or a club is named, no shape of the words is needed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from mooted.entities.book import Book, Known
from mooted.entities.names import PERSON_KINDS
from mooted.entities.nobody import Name
from mooted.language.automaton import Hit
from mooted.language.fold import fold
from mooted.model.entity import Club
from mooted.model.listed import Listed, Place, touches

LISTED = "listed"  # how a form names a club that only a list tells to be one
_NO_CLUB = frozenset(("league", "nation", "outlet"))  # what may stand where a club would
_ACRONYM = 3  # letters: a name in capitals is longer
_AROUND = re.compile(r"\s?(?:A?FC|B|II|U\d\d|[Uu]nder-\d\d|[Rr]eserves|[Ww]omen|Ladies)?\s?")


def read_listed(
    names: list[Name], hits: list[Hit[Known]], known: list[Hit[Known]], text: str, told: Listed, book: Book
) -> tuple[list[Name], list[Hit[Known]]]:
    """The names and hits of a text with those that its lists tell, in order; ``known`` is all that the book finds.

    A person is one whatever his name else means, and a club is one though nobody knows it.
    """
    folded = fold(text)
    people = [_name(place, folded, book) for place in told.people]
    alike = sorted([*hits, *known], key=_begin)
    clubs = [hit for place in told.clubs if (hit := _club(place, alike, text, book))]
    taken = sorted([*told.people, *((hit.start, hit.stop) for hit in clubs)])
    return (
        sorted([*people, *(name for name in names if not touches(name.start, name.stop, taken))], key=_begin),
        sorted([*clubs, *(hit for hit in hits if not touches(hit.start, hit.stop, taken))], key=_begin),
    )


def _begin(found: Name | Hit[Known]) -> int:
    return found.start


def _name(place: Place, folded: str, book: Book) -> Name:
    words = folded[slice(*place)]
    known = book.lookup.get(words)
    return Name(*place, words, known if known and known.kind in PERSON_KINDS else None, False)


def _club(place: Place, hits: Sequence[Hit[Known]], text: str, book: Book) -> Hit[Known] | None:
    """The club at a place: the one that the book knows by these words, else a new one; null where it is a league."""
    start, stop = place
    whole = None
    for hit in hits[bisect_left(hits, start, key=_begin) : bisect_left(hits, stop, key=_begin)]:
        if hit.stop <= stop and _nearly(text[start : hit.start] + text[hit.stop : stop]):
            if hit.value.kind == "club":
                return hit
            whole = hit
    if whole and whole.value.kind in _NO_CLUB:
        return None
    words = text[start:stop].title() if text[start:stop].isupper() and stop - start > _ACRONYM else text[start:stop]
    known = book.lookup.get(fold(words))
    return Hit(
        start, stop, known if known and known.kind == "club" else Known("club", words, LISTED, (Club("", words),))
    )


def _nearly(beyond: str) -> bool:
    """Is what a place has beyond a hit no more than the letters that clubs carry?"""
    return _AROUND.fullmatch(beyond) is not None
