"""The calendar of transfer windows, from data/windows.csv: when players may be registered, league by league.

What is verified is the day on which a window closes, on which every open question is settled; where a source tells no
opening, the usual day stands.
"""

from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import cast

from mooted.entities.book import DATA, home
from mooted.model.errors import BookError
from mooted.model.window import Calendar, Season, Window

WINDOWS = DATA / "windows.csv"


@lru_cache(maxsize=4)
def load_calendar(path: Path | None = None) -> Calendar:
    """The calendar in ``path``, by default ``windows.csv`` of the book that is used.

    Raises:
        BookError: Where the file cannot be read; with its line and what to do.
    """
    path = path or home() / WINDOWS.name
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            return Calendar(tuple(sorted((_window(row, path, rows.line_num) for row in rows), key=_closing)))
    except (OSError, csv.Error, UnicodeDecodeError) as error:
        raise BookError(f"{path}: the calendar cannot be read ({error}); run 'mooted book check'") from error


def _window(row: dict[str, str], path: Path, line: int) -> Window:
    try:
        return Window(
            opens=date.fromisoformat(row["opens"]),
            closes=date.fromisoformat(row["closes"]),
            country=row["country"].lower(),
            season=cast(Season, row["season"]),
            verified=row["verified"] == "yes",
            source=row["source"],
            league=row["league"],
        )
    except (KeyError, ValueError) as error:
        raise BookError(f"{path}:{line}: this is no window ({error}); run 'mooted book check'") from error


def _closing(window: Window) -> tuple[date, str, str]:
    return window.closes, window.country, window.league
