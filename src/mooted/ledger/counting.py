"""What was known of pursuits and people, counted by the gists of claims in an index, without a look at the claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, func, select

from mooted.ledger import schema
from mooted.ledger.asking import OF_PEOPLE, Asked, Pursuit, equal, in_time, narrowed
from mooted.ledger.gist import Gist, claim_like, decoded
from mooted.ledger.listed import among, listed
from mooted.ledger.numbers import moment, place, second
from mooted.model.claim import Claim

_C = schema.claims.c


class Counted(NamedTuple):
    """How often the same was said of a person and, if any, a club that is to get him."""

    person: str
    club: str | None
    gist: Gist
    times: int


def counted(connection: Connection, asked: Asked) -> Iterator[Counted]:
    """What was said of people, each gist of each pursuit once."""
    named = (_C.person, _C.club_to, _C.gist)
    query = select(*named, func.count()).where(*in_time(OF_PEOPLE, asked), *equal(asked))
    for person, club, gist, times in connection.execute(query.group_by(*named)).all():
        yield Counted(person, club, decoded(gist), times)


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
    named = (_C.person, _C.club_to, _C.gist)
    ages = [_C.number >= second(moment) for moment in apart]
    counts = (func.min(_C.number), func.max(_C.number), func.count())
    query = select(*named, *counts, *ages).where(*in_time(OF_PEOPLE, asked), *equal(asked)).group_by(*named, *ages)
    for some in [query] if asked.pursuits is None else _of_pursuits(query, asked.pursuits):
        for person, club, gist, first, last, times, *_ in connection.execute(some).all():
            yield Told(person, gist, claim_like(gist, club), first, last, times)


def count(connection: Connection, asked: Asked) -> int:
    """How many claims were asked for."""
    return connection.scalar(select(func.count()).select_from(narrowed(select(_C.number), asked).subquery())) or 0


def _of_pursuits(query: Select[Any], pursuits: Sequence[Pursuit]) -> Iterator[Select[Any]]:
    """The question asked of these pursuits; no club is no value that could stand in a list."""
    pairs = [(person, club) for person, club in pursuits if club is not None]
    unnamed = [person for person, club in pursuits if club is None]
    if pairs:
        wanted = listed("wanted", ("person", "club_to"), pairs)
        these = and_(_C.person == wanted.c.person, _C.club_to == wanted.c.club_to)
        yield query.select_from(wanted).join(schema.claims, these)
    if unnamed:
        yield query.where(among(_C.person, unnamed), _C.club_to.is_(None))
