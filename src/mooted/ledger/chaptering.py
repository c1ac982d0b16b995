"""Chapters kept: what came of a person in a window that is over, as whoever folds sagas tells it.

The ledger does not know what a chapter is. It keeps it under a sum of all that it was made of, which whoever asks works
out anew from ``outline``: a chapter that no longer fits is not found, whatever has been added or corrected since.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, func, insert, select

from mooted.ledger import schema
from mooted.ledger.gist import claim_like
from mooted.ledger.inserting import insert_rows
from mooted.ledger.listed import among
from mooted.ledger.narrowing import OF_PEOPLE, equal, in_time
from mooted.ledger.numbers import is_exact, moment, place
from mooted.ledger.terms import Asked, Terms, ask, terms_of
from mooted.model.claim import Claim

_A, _C, _H = schema.about.c, schema.claims.c, schema.chapters.c
_UNTIL = "chapters until"


class Outlined(NamedTuple):
    """A claim in outline: its key, the club that is to get the person, and the gist of what is said."""

    number: int
    club_to: str | None
    gist: str

    @property
    def said_at(self) -> datetime:
        """The second in which it was said."""
        return moment(self.number)

    @property
    def is_signed(self) -> bool:
        """May it say that he has signed?"""
        return '"event":"signed"' in self.gist

    @property
    def claim(self) -> Claim:
        """A claim without words that says the same."""
        return claim_like(self.gist, self.club_to)


class Kept(NamedTuple):
    """A chapter in JSON, and the sum of what it was made of."""

    person: str
    window: str
    told: str
    chapter: str


def outline(connection: Connection, asked: Asked) -> list[Outlined]:
    """The claims about a person in outline, in the order in which they were said to the second."""
    return sorted(map(Outlined._make, ask(connection, _outline, terms_of(asked))))


def _outline(terms: Terms) -> Select[Any]:
    return select(_C.number, _C.club_to, _C.gist).where(*in_time(OF_PEOPLE, terms), *equal(terms))


def is_sure(claims: Sequence[Outlined]) -> bool:
    """Does the order of an outline tell which was said first, of all documents?"""
    numbers = [one.number for one in claims]
    return all(map(is_exact, numbers)) and not any(
        place(one) != place(other) and moment(one) == moment(other) for one, other in pairwise(numbers)
    )


def chapters(connection: Connection, person: str) -> dict[str, Kept]:
    """The chapters that are kept of a person, by window."""
    return {one.window: one for one in map(Kept._make, connection.execute(select(*_H).where(_H.person == person)))}


def spoken_of(connection: Connection, times: int) -> list[str]:
    """The people about whom there are more than so many claims."""
    query = select(_C.person).where(_C.person.is_not(None)).group_by(_C.person).having(func.count() > times)
    return sorted(connection.scalars(query))


def until(connection: Connection) -> str | None:
    """The window up to which chapters are kept, itself left out."""
    return connection.scalar(select(_A.value).where(_A.name == _UNTIL))


def keep(connection: Connection, kept: Sequence[Kept], last: str | None = None) -> None:
    """Keep chapters in the place of all others of these people; ``last`` is the first window of which none are."""
    if last is not None:
        connection.execute(delete(schema.about).where(_A.name == _UNTIL))
        connection.execute(insert(schema.about), [{"name": _UNTIL, "value": last}])
    connection.execute(delete(schema.chapters).where(among(_H.person, {one.person for one in kept})))
    insert_rows(connection, schema.chapters, [one._asdict() for one in kept])


def forget(connection: Connection) -> None:
    """Take every chapter away."""
    connection.execute(delete(schema.chapters))
    connection.execute(delete(schema.about).where(_A.name == _UNTIL))
