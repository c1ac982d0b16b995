"""Clubs and players from other people's lists: openfootball texts, Wikidata query results, plain CSV.

Each reader takes lines and gives rows of our own format; what it could not read it reports, and goes on.
Only ``add`` writes. A CSV's columns go by any of the names in ``PLAYER_COLUMNS`` and ``CLUB_COLUMNS``, in any case.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from itertools import chain, count
from pathlib import Path
from typing import Any, TypeVar

from mooted.entities.check import Problem
from mooted.language.fold import fold, key
from mooted.model.errors import BookError


@dataclass(frozen=True, slots=True)
class ClubRow:
    """A row of clubs.csv; what a cell holds several of is a tuple."""

    id: str
    name: str
    country: str = ""
    league: str = ""
    short: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    stadium: tuple[str, ...] = ()
    city: str = ""


@dataclass(frozen=True, slots=True)
class PlayerRow:
    """A row of players.csv; ``born`` is an ISO date or a year."""

    name: str
    names: tuple[str, ...] = ()
    nationality: str = ""
    position: str = ""
    born: str = ""
    club: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read, and what could not be."""

    clubs: tuple[ClubRow, ...] = ()
    players: tuple[PlayerRow, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """How a book changed: how many rows are new and how many say more than before, and what was not taken."""

    new_clubs: int = 0
    fuller_clubs: int = 0
    new_players: int = 0
    fuller_players: int = 0
    problems: tuple[Problem, ...] = ()


Row = TypeVar("Row", ClubRow, PlayerRow)

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

POSITIONS = {
    "g": "goalkeeper", "gk": "goalkeeper", "d": "defender", "df": "defender", "m": "midfielder", "mf": "midfielder",
    "f": "forward", "fw": "forward", "st": "striker", "cb": "centre-back", "lb": "left-back", "rb": "right-back",
    "dm": "defensive-midfielder", "am": "attacking-midfielder", "lw": "left-winger", "rw": "right-winger",
}  # fmt: skip

COUNTRIES = {
    "People's Republic of China": "China", "Türkiye": "Turkey", "Czechia": "Czech Republic", "USA": "United States",
    "Ireland": "Republic of Ireland", "Kingdom of the Netherlands": "Netherlands", "Kingdom of Denmark": "Denmark",
    "Democratic Republic of the Congo": "DR Congo", "Congo DR": "DR Congo", "Côte d'Ivoire": "Ivory Coast",
    "Korea Republic": "South Korea", "Bosnia-Herzegovina": "Bosnia and Herzegovina", "UAE": "United Arab Emirates",
    "United States of America": "United States", "Korea South": "South Korea", "Cabo Verde": "Cape Verde",
}  # fmt: skip
_HOME_NATIONS = frozenset(["England", "Scotland", "Wales", "Northern Ireland"])

_AFFIXES = frozenset(["fc", "afc", "cf", "sc", "ac", "fk", "if", "sk", "bk", "nk", "club"])
_MONTHS = {
    name: at
    for at, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_DAY = re.compile(r"(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})")
_BORN = re.compile(r"(?:b\.\s*)?(\d{1,2} [A-Za-z]{3,9} \d{4}|\d{4})(?:\s*@.*)?")
_HEIGHT = re.compile(r"-|\d\.\d+\s*m|[12]\d\d(?:\s*cm)?")
_LINES = re.compile(r"[GDMF](?:\s*\|\s*[GDMF])*")
_FOUNDED = re.compile(r"\d{4}\s*(?:-\s*(?:\d{4})?)?")
_HEADING = re.compile(r"(=+)\s*([^=]*?)\s*=*")
_ITEM = re.compile(r"Q\d+")
_KEEP_ONE = "write the name first, then commas: Name, 1886, @ Stadium, City"
_KEEP_PLAYER = "write Name, G|D|M|F, 1.80 m, b. 7 Feb 1999 @ Town"


# openfootball


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
            found[last] = _joined(found[last], club) if last in found else club
        else:
            last = ""
            problems.append(Problem(file, at, f"no club could be read from {line!r}", _KEEP_ONE))
    return Imported(clubs=tuple(map(_usual, found.values())), problems=tuple(problems))


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


def _usual(club: ClubRow) -> ClubRow:
    """The club under the name that it goes by ("Arsenal", not "Arsenal FC"), where that is among its names."""
    bare = _bare(club.name)
    name = bare if bare in club.short else club.name
    short = dict.fromkeys(form for form in (club.name, *club.short) if form != name)
    return replace(club, id=slug(name), name=name, short=tuple(short))


def _bare(name: str) -> str:
    """A club's name without "FC" and the like."""
    return " ".join(word for word in name.split() if word.casefold() not in _AFFIXES)


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
    return Imported(players=_merged_players(players), problems=tuple(problems))


def _player(line: str, country: str) -> PlayerRow | None:
    """A player of his line; nothing where a part of it is neither position, height nor birth."""
    name, *parts = (part.strip() for part in line.split(","))
    names = _names(name)
    row = PlayerRow(names[0], names[1:], country) if names else None
    for part in parts:
        if row and _LINES.fullmatch(part):
            row = replace(row, position=_position(part))
        elif row and (born := _BORN.fullmatch(part)) and (day := _day(born[1])):
            row = replace(row, born=day)
        elif part and not _HEIGHT.fullmatch(part):
            return None
    return row if row and parts and len(row.name) > 1 else None


# CSV


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
        born = _day(cells["born"])
        if cells["born"] and not born:
            problems.append(Problem(file, at, f"born {cells['born']!r} is no date", "write it like 1999-02-07"))
        names = tuple(form for form in _split(cells["names"]) if form != cells["name"])
        position = _position(cells["position"])
        nation = COUNTRIES.get(cells["nationality"], cells["nationality"])
        players.append(PlayerRow(cells["name"], names, nation, position, born, cells["club"]))
    return Imported(players=_merged_players(players), problems=tuple(problems))


def _read_clubs(lines: Iterable[str], file: str) -> Imported:
    found: dict[str, ClubRow] = {}
    problems: list[Problem] = []
    for at, cells in _rows(lines, file, CLUB_COLUMNS, problems):
        club = _club_of(cells)
        same = f"{club.country}/{key(club.name)}"
        found[same] = _joined(found[same], club) if same in found else club
        if not club.country:
            problems.append(Problem(file, at, f"{club.name} has no country", "ask for its country in the query"))
    return Imported(clubs=tuple(map(_usual, found.values())), problems=tuple(problems))


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


def _position(text: str) -> str:
    """A position in words, where it is given by letters ("D|M"); as it is elsewhere."""
    parts = [part.strip() for part in text.split("|")]
    return "|".join(POSITIONS.get(part.casefold(), part.casefold()) for part in parts if part)


def _day(text: str) -> str:
    """A date of birth as ISO: a day, or a year where that is all there is; empty where it cannot be read."""
    if re.fullmatch(r"\d{4}", text):
        return text
    if written := _DAY.fullmatch(text):
        return _iso(int(written[3]), _MONTHS.get(written[2].casefold(), 0), int(written[1]))
    if slashed := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text):
        return _iso(int(slashed[3]), int(slashed[2]), int(slashed[1]))
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def slug(name: str) -> str:
    """A name as an id: "Brighton & Hove Albion" is "brighton-and-hove-albion"."""
    plain = fold(name).casefold().replace("&", " and ").replace("'", "").replace(".", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain))


# One value for one club or player


def _joined(old: Row, new: Row) -> Row:
    """The old row, with what only the new one says: empty cells filled, further forms added."""
    values = {field.name: _more(getattr(old, field.name), getattr(new, field.name)) for field in fields(old)}
    return replace(old, **values)


def _more(mine: Any, theirs: Any) -> Any:
    if isinstance(mine, tuple):
        return (*mine, *(form for form in theirs if form not in mine))
    return mine or theirs


def _merged_players(players: Iterable[PlayerRow]) -> tuple[PlayerRow, ...]:
    """Each player once. Of the same name are the same only those whose births and nations agree."""
    found: dict[str, list[PlayerRow]] = {}
    for player in players:
        namesakes = found.setdefault(key(player.name), [])
        at = next((at for at, other in enumerate(namesakes) if _same_player(other, player)), None)
        if at is None:
            namesakes.append(player)
        else:
            namesakes[at] = _joined(namesakes[at], player)
    return tuple(chain.from_iterable(found.values()))


def _same_player(one: PlayerRow, other: PlayerRow) -> bool:
    births = one.born.startswith(other.born) or other.born.startswith(one.born)
    return births and (one.nationality == other.nationality or not (one.nationality and other.nationality))


def _merged_clubs(
    old: Sequence[ClubRow], new: Iterable[ClubRow], shared: frozenset[tuple[str, str]]
) -> tuple[list[ClubRow], list[Problem]]:
    """The clubs of a book with others merged in; a form that means another club already is not taken.

    ``shared`` holds the forms that several clubs may have, each with the id of such a club.
    """
    book = {club.id: club for club in old}
    called, meant = _owners(old)
    problems: list[Problem] = []
    for club in new:
        same = _known(club, book, called) or _free(club.id, book)
        kept = _untaken(replace(club, id=same), meant, shared, problems)
        book[same] = _distinct(_joined(book[same], kept) if same in book else kept)
        for owners, more in zip((called, meant), _owners([book[same]]), strict=True):
            owners |= {form: [*owners.get(form, ()), *ids] for form, ids in more.items()}
    return list(book.values()), problems


def _owners(clubs: Iterable[ClubRow]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Whom each name and short form means; and whom each of them or a nickname does."""
    called: dict[str, list[str]] = {}
    meant: dict[str, list[str]] = {}
    for club in clubs:
        _take(called, club, (club.name, *club.short))
        _take(meant, club, (club.name, *club.short, *club.nicknames))
    return called, meant


def _take(owners: dict[str, list[str]], club: ClubRow, forms: Iterable[str]) -> None:
    for form in forms:
        owners.setdefault(key(form), []).append(club.id)


def _known(club: ClubRow, book: dict[str, ClubRow], called: dict[str, list[str]]) -> str:
    """The id of the club in the book that this one is: called so, and of its country; empty where there is none."""
    ids = (id for form in (club.name, _bare(club.name)) for id in called.get(key(form), ()))
    return next((id for id in ids if _same_country(book[id].country, club.country)), "")


def _same_country(one: str, other: str) -> bool:
    """Whether two countries agree; the United Kingdom does with each of its football nations."""
    apart = {one, other} - {"", "United Kingdom"}
    return len(apart) < 2 and ("United Kingdom" not in (one, other) or apart <= _HOME_NATIONS)


def _free(id: str, book: dict[str, ClubRow]) -> str:
    """An id that no club of the book has."""
    return next(each for each in chain([id], (f"{id}-{n}" for n in count(2))) if each not in book)


def _untaken(
    club: ClubRow, taken: dict[str, list[str]], shared: frozenset[tuple[str, str]], problems: list[Problem]
) -> ClubRow:
    """The club without the forms that mean another one; each is reported."""

    def free(form: str) -> bool:
        owners = set(taken.get(key(form), ())) - {club.id}
        if not owners or (fold(form), club.id) in shared:
            return True
        what = f"{form!r} of {club.name} means {' and '.join(sorted(owners))} already and was not taken"
        problems.append(Problem("shared.csv", 1, what, f"list {form!r} here with both clubs, and import again"))
        return False

    return replace(club, short=tuple(filter(free, club.short)), nicknames=tuple(filter(free, club.nicknames)))


def _distinct(club: ClubRow) -> ClubRow:
    """The club with each form once: as its name, else as a nickname, else as a short form."""
    name = fold(club.name)
    nicknames = {fold(form): form for form in reversed(club.nicknames) if fold(form) != name}
    short = {fold(form): form for form in reversed(club.short) if fold(form) not in {name, *nicknames}}
    return replace(club, short=tuple(reversed(short.values())), nicknames=tuple(reversed(nicknames.values())))


# Files


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


def add(folder: Path, imported: Imported) -> Added:
    """Write what was imported into a book's clubs.csv and players.csv, merged with what is there."""
    folder.mkdir(parents=True, exist_ok=True)
    problems = list(imported.problems)
    clubs, players = folder / "clubs.csv", folder / "players.csv"
    old_clubs, old_players = _stored(clubs, ClubRow), _stored(players, PlayerRow)
    new_clubs, refused = _merged_clubs(old_clubs, imported.clubs, _shared(folder / "shared.csv"))
    new_players = list(_merged_players([*old_players, *imported.players]))
    _store(clubs, new_clubs, ClubRow)
    _store(players, new_players, PlayerRow)
    problems += refused
    return Added(*_changes(old_clubs, new_clubs), *_changes(old_players, new_players), tuple(problems))


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
