"""What every answer can do: become JSON, rows, or the data frame of a library that the user has."""

from __future__ import annotations

from abc import ABC, abstractmethod
from importlib import import_module
from typing import Any, ClassVar

from mooted.answers.notebook import html_table
from mooted.model.wire import Json


class Table(ABC):
    """An answer that can be laid out as a table with ``COLUMNS``."""

    __slots__ = ()
    COLUMNS: ClassVar[tuple[str, ...]]
    SHOWN: ClassVar[tuple[str, ...]]
    """The columns that a notebook shows, where a page is not wide enough for all."""

    @abstractmethod
    def to_json(self) -> Json:
        """The whole answer as plain JSON values."""

    @abstractmethod
    def rows(self) -> list[Json]:
        """The answer as flat rows, each with every one of ``COLUMNS``."""

    @property
    @abstractmethod
    def title(self) -> str:
        """The answer in a line."""

    def to_pandas(self) -> Any:
        """The rows as a ``pandas.DataFrame``. Needs pandas (``pip install mooted[pandas]``)."""
        return _library("pandas").DataFrame(self.rows(), columns=list(self.COLUMNS))

    def to_polars(self) -> Any:
        """The rows as a ``polars.DataFrame``. Needs polars (``pip install mooted[polars]``)."""
        return _library("polars").DataFrame(self._columns(), strict=False)

    def to_arrow(self) -> Any:
        """The rows as a ``pyarrow.Table``. Needs pyarrow (``pip install mooted[arrow]``)."""
        return _library("pyarrow", "arrow").table(self._columns())

    def _columns(self) -> dict[str, list[object]]:
        rows = self.rows()
        return {name: [row[name] for row in rows] for name in self.COLUMNS}

    def _repr_html_(self) -> str:
        return html_table(self.title, self.SHOWN, self.rows())


def _library(name: str, extra: str = "") -> Any:
    """The library, or word on how to get it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise ImportError(f"{name} is not installed; get it with: pip install 'mooted[{extra or name}]'") from error
