"""What a page gave, turned into a Document: every string cleaned, every doubt told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from mooted.documents.dates import read_date
from mooted.documents.decoding import clean, doubt_of
from mooted.model.document import Document
from mooted.model.errors import Rejected, Warned

Opened = Document | Rejected | Warned


@dataclass(frozen=True, slots=True)
class Found:
    """The fields of a page as they stand in it."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    published: object = None


def as_document(found: Found, place: str, now: datetime) -> Iterator[Warned | Document]:
    """The document, after warnings where its date cannot be right or its text holds what no page should."""
    moment, doubt = read_date(found.published, now)
    if doubt:
        yield Warned(place, doubt, "it was read without a date; correct `published` (2021-02-01 or 2021-02-01T10:30Z)")
    harm = doubt_of(f"{found.title or ''}\n{found.text}")
    if harm:
        yield Warned(place, harm, "take them out at the source")
    yield Document(
        id=clean(found.id),
        text=clean(found.text),
        title=_one_line(found.title),
        outlet=_one_line(found.outlet),
        url=_one_line(found.url),
        byline=_one_line(found.byline),
        published_at=moment,
        place=place,
    )


def _one_line(words: str | None) -> str | None:
    return " ".join(clean(words).split()) or None if words else None
