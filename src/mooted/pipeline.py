"""Documents in, claims out: the left half of mooted on one screen."""

from __future__ import annotations

from mooted.claims.attribution import Press
from mooted.claims.choice import load as load_chooser
from mooted.claims.extract import extract
from mooted.entities.book import Book
from mooted.entities.book import load as load_book
from mooted.entities.scan import scan
from mooted.model.claim import Claim
from mooted.model.document import Document


def read_document(document: Document, book: Book | None = None) -> tuple[Claim, ...]:
    """The claims of one document. Never raises on any text."""
    book = book or load_book()
    reading = scan(document, book)
    return extract(document, reading, load_chooser(), Press(book.outlets, book.journalists))
