"""Questions about claims narrowed to what was asked: by whom, which club, what source and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, or_, select, union

from mooted.ledger import schema
from mooted.ledger.listed import table_of, within
from mooted.ledger.terms import Terms

_C, _D, _S = schema.claims.c, schema.documents.c, schema.sources.c


class _OfPeople(NamedTuple):
    """Columns by which claims are asked for in time, where they are found by their people."""

    number: ColumnElement[int]
    said_at: ColumnElement[datetime]
    current_from: ColumnElement[datetime]
    current_until: ColumnElement[datetime]


OF_PEOPLE = _OfPeople(_C.number + 0, _C.said_at, _C.current_from, _C.current_until)
"""The number as an expression, so that no store takes an index by number, or by club and number, for the shorter way:
the index by person, club and gist holds all that is asked."""


def narrowed(query: Select[Any], terms: Terms) -> Select[Any]:
    """The question narrowed to what was asked, in the order of numbers, which is the order of saying to the second."""
    conditions = [*in_time(_C, terms), *equal(terms)]
    of_people = [*in_time(OF_PEOPLE, terms), *equal(terms)]
    if terms.names is not None:
        conditions.append(_C.number.in_(_of_source(terms, conditions)))
    if terms.club is not None:
        conditions.append(_C.number.in_(_of_club(terms, conditions)))
    if terms.pairs is not None:
        conditions.append(_C.number.in_(_of_pursuits(terms, of_people)))
    if terms.sayings is not None:
        conditions.append(_C.number.in_(_of_sayings(terms, of_people)))
    return _limited(query.where(*conditions), terms)


def _of_source(terms: Terms, conditions: Sequence[ColumnElement[bool]]) -> Any:
    """The numbers of claims that a source printed, said or passed on, under any of its names."""
    names = terms.names or ()
    if terms.limit is None:
        return select(_S.claim).where(*_between(_S.claim, terms), _S.name.in_(names))
    parts = []
    for name in names:  # each by itself, for each is in order
        told = select(_S.claim).join(schema.claims, _C.number == _S.claim)
        told = told.where(_S.name == name, *_between(_S.claim, terms), *conditions)
        parts.append(told.order_by(_S.claim.desc() if terms.newest_first else _S.claim).limit(terms.limit))
    return union(*(select(part.subquery()) for part in parts))


def _of_club(terms: Terms, conditions: Sequence[ColumnElement[bool]]) -> Any:
    """The numbers of claims that name a club, in either part; each part is asked by its own index."""
    parts = [_limited(select(_C.number).where(column == terms.club, *conditions), terms)
             for column in (_C.club_to, _C.club_from)]  # fmt: skip
    return union(*(select(part.subquery()) for part in parts))


def _limited(query: Select[Any], terms: Terms) -> Select[Any]:
    if terms.limit is None:
        return query
    return query.order_by(_C.number.desc() if terms.newest_first else _C.number).limit(terms.limit)


def equal(terms: Terms) -> list[ColumnElement[bool]]:
    """Claims that stand and have what was asked for in their own columns."""
    wanted: list[ColumnElement[bool]] = [_C.standing == "stands"]
    if terms.person is not None:
        wanted.append(_C.person == terms.person)
    if terms.people is not None:
        wanted.append(within(_C.person, terms.people))
    if terms.event is not None:
        wanted.append(_C.event == terms.event)
    if terms.document is not None:
        wanted.append(_C.document.in_(select(_D.number).where(_D.id == terms.document)))
    return wanted


def _of_pursuits(terms: Terms, conditions: Sequence[ColumnElement[bool]]) -> Any:
    """The numbers of claims of these persons with these clubs; no club is no value that could stand in a list."""
    wanted = table_of("wanted", ("person", "club_to"), terms.pairs)
    named = and_(_C.person == wanted.c.person, _C.club_to == wanted.c.club_to)
    unnamed = and_(within(_C.person, terms.unattached), _C.club_to.is_(None))
    return union(
        select(_C.number).select_from(wanted).join(schema.claims, named).where(*conditions),
        select(_C.number).where(unnamed, *conditions),
    )


def _of_sayings(terms: Terms, conditions: Sequence[ColumnElement[bool]]) -> Any:
    """The numbers of claims that say these things; where no club is named, of any of these persons any of these."""
    wanted = table_of("wanted", ("person", "club_to", "gist"), terms.sayings)
    these = and_(_C.person == wanted.c.person, _C.club_to == wanted.c.club_to, _C.gist == wanted.c.gist)
    others = and_(within(_C.person, terms.sayers), within(_C.gist, terms.gists))
    return union(
        select(_C.number).select_from(wanted).join(schema.claims, these).where(*conditions),
        select(_C.number).where(others, _C.club_to.is_(None), *conditions),
    )


def _between(number: Any, terms: Terms) -> list[ColumnElement[bool]]:
    """Numbers of the seconds that were asked for."""
    wanted = [] if terms.since is None else [number >= terms.since_number]
    ends = (terms.until, terms.until_number), (terms.as_of, terms.as_of_number)
    return wanted + [number < last for moment, last in ends if moment is not None]


def in_time(columns: Any, terms: Terms) -> list[ColumnElement[bool]]:
    """Said within the time that was asked for, by versions that were the newest then."""
    wanted = _between(columns.number, terms)
    if terms.since is not None:
        wanted.append(columns.said_at >= terms.since)
    if terms.until is not None:
        wanted.append(columns.said_at < terms.until)
    if terms.as_of is None:
        return [*wanted, columns.current_until.is_(None)]
    known = and_(
        columns.current_from <= terms.as_of, or_(columns.current_until.is_(None), columns.current_until > terms.as_of)
    )
    return [*wanted, known]
