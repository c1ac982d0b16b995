"""Many values in one parameter: a question about a thousand of them is put together as fast as one about two."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import CTE, BigInteger, BindParameter, ColumnElement, Text, bindparam, cast, column, literal, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from mooted.ledger.storable import storable

Told = str | BindParameter[str]
"""A list as one parameter, or the place for it."""
GIVEN = bindparam("given", type_=Text())
"""The place for the list in a statement that has but one."""


class _Items(FunctionElement[Any]):
    """The items of a list in JSON, a row each."""

    inherit_cache = True


@compiles(_Items, "postgresql")
def _in_postgres(element: _Items, compiler: Any, **words: Any) -> str:
    return f"json_array_elements(CAST({compiler.process(element.clauses, **words)} AS json))"


class _Words(FunctionElement[Any]):
    """The items of a list in JSON as text, a row each."""

    inherit_cache = True


@compiles(_Items, "sqlite")
@compiles(_Words, "sqlite")
def _in_sqlite(element: _Items | _Words, compiler: Any, **words: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **words)})"


@compiles(_Words, "postgresql")
def _words_in_postgres(element: _Words, compiler: Any, **words: Any) -> str:
    return f"json_array_elements_text(CAST({compiler.process(element.clauses, **words)} AS json))"


def among(known: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Is ``known`` one of the values: strings, or whole numbers?"""
    return within(known, as_list(values))


def within(known: ColumnElement[Any], told: Told) -> ColumnElement[bool]:
    """Is ``known`` one of the values of a list, as ``as_list`` gives it?"""
    items = _Words(_given(told)).table_valued(column("value", Text), name="items")
    number = isinstance(known.type, BigInteger)
    return known.in_(select(cast(items.c.value, BigInteger) if number else items.c.value))


def table_of(name: str, columns: Sequence[str], told: Told) -> CTE:
    """The rows of a list, as ``as_rows`` gives it, as a table of this name with these columns."""
    items = _Items(_given(told)).table_valued(column("value"), name="items")
    cells = (items.c.value.op("->>", return_type=Text())(at).label(name) for at, name in enumerate(columns))
    return select(*cells).cte(name)


def as_list(values: Iterable[Any]) -> str:
    """Strings or whole numbers as one parameter."""
    return json.dumps([storable(value) if isinstance(value, str) else value for value in values])


def as_rows(rows: Iterable[Sequence[str]]) -> str:
    """Rows of strings as one parameter, each row once."""
    return json.dumps([list(map(storable, row)) for row in dict.fromkeys(map(tuple, rows))])


def _given(told: Told) -> ColumnElement[str]:
    return literal(told, Text) if isinstance(told, str) else told
