"""The types of columns: alike in what they hold on every store, and allowed in SQLite's strict tables."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from mooted.ledger.storable import storable, stored

Whole = BigInteger().with_variant(Integer(), "sqlite")
"""Whole numbers of 64 bits."""


class Words(TypeDecorator[str]):
    """Any string of Python, also one that no encoding holds."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else stored(value)


class Utc(TypeDecorator[datetime]):
    """An aware datetime, in UTC: ``timestamptz`` on PostgreSQL, on SQLite text that sorts as the times do."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return f"{moment.isoformat(timespec='microseconds')[:26]}Z" if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else utc(value)


def utc(value: Any) -> datetime:
    """A time as a driver gives it."""
    return _read(value) if isinstance(value, str) else value.astimezone(UTC)


@lru_cache(maxsize=5_000)
def _read(words: str) -> datetime:
    return datetime.fromisoformat(words).astimezone(UTC)
