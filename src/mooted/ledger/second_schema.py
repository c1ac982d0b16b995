"""From the first schema to the second: gists of claims to ask by, and signatures in a table of their own.

Ledgers made early in the life of the first schema have no signatures at all; they are led to the same end.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, Row, delete, insert, inspect, select, text

from mooted.ledger import schema
from mooted.ledger.gist import gist_of
from mooted.ledger.inserting import update_rows
from mooted.ledger.marks import mark
from mooted.ledger.portions import pages
from mooted.ledger.rows import claim_of
from mooted.ledger.store import Store

_C = schema.claims.c
_OTHERS = ("claims_by_person", "claims_by_club_to", "claims_by_club_from", "claims_by_form")
_NEW = ("claims_aside", "documents_by_outlet")


def to_second(store: Store, connection: Connection) -> None:
    """Lead a ledger of the first schema to the second; its documents are signed when it is opened next."""
    _part_signatures(connection)
    connection.execute(text("ALTER TABLE claims ADD COLUMN gist TEXT DEFAULT '' NOT NULL"))
    query = select(_C.number, _C.claim, _C.player, _C.event, _C.club_from, _C.polarity)
    for page in pages(connection, query):
        update_rows(connection, schema.claims, [{"number": row.number, "gist": _gist(row)} for row in page])
    schema.chapters.create(connection)
    for name in ("claims_by_event", *_OTHERS):
        connection.execute(text(f"DROP INDEX {name}"))
    for index in (*schema.claims.indexes, *schema.documents.indexes):
        if index.name in (*_OTHERS, *_NEW):
            index.create(connection)
    connection.execute(delete(schema.table_descriptions))
    connection.execute(insert(schema.table_descriptions), schema.descriptions())


def _part_signatures(connection: Connection) -> None:
    if any(one["name"] == "signature" for one in inspect(connection).get_columns("documents")):
        connection.execute(text("ALTER TABLE documents DROP COLUMN signature"))
    schema.signatures.create(connection)
    mark(connection, "signatures")


def _gist(row: Row[tuple[object, ...]]) -> str:
    """The gist of a claim as its columns have it, where corrections are honoured."""
    return gist_of(
        replace(claim_of(row.claim), player=row.player, event=row.event, club_from=row.club_from, polarity=row.polarity)
    )
