"""Full text over documents and evidence, the newest first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from mooted.ledger import schema
from mooted.ledger.asking import PRINTED, entries_by_number
from mooted.ledger.listed import among
from mooted.ledger.narrowing import in_time
from mooted.ledger.numbers import SECOND, second
from mooted.ledger.portions import batches
from mooted.ledger.query import Query, Term, literal, parse
from mooted.ledger.rows import Family, imprint_of
from mooted.ledger.store import Indexed, Store
from mooted.ledger.terms import Asked, terms_of
from mooted.ledger.tokens import token
from mooted.model.hit import Hit

_C, _D = schema.claims.c, schema.documents.c
_AROUND = 80
_WORD = re.compile(r"[^\W_]+")
_LONG = 20_000
Show = Callable[[list[int]], dict[int, Hit]]


@dataclass(frozen=True, slots=True)
class Search:
    """A search of a ledger. ``as_of`` asks for what was known then.

    Literal words match where all of them occur, whatever their case and accents; any string will do. With ``syntax``
    raises ``QueryError`` where the question does not fit.
    """

    store: Store
    connection: Connection
    as_of: datetime | None = None
    family: Family | None = None

    def hits(self, words: str, limit: int, *, syntax: bool) -> list[Hit]:
        """At most ``limit``: claims whose evidence matches, then other documents that match; each the newest first."""
        query = parse(words) if syntax else literal(words)
        if query is None or limit < 1:
            return []
        claims = self._page("claims", query, limit, self._claims)
        shown = {hit.imprint.document for hit in claims}

        def others(numbers: list[int]) -> dict[int, Hit]:
            return self._documents(numbers, _tokens(query), shown)

        return claims + self._page("documents", query, limit - len(claims), others)

    def _page(self, table: Indexed, query: Query, limit: int, show: Show) -> list[Hit]:
        """Matches from the newest on, until enough of them are current."""
        hits: list[Hit] = []
        below = None if self.as_of is None else second(self.as_of) + SECOND
        while len(hits) < limit:
            numbers = self.store.found(self.connection, table, query, below, limit)
            current = show(numbers)
            hits += [current[number] for number in numbers if number in current]
            if len(numbers) < limit:
                break
            below = numbers[-1]
        return hits[:limit]

    def _claims(self, numbers: list[int]) -> dict[int, Hit]:
        current: set[int] = set()
        for some in batches(numbers):
            known = select(_C.number).where(among(_C.number, some), *in_time(_C, terms_of(Asked(as_of=self.as_of))))
            current.update(self.connection.scalars(known))
        found = entries_by_number(self.connection, sorted(current), self.family)
        return {number: Hit(one.imprint, one.claim.evidence.words, one) for number, one in found.items()}

    def _documents(self, numbers: list[int], wanted: frozenset[str], shown: set[str]) -> dict[int, Hit]:
        found: dict[int, Hit] = {}
        known = in_time(_D, terms_of(Asked(as_of=self.as_of)))
        for some in batches(numbers):
            rows = self.connection.execute(select(_D.number, _D.text, *PRINTED).where(among(_D.number, some), *known))
            for number, text, *printed in rows:
                imprint = imprint_of(printed, self.family)
                if imprint.document not in shown:
                    found[number] = Hit(imprint, snippet(f"{imprint.title or ''}\n{text}", wanted))
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
