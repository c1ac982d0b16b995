"""What is derived, made anew from what was said: full text, name forms, people, and the columns to ask by."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from mooted.ledger import chaptering, schema, signing
from mooted.ledger.forms import forget, key_of, touch
from mooted.ledger.inserting import insert_rows
from mooted.ledger.listed import among
from mooted.ledger.marks import unmark
from mooted.ledger.payload import from_json
from mooted.ledger.plain_names import Who
from mooted.ledger.portions import pages
from mooted.ledger.rows import claim_of, source_rows
from mooted.ledger.setting_right import recorrect
from mooted.ledger.store import Store
from mooted.ledger.tokens import indexed
from mooted.model.entry import Sighting

_C, _D, _S = schema.claims.c, schema.documents.c, schema.sightings.c


def rebuild(store: Store, connection: Connection, who: Who) -> None:
    """Make everything anew that is derived; people are left to be resolved, and documents to be signed."""
    signing.forget_all(connection)
    chaptering.forget(connection)
    remake_words(store, connection)
    remake_sources(connection)
    make_people_anew(connection, who)


def remake_words(store: Store, connection: Connection) -> None:
    """The full text, from documents and evidence."""
    store.make_index(connection)
    for page in pages(connection, select(_D.number, _D.title, _D.text)):
        store.index(connection, "documents", [(row.number, indexed(f"{row.title or ''} {row.text}")) for row in page])
    for page in pages(connection, select(_C.number, _C.evidence)):
        store.index(connection, "claims", [(row.number, indexed(row.evidence)) for row in page])


def remake_sources(connection: Connection) -> None:
    """Whose word each claim is."""
    connection.execute(delete(schema.sources))
    query = select(_C.number, _C.claim, _D.outlet).join(schema.documents, _D.number == _C.document)
    for page in pages(connection, query):
        rows = [one for row in page for one in source_rows(claim_of(row.claim), row.outlet, row.number)]
        insert_rows(connection, schema.sources, rows)


def make_people_anew(connection: Connection, who: Who) -> None:
    """The name forms, from the sightings of the readings that stand and the claims as corrected."""
    connection.execute(update(schema.claims).values(form=None))
    connection.execute(delete(schema.people))
    forget(connection)
    for page in pages(connection, select(_D.number, _D.id)):
        _sightings_to_forms(connection, [row.number for row in page], who)
        recorrect(connection, sorted({row.id for row in page}), who)
    unmark(connection, "people")


def _sightings_to_forms(connection: Connection, documents: Sequence[int], who: Who) -> None:
    current = (_D.number == _S.document) & (_D.reading == _S.reading)
    query = select(_S.document, _S.reading, _S.name, _S.sighting).join(schema.documents, current)
    rows = connection.execute(query.where(among(_S.document, documents))).all()
    seen = [from_json(row.sighting, Sighting) for row in rows]
    keyed = [(key_of(one), one) for one in seen]
    forms = touch(connection, keyed, who)
    here = [_S[name] == bindparam(f"at_{name}") for name in ("document", "reading", "name")]
    told = [
        {"at_document": row.document, "at_reading": row.reading, "at_name": row.name, "form": forms[key].number}
        for row, (key, _) in zip(rows, keyed, strict=True)
    ]
    if told:
        connection.execute(update(schema.sightings).where(*here), told)
