"""What is asked about claims, and the same as a statement takes it.

Putting a statement together takes longer than most answers. So each is put together once for all questions of its
shape, with a place where each value goes, and the values are given with every question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Integer, Select, Text, bindparam
from sqlalchemy.types import NULLTYPE, TypeEngine

from mooted.language.fold import key
from mooted.ledger.listed import as_list, as_rows
from mooted.ledger.numbers import SECOND, second
from mooted.model.errors import MootedError

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


class Terms(NamedTuple):
    """What was asked as a statement takes it, null where it was not; or the names of these values; or their places.

    ``pairs`` are pursuits by a club, ``unattached`` persons of whose pursuit by none was asked; likewise ``sayings``,
    and ``sayers`` and ``gists`` of those without a club. ``names`` are a source's. Beside moments stand the
    numbers from which on, or below which, lies what was said in time; what lies from ``apart`` on is counted apart.
    """

    person: Any = None
    people: Any = None
    pairs: Any = None
    unattached: Any = None
    sayings: Any = None
    sayers: Any = None
    gists: Any = None
    club: Any = None
    names: tuple[Any, ...] | None = None
    document: Any = None
    event: Any = None
    since: Any = None
    since_number: Any = None
    until: Any = None
    until_number: Any = None
    as_of: Any = None
    as_of_number: Any = None
    limit: Any = None
    apart: tuple[Any, ...] = ()
    newest_first: bool = False


Build = Callable[[Terms], Select[Any]]


def terms_of(asked: Asked, apart: Sequence[datetime] = ()) -> Terms:
    """What was asked, as a statement takes it."""
    pursuits, sayings = asked.pursuits, asked.sayings
    unattached = [person for person, club in pursuits or () if club is None]
    clubless = [(person, gist) for person, club, gist in sayings or () if not club]
    return Terms(
        person=asked.person,
        people=_listed(asked.people),
        pairs=None if pursuits is None else as_rows((person, club) for person, club in pursuits if club is not None),
        unattached=None if pursuits is None else as_list(unattached),
        sayings=None if sayings is None else as_rows((who, club, gist) for who, club, gist in sayings if club),
        sayers=None if sayings is None else as_list({person for person, _ in clubless}),
        gists=None if sayings is None else as_list({gist for _, gist in clubless}),
        club=asked.club,
        names=_names(asked.source),
        document=asked.document,
        event=asked.event,
        since=asked.since,
        since_number=None if asked.since is None else second(asked.since),
        until=asked.until,
        until_number=_beyond(asked.until),
        as_of=asked.as_of,
        as_of_number=_beyond(asked.as_of),
        limit=asked.limit,
        apart=tuple(map(second, apart)),
        newest_first=asked.newest_first,
    )


def _listed(values: Sequence[str] | None) -> str | None:
    return None if values is None else as_list(values)


def _names(source: str | Sequence[str] | None) -> tuple[str, ...] | None:
    """The forms of a source's name as they stand in ``sources``."""
    if source is None:
        return None
    return tuple(dict.fromkeys(map(key, [source] if isinstance(source, str) else source)))


def _beyond(moment: datetime | None) -> int | None:
    """Below which number all lies that was said up to a moment."""
    return None if moment is None else second(moment) + SECOND


def ask(connection: Connection, build: Build, terms: Terms) -> Sequence[Any]:
    """The rows of the statement that ``build``, a function of a module, puts together from terms."""
    values: dict[str, Any] = {}

    def named(name: str, value: Any) -> str:
        values[name] = value
        return name

    return connection.execute(_built(build, _each(terms, named)), values).all()


@lru_cache(maxsize=512)
def _built(build: Build, names: Terms) -> Select[Any]:
    """The statement for all questions of a shape, which the ``names`` of what was asked tell."""
    return build(_each(names, lambda name, _: bindparam(name, type_=_TYPES.get(name, NULLTYPE))))


_TYPES: dict[str, TypeEngine[Any]] = {
    **dict.fromkeys(("people", "pairs", "unattached", "sayings", "sayers", "gists"), Text()),
    "limit": Integer(),
}
"""Of what is compared with no column."""


def _each(terms: Terms, change: Callable[[str, Any], Any]) -> Terms:
    """Terms with everything that was asked changed, by its name; of several of one kind each by its own."""
    changed: dict[str, Any] = {}
    for name, value in zip(Terms._fields, terms, strict=True):
        if isinstance(value, tuple):
            changed[name] = tuple(change(f"{name}_{at}", one) for at, one in enumerate(value))
        elif value is not None and name != "newest_first":
            changed[name] = change(name, value)
    return terms._replace(**changed)
