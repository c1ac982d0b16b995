"""Copies of a ledger: to keep safe, and for other programs."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, func, select

from mooted.ledger import schema
from mooted.ledger.copying import copy_all
from mooted.ledger.fulltext import FullText
from mooted.ledger.opening import open_store
from mooted.ledger.store import Store
from mooted.ledger.troubles import told
from mooted.model.errors import LedgerError

_COUNTED = (schema.documents, schema.claims, schema.people, schema.corrections, schema.moves, schema.rejections)
_ENTRIES = """
CREATE VIEW entries AS
/* Begin here: each claim of the newest version of its document, corrections honoured, with where it was printed. */
SELECT claims.said_at, people.name AS player, claims.event, claims.club_to, claims.club_from, claims.polarity,
       claims.modality, claims.deal, claims.fee_amount, claims.fee_currency, claims.fee_kind, claims.evidence,
       documents.outlet, documents.title, documents.url, documents.id AS document, claims.id AS claim, claims.person
FROM claims JOIN documents ON documents.number = claims.document LEFT JOIN people ON people.id = claims.person
WHERE claims.standing = 'stands' AND claims.current_until IS NULL
"""


def backup(store: Store, path: Path) -> None:
    """A ledger of this moment in a new file."""
    _refuse_there(path)
    if isinstance(store, FullText):
        store.backup(str(path))
        return
    target = open_store(str(path))
    try:
        copy_all(store, target)
    finally:
        target.close()
        path.with_name(f"{path.name}-lock").unlink(missing_ok=True)


def export(store: Store, path: Path) -> None:
    """A file for other programs: as a backup, in one piece, with the view ``entries``."""
    backup(store, path)
    try:
        with told(str(path)), closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("DROP VIEW IF EXISTS entries")
            connection.execute(_ENTRIES)
    except sqlite3.Error as error:
        raise LedgerError(str(path), f"it cannot be written ({error})", "check the disk") from error


def facts(store: Store, connection: Connection) -> dict[str, str | int]:
    """What the ledger is and how much it holds."""
    about = {name: value for name, value in connection.execute(select(schema.about.c.name, schema.about.c.value))}
    counts = {
        table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in _COUNTED
    }  # fmt: skip
    first, last = connection.execute(
        select(func.min(schema.documents.c.said_at), func.max(schema.documents.c.said_at))
    ).one()
    days = {"from": f"{first:%Y-%m-%d}", "to": f"{last:%Y-%m-%d}"} if first and last else {}
    return {"place": store.place, "schema": about.get("schema", ""), "made": about.get("made", ""), **counts, **days}


def _refuse_there(path: Path) -> None:
    if path.exists():
        raise LedgerError(str(path), "is there already", "name a file that is not")
    if not path.parent.is_dir():
        raise LedgerError(str(path), "its folder is not there", "make it first, or name another")
