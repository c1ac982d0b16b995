"""What the ledger knows, asked: claims by person, club, source and time, as they stood at a moment."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Select, Text, and_, func, select, type_coerce

from mooted.language.fold import key
from mooted.ledger import schema
from mooted.ledger.corrected import Bound, correct
from mooted.ledger.listed import GIVEN, as_list, within
from mooted.ledger.narrowing import equal, in_time, narrowed
from mooted.ledger.payload import from_json
from mooted.ledger.portions import batches, pages
from mooted.ledger.rows import IMPRINT, Family, claim_of, document_of, imprint_of
from mooted.ledger.setting_right import bound_to
from mooted.ledger.storable import stored
from mooted.ledger.terms import Asked, Terms, ask, terms_of
from mooted.model.document import Document
from mooted.model.entry import Entry, Identity, Sighting

_C, _D, _P = schema.claims.c, schema.documents.c, schema.people.c
_PAGE = 1_000
PRINTED = tuple(type_coerce(_D[name], Text) for name in IMPRINT)
"""Where it was printed, as the driver gives it: what becomes of each column is seen to where an imprint is made."""
_CLAIM = tuple(type_coerce(column, Text) for column in (_C.id, _C.claim, _C.person, _C.corrected))
_ENTRIES = select(_C.number, *_CLAIM, *PRINTED).join(schema.documents, _D.number == _C.document)
_NUMBERED = _ENTRIES.where(within(_C.number, GIVEN), _C.standing == "stands")
_VERSIONS = select(schema.documents).where(within(_D.id, GIVEN))
_IDENTITIES = select(_P.id, _P.identity).where(within(_P.id, GIVEN))


def entries(connection: Connection, asked: Asked, family: Family | None = None) -> list[Entry]:
    """The claims asked for, in the order in which they were said."""
    found = as_entries(connection, ask(connection, _entries, terms_of(asked)), family)
    return sorted(found, key=lambda entry: entry.order, reverse=asked.newest_first)


def _entries(terms: Terms) -> Select[Any]:
    return narrowed(_ENTRIES, terms)


def entry(connection: Connection, claim: str, family: Family | None = None) -> Entry | None:
    """The claim of an id as it stands now; null where there is none, or it was taken back."""
    query = _ENTRIES.where(_C.id == claim, _C.standing == "stands").order_by(_C.number.desc()).limit(1)
    return next(iter(as_entries(connection, connection.execute(query).all(), family)), None)


def every_entry(connection: Connection, asked: Asked, family: Family | None) -> Iterator[Entry]:
    """All claims asked for, in the order of saying to the second, a few in memory at a time."""
    terms = terms_of(asked)
    for page in pages(connection, _ENTRIES.where(*in_time(_C, terms), *equal(terms)), _PAGE):
        yield from as_entries(connection, page, family)


def entries_by_number(connection: Connection, numbers: Sequence[int], family: Family | None) -> dict[int, Entry]:
    """The claims of these numbers that stand, by number."""
    found: dict[int, Entry] = {}
    for some in batches(list(numbers)):
        rows = connection.execute(_NUMBERED, {GIVEN.key: as_list(some)}).all()
        found |= dict(zip([row.number for row in rows], as_entries(connection, rows, family), strict=True))
    return found


def as_entries(connection: Connection, rows: Sequence[Row[Any]], family: Family | None) -> list[Entry]:
    """Rows of ``claims`` with their imprints, corrections honoured."""
    press: Family | None = lru_cache(maxsize=1_000)(family) if family else None
    touched = {stored(tuple(row)[5]) for row in rows if int(row.corrected)}
    bound = bound_to(connection, touched) if touched else {}
    return [_entry(tuple(row), bound, press) for row in rows]


def _entry(row: Sequence[Any], bound: Mapping[str, list[Bound]], family: Family | None) -> Entry:
    _, id, words, person, corrected, *printed = row
    read, imprint = claim_of(words), imprint_of(printed, family)
    person = person and stored(person)
    if not int(corrected):
        return Entry(read, imprint, person, _id=id)
    return Entry(correct(read, bound.get(imprint.document, [])).claim, imprint, person, True, read, id)


def document(connection: Connection, id: str, version: str | None) -> Document | None:
    """A version of a document, or the one that is current."""
    which = _D.current_until.is_(None) if version is None else _D.version == version
    row = connection.execute(select(schema.documents).where(_D.id == id, which)).one_or_none()
    return None if row is None else document_of(row)


def versions(connection: Connection, wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], Document]:
    """Versions of documents by id and version."""
    if not wanted:
        return {}
    rows = connection.execute(_VERSIONS, {GIVEN.key: as_list({id for id, _ in wanted})})
    return {(row.id, row.version): document_of(row) for row in rows if (row.id, row.version) in wanted}


def documents(connection: Connection, asked: Asked) -> Iterator[Document]:
    """The current versions of documents, in the order in which they spoke, a few at a time."""
    query = select(schema.documents).where(*in_time(_D, terms_of(asked))).order_by(_D.number)
    for row in connection.execution_options(yield_per=200).execute(query):
        yield document_of(row)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def people(
    connection: Connection, words: str, limit: int, skip: int = 0, as_of: datetime | None = None
) -> list[Identity]:
    """The people among whose names each of the words begins one; those with most claims first, then by id.

    As of a moment only those of whom something was claimed by then.
    """
    told = [_C.person == _P.id, _C.standing == "stands"]
    if as_of is not None:
        told += in_time(_C, terms_of(Asked(as_of=as_of)))
    spoken = select(func.count()).where(*told).scalar_subquery()
    wanted = [_P.words.contains(f" {word}", autoescape=True) for word in key(words).split()]
    if as_of is not None:
        wanted.append(spoken > 0)
    query = select(_P.identity).where(*wanted).order_by(spoken.desc(), _P.id).limit(limit).offset(skip)
    return [from_json(identity, Identity) for identity in connection.scalars(query)]


def identities(connection: Connection, people: Collection[str]) -> dict[str, Identity]:
    """People by their ids; who is not known is left out."""
    rows = connection.execute(_IDENTITIES, {GIVEN.key: as_list(people)})
    return {id: from_json(identity, Identity) for id, identity in rows}


def sightings(
    connection: Connection, person: str | None, document: str | None, as_of: datetime | None
) -> list[Sighting]:
    """Sightings of the readings that stand, of one person or in one document, in the order of time."""
    told = schema.sightings.c
    current = and_(_D.number == told.document, _D.reading == told.reading)
    query = select(told.sighting).join(schema.documents, current).where(*in_time(_D, terms_of(Asked(as_of=as_of))))
    if person is not None:
        query = query.where(told.form.in_(select(schema.forms.c.number).where(schema.forms.c.person == person)))
    if document is not None:
        query = query.where(_D.id == document)
    found = [from_json(words, Sighting) for words in connection.scalars(query)]
    return sorted(found, key=lambda one: (one.said_at, one.document, one.name))
