"""Proof that a reference book is consistent: each problem with its file, its line and what to do about it."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from mooted.language.fold import fold


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a book. ``line`` counts from 1, the header included."""

    file: str
    line: int
    what: str
    fix: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a data file, with the number of the line on which it begins."""

    number: int
    cells: dict[str, str]

    def forms(self, column: str) -> list[str]:
        """The values of a cell that holds several, divided by ``|``, with empty ones."""
        cell = self.cells[column]
        return cell.split("|") if cell else []


@dataclass(frozen=True, slots=True)
class Table:
    """One data file, as far as it could be read, with what was wrong in reading it."""

    file: str
    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()

    def values(self, column: str) -> frozenset[str]:
        """All values of a column."""
        return frozenset(line.cells[column] for line in self.lines)

    def problem(self, line: Line, what: str, fix: str) -> Problem:
        """A problem on a line of this file."""
        return Problem(self.file, line.number, what, fix)


Tables = dict[str, Table]

COLUMNS = {
    "clubs.csv": ["id", "name", "country", "league", "short", "nicknames", "tags", "stadium", "city"],
    "leagues.csv": ["id", "name", "country", "level", "kind", "names"],
    "places.csv": ["name", "kind", "country"],
    "areas.csv": ["name", "clubs"],
    "nations.csv": ["name", "demonyms", "people", "nicknames", "code"],
    "shared.csv": ["form", "clubs", "default", "why"],
    "staff.csv": ["person", "club", "role", "start", "end", "names", "verified"],
    "journalists.csv": ["name", "outlets", "country", "names", "handle"],
    "outlets.csv": ["id", "name", "country", "kind", "family", "names", "domain"],
    "positions.csv": ["id", "line", "names"],
    "players.csv": ["name", "names", "nationality", "position", "born"],
    "windows.csv": ["country", "league", "season", "opens", "closes", "verified", "source"],
}
LISTS = frozenset(["short", "nicknames", "tags", "stadium", "names", "outlets", "clubs", "demonyms", "people"])
REQUIRED = {"clubs.csv"}
LEAGUE_KINDS = frozenset(("league", "cup", "women", "youth"))
PLACE_KINDS = frozenset(("city", "region", "country_part"))
SHORTEST = 2
BRIEF = frozenset(["outlets.csv"])  # "i" and "X" are outlets
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(book_dir: Path) -> list[Problem]:
    """Everything wrong in the data files of a folder, in the order of files and lines."""
    tables = {file: _read(book_dir / file) for file in COLUMNS}
    missing = [_missing(file) for file in sorted(REQUIRED) if not (book_dir / file).exists()]
    unread = chain.from_iterable(table.problems for table in tables.values())
    found = chain.from_iterable(rule(tables) for rule in RULES)
    return sorted({*missing, *unread, *found}, key=lambda problem: (problem.file, problem.line, problem.what))


def _missing(file: str) -> Problem:
    return Problem(file, 1, "the file is missing", f"add a {file} with the columns {','.join(COLUMNS[file])}")


# Reading


def _read(path: Path) -> Table:
    """A data file as a table; an empty one where there is no such file."""
    if not path.exists():
        return Table(path.name)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return _table(path.name, text.splitlines(keepends=True))
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Table(path.name, (), (Problem(path.name, line, "this is not UTF-8 text", "save the file as UTF-8"),))
    except OSError as error:
        return Table(path.name, (), (Problem(path.name, 1, f"it cannot be read ({error})", "check the path"),))


def _table(file: str, text: list[str]) -> Table:
    reader = csv.reader(text, strict=True)
    lines: list[Line] = []
    problems: list[Problem] = []
    header = next(reader, [])
    if absent := [column for column in COLUMNS[file] if column not in header]:
        return Table(file, (), (Problem(file, 1, f"no column {', '.join(absent)}", "add it to the header"),))
    start = reader.line_num + 1
    try:
        for row in reader:
            _keep(file, header, start, row, lines, problems)
            start = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(file, start, f"this is not CSV ({error})", "put quotes around cells with commas"))
    return Table(file, tuple(lines), tuple(problems))


def _keep(file: str, header: list[str], at: int, row: list[str], lines: list[Line], problems: list[Problem]) -> None:
    """Take a row into the lines, or say what is wrong with its number of cells."""
    if len(row) == len(header):
        lines.append(Line(at, dict(zip(header, row, strict=True))))
        return
    what = f"{len(row)} cells where the header has {len(header)}" if row else "an empty line"
    problems.append(
        Problem(file, at, what, "give each column a cell, with quotes around commas" if row else "delete it")
    )


# Rules, each a function from all tables to the problems it finds


def _cells(tables: Tables) -> Iterator[Problem]:
    """Stray spaces, control characters, empty and too short forms in any cell."""
    for table in tables.values():
        for line in table.lines:
            for column, cell in line.cells.items():
                yield from _cell(table, line, column, cell)


def _cell(table: Table, line: Line, column: str, cell: str) -> Iterator[Problem]:
    pieces = line.forms(column) if column in LISTS else [cell]
    if any(unicodedata.category(character) in ("Cc", "Cf") for character in cell):
        yield table.problem(line, f"a control character in {column}", "delete it")
    if any(piece != " ".join(piece.split()) for piece in pieces):
        yield table.problem(
            line, f"stray spaces in {column} {cell!r}", "leave one space between words, none at the ends"
        )
    if column in LISTS and not all(piece.strip() for piece in pieces):
        yield table.problem(line, f"an empty form in {column}", "delete the | with nothing beside it")
    elif (column in LISTS or column == "name") and table.file not in BRIEF:
        for piece in pieces:
            if len(piece.strip()) < SHORTEST:
                yield table.problem(line, f"{column} {piece!r} is too short", f"give at least {SHORTEST} characters")


def _unique(file: str, column: str) -> Callable[[Tables], Iterator[Problem]]:
    """The rule that no two rows of a file have the same value in a column."""

    def rule(tables: Tables) -> Iterator[Problem]:
        first: dict[str, Line] = {}
        for line in tables[file].lines:
            value = fold(line.cells[column])
            if value in first:
                what = f"{column} {line.cells[column]!r} is on line {first[value].number} too"
                yield tables[file].problem(line, what, "delete one of the two or rename it")
            first.setdefault(value, line)

    return rule


def _one_of(file: str, column: str, allowed: frozenset[str]) -> Callable[[Tables], Iterator[Problem]]:
    """The rule that a column holds one of a few words."""

    def rule(tables: Tables) -> Iterator[Problem]:
        for line in tables[file].lines:
            if line.cells[column] not in allowed:
                what = f"{column} {line.cells[column]!r} is not known"
                yield tables[file].problem(line, what, f"write one of {', '.join(sorted(allowed))}")

    return rule


def _refers(file: str, column: str, to: str, key: str = "id") -> Callable[[Tables], Iterator[Problem]]:
    """The rule that a column names rows of another file, where that file is there; blank is allowed."""

    def rule(tables: Tables) -> Iterator[Problem]:
        known = tables[to].values(key)
        for line in tables[file].lines if known else ():
            for value in line.forms(column) if column in LISTS else [line.cells[column]]:
                if value and value not in known:
                    what = f"{column} {value!r} is not in {to}"
                    yield tables[file].problem(line, what, f"add it to {to}, or correct it here")

    return rule


def _slugs(tables: Tables) -> Iterator[Problem]:
    """Ids are lower-case words with hyphens."""
    for table in (tables["clubs.csv"], tables["leagues.csv"]):
        for line in table.lines:
            if not _SLUG.fullmatch(line.cells["id"]):
                yield table.problem(line, f"id {line.cells['id']!r} is no slug", "use a-z, 0-9 and single hyphens")


def _filled(tables: Tables) -> Iterator[Problem]:
    """A club has a country; its league may be unknown."""
    for line in tables["clubs.csv"].lines:
        if not line.cells["country"]:
            yield tables["clubs.csv"].problem(line, "no country", "fill the country in")


def _doubled(tables: Tables) -> Iterator[Problem]:
    """A form is given once for a club, whether as name, short form or nickname."""
    table = tables["clubs.csv"]
    for line in table.lines:
        seen: set[str] = set()
        for form in _called(line, "short", "nicknames"):
            if fold(form) in seen:
                yield table.problem(line, f"the form {form!r} is given twice", "delete one")
            seen.add(fold(form))


def _called(line: Line, *columns: str) -> list[str]:
    """What a club is called: its name, and the forms in some columns."""
    return [form for form in chain([line.cells["name"]], *map(line.forms, columns)) if form.strip()]


def _clashes(tables: Tables) -> Iterator[Problem]:
    """A name or short form that means one club here and another there is listed in shared.csv, for both."""
    table = tables["clubs.csv"]
    outright = _owners(table, "short")
    listed = {fold(line.cells["form"]): set(line.forms("clubs")) for line in tables["shared.csv"].lines}
    for form, claims in _owners(table, "short", "nicknames").items():
        ids = {line.cells["id"] for line in claims}
        namesakes = sum(fold(line.cells["name"]) == form for line in claims)  # two of a name are told of as such
        if len(ids) > 1 > namesakes - 1 and form in outright and not ids <= listed.get(form, set()):
            what = f"{form!r} means {' and '.join(sorted(ids))}"
            yield table.problem(claims[-1], what, f"list {form!r} in shared.csv with these clubs, or drop it from one")


def _owners(table: Table, *columns: str) -> dict[str, list[Line]]:
    """The clubs that are called by each form."""
    owners: dict[str, list[Line]] = defaultdict(list)
    for line in table.lines:
        for form in _called(line, *columns):
            owners[fold(form)].append(line)
    return owners


def _shared(tables: Tables) -> Iterator[Problem]:
    """A shared form belongs to two clubs or more, each of which is called so; its default is one of them."""
    table = tables["shared.csv"]
    owners = _owners(tables["clubs.csv"], "short", "nicknames")
    for line in table.lines:
        form, default, clubs = line.cells["form"], line.cells["default"], line.forms("clubs")
        called = {owner.cells["id"] for owner in owners.get(fold(form), ())}
        if len(set(clubs)) < 2:
            yield table.problem(
                line, f"{form!r} is shared by fewer than two clubs", "list them all, or delete the line"
            )
        if default and default not in clubs:
            yield table.problem(
                line, f"default {default!r} is none of its clubs", "choose one of them, or leave it empty"
            )
        for club in clubs:
            if club in tables["clubs.csv"].values("id") and club not in called:
                yield table.problem(
                    line, f"{club} is not called {form!r} in clubs.csv", "add the form there, or drop it"
                )


def _terms(tables: Tables) -> Iterator[Problem]:
    """Dates of staff can be read, and none ends before it begins."""
    table = tables["staff.csv"]
    for line in table.lines:
        unread = [column for column in ("start", "end") if not _is_date(line.cells[column])]
        for column in unread:
            what = f"{column} {line.cells[column]!r} is no date"
            yield table.problem(line, what, "write 2024-07-01, 2024-07 or 2024, or nothing")
        start, end = line.cells["start"], line.cells["end"]
        shared = min(len(start), len(end))
        if not unread and end and start[:shared] > end[:shared]:
            yield table.problem(line, f"it ends ({end}) before it begins ({start})", "correct one of the dates")


def _is_date(text: str) -> bool:
    """Whether a text is empty, a year, a month or a day."""
    if not re.fullmatch(r"(?:\d{4}(?:-\d\d){0,2})?", text):
        return False
    try:
        date.fromisoformat(f"{text or '2000'}-01-01"[:10])
    except ValueError:
        return False
    return True


def _windows(tables: Tables) -> Iterator[Problem]:
    """Each window opens before it closes, once a season for each league; what is verified has an address."""
    table = tables["windows.csv"]
    first: dict[tuple[str, ...], int] = {}
    for line in table.lines:
        cells = line.cells
        if not (_is_date(cells["opens"]) and _is_date(cells["closes"]) and cells["opens"] < cells["closes"]):
            yield table.problem(line, "it does not open before it closes", "write both days like 2024-06-14")
        if (cells["verified"] == "yes") != cells["source"].startswith("https://"):
            yield table.problem(line, "verified without an address, or not verified with one", "correct one of the two")
        same = (cells["country"], cells["league"], cells["season"], cells["closes"][:4])
        if first.setdefault(same, line.number) != line.number:
            yield table.problem(line, f"the same window is on line {first[same]} too", "delete one of the two")


RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    _cells,
    _slugs,
    _filled,
    _unique("clubs.csv", "id"),
    _unique("clubs.csv", "name"),
    _unique("leagues.csv", "id"),
    _unique("leagues.csv", "name"),
    _unique("outlets.csv", "id"),
    _unique("nations.csv", "name"),
    _unique("areas.csv", "name"),
    _unique("shared.csv", "form"),
    _one_of("leagues.csv", "kind", LEAGUE_KINDS),
    _one_of("windows.csv", "season", frozenset(("summer", "winter"))),
    _one_of("windows.csv", "verified", frozenset(("yes", "no"))),
    _one_of("places.csv", "kind", PLACE_KINDS),
    _refers("clubs.csv", "league", "leagues.csv"),
    _refers("clubs.csv", "country", "nations.csv", "name"),
    _refers("windows.csv", "country", "nations.csv", "name"),
    _refers("windows.csv", "league", "leagues.csv"),
    _refers("leagues.csv", "country", "nations.csv", "name"),
    _refers("places.csv", "country", "nations.csv", "name"),
    _refers("areas.csv", "clubs", "clubs.csv"),
    _refers("shared.csv", "clubs", "clubs.csv"),
    _refers("staff.csv", "club", "clubs.csv"),
    _refers("journalists.csv", "outlets", "outlets.csv"),
    _doubled,
    _clashes,
    _shared,
    _terms,
    _windows,
)
