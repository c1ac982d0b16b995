"""Many values in one parameter: a question about a thousand of them is put together as fast as one about two."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import CTE, BigInteger, ColumnElement, Text, cast, column, literal, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from mooted.ledger.storable import storable


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
    told = [storable(value) if isinstance(value, str) else value for value in values]
    items = _Words(literal(json.dumps(told), Text)).table_valued(column("value", Text), name="items")
    number = isinstance(known.type, BigInteger)
    return known.in_(select(cast(items.c.value, BigInteger) if number else items.c.value))


def listed(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> CTE:
    """Rows of strings as a table of this name with these columns, each row once."""
    told = json.dumps([list(map(storable, row)) for row in dict.fromkeys(map(tuple, rows))])
    items = _Items(literal(told, Text)).table_valued(column("value"), name="items")
    cells = (items.c.value.op("->>", return_type=Text())(at).label(name) for at, name in enumerate(columns))
    return select(*cells).cte(name)
