"""Who is who, worked out anew where something has changed: a few questions to the store however large it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, bindparam, delete, insert, select, update

from mooted.language.fold import key
from mooted.ledger import schema
from mooted.ledger.forms import Form
from mooted.ledger.listed import among
from mooted.ledger.payload import from_json, to_json
from mooted.ledger.plain_names import Who
from mooted.ledger.portions import batches
from mooted.ledger.setting_right import of_people
from mooted.model.entry import Correction, Identity

Found = TypeVar("Found")
_F, _T, _C, _P = schema.forms.c, schema.form_tokens.c, schema.claims.c, schema.people.c


class Change(NamedTuple):
    """A name form was found to be another person than before."""

    at: datetime
    name: str
    before: str
    after: str


def changes(connection: Connection) -> list[Change]:
    """Every change of identity, in order."""
    told = schema.identity_changes.c
    rows = connection.execute(select(told.at, told.name, told.before, told.after).order_by(told.number))
    return [Change(*row) for row in rows]


def is_dirty(connection: Connection) -> bool:
    """Is anything left to resolve?"""
    return connection.scalar(select(_F.number).where(_F.dirty == 1).limit(1)) is not None


def resolve(connection: Connection, who: Who, now: datetime) -> int:
    """Resolve the neighbourhoods of all that has changed; how many name forms that were.

    A neighbourhood is every form whose name bears on another of it, or that shares its person so far, or is joined by a
    correction. So its result depends on what has been said and not on when which part of it came.
    """
    dirty = set(connection.scalars(select(_F.number).where(_F.dirty == 1)))
    if not dirty:
        return 0
    corrections = of_people(connection)
    around = neighbourhood(connection, dirty, corrections, who)
    forms = _forms(connection, around)
    told = who.identify([one for form, _ in forms.values() for one in form.sightings()], corrections)
    after = {number: told[form.first.document, form.first.name] for number, (form, _) in forms.items()}
    before = {number: person for number, (_, person) in forms.items()}
    _write(connection, before, after)
    _log(connection, {number: form.first.name for number, (form, _) in forms.items()}, before, after, now)
    return len(forms)


def neighbourhood(connection: Connection, seeds: set[int], corrections: Iterable[Correction], who: Who) -> set[int]:
    """The forms joined with ``seeds`` by names, persons and merges, through any number of steps."""
    merged: dict[str, set[str]] = {}
    for one in corrections:
        if one.kind == "merge" and one.value:
            merged.setdefault(one.target, set()).add(one.value)
            merged.setdefault(one.value, set()).add(one.target)
    around, edge, persons_met, bearers = set(seeds), seeds, set[str](), Bearers(connection, who)
    while edge:
        persons = _all(connection, select(_F.person).where(_F.person.is_not(None)).distinct(), _F.number, edge)
        persons |= {other for person in persons for other in merged.get(person, ())}
        persons -= persons_met
        named = _all(connection, select(_F.name).distinct(), _F.number, edge)
        found = bearers.beside(named) | _all(connection, select(_F.number), _F.person, persons)
        persons_met |= persons
        edge = found - around
        around |= edge
    return around


class Bearers:
    """The forms of names, met token by token."""

    def __init__(self, connection: Connection, who: Who) -> None:
        self._connection = connection
        self._who = who
        self._names: dict[str, list[str]] = {}  # by token, each as often as forms bear it
        self._forms: dict[str, set[int]] = {}
        self._asked: set[str] = set()

    def beside(self, names: set[str]) -> set[int]:
        """The forms whose names bear on any of these; of names that were not asked about before."""
        new = names - self._asked
        self._asked |= new
        tokens = {name: set(self._who.tokens(name)) for name in new}
        self._meet({token for some in tokens.values() for token in some} - self._names.keys())
        found: set[str] = set()
        for name, some in tokens.items():
            sharing = [other for token in some for other in self._names[token]]
            found.update(self._who.beside(name, sharing))
        return {form for name in found for form in self._forms[name]}

    def _meet(self, tokens: set[str]) -> None:
        self._names.update({token: [] for token in tokens})
        query = select(_T.token, _F.number, _F.name).join(schema.forms, _F.number == _T.form)
        for some in batches(sorted(tokens)):
            for token, number, name in self._connection.execute(query.where(among(_T.token, some))):
                self._names[token].append(name)
                self._forms.setdefault(name, set()).add(number)


def _all(
    connection: Connection, query: Select[tuple[Found]], column: ColumnElement[Any], values: Collection[Any]
) -> set[Found]:
    """What the question finds where ``column`` has one of the values."""
    found: set[Found] = set()
    for some in batches(list(values)):
        found.update(connection.scalars(query.where(among(column, some))))
    return found


def _forms(connection: Connection, numbers: set[int]) -> dict[int, tuple[Form, str | None]]:
    forms = {}
    for some in batches(sorted(numbers)):
        rows = connection.execute(select(_F.number, _F.told, _F.person).where(among(_F.number, some)))
        forms.update({number: (from_json(told, Form), person) for number, told, person in rows})
    return forms


def _write(connection: Connection, before: dict[int, str | None], after: dict[int, Identity]) -> None:
    """The persons of forms and of their claims, and the people themselves."""
    changed = [{"at": number, "who": one.id} for number, one in after.items() if before[number] != one.id]
    for some in batches(list(after)):
        connection.execute(update(schema.forms).where(among(_F.number, some)).values(dirty=0))
    if changed:
        here = update(schema.forms).where(_F.number == bindparam("at"))
        connection.execute(here.values(person=bindparam("who")), changed)
    _write_claims(connection, after)
    people = {one.id: one for one in after.values()}
    gone = {person for person in before.values() if person is not None}
    for ids in batches(sorted(gone | set(people))):
        connection.execute(delete(schema.people).where(among(_P.id, ids)))
    connection.execute(
        insert(schema.people),
        [
            {"id": one.id, "name": one.name, "role": one.role, "words": _words(one), "identity": to_json(one)}
            for one in people.values()
        ],
    )


def _write_claims(connection: Connection, after: dict[int, Identity]) -> None:
    """Claims are about the person that their form is; those of a form resolved before may be new."""
    for some in batches(list(after)):
        stale = among(_C.form, some) & _C.person.is_distinct_from(_person_of_form())
        rows = connection.execute(select(_C.number, _C.form).where(stale)).all()
        if rows:
            here = update(schema.claims).where(_C.number == bindparam("at")).values(person=bindparam("who"))
            connection.execute(here, [{"at": number, "who": after[form].id} for number, form in rows])


def _person_of_form() -> ScalarSelect[str]:
    return select(_F.person).where(_F.number == _C.form).scalar_subquery()


def _words(person: Identity) -> str:
    return "".join(f" {key(name)} |" for name in dict.fromkeys((person.name, *person.names)))


def _log(
    connection: Connection, names: dict[int, str], before: dict[int, str | None], after: dict[int, Identity],
    now: datetime,
) -> None:  # fmt: skip
    changes = sorted(
        {
            (names[number], was, after[number].id)
            for number, was in before.items()
            if was not in (None, after[number].id)
        }
    )
    if changes:
        connection.execute(
            insert(schema.identity_changes),
            [{"at": now, "name": name, "before": was, "after": is_now} for name, was, is_now in changes],
        )
