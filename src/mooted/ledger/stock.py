"""Taking stock: how much the ledger holds, from which outlets, of which clubs, and whether it has grown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, and_, exists, func, not_, or_, select, union_all

from mooted.ledger import schema
from mooted.ledger.listed import among
from mooted.ledger.narrowing import OF_PEOPLE, equal, in_time
from mooted.ledger.numbers import SECOND, moment, second
from mooted.ledger.schema import ASIDE
from mooted.ledger.terms import Asked, terms_of

_C, _D = schema.claims.c, schema.documents.c


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each the ledger holds, when its newest document spoke, and when the last one was seen.

    As of an earlier moment: how many were known then, of people those of whom something had been said; ``last`` is
    null. Corrections hold whatever the moment.
    """

    documents: int
    claims: int
    people: int
    corrections: int
    newest: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class OutletCount:
    """How many documents an outlet printed, and when it last did."""

    name: str
    documents: int
    last: datetime


@dataclass(frozen=True, slots=True)
class ClubCount:
    """How many claims name a club as the one that holds a player or the one that is to get him, and when the last did.

    A claim that names it as both counts twice.
    """

    name: str
    claims: int
    last: datetime


def counts(connection: Connection, as_of: datetime | None = None) -> Counts:
    """The stock as it is now, or as it was known at a moment; of documents and claims those that are current."""
    shown = select(func.count(), func.max(_D.said_at), func.max(_D.seen_at)).where(*_known(connection, as_of))
    documents, newest, last = connection.execute(shown).one()
    if as_of is not None:
        claims, people = _claims_known(connection, as_of), _people_known(connection, as_of)
        return Counts(documents, claims, people, _number_of(connection, schema.corrections), newest, None)
    return Counts(
        documents,
        _number_of(connection, schema.claims) - (connection.scalar(select(func.count()).where(ASIDE)) or 0),
        _number_of(connection, schema.people),
        _number_of(connection, schema.corrections),
        newest,
        last,
    )


def _known(connection: Connection, as_of: datetime | None) -> list[ColumnElement[bool]]:
    """The versions of documents that were the newest then, told by an index without a look at the rows: of those that
    had spoken all but what came only later in the place of another."""
    if as_of is None:
        return [_D.current_until.is_(None)]
    until = _D.current_until
    current = or_(until.is_(None), until > as_of)
    return [_D.said_at <= as_of, current, ~among(_D.number, _come_later(connection, as_of))]


def _come_later(connection: Connection, as_of: datetime) -> Sequence[int]:
    """The versions that took the place of another only after a moment."""
    replaced, index = schema.documents.alias(), schema.documents.alias()
    numbers = select(index.c.number).where(index.c.current_until > as_of)  # seen in an index; ids are not
    others = select(replaced.c.id).where(replaced.c.number.in_(numbers))
    return connection.scalars(select(_D.number).where(_D.id.in_(others), _D.current_from > as_of)).all()


def _claims_known(connection: Connection, as_of: datetime) -> int:
    """How many claims were known: those of documents that had spoken, but for the few that do not count."""
    last = second(as_of)
    then = and_(_C.standing == "stands", *in_time(_C, terms_of(Asked(as_of=as_of))))
    spoken = _count(connection, _C.document < last)
    not_known = _count(connection, _C.number < last, ASIDE, not_(then))
    not_yet = _count(connection, _C.number < last, ~ASIDE, among(_C.document, _come_later(connection, as_of)))
    this_second = _count(connection, _C.number >= last, _C.number < last + SECOND, then)
    return spoken - not_known - not_yet + this_second


def _count(connection: Connection, *conditions: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(schema.claims).where(*conditions)) or 0


def _people_known(connection: Connection, as_of: datetime) -> int:
    """Of how many people something had been said."""
    spoken = exists().where(
        _C.person == schema.people.c.id, *in_time(OF_PEOPLE, terms_of(Asked(as_of=as_of))), _C.standing == "stands"
    )
    return connection.scalar(select(func.count()).select_from(schema.people).where(spoken)) or 0


def exceeds(connection: Connection, claims: int) -> bool:
    """Does the ledger hold more claims than these, of whatever standing? Looks no further than it must."""
    document = schema.claims.c.document
    return connection.scalar(select(document).order_by(document).offset(claims).limit(1)) is not None


def _number_of(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def outlets(connection: Connection, limit: int, skip: int = 0, as_of: datetime | None = None) -> list[OutletCount]:
    """The outlets that printed most, now or as far as was known at a moment."""
    many = func.count().label("many")
    query = (
        select(_D.outlet, many, func.max(_D.said_at))
        .where(_D.outlet.is_not(None), *_known(connection, as_of))
        .group_by(_D.outlet)
        .order_by(many.desc(), _D.outlet)
        .limit(limit)
        .offset(skip)
    )
    return [OutletCount(name, count, last) for name, count, last in connection.execute(query)]


def clubs(connection: Connection, limit: int, skip: int = 0, as_of: datetime | None = None) -> list[ClubCount]:
    """The clubs of which most is said, now or as far as was known at a moment."""
    terms = terms_of(Asked(as_of=as_of))
    known = [*in_time(_C, terms), *equal(terms)]
    parts = [  # each is counted by its own index
        select(part.label("club"), func.count().label("many"), func.max(_C.number).label("last"))
        .where(part.is_not(None), *known)
        .group_by(part)
        for part in (_C.club_to, _C.club_from)
    ]
    named = union_all(*parts).subquery()
    many = func.sum(named.c.many).label("many")
    query = (
        select(named.c.club, many, func.max(named.c.last))
        .group_by(named.c.club)
        .order_by(many.desc(), named.c.club)
        .limit(limit)
        .offset(skip)
    )
    return [ClubCount(name, int(count), moment(last)) for name, count, last in connection.execute(query)]


def revision(connection: Connection) -> str:
    """A word that changes whenever documents or corrections are added."""
    return "-".join(str(_number_of(connection, table)) for table in (schema.documents, schema.corrections))
