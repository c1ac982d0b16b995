"""Full text over documents and evidence, the newest first."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from mooted.ledger import schema
from mooted.ledger.asking import Asked, entries_by_number, in_time
from mooted.ledger.forms import batches
from mooted.ledger.numbers import SECOND, second
from mooted.ledger.query import Query, Term, literal, parse
from mooted.ledger.rows import IMPRINT, Family, imprint_of
from mooted.ledger.store import Indexed, Store
from mooted.ledger.tokens import token
from mooted.model.hit import Hit

_C, _D = schema.claims.c, schema.documents.c
_AROUND = 80
_WORD = re.compile(r"[^\W_]+")
_LONG = 20_000
Show = Callable[[Connection, list[int]], dict[int, Hit]]


def search(
    store: Store, connection: Connection, words: str, as_of: datetime | None, limit: int, syntax: bool,
    family: Family | None = None,
) -> list[Hit]:  # fmt: skip
    """At most ``limit`` claims whose evidence matches, then documents that match beyond those, the newest first.

    Literal words match where all of them occur, whatever their case and accents; any string will do.
    """
    query = parse(words) if syntax else literal(words)
    if query is None or limit < 1:
        return []
    asked = Asked(as_of=as_of)
    claims = _page(store, connection, "claims", query, asked, limit, lambda *of: _claim_hits(*of, asked, family))
    shown = {hit.imprint.document for hit in claims}
    show = lambda *of: _document_hits(*of, asked, family, query)  # noqa: E731
    documents = _page(store, connection, "documents", query, asked, limit, show)
    return (claims + [hit for hit in documents if hit.imprint.document not in shown])[:limit]


def _page(
    store: Store, connection: Connection, table: Indexed, query: Query, asked: Asked, limit: int, show: Show
) -> list[Hit]:
    """Matches from the newest on, until enough of them are current."""
    hits: list[Hit] = []
    below = None if asked.as_of is None else second(asked.as_of) + SECOND
    while len(hits) < limit:
        numbers = store.found(connection, table, query, below, limit)
        current = show(connection, numbers)
        hits += [current[number] for number in numbers if number in current]
        if len(numbers) < limit:
            break
        below = numbers[-1]
    return hits[:limit]


def _claim_hits(connection: Connection, numbers: list[int], asked: Asked, family: Family | None) -> dict[int, Hit]:
    current: set[int] = set()
    for some in batches(numbers):
        current.update(connection.scalars(select(_C.number).where(_C.number.in_(some), *in_time(_C, asked))))
    found = entries_by_number(connection, sorted(current), family)
    return {number: Hit(one.imprint, one.claim.evidence.words, one) for number, one in found.items()}


def _document_hits(
    connection: Connection, numbers: list[int], asked: Asked, family: Family | None, query: Query
) -> dict[int, Hit]:
    found: dict[int, Hit] = {}
    columns: list[Any] = [_D[name].label(f"document_{name}") for name in IMPRINT]
    wanted = _tokens(query)
    for some in batches(numbers):
        rows = connection.execute(select(_D.number, _D.text, *columns).where(_D.number.in_(some), *in_time(_D, asked)))
        for row in rows:
            words = snippet(f"{row.document_title or ''}\n{row.text}", wanted)
            found[row.number] = Hit(imprint_of(row, family), words)
    return found


def _tokens(query: Query) -> frozenset[str]:
    if isinstance(query, Term):
        return frozenset(query.tokens)
    left = _tokens(query.left)
    return left if query.join == "NOT" else left | _tokens(query.right)


def snippet(text: str, wanted: frozenset[str]) -> str:
    """The words around the first token that is wanted; the beginning where it stands far down."""
    for word in _WORD.finditer(text[:_LONG]):
        if token(word[0]) in wanted:
            start, stop = max(0, word.start() - _AROUND), word.end() + _AROUND
            return ("..." if start else "") + " ".join(text[start:stop].split()) + ("..." if stop < len(text) else "")
    return " ".join(text[: 2 * _AROUND].split())
