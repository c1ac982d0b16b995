"""Corrections in the store: appended, and what is derived from the claims they speak of worked out anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from mooted.ledger import schema
from mooted.ledger.corrected import Bound, correct, id_of, in_force, standing
from mooted.ledger.forms import key_of, sighting_for, touch
from mooted.ledger.inserting import update_rows
from mooted.ledger.listed import among
from mooted.ledger.payload import from_json, sha256, to_json
from mooted.ledger.plain_names import Who
from mooted.ledger.portions import batches
from mooted.ledger.rows import claim_of, columns
from mooted.model.claim import EVENTS, Claim
from mooted.model.entry import Correction, Sighting
from mooted.model.errors import MootedError

_C, _D, _R, _F = schema.claims.c, schema.documents.c, schema.corrections.c, schema.forms.c
_OF_PEOPLE = ("merge", "split")


class CorrectionError(MootedError):
    """A correction of something that is not there, or to something that cannot be."""


def all_of(connection: Connection) -> list[Bound]:
    """Every correction, in the order in which they were made."""
    rows = connection.execute(select(schema.corrections).order_by(_R.number))
    return [bound_of(row) for row in rows]


def bound_to(connection: Connection, documents: Iterable[str]) -> dict[str, list[Bound]]:
    """The corrections in force of claims of some documents, by document."""
    if not connection.scalar(select(_R.number).where(_R.document.is_not(None)).limit(1)):
        return {}
    wanted, found = set(documents), dict[str, list[Bound]]()
    for bound in in_force(all_of(connection)):
        if bound.claim is not None and bound.claim.document in wanted:
            found.setdefault(bound.claim.document, []).append(bound)
    return found


def of_people(connection: Connection) -> tuple[Correction, ...]:
    """The corrections in force that merge and split people."""
    return tuple(one.correction for one in in_force(all_of(connection)) if one.correction.kind in _OF_PEOPLE)


def append(connection: Connection, given: Correction, who: Who) -> Correction:
    """Write a correction and what follows from it but for people, who are left to be resolved."""
    correction = replace(given, id=given.id or id_of(given))
    if connection.scalar(select(_R.id).where(_R.id == correction.id)):
        return correction
    claim = _target(connection, correction)
    row = {
        "kind": correction.kind, "target": correction.target, "value": correction.value, "by": correction.by,
        "why": correction.why, "at": correction.at, "id": correction.id,
        "document": claim.document if claim else None, "bound": to_json(claim) if claim else None,
    }  # fmt: skip
    connection.execute(insert(schema.corrections), [{**row, "sha256": seal(correction, row["bound"])}])
    _follow(connection, correction, claim, who)
    return correction


def seal(correction: Correction, bound: object) -> str:
    """The sum of a correction's row."""
    return sha256(to_json(correction), None if bound is None else str(bound))


def bound_of(row: Row[Any]) -> Bound:
    """The correction of a row, and the claim that it was made of."""
    told = {name: getattr(row, name) for name in ("kind", "target", "value", "by", "why", "at", "id")}
    return Bound(Correction(**told), claim_of(row.bound) if row.bound else None)


def _target(connection: Connection, correction: Correction) -> Claim | None:
    """The claim that a correction speaks of. Raises where there is no such claim, person or correction."""
    target, kind = correction.target, correction.kind
    if kind == "undo":
        if not connection.scalar(select(_R.id).where(_R.id == target)):
            raise CorrectionError(f"there is no correction {target!r}; `mooted correct --list` shows them")
        if target not in {bound.correction.id for bound in standing(all_of(connection))}:
            raise CorrectionError(f"{target!r} was taken back already; `mooted correct --list` shows by whom")
    elif kind in _OF_PEOPLE:
        _check_people(connection, correction)
    else:
        return _claim(connection, correction)
    return None


def _check_people(connection: Connection, correction: Correction) -> None:
    people = [correction.target, correction.value] if correction.kind == "merge" else [correction.target]
    for person in people:
        if not connection.scalar(select(schema.people.c.id).where(schema.people.c.id == person)):
            raise CorrectionError(f"there is no person {person!r}; `mooted who NAME` tells the ids")
    if correction.kind == "merge" and correction.target == correction.value:
        raise CorrectionError(f"{correction.target!r} is one person already")
    if correction.kind == "split" and not connection.scalar(
        select(_F.number).where(_F.person == correction.target, _F.name == correction.value).limit(1)
    ):
        raise CorrectionError(f"{correction.target!r} has no name form {correction.value!r}; `mooted who` tells them")


def _claim(connection: Connection, correction: Correction) -> Claim:
    words = connection.scalar(select(_C.claim).where(_C.id == correction.target).limit(1))
    if words is None:
        raise CorrectionError(f"there is no claim {correction.target!r}; claims show their `id` with --format jsonl")
    if correction.kind in ("player", "event", "polarity") and not correction.value:
        raise CorrectionError(f"the right {correction.kind} is missing; give it as the value")
    if correction.kind == "event" and correction.value not in EVENTS:
        raise CorrectionError(f"{correction.value!r} is no event; events are {', '.join(EVENTS)}")
    if correction.kind == "polarity" and correction.value not in ("affirmed", "denied"):
        raise CorrectionError(f"{correction.value!r} is no polarity; it is affirmed or denied")
    return claim_of(words)


def _follow(connection: Connection, correction: Correction, claim: Claim | None, who: Who) -> None:
    """Work out anew what the correction changes; an ``undo`` changes what its target changed."""
    if correction.kind == "undo":
        row = connection.execute(select(schema.corrections).where(_R.id == correction.target)).one()
        undone = bound_of(row)
        _follow(connection, undone.correction, undone.claim, who)
    elif claim is not None:
        recorrect(connection, [claim.document], who)
    else:
        people = [one for one in (correction.target, correction.value) if one]
        connection.execute(update(schema.forms).where(among(_F.person, people)).values(dirty=1))


def recorrect(connection: Connection, documents: Sequence[str], who: Who) -> None:
    """Derive the columns of the documents' claims anew from the claims as read and the corrections in force."""
    bound = bound_to(connection, documents)
    for some in batches(list(documents)):
        rows = connection.execute(
            select(_C.number, _C.claim, _C.document, _C.reading, _C.said_at, _C.form, _D.id)
            .join(schema.documents, _D.number == _C.document)
            .where(among(_D.id, some), _C.standing != "replaced")
        ).all()
        people = _people(connection, {row.document for row in rows})
        told = []
        for row in rows:
            now = correct(claim_of(row.claim), bound.get(row.id, []))
            about = sighting_for(now.claim, people.get((row.document, row.reading), {}), row.said_at)
            told.append((row.number, now, (key_of(about), about) if about else None))
        forms = touch(connection, [shown for *_, shown in told if shown], who)
        changed = []
        for number, now, shown in told:
            form = forms[shown[0]] if shown else None
            person = form and form.person
            changed.append({"number": number, "person": person, **columns(now, form and form.number)})
        update_rows(connection, schema.claims, changed)


def _people(connection: Connection, documents: set[int]) -> dict[tuple[int, str], dict[str, Sighting]]:
    found: dict[tuple[int, str], dict[str, Sighting]] = {}
    for some in batches(sorted(documents)):
        rows = connection.execute(select(schema.sightings).where(among(schema.sightings.c.document, some)))
        for row in rows:
            found.setdefault((row.document, row.reading), {})[row.name] = from_json(row.sighting, Sighting)
    return found
