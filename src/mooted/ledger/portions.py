"""Much of something in portions: what a question to the store may hold, and what memory should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select

_AT_ONCE = 1_000
_PAGE = 2_000
Item = TypeVar("Item")


def batches(items: list[Item]) -> Iterator[list[Item]]:
    """``items`` in pieces that a question to the store may hold."""
    return (items[at : at + _AT_ONCE] for at in range(0, len(items), _AT_ONCE))


def pages(connection: Connection, query: Select[Any], size: int = _PAGE) -> Iterator[Sequence[Row[Any]]]:
    """The rows of a question ``size`` at a time, in the order of ``number``, its first column."""
    number = query.selected_columns[0]
    last = -1
    while page := connection.execute(query.where(number > last).order_by(number).limit(size)).all():
        yield page
        last = page[-1][0]
