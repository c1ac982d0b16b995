"""Clubs and players from CSV: Wikidata query results and plain lists of players.

The columns go by any of the names in ``PLAYER_COLUMNS`` and ``CLUB_COLUMNS``, in any case.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from mooted.entities.check import Problem
from mooted.entities.merging import joined, merged_players, usual
from mooted.entities.rows import COUNTRIES, ClubRow, Imported, PlayerRow, day_of, position_of, slug
from mooted.language.fold import key

PLAYER_COLUMNS = {
    "name": ("name", "player", "player name", "full name", "playerlabel", "itemlabel"),
    "names": ("names", "aliases", "alias", "also known as", "known as", "altlabel", "itemaltlabel", "playeraltlabel"),
    "nationality": ("nationality", "nation", "citizenship", "nationalitylabel", "citizenshiplabel", "country",
                    "countrylabel", "country of citizenshiplabel"),
    "position": ("position", "pos", "role", "positionlabel"),
    "born": ("born", "dob", "birth", "birthdate", "birth date", "date of birth", "dateofbirth"),
    "club": ("club", "team", "current club", "squad", "clublabel", "teamlabel"),
}  # fmt: skip

CLUB_COLUMNS = {
    "name": ("itemlabel", "clublabel", "name", "club"),
    "country": ("countrylabel", "country"),
    "league": ("leaguelabel", "league"),
    "short": ("itemaltlabel", "altlabel", "clubaltlabel", "shortname", "short name", "aliases"),
    "nicknames": ("nickname", "nicknames", "nicknamelabel"),
    "tags": ("hashtag", "hashtags", "twitter", "tags"),
    "stadium": ("venuelabel", "homevenuelabel", "home venuelabel", "stadiumlabel", "venue", "stadium"),
    "city": ("citylabel", "headquarterslabel", "locationlabel", "city"),
}

_ITEM = re.compile(r"Q\d+")


def read_wikidata(lines: Iterable[str], file: str = "query.csv") -> Imported:
    """Clubs or players of a Wikidata query result, told apart by its columns; several rows of an item are one."""
    text = list(lines)
    header = [column.casefold() for column in next(csv.reader(text), [])]
    told = {*PLAYER_COLUMNS["born"], *PLAYER_COLUMNS["position"], *PLAYER_COLUMNS["nationality"]} - {
        "country",
        "countrylabel",
    }
    return read_players(text, file) if told.intersection(header) else _read_clubs(text, file)


def read_players(lines: Iterable[str], file: str = "players.csv") -> Imported:
    """Players of a CSV file with a header; see ``PLAYER_COLUMNS`` for what its columns may be called."""
    players: list[PlayerRow] = []
    problems: list[Problem] = []
    for at, cells in _rows(lines, file, PLAYER_COLUMNS, problems):
        born = day_of(cells["born"])
        if cells["born"] and not born:
            problems.append(Problem(file, at, f"born {cells['born']!r} is no date", "write it like 1999-02-07"))
        names = tuple(form for form in _split(cells["names"]) if form != cells["name"])
        position = position_of(cells["position"])
        nation = COUNTRIES.get(cells["nationality"], cells["nationality"])
        players.append(PlayerRow(cells["name"], names, nation, position, born, cells["club"]))
    return Imported(players=merged_players(players), problems=tuple(problems))


def _read_clubs(lines: Iterable[str], file: str) -> Imported:
    found: dict[str, ClubRow] = {}
    problems: list[Problem] = []
    for at, cells in _rows(lines, file, CLUB_COLUMNS, problems):
        club = _club_of(cells)
        same = f"{club.country}/{key(club.name)}"
        found[same] = joined(found[same], club) if same in found else club
        if not club.country:
            problems.append(Problem(file, at, f"{club.name} has no country", "ask for its country in the query"))
    return Imported(clubs=tuple(map(usual, found.values())), problems=tuple(problems))


def _club_of(cells: dict[str, str]) -> ClubRow:
    return ClubRow(
        id=slug(cells["name"]),
        name=cells["name"],
        country=COUNTRIES.get(cells["country"], cells["country"]),
        league=slug(cells["league"]),
        short=_split(cells["short"]),
        nicknames=_split(cells["nicknames"]),
        tags=_split(cells["tags"]),
        stadium=_split(cells["stadium"]),
        city=cells["city"],
    )


def _rows(
    lines: Iterable[str], file: str, columns: dict[str, tuple[str, ...]], problems: list[Problem]
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file under our own column names, with their lines; rows without a name are reported."""
    reader = csv.reader((line.lstrip("\ufeff") for line in lines), strict=True)
    try:
        places = _places(next(reader, []), columns)
        if "name" not in places:
            what = "no column with names"
            problems.append(Problem(file, 1, what, f"call one of the columns {', '.join(columns['name'])}"))
            return
        for row in reader:
            yield from _row(row, reader.line_num, file, places, columns, problems)
    except csv.Error as error:
        problems.append(
            Problem(file, reader.line_num, f"this is not CSV ({error})", "put quotes around cells with commas")
        )


def _places(header: Sequence[str], columns: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """Where each of our columns is, by the first of its names that the header has."""
    at = {name.strip().casefold().replace("_", " "): place for place, name in enumerate(header)}
    return {column: at[name] for column, names in columns.items() for name in reversed(names) if name in at}


def _row(
    row: Sequence[str],
    at: int,
    file: str,
    places: dict[str, int],
    columns: dict[str, tuple[str, ...]],
    problems: list[Problem],
) -> Iterator[tuple[int, dict[str, str]]]:
    """A row as our cells; none where it is empty, cut short, or without a name."""
    if not any(row):
        return
    if len(row) <= max(places.values()):
        problems.append(Problem(file, at, "fewer cells than the header has", "fill the row up with empty cells"))
        return
    cells = {column: " ".join(row[places[column]].split()) if column in places else "" for column in columns}
    if len(cells["name"]) < 2 or _ITEM.fullmatch(cells["name"]):
        problems.append(Problem(file, at, f"no name (but {cells['name']!r})", "give the row a name, or delete it"))
        return
    yield at, cells


def _split(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, divided by ``|``, by semicolons, or else by commas."""
    mark = next((mark for mark in "|;," if mark in cell), "|")
    return tuple(dict.fromkeys(value.strip().lstrip("#@") for value in cell.split(mark) if len(value.strip()) > 1))
