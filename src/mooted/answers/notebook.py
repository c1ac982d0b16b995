"""An answer as a notebook shows it: a table in which every cell is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

_MOST = 200
_LEFT = 'style="text-align: left; vertical-align: top"'


def html_table(title: str, columns: tuple[str, ...], rows: list[dict[str, object]]) -> str:
    """A heading, and a row each; of a long answer the first ``_MOST``, and how many more there are."""
    head = "".join(f"<th {_LEFT}>{escape(name.replace('_', ' '))}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(_cells(columns, row))}</tr>" for row in rows[:_MOST])
    more = f"<p>and {len(rows) - _MOST:,} more</p>" if len(rows) > _MOST else ""
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f"<section><h4><bdi>{escape(title)}</bdi></h4>{table}{more}</section>"


def _cells(columns: tuple[str, ...], row: Mapping[str, object]) -> Iterable[str]:
    return (f"<td {_LEFT}><bdi>{escape(_words(row[name]))}</bdi></td>" for name in columns)


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)
