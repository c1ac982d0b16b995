"""Writing what was read: a batch of documents in one transaction, with no more than a few questions to the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from mooted.ledger import schema
from mooted.ledger.corrected import Bound, Corrected, correct
from mooted.ledger.forms import batches, key_of, sighting_for, touch
from mooted.ledger.numbers import free, number_of
from mooted.ledger.payload import reading_of, to_json, version_of
from mooted.ledger.plain_names import Who
from mooted.ledger.rows import Period, Record, claim_row, document_row, source_rows
from mooted.ledger.setting_right import bound_to, take_persons
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
    """A version or reading to be written, and its row."""

    given: Given
    row: Record
    reread: bool


def write(store: Store, connection: Connection, batch: Sequence[Given], who: Who, now: datetime) -> Written:
    """Write a batch. It counts once the transaction has ended."""
    held = _held(connection, sorted({given.document.id for given in batch}))
    receipts, plans = _planned(batch, held, now)
    _number(connection, plans)
    periods = _periods(connection, held, plans)
    _take_back_readings(connection, [plan for plan in plans if plan.reread])
    fresh = [{**plan.row, **_current(periods[plan.row["number"]])} for plan in plans if not plan.reread]
    _insert(connection, schema.documents, fresh)
    store.index(connection, "documents", [(row["number"], indexed(_all_words(row))) for row in fresh])
    _write_claims(store, connection, plans, periods, who)
    return Written(receipts, any(plan.reread for plan in plans))


def known(connection: Connection, documents: Sequence[Document], reader: str) -> dict[int, Receipt]:
    """Those of the documents, by their place, of which ``reader`` has read this very version."""
    read: dict[tuple[str, str], int] = {}
    for some in batches(sorted({document.id for document in documents})):
        rows = connection.execute(select(_D.id, _D.version, _D.claims).where(_D.id.in_(some), _D.reader == reader))
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
            ).where(_D.id.in_(some))
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
    planned = set[tuple[str, str]]()
    for given in batch:
        document = given.document if given.document.seen_at else replace(given.document, seen_at=now)
        reading = reading_of(given.whole.claims, given.whole.people)
        row = document_row(document, 0, given.reader, reading, len(given.whole.claims))
        name = (document.id, row["version"])
        known = held.get(document.id, {}).get(row["version"])
        if name in planned or (known is not None and known.reading == reading):
            receipts.append(Receipt(*name, "repeated", len(given.whole.claims)))
            continue
        others = document.id in held or any(id == document.id for id, _ in planned)
        receipts.append(Receipt(*name, "updated" if others else "new", len(given.whole.claims)))
        planned.add(name)
        if known is not None:
            row |= {"number": known.number, "seen_at": known.seen_at, "said_at": known.said_at}
        plans.append(_Plan(given._replace(document=document), row, known is not None))
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
        taken.update(connection.scalars(select(table.c.number).where(table.c.number.in_(some))))
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
                changed.append({"at": version.number, **_current(period)})
    for column in (_D.number, _C.document):
        if changed:
            connection.execute(update(column.table).where(column == bindparam("at")), changed)
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
    forms = touch(connection, [one for some in seen for one in some.everybody()], who)
    _insert(connection, schema.sightings, [row for some in seen for row in some.rows(forms)])
    told = [(some.plan.row, claim, now, form) for some in seen for claim, now, form in some.claims]
    wanted = [number_of(row["said_at"], f"{claim.id} {row['number']} {row['reading']}") for row, claim, *_ in told]
    numbers = free(wanted, lambda some: _taken(connection, schema.claims, some))
    _insert(connection, schema.claims, [
        claim_row(claim, now, row, number, forms[key_of(form)] if form else None, periods[row["number"]])
        for (row, claim, now, form), number in zip(told, numbers, strict=True)
    ])  # fmt: skip
    _insert(connection, schema.sources, [
        source for (row, claim, *_), number in zip(told, numbers, strict=True)
        for source in source_rows(claim, row["outlet"], number)
    ])  # fmt: skip
    words = [(number, indexed(claim.evidence.words)) for (_, claim, *_), number in zip(told, numbers, strict=True)]
    store.index(connection, "claims", words)
    take_persons(connection, numbers)


class _Seen(NamedTuple):
    """What a plan shows: its people, and its claims as they are now, each with whom it is about."""

    plan: _Plan
    people: tuple[Sighting, ...]
    claims: list[tuple[Claim, Corrected, Sighting | None]]

    def everybody(self) -> list[Sighting]:
        shown = set(map(id, self.people))  # most claims are about one of these very people
        return [*self.people, *(form for *_, form in self.claims if form is not None and id(form) not in shown)]

    def rows(self, forms: Mapping[str, int]) -> list[Record]:
        row = self.plan.row
        return [
            {"document": row["number"], "reading": row["reading"], "name": one.name, "form": forms[key_of(one)],
             "said_at": one.said_at, "sighting": to_json(one)}
            for one in self.people
        ]  # fmt: skip


def _seen(plan: _Plan, bound: list[Bound]) -> _Seen:
    whole, moment = plan.given.whole, plan.row["said_at"]
    people = tuple({one.name: replace(one, said_at=moment) for one in whole.people}.values())
    claims = []
    for claim in whole.claims:
        now = correct(claim, bound)
        claims.append((claim, now, sighting_for(now.claim, people, moment)))
    return _Seen(plan, people, claims)


def _all_words(row: Record) -> str:
    return f"{row['title'] or ''} {row['text']}"


def _insert(connection: Connection, table: Table, rows: list[Record]) -> None:
    if rows:
        connection.execute(insert(table), rows)
