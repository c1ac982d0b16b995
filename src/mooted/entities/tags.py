"""Surnames that stand as tags ("Arne #Brandt is a target of #Fulham")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mooted.entities.book import Book
from mooted.entities.movers import goes_to

_SURNAME = r"[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*"
_TAGGED = re.compile(rf"(?:(?<![#@\w])([A-Z][a-z]+) )?#({_SURNAME})(?![\w'])")
_TAG = re.compile(r"\w+")
_UNTAGGED = re.compile(rf"(?<![#@\w-]){_SURNAME}(?![\w-])")


def tagged_surnames(folded: str, book: Book) -> frozenset[str]:
    """The tags that are surnames: a first name leads to them, they stand somewhere without the sign too, or they lead
    to the tag of a club that he joins."""
    untagged = frozenset(_UNTAGGED.findall(folded)) | frozenset(_movers(folded, book))
    return frozenset(
        word
        for first, word in _TAGGED.findall(folded)
        if (first and first not in book.ordinary and (first in book.given_names or first not in book.lookup))
        or word in untagged
    )


def _movers(folded: str, book: Book) -> Iterator[str]:
    """The tags of which the book has none and that go to the tag of a club ("#Brandt to #Udinese")."""
    for tag in _TAGGED.finditer(folded):
        word, goes = tag[2], goes_to(folded, tag.end())
        if goes and folded[goes - 1] == "#" and word not in book.ordinary and word not in book.lookup:
            club = _TAG.match(folded, goes)
            known = club and (book.lookup.get(club[0]) or book.lookup.get(f"#{club[0]}"))
            if known and known.kind == "club":
                yield word
