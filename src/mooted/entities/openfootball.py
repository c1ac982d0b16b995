"""Clubs and players from the texts of openfootball. What cannot be read is reported, and reading goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mooted.entities.check import Problem
from mooted.entities.merging import joined, merged_players, usual
from mooted.entities.rows import COUNTRIES, ClubRow, Imported, PlayerRow, day_of, position_of, slug
from mooted.language.fold import key

_BORN = re.compile(r"(?:b\.\s*)?(\d{1,2} [A-Za-z]{3,9} \d{4}|\d{4})(?:\s*@.*)?")
_HEIGHT = re.compile(r"-|\d\.\d+\s*m|[12]\d\d(?:\s*cm)?")
_LINES = re.compile(r"[GDMF](?:\s*\|\s*[GDMF])*")
_FOUNDED = re.compile(r"\d{4}\s*(?:-\s*(?:\d{4})?)?")
_HEADING = re.compile(r"(=+)\s*([^=]*?)\s*=*")
_KEEP_ONE = "write the name first, then commas: Name, 1886, @ Stadium, City"
_KEEP_PLAYER = "write Name, G|D|M|F, 1.80 m, b. 7 Feb 1999 @ Town"


def read_club_text(lines: Iterable[str], file: str = "clubs.txt") -> Imported:
    """Clubs of an openfootball text: ``= Country``, then ``Name, 1886, @ Stadium, City`` and ``| other | names``."""
    found: dict[str, ClubRow] = {}
    problems: list[Problem] = []
    country, last = "", ""
    for at, line in _content(lines):
        if heading := _HEADING.fullmatch(line):
            country, last = _country(heading, country), ""
        elif line.startswith("|"):
            if last:
                found[last] = replace(found[last], short=(*found[last].short, *_names(line)))
            else:
                problems.append(Problem(file, at, "other names with no club above them", "put them under their club"))
        elif club := _club(line, country):
            last = f"{club.country}/{key(club.name)}"
            found[last] = joined(found[last], club) if last in found else club
        else:
            last = ""
            problems.append(Problem(file, at, f"no club could be read from {line!r}", _KEEP_ONE))
    return Imported(clubs=tuple(map(usual, found.values())), problems=tuple(problems))


def _content(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers; remarks after ``#`` left out."""
    for at, line in enumerate(lines, 1):
        if said := line.lstrip("\ufeff").split("#")[0].strip():
            yield at, said


def _country(heading: re.Match[str], before: str) -> str:
    """The country of a heading; deeper headings and bare rules leave it as it is."""
    title = heading[2].partition("(")[0].strip()
    return COUNTRIES.get(title, title) if len(heading[1]) == 1 and title else before


def _names(line: str) -> tuple[str, ...]:
    """The names of a line of them, without marks of language."""
    bare = (re.sub(r"\[\w+\]", "", name).strip(" ,") for name in line.split("|"))
    return tuple(" ".join(name.split()) for name in bare if name)


def _club(line: str, country: str) -> ClubRow | None:
    """A club of its line; nothing where the line has no name, no country above it, or too much in it."""
    name, *rest = (" ".join(part.split()) for part in line.split(","))
    name = re.sub(r"\s*\([\d\s–-]*\)", "", name)
    stadium = tuple(part.removeprefix("@").strip() for part in rest if part.startswith("@"))
    towns = [part for part in rest if part and part[0] != "@" and not _FOUNDED.fullmatch(part)]
    if not country or len(name) < 2 or not re.match(r"['’]?\w", name) or len(towns) > 3:
        return None
    city = re.split(r"\s*[›(>]", towns[0])[0] if towns else ""
    return ClubRow(slug(name), name, country, stadium=stadium, city=city)


def read_player_text(lines: Iterable[str], file: str = "players.txt") -> Imported:
    """Players of an openfootball text: ``= Country``, then ``Name, M|F, 1.77 m, b. 7 Feb 1999 @ Cairo``."""
    players: list[PlayerRow] = []
    problems: list[Problem] = []
    country = ""
    for at, line in _content(lines):
        if heading := _HEADING.fullmatch(line):
            country = _country(heading, country)
        elif player := _player(line, country):
            players.append(player)
        else:
            problems.append(Problem(file, at, f"no player could be read from {line!r}", _KEEP_PLAYER))
    return Imported(players=merged_players(players), problems=tuple(problems))


def _player(line: str, country: str) -> PlayerRow | None:
    """A player of his line; nothing where a part of it is neither position, height nor birth."""
    name, *parts = (part.strip() for part in line.split(","))
    names = _names(name)
    row = PlayerRow(names[0], names[1:], country) if names else None
    for part in parts:
        if row and _LINES.fullmatch(part):
            row = replace(row, position=position_of(part))
        elif row and (born := _BORN.fullmatch(part)) and (day := day_of(born[1])):
            row = replace(row, born=day)
        elif part and not _HEIGHT.fullmatch(part):
            return None
    return row if row and parts and len(row.name) > 1 else None
