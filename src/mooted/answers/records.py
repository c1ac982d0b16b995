"""What answers ask of a ledger, and how a day becomes the moment up to which it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Protocol

from mooted.model.document import Document
from mooted.model.entry import Correction, Entry, Identity
from mooted.model.move import Move


class Records(Protocol):
    """The reading half of ``mooted.Ledger``. ``as_of`` leaves out what was said later, ``since`` what was before."""

    def entries(
        self,
        *,
        person: str | None = None,
        club: str | None = None,
        source: str | None = None,
        document: str | None = None,
        event: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        as_of: datetime | None = None,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> Sequence[Entry]:
        """The claims that fit, in the order in which they were said."""

    def people(self, words: str) -> Sequence[Identity]:
        """The people whom the words may name."""

    def identity(self, person: str) -> Identity | None:
        """The person of an id."""

    def document(self, id: str, version: str | None = None) -> Document | None:
        """A document, by default as it was seen last."""

    def documents(
        self, since: datetime | None = None, until: datetime | None = None, as_of: datetime | None = None
    ) -> Iterable[Document]:
        """The documents of a stretch of time, in the order in which they spoke."""

    def corrections(self) -> Sequence[Correction]:
        """What was set right."""

    def moves(
        self, person: str | None = None, window: str | None = None, as_of: datetime | None = None
    ) -> Sequence[Move]:
        """The moves that happened."""


def moment_of(as_of: date | datetime | str | None) -> datetime:
    """The moment up to which to ask: of a day its end, of a moment itself (UTC if it has no zone), of nothing now.

    >>> moment_of("2021-08-31").isoformat()
    '2021-08-31T23:59:59.999999+00:00'
    >>> moment_of("2021-08-31T12:00").isoformat()
    '2021-08-31T12:00:00+00:00'
    """
    if as_of is None:
        return datetime.now(UTC)
    if isinstance(as_of, str):
        as_of = _read(as_of.strip())
    if isinstance(as_of, datetime):
        return as_of.astimezone(UTC) if as_of.tzinfo else as_of.replace(tzinfo=UTC)
    return datetime.combine(as_of, time.max, tzinfo=UTC)


def start_of(day: date | datetime | str) -> datetime:
    """The moment from which to ask: of a day its beginning."""
    moment = moment_of(day)
    return datetime.combine(moment.date(), time.min, tzinfo=UTC) if moment.time() == time.max else moment


def _read(words: str) -> date | datetime:
    """A day or a moment in ISO form."""
    try:
        return date.fromisoformat(words) if len(words) <= 10 else datetime.fromisoformat(words)
    except ValueError:
        raise ValueError(f"{words!r} is no date; give it like 2021-08-31 or 2021-08-31T18:00Z") from None
