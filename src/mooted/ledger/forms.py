"""Sightings that cannot be told apart, kept as one: a name at a club, however often it was seen.

So resolving who is who costs what the names cost and not what the mentions do. Joining sightings to a form is
commutative and idempotent: the same sightings give the same form in any order and any number of batches.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from mooted.ledger import schema
from mooted.ledger.payload import from_json, sha256, to_json
from mooted.ledger.plain_names import Who
from mooted.model.claim import Claim
from mooted.model.entry import Sighting

_AT_ONCE = 1_000
Item = TypeVar("Item")


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


def key_of(sighting: Sighting) -> str:
    """Name, role and holder; where no holder is told, the clubs that it is joined with."""
    clubs = () if sighting.holder else sorted(sighting.clubs)
    return sha256(sighting.name, sighting.role, sighting.holder, *clubs)


def form_of(sighting: Sighting) -> Form:
    """A form seen once."""
    aged = None if sighting.age is None else sighting
    return Form(
        sighting, sighting, aged, _joined(sighting.clubs), _joined(sighting.positions), _joined(sighting.nations)
    )


def joined(form: Form, other: Form) -> Form:
    """Both as one."""
    aged = [one for one in (form.aged, other.aged) if one is not None]
    return Form(
        min(form.first, other.first, key=_order),
        max(form.last, other.last, key=_order),
        min(aged, key=_order, default=None),
        _joined(form.clubs, other.clubs),
        _joined(form.positions, other.positions),
        _joined(form.nations, other.nations),
    )


def sighting_for(claim: Claim, people: Iterable[Sighting], said_at: datetime) -> Sighting | None:
    """The sighting of the person whom a claim names; one made of the claim where its document shows none."""
    if claim.player is None:
        return None
    for one in people:
        if one.name == claim.player:
            return one
    role = "manager" if claim.event == "staff_move" else "player"
    clubs = tuple(dict.fromkeys(filter(None, (claim.club_from, claim.club_to))))
    return Sighting(claim.document, said_at, claim.player, role, claim.club_from, clubs)


def touch(connection: Connection, seen: Iterable[Sighting], who: Who) -> dict[str, int]:
    """Join sightings to their forms in the store; the number of each form by its key."""
    new: dict[str, Form] = {}
    for sighting in seen:
        key, form = key_of(sighting), form_of(sighting)
        new[key] = joined(new[key], form) if key in new else form
    numbers = _join_known(connection, new)
    numbers |= _add(connection, {key: form for key, form in new.items() if key not in numbers}, who)
    return numbers


def _join_known(connection: Connection, new: dict[str, Form]) -> dict[str, int]:
    numbers, changed = {}, []
    for keys in batches(list(new)):
        rows = connection.execute(
            select(schema.forms.c.number, schema.forms.c.key, schema.forms.c.told).where(schema.forms.c.key.in_(keys))
        )
        for number, key, told in rows:
            numbers[key] = number
            both = to_json(joined(from_json(told, Form), new[key]))
            if both != told:
                changed.append({"at": number, "told": both, "dirty": 1})
    if changed:
        connection.execute(update(schema.forms).where(schema.forms.c.number == bindparam("at")), changed)
    return numbers


def _add(connection: Connection, new: dict[str, Form], who: Who) -> dict[str, int]:
    if not new:
        return {}
    connection.execute(
        insert(schema.forms),
        [{"key": key, "name": form.first.name, "told": to_json(form), "dirty": 1} for key, form in new.items()],
    )
    numbers: dict[str, int] = {}
    for keys in batches(list(new)):
        rows = connection.execute(select(schema.forms.c.key, schema.forms.c.number).where(schema.forms.c.key.in_(keys)))
        numbers |= {key: number for key, number in rows}
    spelt = [
        {"token": token, "form": numbers[key]}
        for key, form in new.items()
        for token in set(who.tokens(form.first.name))
    ]
    if spelt:
        connection.execute(insert(schema.form_tokens), spelt)
    return numbers


def forget(connection: Connection) -> None:
    """Take every form away, to make them anew."""
    for table in (schema.form_tokens, schema.forms):
        connection.execute(delete(table))


def batches(items: list[Item]) -> Iterable[list[Item]]:
    """``items`` in pieces that a question to the store may hold."""
    return (items[at : at + _AT_ONCE] for at in range(0, len(items), _AT_ONCE))


def _joined(one: tuple[str, ...], other: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(sorted({*one, *other})) if one != other else one


def _order(sighting: Sighting) -> tuple[object, str, str]:
    return sighting.said_at, sighting.document, repr(sighting)
