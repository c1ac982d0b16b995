"""Echo: what each document derives from, in which way, and whether it brings anything new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.askable import askable
from mooted.answers.brief import since_moment
from mooted.answers.moments import moment_of
from mooted.answers.table import Table
from mooted.entities.families import load_families
from mooted.model.document import Document
from mooted.model.entry import Derivation
from mooted.model.missing import NotFound
from mooted.model.wire import Json
from mooted.sagas.copies import COPIED_WITHIN
from mooted.sagas.derive import derive
from mooted.sagas.echo import CLOCKS

if TYPE_CHECKING:
    from mooted.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Derived:
    """One document: ``origin`` is the id of the document that it derives from, ``kind`` how; both null where it
    stands by itself (or cites a source whose own report is not in the ledger: then ``origin`` alone is null)."""

    id: str
    origin: str | None
    kind: Derivation | None
    new_information: bool
    outlet: str | None
    title: str | None
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Echo(Table):
    """The documents in the order in which they spoke, each with what it derives from."""

    COLUMNS: ClassVar = ("id", "origin", "kind", "new_information", "outlet", "title", "said_at")
    SHOWN: ClassVar = COLUMNS

    documents: tuple[Derived, ...]
    as_of: datetime

    @property
    def title(self) -> str:
        """How many documents."""
        return f"Echo of {len(self.documents):,} documents"

    def rows(self) -> list[Json]:
        """A row for each document."""
        return [
            {
                "id": one.id,
                "origin": one.origin,
                "kind": one.kind,
                "new_information": one.new_information,
                "outlet": one.outlet,
                "title": one.title,
                "said_at": one.said_at.isoformat(),
            }
            for one in self.documents
        ]

    def to_json(self) -> Json:
        """The documents as rows."""
        return {"as_of": self.as_of.isoformat(), "documents": self.rows()}


def echo(
    ledger: Ledger,
    document: str | None = None,
    *,
    since: date | datetime | str | None = None,
    as_of: date | datetime | str | None = None,
) -> Echo:
    """What one document derives from, or each that spoke since a day (without one: each of all).

    Reads those documents whole; of a large ledger ask for a stretch of it. Raises ``NotFound`` for an unknown id.
    """
    until = moment_of(as_of)
    if document is None:
        start = since_moment(since, until) if since else None
        return Echo(_derived(ledger, start and start - COPIED_WITHIN, until, start), until)
    spoke = _moment_of(ledger, askable(document), until)
    found = _derived(ledger, spoke - COPIED_WITHIN, min(until, spoke + CLOCKS), spoke)
    return Echo(tuple(one for one in found if one.id == document), until)


def _moment_of(ledger: Ledger, id: str, until: datetime) -> datetime:
    """When a document spoke."""
    known = ledger.document(id)
    spoke = known.said_at if known else None
    if spoke is None or spoke > until:
        raise NotFound("document", id, remedy="mooted search finds documents by their words")
    return spoke


def _derived(
    ledger: Ledger, since: datetime | None, until: datetime, shown_from: datetime | None
) -> tuple[Derived, ...]:
    """The documents of a stretch of time; those from ``shown_from`` on are shown."""
    documents = {one.id: one for one in ledger.documents(since=since, as_of=until)}
    entries = ledger.entries(since=since, as_of=until)
    told = derive(documents.values(), entries, load_families())
    found = (_one(documents[one.document], one.origin, one.kind, one.new) for one in told)
    return tuple(one for one in found if shown_from is None or one.said_at >= shown_from)


def _one(document: Document, origin: str | None, kind: Derivation | None, new: bool) -> Derived:
    spoke = document.said_at
    assert spoke is not None, "the ledger gives every document its seen_at"
    return Derived(document.id, origin, kind, new, document.outlet, document.title, spoke)
