"""From short articles of our own to the sagas and people that they tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mooted.entities.families import load_families
from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.entry import Entry, Identity, Imprint, Sighting
from mooted.model.saga import Saga
from mooted.pipeline import Whole, read_whole
from mooted.sagas.copies import copies
from mooted.sagas.fold import sagas
from mooted.sagas.who import identify
from tests.sagas.telling import CALENDAR, after


class Told(NamedTuple):
    """What articles tell together: sagas by person, all entries, the sightings, and whom each name means."""

    sagas: dict[str, tuple[Saga, ...]]
    entries: tuple[Entry, ...]
    sightings: tuple[Sighting, ...]
    names: Mapping[tuple[str, str], Identity]


def page(id: str, text: str, days: float = 0, outlet: str = "The Touchline Gazette") -> Document:
    """An article, so many days after the first."""
    return Document(id, text, outlet=outlet, published_at=after(days))


def tell(documents: Iterable[Document]) -> Told:
    """Read articles, find out who is who, and fold what is said of each."""
    read: list[tuple[Document, Whole]] = [(document, read_whole(document)) for document in documents]
    seen = tuple(sighting for _, whole in read for sighting in whole.people)
    names = identify(seen)
    entries = tuple(_entry(document, claim, names) for document, whole in read for claim in whole.claims)
    families, derived = load_families(), copies(document for document, _ in read)
    people = sorted({entry.person for entry in entries if entry.person})
    told = {
        id: sagas((one for one in entries if one.person == id), CALENDAR, families, derived=derived) for id in people
    }
    return Told(told, entries, seen, names)


def _entry(document: Document, claim: Claim, names: Mapping[tuple[str, str], Identity]) -> Entry:
    said = document.published_at or after(0)
    imprint = Imprint(document.id, "1", said, document.outlet, None, document.url, published_at=said)
    who = names.get((document.id, claim.player or ""))
    return Entry(claim, imprint, who.id if who else None)
