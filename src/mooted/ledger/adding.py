"""Writing what was read: a batch of documents in one transaction, with no more than a few questions to the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from sqlalchemy import Connection, Table, bindparam, select, update

from mooted.ledger import schema, signing
from mooted.ledger.corrected import Bound, correct
from mooted.ledger.forms import Stored, key_of, sighting_for, touch
from mooted.ledger.inserting import Record, insert_rows, update_rows
from mooted.ledger.listed import among
from mooted.ledger.numbers import free, number_of, numbers_of
from mooted.ledger.payload import reading_of, to_json, version_of
from mooted.ledger.plain_names import Who
from mooted.ledger.portions import batches
from mooted.ledger.rows import Period, Told, claim_row, document_row, source_rows
from mooted.ledger.setting_right import bound_to
from mooted.ledger.signing import Sign
from mooted.ledger.store import Store
from mooted.ledger.tokens import indexed
from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.entry import Sighting

_D, _C = schema.documents.c, schema.claims.c


class Whole(Protocol):
    """What reading a document gives: its claims, and the people whom it shows."""

    @property
    def claims(self) -> tuple[Claim, ...]: ...

    @property
    def people(self) -> tuple[Sighting, ...]: ...


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a document: ``new``; ``repeated``, nothing changed; ``updated``, another version or reading.

    ``claims`` is how many it has now. What has a receipt is on the disk.
    """

    document: str
    version: str
    kind: Literal["new", "repeated", "updated"]
    claims: int


class Given(NamedTuple):
    """A document to be written, with what was read in it and by which reader."""

    document: Document
    whole: Whole
    reader: str


class Written(NamedTuple):
    """The receipts of a batch, in its order; ``reread`` where a version known before has got another reading."""

    receipts: list[Receipt]
    reread: bool


class _Held(NamedTuple):
    """A version that the ledger holds, or is about to."""

    number: int
    version: str
    reading: str
    seen_at: datetime
    said_at: datetime
    claims: int
    period: Period | None = None


class _Plan(NamedTuple):
    """A version or reading to be written, its row, and its claims as JSON."""

    given: Given
    row: Record
    claims: list[str]
    reread: bool


def write(
    store: Store, connection: Connection, batch: Sequence[Given], who: Who, now: datetime, sign: Sign | None = None
) -> Written:
    """Write a batch. It counts once the transaction has ended."""
    held = _held(connection, sorted({given.document.id for given in batch}))
    receipts, plans = _planned(batch, held, now)
    _number(connection, plans)
    periods = _periods(connection, held, plans)
    _take_back_readings(connection, [plan for plan in plans if plan.reread])
    fresh = [{**plan.row, **_current(periods[plan.row["number"]])} for plan in plans if not plan.reread]
    insert_rows(connection, schema.documents, fresh)
    _sign(connection, plans, sign)
    store.index(connection, "documents", [(row["number"], indexed(_all_words(row))) for row in fresh])
    _write_claims(store, connection, plans, periods, who)
    return Written(receipts, any(plan.reread for plan in plans))


def known(connection: Connection, documents: Sequence[Document], reader: str) -> dict[int, Receipt]:
    """Those of the documents, by their place, of which ``reader`` has read this very version."""
    read: dict[tuple[str, str], int] = {}
    for some in batches(sorted({document.id for document in documents})):
        rows = connection.execute(select(_D.id, _D.version, _D.claims).where(among(_D.id, some), _D.reader == reader))
        read |= {(id, version): claims for id, version, claims in rows}
    names = [(document.id, version_of(document)) for document in documents]
    return {at: Receipt(*name, "repeated", read[name]) for at, name in enumerate(names) if name in read}


def _held(connection: Connection, ids: list[str]) -> dict[str, dict[str, _Held]]:
    """The versions of documents that the ledger holds."""
    held: dict[str, dict[str, _Held]] = {}
    for some in batches(ids):
        rows = connection.execute(
            select(
                _D.id, _D.number, _D.version, _D.reading, _D.seen_at, _D.said_at, _D.claims, _D.current_from,
                _D.current_until,
            ).where(among(_D.id, some))
        )  # fmt: skip
        for id, *known, since, until in rows:
            version = _Held._make((*known, Period(since, until)))
            held.setdefault(id, {})[version.version] = version
    return held


def _planned(
    batch: Sequence[Given], held: dict[str, dict[str, _Held]], now: datetime
) -> tuple[list[Receipt], list[_Plan]]:
    """What is to be written. Of two readings of one version in a batch the first stands."""
    receipts, plans = list[Receipt](), list[_Plan]()
    planned, ids = set[tuple[str, str]](), set(held)
    for given in batch:
        document = given.document if given.document.seen_at else replace(given.document, seen_at=now)
        claims = list(map(to_json, given.whole.claims))
        reading = reading_of(claims, given.whole.people)
        row = document_row(document, given.reader, reading, len(claims))
        name = (document.id, row["version"])
        known = held.get(document.id, {}).get(row["version"])
        if name in planned or (known is not None and known.reading == reading):
            receipts.append(Receipt(*name, "repeated", len(given.whole.claims)))
            continue
        receipts.append(Receipt(*name, "updated" if document.id in ids else "new", len(given.whole.claims)))
        planned.add(name)
        ids.add(document.id)
        if known is not None:
            row |= {"number": known.number, "seen_at": known.seen_at, "said_at": known.said_at}
        plans.append(_Plan(given._replace(document=document), row, claims, known is not None))
    return receipts, plans


def _number(connection: Connection, plans: list[_Plan]) -> None:
    """Give each new version its number."""
    rows = [plan.row for plan in plans if not plan.reread]
    wanted = [number_of(row["said_at"], f"{row['id']} {row['version']}") for row in rows]
    for row, number in zip(rows, free(wanted, lambda some: _taken(connection, schema.documents, some)), strict=True):
        row["number"] = number


def _taken(connection: Connection, table: Table, numbers: Collection[int]) -> set[int]:
    """Those of ``numbers`` that rows of ``table`` have."""
    taken: set[int] = set()
    for some in batches(list(numbers)):
        taken.update(connection.scalars(select(table.c.number).where(among(table.c.number, some))))
    return taken


def _periods(connection: Connection, held: dict[str, dict[str, _Held]], plans: list[_Plan]) -> dict[int, Period]:
    """When each version is the newest, and the change written for versions that give way."""
    for plan in plans:
        if not plan.reread:
            row = plan.row
            new = _Held._make((*(row[name] for name in _Held._fields[:-1]), None))
            held.setdefault(row["id"], {})[new.version] = new
    periods: dict[int, Period] = {}
    changed = []
    for id in {plan.row["id"] for plan in plans}:
        for version, period in _chain(held[id].values()):
            periods[version.number] = period
            if version.period not in (None, period):
                changed.append({"number": version.number, **_current(period)})
    update_rows(connection, schema.documents, changed)
    if changed:
        told = [{"at": row["number"], **_current(periods[row["number"]])} for row in changed]
        connection.execute(update(schema.claims).where(_C.document == bindparam("at")), told)
    return periods


def _chain(versions: Iterable[_Held]) -> list[tuple[_Held, Period]]:
    """Versions in the order in which they were seen, each with its period.

    The first counts from when it spoke; each later one from when it was seen, for until then nobody knew it.
    """
    order = sorted(versions, key=lambda one: (one.seen_at, one.said_at, one.version))
    begins = [order[0].said_at]
    for one in order[1:]:
        begins.append(max(begins[-1], one.said_at, one.seen_at))
    return [
        (one, Period(*span)) for one, span in zip(order, zip(begins, [*begins[1:], None], strict=True), strict=True)
    ]


def _current(period: Period) -> Record:
    return {"current_from": period.since, "current_until": period.until}


def _take_back_readings(connection: Connection, plans: list[_Plan]) -> None:
    """The claims of an earlier reading give way to those of the new one; they stay in the ledger."""
    if not plans:
        return
    rows = [{"at": plan.row["number"]} for plan in plans]
    connection.execute(update(schema.claims).where(_C.document == bindparam("at")).values(standing="replaced"), rows)
    connection.execute(
        update(schema.documents).where(_D.number == bindparam("at")),
        [{"at": plan.row["number"], **{name: plan.row[name] for name in ("reader", "reading", "claims")}}
         for plan in plans],
    )  # fmt: skip


def _write_claims(
    store: Store, connection: Connection, plans: list[_Plan], periods: Mapping[int, Period], who: Who
) -> None:
    """The claims and sightings of the plans, with corrections honoured and forms touched."""
    bound = bound_to(connection, [plan.row["id"] for plan in plans])
    seen = [_seen(plan, bound.get(plan.row["id"], [])) for plan in plans]
    forms = touch(connection, [one for some in seen for one in some.everybody.items()], who)
    insert_rows(connection, schema.sightings, [row for some in seen for row in some.rows(forms)])
    told = [(some.plan.row, *one) for some in seen for one in some.claims]
    wanted = [number for some in seen for number in some.numbers()]
    numbers = free(wanted, lambda some: _taken(connection, schema.claims, some))
    insert_rows(connection, schema.claims, [
        claim_row(claim, row, number, forms[key] if key else None, periods[row["number"]])
        for (row, claim, key), number in zip(told, numbers, strict=True)
    ])  # fmt: skip
    insert_rows(connection, schema.sources, [
        source for (row, one, _), number in zip(told, numbers, strict=True)
        for source in source_rows(one.claim, row["outlet"], number)
    ])  # fmt: skip
    words = [(number, indexed(one.claim.evidence.words)) for (_, one, _), number in zip(told, numbers, strict=True)]
    store.index(connection, "claims", words)


class _Seen(NamedTuple):
    """What a plan shows: its people; its claims in the order in which they stand, each with the key of the form that
    it is about; and all forms by their keys."""

    plan: _Plan
    people: list[tuple[str, Sighting]]
    claims: list[tuple[Told, str | None]]
    everybody: dict[str, Sighting]

    def rows(self, forms: Mapping[str, Stored]) -> list[Record]:
        row = self.plan.row
        return [
            {"document": row["number"], "reading": row["reading"], "name": one.name, "form": forms[key].number,
             "said_at": one.said_at, "sighting": to_json(one)}
            for key, one in self.people
        ]  # fmt: skip

    def numbers(self) -> list[int]:
        row = self.plan.row
        return numbers_of(row["said_at"], f"{row['number']} {row['reading']}", len(self.claims))


def _seen(plan: _Plan, bound: list[Bound]) -> _Seen:
    whole, moment = plan.given.whole, plan.row["said_at"]
    shown = {one.name: one if one.said_at == moment else replace(one, said_at=moment) for one in whole.people}
    people = [(key_of(one), one) for one in shown.values()]
    keys, everybody = {one.name: key for key, one in people}, dict(people)
    claims = list[tuple[Told, str | None]]()
    for claim, words in zip(whole.claims, plan.claims, strict=True):
        now = correct(claim, bound)
        about, key = sighting_for(now.claim, shown, moment), None
        if about is not None:
            key = keys.get(about.name) or key_of(about)
            everybody.setdefault(key, about)
        claims.append((Told(claim, claim.id, words, now), key))
    claims.sort(key=lambda one: (one[0].claim.evidence.begins, one[0].id))
    return _Seen(plan, people, claims, everybody)


def _sign(connection: Connection, plans: Sequence[_Plan], sign: Sign | None) -> None:
    """The signatures of documents with claims; another reading may be the first that finds any."""
    again = [plan.row["number"] for plan in plans if plan.reread]
    if again:
        signing.forget(connection, again)
    if sign:
        signing.keep(connection, [(plan.row["number"], sign(plan.given.document)) for plan in plans if plan.claims])


def _all_words(row: Record) -> str:
    return f"{row['title'] or ''} {row['text']}"
