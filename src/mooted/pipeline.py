"""Documents in, claims out: the left half of mooted on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mooted.claims.attribution import Press
from mooted.claims.choice import load as load_chooser
from mooted.claims.extract import extract
from mooted.entities.book import Book
from mooted.entities.book import load as load_book
from mooted.entities.scan import scan
from mooted.language.composing import Composed, compose
from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.entity import Person
from mooted.model.entry import Sighting
from mooted.model.errors import Rejected, Warned
from mooted.model.span import Quote, Span

if TYPE_CHECKING:
    from mooted.claims.explain import Explanation

Read = tuple[Document, tuple[Claim, ...]] | Rejected | Warned


class Whole(NamedTuple):
    """All that a document gives to the ledger: its claims, and the people whom it shows."""

    claims: tuple[Claim, ...]
    people: tuple[Sighting, ...]


def read_document(document: Document, book: Book | None = None) -> tuple[Claim, ...]:
    """The claims of one document. Never raises on any text."""
    return read_whole(document, book).claims


def read_whole(document: Document, book: Book | None = None, seen_at: datetime | None = None) -> Whole:
    """The claims of one document and the people whom it shows. Never raises on any text.

    A person is said to be as he is on the day of publication; where that is not known, when the document was seen
    (``seen_at``, else its own).
    """
    book = book or load_book()
    plain, text = composed(document)
    reading = scan(plain, book)
    claims = extract(plain, reading, load_chooser(), Press(book.outlets, book.journalists))
    if plain is not document:
        claims = tuple(_as_written(claim, document, text) for claim in claims)
    said_at = document.published_at or seen_at or document.seen_at or datetime.now(UTC)
    return Whole(claims, tuple(_sighting(document.id, said_at, person, claims) for person in reading.people))


def _sighting(document: str, said_at: datetime, person: Person, claims: tuple[Claim, ...]) -> Sighting:
    """A person of one document, with the clubs that its claims join him with."""
    clubs = (club for claim in claims if claim.player == person.name for club in (claim.club_from, claim.club_to))
    holder = person.holder.name if person.holder else None
    return Sighting(
        document, said_at, person.name, person.role, holder, tuple(dict.fromkeys(filter(None, clubs))),
        person.positions, person.nations, person.age,
    )  # fmt: skip


def read_documents(paths: Iterable[str | Path], book: Book | None = None) -> Iterator[Read]:
    """Each document of the files and folders with its claims, one at a time; and a word on each that fails."""
    from mooted.documents import open_documents

    for opened in open_documents(paths):
        yield (opened, read_document(opened, book)) if isinstance(opened, Document) else opened


def explain_document(document: Document, book: Book | None = None) -> Explanation:
    """Why ``read_document`` reads a document as it does; places are those of the document with composed accents."""
    from mooted.claims.explain import explain

    book = book or load_book()
    plain, _ = composed(document)
    return explain(plain, scan(plain, book), load_chooser(), Press(book.outlets, book.journalists))


def composed(document: Document) -> tuple[Document, Composed]:
    """The document as the stages read it: accents composed, lone surrogates replaced. The same if there are none."""
    text, title = compose(document.text), compose(document.title or "").text
    if text.text == document.text and title == (document.title or ""):
        return document, text
    return replace(document, text=text.text, title=title or document.title), text


def _as_written(claim: Claim, document: Document, text: Composed) -> Claim:
    """The claim with its words as they stand in the document."""
    span = claim.evidence.span
    if span is None:
        return claim
    span = Span(text.back(span.start), text.back(span.stop))
    return replace(claim, evidence=Quote(span.of(document.text), span))
