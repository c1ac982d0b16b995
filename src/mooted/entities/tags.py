"""Names that stand as tags or handles ("Arne #Brandt is a target of #Fulham", "News #Brandt: ...", "@ArneBrandt")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mooted.entities.book import Book, Known
from mooted.entities.movers import goes_to
from mooted.language.rewriting import Change

_SURNAME = r"[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*"
_TAGGED = re.compile(rf"(?:(?<![#@\w])([A-Z][a-z]+) )?#({_SURNAME})(?![\w'])")
_TAG = re.compile(r"\w+")
_TOLD = re.compile(
    rf"(?<![#@\w])#({_SURNAME})(?=: |'s? [a-z\d]| (?:is|has|was|will|would|could|wants|joins|to|and|on)\b)"
)
_HANDLE = re.compile(r"(?<![\w@#/.])@([A-Z][a-z]+)_?([A-Z][a-z]{2,})[\d_]{0,5}(?!\w)")
_GOES_ON = re.compile(
    r" (?!reports|reported|understands|had|called|revealed|first|https?:)[a-z£€$\d]|[,.:!] ?[A-Z\d]|'s"
)
_LED_TO = re.compile(r"\b(?:from|to|of|at|(?:join|leav)(?:e|s|es|ed|ing)?|left) $")
_CREDITS = re.compile(
    r"\b(?:[Aa]s|[Vv]ia|[Pp]er|by|told|tells|[Cc]redits?|[Ss]ources?|h/t|w/|on|at|follow)\b[^@\n]{0,12}$"
)
_NEAR = 30  # characters
_UNTAGGED = re.compile(rf"(?<![#@\w-]){_SURNAME}(?![\w-])")


def tagged_surnames(folded: str, book: Book) -> frozenset[str]:
    """The tags that are surnames: a first name leads to them, they stand somewhere without the sign too, they lead to
    the tag of a club that he joins, or something is told of them."""
    untagged = frozenset((*_UNTAGGED.findall(folded), *_movers(folded, book), *_told_of(folded, book)))
    return frozenset(
        word
        for first, word in _TAGGED.findall(folded)
        if (first and first not in book.ordinary and (first in book.given_names or first not in book.lookup))
        or word in untagged
    )


def _told_of(folded: str, book: Book) -> Iterator[str]:
    """The tags of which the book has none and of which something is told ("#Brandt: ...", "#Brandt to Udinese")."""
    for word in _TOLD.findall(folded):
        if word not in book.ordinary and not _known(word, book):
            yield word


def _movers(folded: str, book: Book) -> Iterator[str]:
    """The tags of which the book has none and that go to the tag of a club ("#Brandt to #Udinese")."""
    for tag in _TAGGED.finditer(folded):
        word, goes = tag[2], goes_to(folded, tag.end())
        if goes and folded[goes - 1] == "#" and word not in book.ordinary and word not in book.lookup:
            club = _TAG.match(folded, goes)
            known = club and _known(club[0], book)
            if known and known.kind == "club":
                yield word


def _known(tag: str, book: Book) -> Known | None:
    """What the book knows by a tag."""
    return book.lookup.get(tag) or book.lookup.get(f"#{tag}")


def named_handles(folded: str, book: Book) -> Iterator[Change]:
    """For each handle that is a first name and a surname ("@ArneBrandt9"), or a club ("@HullCity"), these, as long.

    Not for one that is credited with what is told, or that closes a line, unless it is a club that somebody goes to.
    """
    for handle in _HANDLE.finditer(folded):
        name, before = f"{handle[1]} {handle[2]}", max(0, handle.start() - _NEAR)
        club = book.lookup.get(name)
        is_club = club is not None and club.kind == "club"
        goes_on = _GOES_ON.match(folded, handle.end()) or (is_club and _LED_TO.search(folded, before, handle.start()))
        known = is_club or (handle[1] in book.given_names and handle[1] not in book.ordinary)
        if goes_on and known and not _CREDITS.search(folded, before, handle.start()):
            yield Change(*handle.span(), name.ljust(len(handle[0])))
