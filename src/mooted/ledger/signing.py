"""Signatures of documents, by which copies of them are found: kept beside them, made anew where they are missing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from sqlalchemy import Connection, delete, select

from mooted.ledger import schema
from mooted.ledger.inserting import insert_rows
from mooted.ledger.listed import GIVEN, among, as_list, within
from mooted.ledger.marks import mark, unmark
from mooted.ledger.portions import pages
from mooted.ledger.rows import document_of
from mooted.model.document import Document

_D, _S = schema.documents.c, schema.signatures.c
_SIGNED = (
    select(_D.id, _D.version, _S.signature)
    .join(schema.signatures, _S.document == _D.number)
    .where(within(_D.id, GIVEN))
)
_AT_ONCE = 500
Sign = Callable[[Document], bytes]
"""The signature of a document. Only documents that say something of somebody are ever compared, and so signed."""


def keep(connection: Connection, signed: Sequence[tuple[int, bytes]]) -> None:
    """Keep the signatures of documents that have none."""
    insert_rows(connection, schema.signatures, [{"document": number, "signature": one} for number, one in signed])


def signatures(connection: Connection, versions: Collection[tuple[str, str]]) -> dict[tuple[str, str], bytes]:
    """The signatures of documents by id and version; of those that have one."""
    if not versions:
        return {}
    rows = connection.execute(_SIGNED, {GIVEN.key: as_list({id for id, _ in versions})})
    found = {(id, version): signature for id, version, signature in rows}
    return {which: found[which] for which in versions if which in found}


def forget(connection: Connection, documents: Iterable[int]) -> None:
    """Take the signatures of some documents away."""
    connection.execute(delete(schema.signatures).where(among(_S.document, documents)))


def forget_all(connection: Connection) -> None:
    """Take every signature away, to be made anew by ``sign_missing``."""
    connection.execute(delete(schema.signatures))
    mark(connection, "signatures")


def sign_missing(connection: Connection, sign: Sign) -> None:
    """Sign every document that should have a signature and has none."""
    unsigned = select(schema.documents).outerjoin(schema.signatures, _S.document == _D.number)
    query = unsigned.where(_D.claims > 0, _S.document.is_(None))
    for page in pages(connection, query, _AT_ONCE):
        keep(connection, [(row.number, sign(document_of(row))) for row in page])
    unmark(connection, "signatures")
