"""What the ledger knows, asked: claims by person, club, source and time, as they stood at a moment."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    and_,
    func,
    or_,
    select,
    type_coerce,
    union,
)

from mooted.language.fold import key
from mooted.ledger import schema
from mooted.ledger.corrected import Bound, correct
from mooted.ledger.listed import among, listed
from mooted.ledger.numbers import SECOND, second
from mooted.ledger.payload import from_json
from mooted.ledger.portions import batches, pages
from mooted.ledger.rows import IMPRINT, Family, claim_of, document_of, imprint_of
from mooted.ledger.setting_right import bound_to
from mooted.ledger.storable import stored
from mooted.model.document import Document
from mooted.model.entry import Entry, Identity, Sighting
from mooted.model.errors import MootedError

_C, _D, _S = schema.claims.c, schema.documents.c, schema.sources.c
_PAGE = 1_000
PRINTED = tuple(type_coerce(_D[name], Text) for name in IMPRINT)
"""Where it was printed, as the driver gives it: what becomes of each column is seen to where an imprint is made."""
_CLAIM = tuple(type_coerce(column, Text) for column in (_C.id, _C.claim, _C.person, _C.corrected))
_ENTRIES = select(_C.number, *_CLAIM, *PRINTED).join(schema.documents, _D.number == _C.document)


class _OfPeople(NamedTuple):
    """Columns by which claims are asked for in time, where they are found by their people."""

    number: ColumnElement[int]
    said_at: ColumnElement[datetime]
    current_from: ColumnElement[datetime]
    current_until: ColumnElement[datetime]


OF_PEOPLE = _OfPeople(_C.number + 0, _C.said_at, _C.current_from, _C.current_until)
"""The number as an expression, so that no store takes an index by number, or by club and number, for the shorter way:
the index by person, club and gist holds all that is asked."""
Pursuit = tuple[str, str | None]
"""A person and the club that is to get him."""
Saying = tuple[str, str | None, str]
"""A pursuit, and the gist of what is said of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which claims: those that fit everything that is given. Times are aware; ``until`` itself is left out.

    ``as_of`` asks what was known then: claims said up to that moment, of the version that was the newest.
    """

    person: str | None = None
    people: Sequence[str] | None = None
    pursuits: Sequence[Pursuit] | None = None
    sayings: Sequence[Saying] | None = None
    club: str | None = None
    source: str | Sequence[str] | None = None
    document: str | None = None
    event: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    as_of: datetime | None = None
    limit: int | None = None
    newest_first: bool = False

    def __post_init__(self) -> None:
        for name in ("since", "until", "as_of"):
            moment = getattr(self, name)
            if moment is not None and moment.tzinfo is None:
                raise MootedError(f"{name} {moment.isoformat()} has no time zone; give an aware datetime")


def entries(connection: Connection, asked: Asked, family: Family | None = None) -> list[Entry]:
    """The claims asked for, in the order in which they were said."""
    found = as_entries(connection, connection.execute(narrowed(_ENTRIES, asked)).all(), family)
    return sorted(found, key=lambda entry: entry.order, reverse=asked.newest_first)


def entry(connection: Connection, claim: str, family: Family | None = None) -> Entry | None:
    """The claim of an id as it stands now; null where there is none, or it was taken back."""
    query = _ENTRIES.where(_C.id == claim, _C.standing == "stands").order_by(_C.number.desc()).limit(1)
    return next(iter(as_entries(connection, connection.execute(query).all(), family)), None)


def every_entry(connection: Connection, asked: Asked, family: Family | None) -> Iterator[Entry]:
    """All claims asked for, in the order of saying to the second, a few in memory at a time."""
    for page in pages(connection, _ENTRIES.where(*in_time(_C, asked), *equal(asked)), _PAGE):
        yield from as_entries(connection, page, family)


def entries_by_number(connection: Connection, numbers: Sequence[int], family: Family | None) -> dict[int, Entry]:
    """The claims of these numbers that stand, by number."""
    found: dict[int, Entry] = {}
    for some in batches(list(numbers)):
        rows = connection.execute(_ENTRIES.where(among(_C.number, some), _C.standing == "stands")).all()
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


def narrowed(query: Select[Any], asked: Asked) -> Select[Any]:
    """The question narrowed to what was asked, in the order of numbers, which is the order of saying to the second."""
    conditions = [*in_time(_C, asked), *equal(asked)]
    of_people = [*in_time(OF_PEOPLE, asked), *equal(asked)]
    if asked.source is not None:
        conditions.append(_C.number.in_(_of_source(asked, conditions)))
    if asked.club is not None:
        conditions.append(_C.number.in_(_of_club(asked, conditions)))
    if asked.pursuits is not None:
        conditions.append(_C.number.in_(_of_pursuits(asked.pursuits, of_people)))
    if asked.sayings is not None:
        conditions.append(_C.number.in_(_of_sayings(asked.sayings, of_people)))
    return _limited(query.where(*conditions), asked)


def _of_source(asked: Asked, conditions: Sequence[ColumnElement[bool]]) -> Any:
    """The numbers of claims that a source printed, said or passed on, under any of its names."""
    names = [asked.source] if isinstance(asked.source, str) else asked.source or ()
    within = [*_between(_S.claim, asked), among(_S.name, dict.fromkeys(map(key, names)))]
    if asked.limit is None:
        return select(_S.claim).where(*within)
    parts = []
    for name in dict.fromkeys(map(key, names)):  # each by itself, for each is in order
        told = select(_S.claim).join(schema.claims, _C.number == _S.claim)
        told = told.where(_S.name == name, *_between(_S.claim, asked), *conditions)
        parts.append(told.order_by(_S.claim.desc() if asked.newest_first else _S.claim).limit(asked.limit))
    return union(*(select(part.subquery()) for part in parts))


def _of_club(asked: Asked, conditions: Sequence[ColumnElement[bool]]) -> Any:
    """The numbers of claims that name a club, in either part; each part is asked by its own index."""
    parts = [_limited(select(_C.number).where(column == asked.club, *conditions), asked)
             for column in (_C.club_to, _C.club_from)]  # fmt: skip
    return union(*(select(part.subquery()) for part in parts))


def _limited(query: Select[Any], asked: Asked) -> Select[Any]:
    if asked.limit is None:
        return query
    return query.order_by(_C.number.desc() if asked.newest_first else _C.number).limit(asked.limit)


def equal(asked: Asked) -> list[ColumnElement[bool]]:
    """Claims that stand and have what was asked for in their own columns."""
    wanted: list[ColumnElement[bool]] = [_C.standing == "stands"]
    if asked.person is not None:
        wanted.append(_C.person == asked.person)
    if asked.people is not None:
        wanted.append(among(_C.person, asked.people))
    if asked.event is not None:
        wanted.append(_C.event == asked.event)
    if asked.document is not None:
        wanted.append(_C.document.in_(select(_D.number).where(_D.id == asked.document)))
    return wanted


def _of_pursuits(pursuits: Sequence[Pursuit], conditions: Sequence[ColumnElement[bool]]) -> Any:
    """The numbers of claims of these persons with these clubs; no club is no value that could stand in a list."""
    pairs = [(person, club) for person, club in pursuits if club is not None]
    wanted = listed("wanted", ("person", "club_to"), pairs)
    named = and_(_C.person == wanted.c.person, _C.club_to == wanted.c.club_to)
    unnamed = and_(among(_C.person, [person for person, club in pursuits if club is None]), _C.club_to.is_(None))
    return union(
        select(_C.number).select_from(wanted).join(schema.claims, named).where(*conditions),
        select(_C.number).where(unnamed, *conditions),
    )


def _of_sayings(sayings: Sequence[Saying], conditions: Sequence[ColumnElement[bool]]) -> Any:
    """The numbers of claims that say these things; where no club is named, of any of these persons any of these."""
    wanted = listed("wanted", ("person", "club_to", "gist"), [(who, club, gist) for who, club, gist in sayings if club])
    these = and_(_C.person == wanted.c.person, _C.club_to == wanted.c.club_to, _C.gist == wanted.c.gist)
    unnamed = [(person, gist) for person, club, gist in sayings if not club]
    others = and_(among(_C.person, {person for person, _ in unnamed}), among(_C.gist, {gist for _, gist in unnamed}))
    return union(
        select(_C.number).select_from(wanted).join(schema.claims, these).where(*conditions),
        select(_C.number).where(others, _C.club_to.is_(None), *conditions),
    )


def _between(number: Any, asked: Asked) -> list[ColumnElement[bool]]:
    """Numbers of the seconds that were asked for."""
    wanted = [] if asked.since is None else [number >= second(asked.since)]
    return wanted + [number < second(last) + SECOND for last in (asked.until, asked.as_of) if last is not None]


def in_time(columns: Any, asked: Asked) -> list[ColumnElement[bool]]:
    """Said within the time that was asked for, by versions that were the newest then."""
    wanted = _between(columns.number, asked)
    if asked.since is not None:
        wanted.append(columns.said_at >= asked.since)
    if asked.until is not None:
        wanted.append(columns.said_at < asked.until)
    if asked.as_of is None:
        return [*wanted, columns.current_until.is_(None)]
    known = and_(
        columns.current_from <= asked.as_of, or_(columns.current_until.is_(None), columns.current_until > asked.as_of)
    )
    return [*wanted, known]


def document(connection: Connection, id: str, version: str | None) -> Document | None:
    """A version of a document, or the one that is current."""
    which = _D.current_until.is_(None) if version is None else _D.version == version
    row = connection.execute(select(schema.documents).where(_D.id == id, which)).one_or_none()
    return None if row is None else document_of(row)


def versions(connection: Connection, wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], Document]:
    """Versions of documents by id and version."""
    if not wanted:
        return {}
    rows = connection.execute(select(schema.documents).where(among(_D.id, {id for id, _ in wanted})))
    return {(row.id, row.version): document_of(row) for row in rows if (row.id, row.version) in wanted}


def documents(connection: Connection, asked: Asked) -> Iterator[Document]:
    """The current versions of documents, in the order in which they spoke, a few at a time."""
    query = select(schema.documents).where(*in_time(_D, asked)).order_by(_D.number)
    for row in connection.execution_options(yield_per=200).execute(query):
        yield document_of(row)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def people(connection: Connection, words: str, limit: int) -> list[Identity]:
    """The people among whose names each of the words begins one; those with most claims first, then by id."""
    told = schema.people.c
    spoken = select(func.count()).where(_C.person == told.id, _C.standing == "stands").scalar_subquery()
    wanted = [told.words.contains(f" {word}", autoescape=True) for word in key(words).split()]
    query = select(told.identity).where(*wanted).order_by(spoken.desc(), told.id).limit(limit)
    return [from_json(identity, Identity) for identity in connection.scalars(query)]


def identities(connection: Connection, people: Collection[str]) -> dict[str, Identity]:
    """People by their ids; who is not known is left out."""
    told = schema.people.c
    rows = connection.execute(select(told.id, told.identity).where(among(told.id, people)))
    return {id: from_json(identity, Identity) for id, identity in rows}


def sightings(
    connection: Connection, person: str | None, document: str | None, as_of: datetime | None
) -> list[Sighting]:
    """Sightings of the readings that stand, of one person or in one document, in the order of time."""
    told = schema.sightings.c
    current = and_(_D.number == told.document, _D.reading == told.reading)
    query = select(told.sighting).join(schema.documents, current).where(*in_time(_D, Asked(as_of=as_of)))
    if person is not None:
        query = query.where(told.form.in_(select(schema.forms.c.number).where(schema.forms.c.person == person)))
    if document is not None:
        query = query.where(_D.id == document)
    found = [from_json(words, Sighting) for words in connection.scalars(query)]
    return sorted(found, key=lambda one: (one.said_at, one.document, one.name))
