"""Sightings that cannot be told apart, kept as one: a name at a club, however often it was seen.

So resolving who is who costs what the names cost and not what the mentions do. Joining sightings to a form is
commutative and idempotent: the same sightings give the same form in any order and any number of batches.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from mooted.ledger import schema
from mooted.ledger.inserting import insert_rows, update_rows
from mooted.ledger.listed import among
from mooted.ledger.payload import from_json, sha256, to_json
from mooted.ledger.plain_names import Who
from mooted.ledger.portions import batches
from mooted.model.claim import Claim
from mooted.model.entry import Sighting

_F = schema.forms.c


@dataclass(frozen=True, slots=True)
class Form:
    """What all sightings of a form say: the first, the last, the first that tells an age, and all they name."""

    first: Sighting
    last: Sighting
    aged: Sighting | None
    clubs: tuple[str, ...]
    positions: tuple[str, ...]
    nations: tuple[str, ...]

    def sightings(self) -> list[Sighting]:
        """Sightings that stand for all: at most three, each with what any says of clubs, positions and nations."""
        standing = {one.document: one for one in (self.aged, self.last, self.first) if one is not None}
        return [
            replace(one, clubs=self.clubs, positions=self.positions, nations=self.nations) for one in standing.values()
        ]


class Stored(NamedTuple):
    """A form in the store: its number, and the person that it was found to be, where it has been resolved."""

    number: int
    person: str | None


def key_of(sighting: Sighting) -> str:
    """Name, role and holder; where no holder is told, the clubs that it is joined with."""
    clubs = () if sighting.holder else sorted(sighting.clubs)
    return _key(sighting.name, sighting.role, sighting.holder, *clubs)


_key = lru_cache(maxsize=20_000)(sha256)  # the same people are met again and again


def form_of(sighting: Sighting) -> Form:
    """A form seen once."""
    aged = None if sighting.age is None else sighting
    return Form(sighting, sighting, aged, _each(sighting.clubs), _each(sighting.positions), _each(sighting.nations))


def joined(form: Form, other: Form) -> Form:
    """Both as one."""
    aged = [one for one in (form.aged, other.aged) if one is not None]
    return Form(
        form.first if _before(form.first, other.first) else other.first,
        other.last if _before(form.last, other.last) else form.last,
        min(aged, key=_order, default=None),
        _joined(form.clubs, other.clubs),
        _joined(form.positions, other.positions),
        _joined(form.nations, other.nations),
    )


def sighting_for(claim: Claim, people: Mapping[str, Sighting], said_at: datetime) -> Sighting | None:
    """The sighting of the person whom a claim names, of ``people`` by name; else one made of the claim."""
    if claim.player is None:
        return None
    if claim.player in people:
        return people[claim.player]
    role = "manager" if claim.event == "staff_move" else "player"
    clubs = tuple(dict.fromkeys(filter(None, (claim.club_from, claim.club_to))))
    return Sighting(claim.document, said_at, claim.player, role, claim.club_from, clubs)


def touch(connection: Connection, seen: Iterable[tuple[str, Sighting]], who: Who) -> dict[str, Stored]:
    """Join sightings, each with its key, to their forms in the store; by key where each form is kept."""
    new: dict[str, Form] = {}
    for key, sighting in seen:
        form = form_of(sighting)
        new[key] = joined(new[key], form) if key in new else form
    stored = _join_known(connection, new)
    stored |= _add(connection, {key: form for key, form in new.items() if key not in stored}, who)
    return stored


def _join_known(connection: Connection, new: dict[str, Form]) -> dict[str, Stored]:
    stored, changed = {}, []
    for keys in batches(list(new)):
        rows = connection.execute(select(_F.key, _F.number, _F.person, _F.told).where(among(_F.key, keys)))
        for key, number, person, told in rows:
            stored[key] = Stored(number, person)
            both = to_json(joined(from_json(told, Form), new[key]))
            if both != told:
                changed.append({"number": number, "told": both, "dirty": 1})
    update_rows(connection, schema.forms, changed)
    return stored


def _add(connection: Connection, new: dict[str, Form], who: Who) -> dict[str, Stored]:
    rows = [{"key": key, "name": form.first.name, "told": to_json(form), "dirty": 1} for key, form in new.items()]
    insert_rows(connection, schema.forms, rows)
    stored: dict[str, Stored] = {}
    for keys in batches(list(new)):
        found = connection.execute(select(_F.key, _F.number).where(among(_F.key, keys)))
        stored |= {key: Stored(number, None) for key, number in found}
    spelt = [
        {"token": token, "form": stored[key].number}
        for key, form in new.items()
        for token in set(who.tokens(form.first.name))
    ]
    insert_rows(connection, schema.form_tokens, spelt)
    return stored


def forget(connection: Connection) -> None:
    """Take every form away, to make them anew."""
    for table in (schema.form_tokens, schema.forms):
        connection.execute(delete(table))


def _each(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(names))) if names else ()


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return one if all(each in one for each in other) else tuple(sorted({*one, *other}))


def _before(one: Sighting, other: Sighting) -> bool:
    """The order of sightings; how they are spelt decides only where one document tells both."""
    first, second = (one.said_at, one.document), (other.said_at, other.document)
    return first < second or (first == second and repr(one) < repr(other))


def _order(sighting: Sighting) -> tuple[object, str, str]:
    return sighting.said_at, sighting.document, repr(sighting)
