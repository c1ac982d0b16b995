"""Echo: what each document derives from, in which way, and whether it brings anything new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.table import Table
from mooted.model.entry import Derivation
from mooted.model.wire import Json

if TYPE_CHECKING:
    pass


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
