"""The reference book: clubs, leagues, nations, positions, outlets and people, read from data files."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from mooted.keeping import kept
from mooted.language.automaton import Phrases
from mooted.language.fold import fold, letters
from mooted.model.entity import Club
from mooted.model.errors import BookError

DATA = Path(__file__).parent / "data"
Row = dict[str, str]
_Owner = tuple[int, Club]  # how surely a form names the club, as a place in _FORMS, and the club
_FORMS = ("name", "short", "nickname", "tag", "stadium")
_CLUB_COLUMNS = ((1, "short"), (2, "nicknames"), (3, "tags"), (4, "stadium"))
_GIVE_WAY = {  # by what a form means besides, the columns that give way: no Winger or Torres is a club
    "position": (2, 4), "nation": (2, 4), "player": (4,), "staff": (4,), "journalist": (4,),
}  # fmt: skip


class Known(NamedTuple):
    """What the book knows under one form: ``kind`` and value, and how the form names it."""

    kind: str
    value: str
    form: str
    clubs: tuple[Club, ...] = ()
    also: str = ""


class Tenure(NamedTuple):
    """A person's time in a role at a club; dates are ISO and may be partial, empty where unknown."""

    person: str
    club: str
    role: str
    start: str
    end: str


class Footballer(NamedTuple):
    """What the book tells of a player; empty, or 0 for his year of birth, where it does not know."""

    name: str
    nation: str
    line: str
    born: int


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """The book, ready for use. ``names`` finds every form that it knows, in folded text, case as written."""

    clubs: dict[str, Club]
    names: Phrases[Known]
    lookup: dict[str, Known]
    defaults: dict[str, Club | None]
    staff: dict[str, tuple[Tenure, ...]]
    journalists: frozenset[str]
    houses: dict[str, tuple[str, ...]]  # the outlets that journalists write for, by the letters of their names
    players: dict[str, Footballer]
    surnames: frozenset[str]  # of players, but for those that are ordinary words as well
    given_names: frozenset[str]
    ordinary: frozenset[str]
    outlets: dict[str, str]
    press: dict[str, str]  # outlets and journalists by the letters of all that they are called
    near: dict[str, frozenset[str]]  # ids of the clubs of a city or an area, which may describe them


class _Tables:
    """The data files of a folder, each read once; a missing one has no rows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, list[Row]] = {}

    def rows(self, file: str) -> list[Row]:
        """The rows of a file, by the names of its columns."""
        if file not in self._read:
            path = self._folder / file
            self._read[file] = list(_rows(path)) if path.exists() else []
        return self._read[file]

    def words(self, file: str) -> frozenset[str]:
        """The words of a file without columns."""
        path = self._folder / file
        return frozenset(path.read_text(encoding="utf-8").split()) if path.exists() else frozenset()


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        cells = csv.reader(lines)
        columns = next(cells, [])
        for row in cells:
            if row:
                yield dict(zip(columns, row if len(row) >= len(columns) else row + [""] * len(columns), strict=False))


def _forms(cell: str) -> list[str]:
    """The values of a cell that holds several, divided by ``|``."""
    if not cell:
        return []
    return [form for piece in cell.split("|") if (form := piece.strip())]


def _names(row: Row) -> list[str]:
    return [row["name"], *_forms(row.get("names", ""))]


def _outlet_forms(row: Row) -> list[str]:
    return [*_names(row), *_forms(row.get("domain", ""))]


def home() -> Path:
    """The folder of the book that is used: the one that ``MOOTED_BOOK`` names, else the one that comes with mooted."""
    return Path(os.environ.get("MOOTED_BOOK") or DATA)


@lru_cache(maxsize=4)
def load(folder: Path | None = None) -> Book:
    """The book in ``folder``, by default the one at ``home``."""
    folder = folder or home()
    if not folder.is_dir():
        raise BookError(f"{folder}: there is no reference book; make one with 'mooted book import FILE... --into DIR'")
    try:
        return _book(kept("book", _Told, _sources(), _told_here) if folder == DATA else _told(_Tables(folder)))
    except (OSError, KeyError, csv.Error, UnicodeDecodeError) as error:
        raise BookError(f"{folder}: the reference book cannot be read ({error}); run 'mooted book check'") from error


class _Told(NamedTuple):
    """What the files of a book say, as plain data: clubs by their ids, forms by the place of what they stand for."""

    clubs: dict[str, Club]
    known: list[tuple[str, str, str, tuple[str, ...], str]]
    lookup: dict[str, int]
    defaults: dict[str, str]
    staff: dict[str, tuple[Tenure, ...]]
    journalists: frozenset[str]
    houses: dict[str, tuple[str, ...]]
    players: dict[str, Footballer]
    given_names: frozenset[str]
    ordinary: frozenset[str]
    outlets: dict[str, str]
    press: dict[str, str]
    near: dict[str, frozenset[str]]


def _sources() -> list[Path]:
    """What the book that comes with mooted is made of: its files, and the code that reads them."""
    package = DATA.parent.parent
    code = [package / "entities" / "book.py", package / "language" / "fold.py"]
    return [*sorted(DATA.glob("*.*")), *code]


def _told_here() -> _Told:
    return _told(_Tables(DATA))


def _told(tables: _Tables) -> _Told:
    """What the tables say."""
    clubs = {row["id"]: Club(row["id"], row["name"], row["country"], row["league"]) for row in tables.rows("clubs.csv")}
    lookup = _known(tables, clubs)
    every = {id(one): one for one in lookup.values()}
    places = {which: place for place, which in enumerate(every)}
    return _Told(
        clubs=clubs,
        known=[(*one[:3], tuple(club.id for club in one.clubs), one.also) for one in every.values()],
        lookup={form: places[id(one)] for form, one in lookup.items()},
        defaults={fold(row["form"]): row["default"] for row in tables.rows("shared.csv")},
        staff=_tenures(tables.rows("staff.csv")),
        journalists=frozenset(row["name"] for row in tables.rows("journalists.csv")),
        houses=_houses(tables.rows("journalists.csv"), tables.rows("outlets.csv")),
        players=_footballers(tables.rows("players.csv"), tables.rows("positions.csv")),
        given_names=tables.words("given_names.txt"),
        ordinary=_shouted_too(tables.words("ordinary.txt")),
        outlets={fold(form): row["name"] for row in tables.rows("outlets.csv") for form in _outlet_forms(row)},
        press=_press(tables.rows("outlets.csv"), tables.rows("journalists.csv")),
        near=_near(tables.rows("clubs.csv"), tables.rows("areas.csv")),
    )


def _book(told: _Told) -> Book:
    """The book that says so."""
    clubs = told.clubs
    known = [
        Known(kind, value, form, tuple([clubs[one] for one in ids]), also)
        for kind, value, form, ids, also in told.known
    ]
    lookup = {form: known[place] for form, place in told.lookup.items()}
    return Book(
        clubs=clubs,
        names=Phrases(lookup),
        lookup=lookup,
        defaults={form: clubs.get(club) for form, club in told.defaults.items()},
        staff=told.staff,
        journalists=told.journalists,
        houses=told.houses,
        players=told.players,
        surnames=frozenset([name.rpartition(" ")[2] for name in told.players]) - told.ordinary,
        given_names=told.given_names,
        ordinary=told.ordinary,
        outlets=told.outlets,
        press=told.press,
        near=told.near,
    )


def _shouted_too(words: frozenset[str]) -> frozenset[str]:
    """The words and, as headings have them, those of more than a letter in capitals ("ERIK TEN HAG" is a name)."""
    return words | {word.upper() for word in words if len(word) > 1 and word != "Ten"}


def _footballers(rows: Iterable[Row], positions: Iterable[Row]) -> dict[str, Footballer]:
    """The players by every form of their names."""
    lines = {row["id"]: row["line"] for row in positions}
    found: dict[str, Footballer] = {}
    for row in rows:
        born = row.get("born", "")[:4]
        line = lines.get(row.get("position", ""), "")
        player = Footballer(row["name"], row.get("nationality", ""), line, int(born) if born.isdecimal() else 0)
        found.update((fold(form), player) for form in _names(row))
    return found


def _press(outlets: Iterable[Row], journalists: Iterable[Row]) -> dict[str, str]:
    """Outlets and journalists by the letters of their names and handles; by a surname him who alone has it."""
    found = {letters(form): row["name"] for row in outlets for form in _outlet_forms(row)}
    owners: dict[str, set[str]] = {}
    for row in journalists:
        surname = row["name"].rpartition(" ")[2]
        for form in (*_names(row), *_forms(row.get("handle", "")), surname):
            owners.setdefault(letters(form), set()).add(row["name"])
    return {form: min(names) for form, names in owners.items() if len(names) == 1} | found


def _houses(journalists: Iterable[Row], outlets: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    names = {row["id"]: row["name"] for row in outlets}
    written = {letters(row["name"]): _forms(row.get("outlets", "")) for row in journalists}
    return {name: tuple(names[one] for one in ids if one in names) for name, ids in written.items()}


def _near(clubs: Iterable[Row], areas: Iterable[Row]) -> dict[str, frozenset[str]]:
    """The clubs of each city, and of each area by its name and by that of its people."""
    found: dict[str, set[str]] = {}
    for row in clubs:
        if row.get("city"):
            found.setdefault(fold(row["city"]), set()).add(row["id"])
    for row in areas:
        for form in (row["name"], *_forms(row.get("people", ""))):
            found.setdefault(fold(form), set()).update(_forms(row["clubs"]))
    return {place: frozenset(ids) for place, ids in found.items()}


def _known(tables: _Tables, clubs: dict[str, Club]) -> dict[str, Known]:
    """Every form in the book and what it stands for; of two kinds under one form, clubs come before the rest."""
    places = [row["name"] for row in tables.rows("places.csv")]
    known = {fold(place): Known("place", place, "name") for place in places}
    known.update((fold(place).upper(), known[fold(place)]) for place in places if " " in place)  # "NEW YORK (AP)"
    for row in tables.rows("areas.csv"):
        known.update((fold(form), Known("place", row["name"], "people")) for form in _forms(row.get("people", "")))
    _add_nations(known, tables.rows("nations.csv"))
    _add_leagues(known, tables.rows("leagues.csv"))
    _add_positions(known, tables.rows("positions.csv"))
    _add_players(known, tables.rows("players.csv"))
    _add_staff(known, "staff", "person", tables.rows("staff.csv"))
    _add_staff(known, "journalist", "name", tables.rows("journalists.csv"))
    _add_press(known, tables.rows("outlets.csv"))
    _add_clubs(known, tables.rows("clubs.csv"), clubs)
    _share_articles(known, tables.rows("shared.csv"))
    _add_nicknames(known, tables.rows("nations.csv"))
    known.pop("", None)
    return known


def _add_nations(known: dict[str, Known], rows: Iterable[Row]) -> None:
    """Nations by name, as adjectives and as people, one and many ("Dutch", "Dutchman", "Dutchmen")."""
    for row in rows:
        for form in (row["name"], *_forms(row["demonyms"])):
            known[fold(form)] = Known("nation", row["name"], "name")
        for form in _forms(row.get("nicknames", "")):
            if " " in form:  # "Super Eagles"; in one word they are clubs' more often
                known.setdefault(fold(form), Known("nation", row["name"], "nickname"))
        for form in map(fold, _forms(row["people"])):
            adjective = form in known and known[form].kind == "nation"
            known[form] = Known("nation", row["name"], "both" if adjective else "people")
            known.setdefault(_plural(form), Known("nation", row["name"], "plural"))


def _plural(people: str) -> str:
    """Several of a people ("Danes", "Welshmen", "Germans", "Portuguese")."""
    if people.endswith("man") and people != "German":
        return people.removesuffix("man") + "men"
    return people if people.endswith(("ese", "ss", "sh", "ch", "s")) else people + "s"


def _add_nicknames(known: dict[str, Known], rows: Iterable[Row]) -> None:
    """What one word calls a national team, where no club goes by it ("Socceroos", but not "Eagles")."""
    for row in rows:
        for form in _forms(row.get("nicknames", "")):
            known.setdefault(fold(form), Known("nation", row["name"], "nickname"))


def _add_leagues(known: dict[str, Known], rows: Iterable[Row]) -> None:
    for row in rows:
        league = Known("league", row["id"], "name", also=row["country"])
        for form in _names(row):
            known.setdefault(fold(form), league)  # "Serie A" is the Italian one, which comes first


def _add_positions(known: dict[str, Known], rows: Iterable[Row]) -> None:
    for row in rows:
        position = Known("position", row["id"], "name", also=row["line"])
        for form in _forms(row["names"]):
            known.update((fold(cased), position) for cased in (form, form[0].upper() + form[1:], form.title()))


def _add_players(known: dict[str, Known], rows: Iterable[Row]) -> None:
    """Players, by single names too."""
    for row in rows:
        player = Known("player", row["name"], "name", also=row.get("nationality", ""))
        for form in _names(row):
            known.setdefault(fold(form), player)


def _add_staff(known: dict[str, Known], kind: str, column: str, rows: Iterable[Row]) -> None:
    """Managers, directors and journalists by names of more than one word."""
    for row in rows:
        person = Known(kind, row[column], "name")
        for form in (row[column], *_forms(row.get("names", ""))):
            if " " in form:
                known[fold(form)] = person


def _add_press(known: dict[str, Known], rows: Iterable[Row]) -> None:
    for row in rows:
        outlet = Known("outlet", row["name"], "name")
        for form in _outlet_forms(row):
            if len(form) > 2 or form.isupper():
                known.setdefault(fold(form), outlet)


def _add_clubs(known: dict[str, Known], rows: Iterable[Row], clubs: dict[str, Club]) -> None:
    """Clubs by every form; a form of several clubs keeps them all, those that it names outright first."""
    by_form: dict[str, list[_Owner]] = {}
    for row in rows:
        club = clubs[row["id"]]
        by_form.setdefault(fold(row["name"]), []).append((0, club))
        for rank, column in _CLUB_COLUMNS:
            for form in _forms(row[column]):
                by_form.setdefault(fold(form), []).append((rank, club))
    for form, owners in by_form.items():
        before = known.get(form)
        kind = before.kind if before else ""
        best = owners[0][0] if len(owners) == 1 else min(rank for rank, _ in owners)
        if best not in _GIVE_WAY.get(kind, ()):
            known[form] = Known("club", form, _FORMS[best], _owners(owners, best), "outlet" if kind == "outlet" else "")


def _share_articles(known: dict[str, Known], shared: Iterable[Row]) -> None:
    """A nickname with its article is no surer than without ("The Robins"): where the one is shared, so is the other.

    What one club alone has with the article stays its own where nothing else would tell whose it is.
    """
    for row in shared:
        form = fold(row["form"])
        alone, bare = known.get(f"The {form}"), known.get(form)
        if alone and bare and alone.form == "nickname" and row["default"] in {club.id for club in alone.clubs}:
            known[f"The {form}"] = bare


def _owners(owners: list[_Owner], best: int) -> tuple[Club, ...]:
    """The clubs of a form, the surest first."""
    if len(owners) == 1:
        return (owners[0][1],)
    return tuple(dict.fromkeys(club for rank, club in sorted(owners, key=itemgetter(0)) if rank <= max(best, 2)))


def _tenures(rows: Iterable[Row]) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = {}
    for row in rows:
        tenure = Tenure(row["person"], row["club"], row["role"], row["start"], row["end"])
        for form in (row["person"], *_forms(row.get("names", ""))):
            found.setdefault(fold(form), []).append(tenure)
    return {name: tuple(tenures) for name, tenures in found.items()}
