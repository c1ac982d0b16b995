"""What was known of pursuits and people, counted by the gists of claims in an index, without a look at the claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Text, and_, func, select, type_coerce

from mooted.ledger import schema
from mooted.ledger.gist import Gist, claim_like, decoded
from mooted.ledger.listed import table_of, within
from mooted.ledger.narrowing import OF_PEOPLE, equal, in_time, narrowed
from mooted.ledger.numbers import moment, place
from mooted.ledger.storable import stored
from mooted.ledger.terms import Asked, Build, Pursuit, Terms, ask, terms_of
from mooted.model.claim import Claim

_C = schema.claims.c
_SAYING = (_C.person, _C.club_to, _C.gist)
_PLAINLY = (type_coerce(_C.person, Text), type_coerce(_C.club_to, Text), _C.gist)
"""The same as the driver gives it, to be put back into words by who reads it: few rows have any that are odd."""


class Counted(NamedTuple):
    """How often the same was said of a person and, if any, a club that is to get him."""

    person: str
    club: str | None
    gist: Gist
    times: int


def counted(connection: Connection, asked: Asked) -> Iterator[Counted]:
    """What was said of people, each gist of each pursuit once."""
    gists: dict[str, Gist] = {}  # several pursuits of a person share one
    for person, club, words, times in ask(connection, _counted, terms_of(asked)):
        gist = gists.get(words)
        if gist is None:
            gist = gists[words] = decoded(words)
        yield Counted(stored(person), club and stored(club), gist, times)


def _counted(terms: Terms) -> Select[Any]:
    return select(*_PLAINLY, func.count()).where(*_of_people(terms)).group_by(*_SAYING)


def _of_people(terms: Terms) -> list[ColumnElement[bool]]:
    return [*in_time(OF_PEOPLE, terms), *equal(terms)]


class Told(NamedTuple):
    """What was told of a pursuit, by anybody: a claim without words that says so, and how often.

    ``first`` and ``last`` are the keys of the first and the last who told it, which sort as claims were said to the
    second; ``since`` and ``until`` are those seconds.
    """

    person: str
    gist: str
    claim: Claim
    first: int
    last: int
    times: int

    @property
    def since(self) -> datetime:
        """When it was first told."""
        return moment(self.first)

    @property
    def first_place(self) -> int:
        """What the second and document of the first have in common; others of that second have another."""
        return place(self.first)

    @property
    def last_place(self) -> int:
        """The same of the last."""
        return place(self.last)

    @property
    def until(self) -> datetime:
        """When it was last told."""
        return moment(self.last)


def told(connection: Connection, asked: Asked, apart: Sequence[datetime]) -> Iterator[Told]:
    """What was told of pursuits or people in the time asked for, counted apart before and after each of the moments."""
    terms = terms_of(asked, apart)
    for build in (_told,) if asked.pursuits is None else _by_pursuit(asked.pursuits):
        for person, club, gist, first, last, times, *_ in ask(connection, build, terms):
            yield Told(stored(person), gist, claim_like(gist, club and stored(club)), first, last, times)


def _told(terms: Terms) -> Select[Any]:
    ages = [_C.number >= moment for moment in terms.apart]
    counts = (func.min(_C.number), func.max(_C.number), func.count())
    return select(*_PLAINLY, *counts, *ages).where(*_of_people(terms)).group_by(*_SAYING, *ages)


def _by_pursuit(pursuits: Sequence[Pursuit]) -> Iterator[Build]:
    """The questions to ask of these pursuits; no club is no value that could stand in a list."""
    if any(club is not None for _, club in pursuits):
        yield _told_of_pairs
    if any(club is None for _, club in pursuits):
        yield _told_of_unattached


def _told_of_pairs(terms: Terms) -> Select[Any]:
    wanted = table_of("wanted", ("person", "club_to"), terms.pairs)
    these = and_(_C.person == wanted.c.person, _C.club_to == wanted.c.club_to)
    return _told(terms).select_from(wanted).join(schema.claims, these)


def _told_of_unattached(terms: Terms) -> Select[Any]:
    return _told(terms).where(within(_C.person, terms.unattached), _C.club_to.is_(None))


def count(connection: Connection, asked: Asked) -> int:
    """How many claims were asked for."""
    ((times,),) = ask(connection, _count, terms_of(asked))
    return int(times)


def _count(terms: Terms) -> Select[Any]:
    return select(func.count()).select_from(narrowed(select(_C.number), terms).subquery())
