"""The syntax of search: words, "phrases", prefix*, AND, OR, NOT and brackets, put into each store's own."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from mooted.ledger.tokens import tokens
from mooted.model.errors import MootedError

_SIGN = re.compile(r'"([^"]*)"?|([^\W_]+)(\*?)|([()])')
_DEEPEST = 50
Join = Literal["AND", "OR", "NOT"]


class QueryError(MootedError):
    """A question in the syntax of search that cannot be understood."""


class Term(NamedTuple):
    """Tokens that stand side by side; of the last only the beginning where ``prefix``."""

    tokens: tuple[str, ...]
    prefix: bool = False


class Joined(NamedTuple):
    """Two questions: both, either, or the left without the right."""

    join: Join
    left: Query
    right: Query


Query = Term | Joined


def literal(words: str) -> Query | None:
    """Every word of ``words``, wherever it stands; null where there is none. Any string will do."""
    found: Query | None = None
    for each in dict.fromkeys(tokens(words)):
        found = Term((each,)) if found is None else Joined("AND", found, Term((each,)))
    return found


def parse(words: str) -> Query | None:
    """The question that ``words`` ask in the syntax of search. Raises ``QueryError`` where they do not fit."""
    signs = [Term(tuple(tokens(quoted))) if quoted else _sign(word, star, bracket)
             for quoted, word, star, bracket in _SIGN.findall(words)]  # fmt: skip
    left = [sign for sign in signs if sign != Term(())]
    if not left:
        return None
    query = _Reader(left, words).either(0)
    return query


def _sign(word: str, star: str, bracket: str) -> Term | str:
    if word in ("AND", "OR", "NOT") and not star:
        return word
    return Term(tuple(tokens(word)), bool(star)) if word else bracket or Term(())


class _Reader:
    """Reads signs from left to right, loosest join first."""

    def __init__(self, signs: list[Term | str], words: str) -> None:
        self._signs = signs[::-1]
        self._words = words

    def either(self, depth: int) -> Query:
        if depth > _DEEPEST:
            raise QueryError(f"the search {self._words[:60]!r} has too many brackets; ask more simply")
        query = self._both(depth)
        while self._next("OR"):
            query = Joined("OR", query, self._both(depth))
        if self._signs and (depth == 0 or self._signs[-1] != ")"):
            raise self._stuck()
        return query

    def _both(self, depth: int) -> Query:
        query = self._one(depth)
        while self._signs and self._signs[-1] not in ("OR", ")"):
            self._next("AND")
            join: Join = "NOT" if self._next("NOT") else "AND"
            query = Joined(join, query, self._one(depth))
        return query

    def _one(self, depth: int) -> Query:
        if not self._signs:
            raise QueryError(f"the search {self._words[:60]!r} is cut short; end it with a word")
        sign = self._signs.pop()
        if isinstance(sign, Term):
            return sign
        if sign != "(":
            raise self._stuck(sign)
        query = self.either(depth + 1)
        if not self._next(")"):
            raise QueryError(f"the search {self._words[:60]!r} opens a bracket and does not close it")
        return query

    def _next(self, wanted: str) -> bool:
        if self._signs and self._signs[-1] == wanted:
            self._signs.pop()
            return True
        return False

    def _stuck(self, sign: Term | str | None = None) -> QueryError:
        return QueryError(
            f"the search {self._words[:60]!r} lacks a word before {sign or self._signs[-1]!s}; "
            "put AND, OR and NOT between words, or search without --syntax"
        )


def as_fts5(query: Query) -> str:
    """The question as SQLite's FTS5 asks it. Tokens are ASCII letters and digits: nothing in them is syntax."""
    if isinstance(query, Term):
        return f'"{" ".join(query.tokens)}"{"*" * query.prefix}'
    return f"({as_fts5(query.left)} {query.join} {as_fts5(query.right)})"


def as_tsquery(query: Query) -> str:
    """The question as PostgreSQL's ``tsquery`` asks it."""
    if isinstance(query, Term):
        return f"({' <-> '.join(query.tokens)}{':*' * query.prefix})"
    sign = {"AND": "&", "OR": "|", "NOT": "& !"}[query.join]
    return f"({as_tsquery(query.left)} {sign} {as_tsquery(query.right)})"
