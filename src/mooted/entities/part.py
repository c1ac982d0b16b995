"""A title or text while it is being read: the names and hits found in it, and whom and what they turn out to mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from mooted.entities.acting import with_acting
from mooted.entities.book import Book, Known
from mooted.entities.capitals import with_capitals
from mooted.entities.headlines import parted
from mooted.entities.listed import read_listed
from mooted.entities.names import split_names
from mooted.entities.newclubs import set_apart
from mooted.entities.nobody import Name
from mooted.language.automaton import Hit
from mooted.language.fold import fold
from mooted.model.document import Document
from mooted.model.listed import NOTHING_LISTED, Listed
from mooted.model.mention import Mention


class Named(NamedTuple):
    """A person's name at ``[start, stop)`` and his place in the registry; ``full`` where it has several words."""

    start: int
    stop: int
    person: int
    full: bool


@dataclass(slots=True)
class Part:
    """A title or text. ``around`` has clubs, nations, positions and the like, in order, as ``named`` has people.

    ``owners`` tells, by its place in ``around``, to whose noun group a club belongs.
    """

    place: Literal["title", "text"]
    text: str
    folded: str
    names: list[Name]
    hits: list[Hit[Known]]
    named: list[Named] = field(default_factory=list)
    around: list[Mention] = field(default_factory=list)
    owners: dict[int, int] = field(default_factory=dict)


def title_part(document: Document, book: Book) -> Part:
    """The names and the hits of a document's title."""
    title = document.title or ""
    return _part("title", title, parted(fold(title), document.text, book), book)


def text_part(document: Document, book: Book, told: Listed = NOTHING_LISTED) -> Part:
    """The names and the hits of a document's text; ``told`` are those that its lists tell."""
    return _part("text", document.text, fold(document.text), book, told)


def _part(place: Literal["title", "text"], text: str, folded: str, book: Book, told: Listed = NOTHING_LISTED) -> Part:
    known = with_acting(with_capitals(book.names.find(folded), folded, book), folded, book)
    names, hits = set_apart(*split_names(folded, known, book), folded, book)
    if told.people:
        names, hits = read_listed(names, hits, known, text, told, book)
    return Part(place, text, folded, names, hits)
