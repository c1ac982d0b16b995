"""Clubs and players from other people's lists: openfootball texts, Wikidata query results, plain CSV.

Each reader takes lines and gives rows of our own format; what it could not read it reports, and goes on.
Only ``add`` writes.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from mooted.entities.book import DATA
from mooted.entities.check import Problem
from mooted.entities.merging import merged_clubs, merged_players
from mooted.entities.openfootball import read_club_text, read_player_text
from mooted.entities.rows import Added, ClubRow, Imported, PlayerRow, Row
from mooted.entities.tables import read_players, read_wikidata
from mooted.language.fold import fold
from mooted.model.errors import BookError


def read(path: Path) -> Imported:
    """What a file holds, by its name and its first lines. A file that is no text is reported."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").splitlines(keepends=True)
    except UnicodeDecodeError:
        return Imported(problems=(Problem(str(path), 1, "this is not UTF-8 text", "save the file as UTF-8"),))
    except OSError as error:
        return Imported(problems=(Problem(str(path), 1, f"it cannot be read ({error.strerror})", "check the path"),))
    return _reader(path, lines)(lines, str(path))


def _reader(path: Path, lines: Sequence[str]) -> Callable[[Iterable[str], str], Imported]:
    """The reader for a file: CSV by its ending, Wikidata's by its columns, players' texts by name or dates of birth."""
    if path.suffix.casefold() == ".csv":
        header = (lines[0] if lines else "").casefold()
        return read_wikidata if "label" in header or header.startswith("item,") else read_players
    born = any(re.search(r"\bb\. \d", line) for line in lines)
    return read_player_text if born or "players" in path.name else read_club_text


def begin(folder: Path) -> None:
    """Make a book where there is none: it begins with all that mooted's own knows, so that it can stand in for it."""
    if not folder.exists() or not any(folder.iterdir()):
        shutil.copytree(DATA, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)


def add(folder: Path, imported: Imported) -> Added:
    """Write what was imported into a book's clubs.csv and players.csv, merged with what is there."""
    folder.mkdir(parents=True, exist_ok=True)
    problems = list(imported.problems)
    clubs, players = folder / "clubs.csv", folder / "players.csv"
    old_clubs, old_players = _stored(clubs, ClubRow), _stored(players, PlayerRow)
    given = _in_known_leagues(imported.clubs, folder / "leagues.csv")
    new_clubs, refused = merged_clubs(old_clubs, given, _shared(folder / "shared.csv"))
    new_players = list(merged_players([*old_players, *imported.players]))
    _store(clubs, new_clubs, ClubRow)
    _store(players, new_players, PlayerRow)
    problems += refused
    return Added(*_changes(old_clubs, new_clubs), *_changes(old_players, new_players), tuple(problems))


def _in_known_leagues(clubs: Sequence[ClubRow], path: Path) -> list[ClubRow]:
    """The clubs, those of a league that the book does not know without one; as they are where it knows no leagues."""
    known = {row["id"] for row in _dicts(path)}
    return [replace(club, league="") if known and club.league not in known else club for club in clubs]


def _changes(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int]:
    """How many rows are new, and how many of the old ones changed."""
    more = len(new) - len(old)
    return more, len(set(new) - set(old)) - more


def _stored(path: Path, kind: type[Row]) -> list[Row]:
    """The rows of a file of our own format; none where there is no such file."""
    columns = [field.name for field in fields(kind)]
    rows = list(_dicts(path))
    if rows and (foreign := [str(column) for column in rows[0] if column not in columns]):
        raise BookError(f"{path}: the column {', '.join(foreign)} would be lost; take it out of the file first")
    return [_from_cells(row, kind) for row in rows]


def _dicts(path: Path) -> Iterator[dict[str, str]]:
    if not path.exists():
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.DictReader(lines, strict=True)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BookError(f"{path}: it cannot be read ({error}); run 'mooted book check'") from error


def _shared(path: Path) -> frozenset[tuple[str, str]]:
    """The forms that shared.csv allows to several clubs, with each of their ids."""
    return frozenset((fold(row["form"]), club) for row in _dicts(path) for club in row["clubs"].split("|"))


def _from_cells(cells: dict[str, str], kind: type[Row]) -> Row:
    several = {field.name for field in fields(kind) if str(field.type).startswith("tuple")}
    values: dict[str, Any] = {field.name: cells.get(field.name) or "" for field in fields(kind)}
    return kind(**values | {name: tuple(filter(None, values[name].split("|"))) for name in several})


def _store(path: Path, rows: Sequence[Row], kind: type[Row]) -> None:
    """Write rows to a file, whole or not at all; no file for no rows."""
    if not rows and not path.exists():
        return
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([field.name for field in fields(kind)])
        writer.writerows(_to_cells(row) for row in rows)
    os.replace(fresh, path)


def _to_cells(row: ClubRow | PlayerRow) -> list[str]:
    values = (getattr(row, field.name) for field in fields(row))
    return ["|".join(value) if isinstance(value, tuple) else value for value in values]
