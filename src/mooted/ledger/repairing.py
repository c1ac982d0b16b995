"""What is sound of a damaged file, saved into a new one that takes its place; the damaged one is kept beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Table, delete, select, update

from mooted.ledger import schema
from mooted.ledger.adding import Given, Whole, write
from mooted.ledger.asking import now
from mooted.ledger.copying import GIVEN, copy
from mooted.ledger.opening import SERVERS, beside, open_store
from mooted.ledger.plain_names import Who
from mooted.ledger.rebuilding import rebuild
from mooted.ledger.rows import document_of
from mooted.ledger.store import Store
from mooted.ledger.verifying import UNREADABLE, Damage, is_sound, readings, rows, verify
from mooted.model.document import Document
from mooted.model.errors import LedgerError

Reader = Callable[[Document], Whole]
_D, _C, _S = schema.documents.c, schema.claims.c, schema.sightings.c


class Repaired(NamedTuple):
    """What a repair did: where the damaged file is now, which rows could not be saved, and what was read again."""

    kept: Path
    lost: tuple[Damage, ...]
    reread: int


def repair(address: str | Path, read: Reader, who: Who) -> Repaired:
    """Save what is sound. A document whose text is sound and whose claims are not is read again by ``read``.

    People are left to be resolved. Raises ``LedgerError`` where not even the new file can be written.
    """
    if str(address).startswith(SERVERS):
        raise LedgerError("the ledger", "it lies on a server, whose files are not ours to mend", "restore a backup")
    path = Path(address)
    fresh, kept = beside(path, "repaired"), beside(path, "damaged")
    damaged, target = open_store(str(path), "read"), open_store(str(fresh))
    try:
        with damaged.reading() as connection, target.writing() as into:
            lost = [one for one in verify(damaged, connection) if not one.derived]
            with damaged.forgiving(connection):
                copy(lambda table: _sound(connection, table, into), into, GIVEN)
            again = _read_again(target, into, read, who)
            rebuild(target, into, who)
    except BaseException:
        target.close()
        fresh.unlink(missing_ok=True)
        raise
    finally:
        damaged.close()
    target.close()
    _swap(path, fresh, kept)
    return Repaired(kept, tuple(lost), again)


def _sound(connection: Connection, table: Table, into: Connection) -> Iterator[Row[Any]]:
    """The rows of a table that are as they were written and whose document is there."""
    there = set(into.scalars(select(_D.number))) if "document" in table.c and table.c.document.foreign_keys else None
    for row in _readable(connection, table):
        if is_sound(row, table) and (there is None or row.document in there):
            yield row


def _readable(connection: Connection, table: Table) -> Iterator[Row[Any]]:
    """The rows that can be read; of tables without numbers those before the first that cannot."""
    if "number" in table.c:
        yield from (row for row in rows(connection, select(table)) if not isinstance(row, Damage))
        return
    try:
        yield from connection.execute(select(table))
    except UNREADABLE:
        return


def _read_again(target: Store, into: Connection, read: Reader, who: Who) -> int:
    """Read the documents again of whose readings anything is missing."""
    again = []
    for number, reading, count in into.execute(select(_D.number, _D.reading, _D.claims)).all():
        if readings(into, [number])[number] != (reading, count):
            again.append(number)
    for number in again:
        into.execute(delete(schema.claims).where(_C.document == number))
        into.execute(delete(schema.sightings).where(_S.document == number))
        into.execute(update(schema.documents).where(_D.number == number).values(reading="", claims=0))
        document = document_of(into.execute(select(schema.documents).where(_D.number == number)).one())
        write(target, into, [Given(document, read(document), "repair")], who, now())
    return len(again)


def _swap(path: Path, fresh: Path, kept: Path) -> None:
    """The new file in the place of the damaged one; the log of each goes with it."""
    for suffix in ("", "-wal", "-shm"):
        old = path.with_name(path.name + suffix)
        if old.exists():
            old.rename(kept.with_name(kept.name + suffix))
    fresh.rename(path)
    fresh.with_name(f"{fresh.name}-lock").unlink(missing_ok=True)
