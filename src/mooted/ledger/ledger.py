"""The ledger: one door to all that was said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from sqlalchemy import select

from mooted.ledger import (
    asking,
    chaptering,
    counting,
    moving,
    plain_names,
    rebuilding,
    rejecting,
    resolving,
    saving,
    schema,
    setting_right,
    signing,
    stock,
    verifying,
)
from mooted.ledger.adding import Given, Receipt, Whole, known, write
from mooted.ledger.chaptering import Kept, Outlined
from mooted.ledger.corrected import Ruling, rulings
from mooted.ledger.counting import Counted, Told
from mooted.ledger.marks import is_marked, mark
from mooted.ledger.opening import Mode, default_address, open_store
from mooted.ledger.payload import from_json
from mooted.ledger.plain_names import Who
from mooted.ledger.questions import Questions
from mooted.ledger.rows import Family
from mooted.ledger.searching import Search
from mooted.ledger.signing import Sign
from mooted.ledger.stock import ClubCount, Counts, OutletCount
from mooted.ledger.store import Store
from mooted.ledger.terms import Asked
from mooted.ledger.verifying import Damage
from mooted.model.document import Document
from mooted.model.entry import Correction, Entry, Identity, Sighting
from mooted.model.errors import Rejected
from mooted.model.hit import Hit
from mooted.model.move import Move

BATCH = 200  # documents
_HEAVY = 4_000_000  # characters


class Ledger:
    """What was said, for ever: appended to, corrected by rows that are appended too, and asked.

    Threads may ask at the same time; one writes at a time, as do processes. Every method raises ``LedgerError`` where
    the store fails.
    """

    def __init__(
        self, store: Store, who: Who = plain_names, family: Family | None = None, sign: Sign | None = None
    ) -> None:
        self._store = store
        self._who = who
        self._family = family
        self._sign = sign

    @classmethod
    def open(
        cls, address: str | Path | None = None, *, who: Who = plain_names, family: Family | None = None,
        sign: Sign | None = None, mode: Mode = "append", seconds: float | None = None,
    ) -> Self:  # fmt: skip
        """The ledger at ``address``: the path of a file, ``":memory:"`` or ``postgresql://...``; else the user's own.

        ``who`` tells who is who, ``family`` which publisher an outlet belongs to, ``sign`` makes the
        signatures by which copies are found. ``mode`` is ``append`` (make it
        where there is none), ``extend`` (there has to be one) or ``read``; ``seconds`` how long a question may take.
        """
        store = open_store(str(address) if address is not None else default_address(), mode, seconds)
        ledger = cls(store, who, family, sign)
        if mode != "read":
            ledger.resolve()  # a command that was killed may have left some people open
        return ledger

    @property
    def place(self) -> str:
        """Where it lies: a path, or an address without its password."""
        return self._store.place

    def close(self) -> None:
        """Give back files and connections."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, document: Document, whole: Whole, *, reader: str = "") -> Receipt:
        """Write a document with what was read in it, and resolve whom it shows. Adding it again changes nothing."""
        (receipt,) = self.add_all([(document, whole)], reader=reader)
        return receipt

    def add_all(
        self, read: Iterable[tuple[Document, Whole]], *, reader: str = "", resolve: bool = True
    ) -> Iterator[Receipt]:
        """Write documents as they come, some hundred in a transaction; a receipt for each, once it is on the disk.

        People are resolved once, at the end (or by ``resolve`` later); who stops before leaves that to whoever opens
        the ledger next.
        """
        for batch in _batches(Given(document, whole, reader) for document, whole in read):
            yield from self._write(batch)
        if resolve:
            self.resolve()

    def resolve(self) -> None:
        """Work out who is who wherever something has changed since."""
        with self._store.reading() as connection:
            stale = is_marked(connection, "people")
            unsigned = self._sign is not None and is_marked(connection, "signatures")
            if not stale and not unsigned and not resolving.is_dirty(connection):
                return
        with self._store.writing() as connection:
            if unsigned and self._sign:
                signing.sign_missing(connection, self._sign)
            if stale:
                rebuilding.make_people_anew(connection, self._who)
            resolving.resolve(connection, self._who, asking.now())

    def known(self, documents: Sequence[Document], reader: str) -> dict[int, Receipt]:
        """Those of the documents, by their place, that this reader has read before: nothing about them would change."""
        with self._store.reading() as connection:
            return known(connection, documents, reader)

    def entries(self, **asked: Unpack[Questions]) -> list[Entry]:
        """The claims that fit all that is given, in the order in which they were said (or the newest first).

        ``people`` are several persons, asked for at once, ``pursuits`` persons each with the club that is to get him,
        ``sayings`` those with the gist of what is said; ``club`` is in either part; ``source`` (one name or several
        forms of it) printed it, said it or passed it on. Times are aware datetimes; ``since`` is included and ``until``
        is not; ``as_of`` asks for what was known then.
        """
        with self._store.reading() as connection:
            return asking.entries(connection, Asked(**asked), self._family)

    def outline(self, person: str, *, as_of: datetime | None = None) -> list[Outlined]:
        """The claims about a person in outline, without a look at the claims, in order to the second."""
        with self._store.reading() as connection:
            return chaptering.outline(connection, Asked(person=person, as_of=as_of))

    def chapters(self, person: str) -> dict[str, Kept]:
        """What is kept of a person's windows, by window."""
        with self._store.reading() as connection:
            return chaptering.chapters(connection, person)

    def chapters_until(self) -> str | None:
        """Up to when chapters are kept, and by which rules, as they who kept them said."""
        with self._store.reading() as connection:
            return chaptering.until(connection)

    def keep_chapters(self, kept: Sequence[Kept], *, until: str | None = None) -> None:
        """Keep chapters in the place of all others of these people, ``until`` tells up to when."""
        with self._store.writing() as connection:
            chaptering.keep(connection, kept, until)

    def spoken_of(self, times: int) -> list[str]:
        """The ids of the people about whom there are more than so many claims."""
        with self._store.reading() as connection:
            return chaptering.spoken_of(connection, times)

    def count(self, **asked: Unpack[Questions]) -> int:
        """How many claims ``entries`` would give."""
        with self._store.reading() as connection:
            return counting.count(connection, Asked(**asked))

    def entry(self, claim: str) -> Entry | None:
        """The current claim of an id."""
        with self._store.reading() as connection:
            return asking.entry(connection, claim, self._family)

    def counted(self, **asked: Unpack[Questions]) -> list[Counted]:
        """What was said of people (by person, people, event and time), without its words, and how often."""
        with self._store.reading() as connection:
            return list(counting.counted(connection, Asked(**asked)))

    def told(self, *, apart: Sequence[datetime] = (), **asked: Unpack[Questions]) -> list[Told]:
        """What was told of pursuits or people (by event and time), counted apart by the moments of ``apart``."""
        with self._store.reading() as connection:
            return list(counting.told(connection, Asked(**asked), apart))

    def numbered(self, numbers: Sequence[int]) -> dict[int, Entry]:
        """The claims with these keys, which ``told`` tells, by key."""
        with self._store.reading() as connection:
            return asking.entries_by_number(connection, numbers, self._family)

    def people(
        self, words: str = "", *, limit: int = 50, skip: int = 0, as_of: datetime | None = None
    ) -> list[Identity]:
        """The people of whose name forms one holds all the words, those most spoken of (by then) first, from one on."""
        with self._store.reading() as connection:
            return asking.people(connection, words, limit, skip, as_of)

    def identity(self, person: str) -> Identity | None:
        """A person by his id."""
        with self._store.reading() as connection:
            words = connection.scalar(select(schema.people.c.identity).where(schema.people.c.id == person))
            return None if words is None else from_json(words, Identity)

    def identities(self, people: Collection[str]) -> dict[str, Identity]:
        """Several people by their ids."""
        with self._store.reading() as connection:
            return asking.identities(connection, people)

    def sightings(
        self, *, person: str | None = None, document: str | None = None, as_of: datetime | None = None
    ) -> list[Sighting]:
        """What documents show of a person, or whom a document shows, in the order of time."""
        with self._store.reading() as connection:
            return asking.sightings(connection, person, document, as_of)

    def document(self, id: str, version: str | None = None) -> Document | None:
        """A version of a document; without one, the version that is current."""
        with self._store.reading() as connection:
            return asking.document(connection, id, version)

    def versions(self, wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], Document]:
        """Several versions of documents, each named by its id and version; of those that are there."""
        with self._store.reading() as connection:
            return asking.versions(connection, wanted)

    def signatures(self, versions: Collection[tuple[str, str]]) -> dict[tuple[str, str], bytes]:
        """The signatures of documents, each named by its id and version; of those that have one."""
        with self._store.reading() as connection:
            return signing.signatures(connection, versions)

    def documents(
        self, *, since: datetime | None = None, until: datetime | None = None, as_of: datetime | None = None
    ) -> Iterator[Document]:
        """The current versions of documents in the order in which they spoke, a few in memory at a time."""
        with self._store.reading() as connection:
            yield from asking.documents(connection, Asked(since=since, until=until, as_of=as_of))

    def search(self, words: str, *, as_of: datetime | None = None, limit: int = 50, syntax: bool = False) -> list[Hit]:
        """Claims whose evidence, then documents whose title or text has all the words; each the newest first.

        Any string is safe. With ``syntax``, "phrases", prefix*, AND, OR, NOT and brackets; raises ``QueryError``
        where they do not fit.
        """
        with self._store.reading() as connection:
            return Search(self._store, connection, as_of, self._family).hits(words, limit, syntax=syntax)

    def correct(self, correction: Correction) -> Correction:
        """Append a correction, with its id. Raises ``CorrectionError`` where its target or value cannot be."""
        with self._store.writing() as connection:
            appended = setting_right.append(connection, correction, self._who)
            resolving.resolve(connection, self._who, asking.now())
            return appended

    def corrections(self) -> list[Correction]:
        """Every correction ever made, in order, with those undone and the undoings."""
        with self._store.reading() as connection:
            return [bound.correction for bound in setting_right.all_of(connection)]

    def rulings(self) -> list[Ruling]:
        """Every correction in order, with the claim that it was made of, and whether it holds."""
        with self._store.reading() as connection:
            return rulings(setting_right.all_of(connection))

    def identity_changes(self) -> list[resolving.Change]:
        """Each time that a name form was found to be another person than before, in order."""
        with self._store.reading() as connection:
            return resolving.changes(connection)

    def add_moves(self, moves: Iterable[Move]) -> int:
        """Append moves that happened; how many of them are new."""
        with self._store.writing() as connection:
            return moving.add_moves(connection, moves)

    def moves(
        self, *, person: str | None = None, people: Sequence[str] | None = None, window: str | None = None,
        as_of: datetime | None = None,
    ) -> list[Move]:  # fmt: skip
        """Moves that were known at ``as_of``, of a person or several, or in a window ("2021-summer")."""
        whose = people if person is None else (person,)
        with self._store.reading() as connection:
            return moving.moves(connection, whose, window, as_of)

    def reject(self, rejected: Iterable[Rejected]) -> None:
        """Keep the receipts of what could not be read, each place and reason once."""
        with self._store.writing() as connection:
            rejecting.keep(connection, rejected, asking.now())

    def rejections(self, *, as_of: datetime | None = None) -> list[Rejected]:
        """What could not be read (and was met by a moment), by place."""
        with self._store.reading() as connection:
            return rejecting.kept(connection, as_of)

    def counts(self, *, as_of: datetime | None = None) -> Counts:
        """How much it holds, or held of what is known of a moment."""
        with self._store.reading() as connection:
            return stock.counts(connection, as_of)

    def exceeds(self, claims: int) -> bool:
        """Does it hold more claims than these? Found out without counting all."""
        with self._store.reading() as connection:
            return stock.exceeds(connection, claims)

    def outlets(self, *, limit: int = 100, skip: int = 0, as_of: datetime | None = None) -> list[OutletCount]:
        """The outlets that printed most of it, from one on."""
        with self._store.reading() as connection:
            return stock.outlets(connection, limit, skip, as_of)

    def clubs(self, *, limit: int = 100, skip: int = 0, as_of: datetime | None = None) -> list[ClubCount]:
        """The clubs of which most is said, from one on."""
        with self._store.reading() as connection:
            return stock.clubs(connection, limit, skip, as_of)

    def revision(self) -> str:
        """A word that changes whenever it has grown or was corrected; the same only as long as this ledger is open."""
        stamp = self._store.stamp()
        if stamp is not None:
            return str(stamp)
        with self._store.reading() as connection:
            return stock.revision(connection)

    def rebuild(self) -> None:
        """Make anew all that is derived: full text, people, and the columns to ask by."""
        with self._store.writing() as connection:
            rebuilding.rebuild(self._store, connection, self._who)
            if self._sign:
                signing.sign_missing(connection, self._sign)
            resolving.resolve(connection, self._who, asking.now())

    def verify(self) -> Iterator[Damage]:
        """Every row that is not as it was written, by the sums that were written with it."""
        with self._store.reading() as connection:
            yield from verifying.verify(self._store, connection)

    def backup(self, path: str | Path) -> None:
        """A ledger of this moment in a new file of SQLite, while others go on writing. Raises where one is there."""
        saving.backup(self._store, Path(path))

    def export(self, path: str | Path) -> None:
        """A file of SQLite for other programs: every table, each told what it means, and ``entries`` to begin with."""
        saving.export(self._store, Path(path))

    def every_entry(self, as_of: datetime | None = None) -> Iterator[Entry]:
        """All claims in the order in which they were said, a few in memory at a time."""
        with self._store.reading() as connection:
            yield from asking.every_entry(connection, Asked(as_of=as_of), self._family)

    def facts(self) -> dict[str, str | int]:
        """What the ledger is and how much it holds: place, schema, size and the count of each kind of row."""
        with self._store.reading() as connection:
            return saving.facts(self._store, connection)

    def warnings(self) -> list[str]:
        """What to mind about this ledger and the software under it."""
        return self._store.warnings()

    def __repr__(self) -> str:
        facts = self.facts()
        counts = ", ".join(f"{facts[name]:,} {name}" for name in ("documents", "claims", "people"))
        return f"<Ledger {self.place}: {counts}>"

    def _repr_html_(self) -> str:
        rows = (f"<tr><th>{escape(name)}</th><td>{escape(str(what))}</td></tr>" for name, what in self.facts().items())
        return f"<table>{''.join(rows)}</table>"

    def _write(self, batch: Sequence[Given]) -> list[Receipt]:
        with self._store.writing() as connection:
            receipts, reread = write(self._store, connection, batch, self._who, asking.now(), self._sign)
            if reread:
                mark(connection, "people")
        return receipts


def _batches(given: Iterable[Given]) -> Iterator[list[Given]]:
    """As many documents as go into one transaction: some hundred, or fewer that are long."""
    batch: list[Given] = []
    heavy = 0
    for one in given:
        batch.append(one)
        heavy += len(one.document.text)
        if len(batch) >= BATCH or heavy > _HEAVY:
            yield batch
            batch, heavy = [], 0
    if batch:
        yield batch
