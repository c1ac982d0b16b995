"""The reference book: clubs, leagues, nations, positions, outlets and people, read from data files."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from mooted.language.automaton import Phrases
from mooted.language.fold import fold
from mooted.model.entity import Club
from mooted.model.errors import BookError

DATA = Path(__file__).parent / "data"
Row = dict[str, str]


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


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """The book, ready for use. ``names`` finds every form that it knows, in folded text, case as written."""

    clubs: dict[str, Club]
    names: Phrases[Known]
    lookup: dict[str, Known]
    defaults: dict[str, Club | None]
    staff: dict[str, tuple[Tenure, ...]]
    journalists: frozenset[str]
    players: dict[str, str]
    given_names: frozenset[str]
    ordinary: frozenset[str]
    outlets: dict[str, str]
    journalist_outlets: dict[str, str]


def rows(path: Path) -> Iterator[Row]:
    """The rows of a data file; none where the file is missing."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def forms(cell: str | None) -> list[str]:
    """The values of a cell that holds several, divided by ``|``."""
    return [form.strip() for form in (cell or "").split("|") if form.strip()]


@lru_cache(maxsize=4)
def load(folder: Path = DATA) -> Book:
    """The book in ``folder``, by default the one that comes with mooted."""
    try:
        return _load(folder)
    except (OSError, KeyError, csv.Error, UnicodeDecodeError) as error:
        raise BookError(f"{folder}: the reference book cannot be read ({error}); run 'mooted book check'") from error


def _load(folder: Path) -> Book:
    clubs = {row["id"]: Club(row["id"], row["name"], row["country"], row["league"]) for row in rows(folder / "clubs.csv")}
    known: dict[str, Known] = {}
    _add_words(known, folder)
    _add_people(known, folder)
    _add_press(known, folder)
    _add_clubs(known, folder, clubs)
    return Book(
        clubs=clubs,
        names=Phrases(known),
        lookup=known,
        defaults={fold(row["form"]): clubs.get(row["default"]) for row in rows(folder / "shared.csv")},
        staff=_tenures(folder),
        journalists=frozenset(row["name"] for row in rows(folder / "journalists.csv")),
        players={fold(form): row["name"] for row in rows(folder / "players.csv") for form in _names(row)},
        given_names=frozenset(_lines(folder / "given_names.txt")),
        ordinary=frozenset(_lines(folder / "ordinary.txt")),
        outlets={fold(form): row["name"] for row in rows(folder / "outlets.csv") for form in _outlet_forms(row)},
        journalist_outlets={row["name"]: row["outlets"] for row in rows(folder / "journalists.csv")},
    )


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split() if path.exists() else []


def _names(row: Row) -> list[str]:
    return [row["name"], *forms(row.get("names"))]


def _outlet_forms(row: Row) -> list[str]:
    return [*_names(row), *forms(row.get("domain"))]


def _add_words(known: dict[str, Known], folder: Path) -> None:
    """Places, leagues, nations and positions; nations as adjectives and as people ("Dutch", "Dutchman")."""
    for row in rows(folder / "places.csv"):
        known[fold(row["name"])] = Known("place", row["name"], "name")
    for row in rows(folder / "nations.csv"):
        for form in (row["name"], *forms(row["demonyms"])):
            known[fold(form)] = Known("nation", row["name"], "name")
        for form in forms(row["people"]):
            adjective = fold(form) in known and known[fold(form)].kind == "nation"
            known[fold(form)] = Known("nation", row["name"], "both" if adjective else "people")
    for row in rows(folder / "leagues.csv"):
        for form in _names(row):
            known[fold(form)] = Known("league", row["id"], "name", also=row["country"])
    for row in rows(folder / "positions.csv"):
        for form in forms(row["names"]):
            for cased in {form, form[0].upper() + form[1:], form.title()}:
                known[fold(cased)] = Known("position", row["id"], "name", also=row["line"])


def _add_people(known: dict[str, Known], folder: Path) -> None:
    """People of more than one word; players' single names too."""
    for row in rows(folder / "players.csv"):
        for form in _names(row):
            known.setdefault(fold(form), Known("player", row["name"], "name", also=row.get("nationality") or ""))
    for file, kind in (("staff.csv", "staff"), ("journalists.csv", "journalist")):
        for row in rows(folder / file):
            for form in [row.get("person") or row.get("name") or "", *forms(row.get("names"))]:
                if " " in form:
                    known[fold(form)] = Known(kind, row.get("person") or row["name"], "name")


def _add_press(known: dict[str, Known], folder: Path) -> None:
    for row in rows(folder / "outlets.csv"):
        for form in _outlet_forms(row):
            if len(form) > 2 or form.isupper():
                known.setdefault(fold(form), Known("outlet", row["name"], "name"))


def _add_clubs(known: dict[str, Known], folder: Path, clubs: dict[str, Club]) -> None:
    """Clubs by every form; a form of several clubs keeps them all, those that it names outright first."""
    by_form: dict[str, list[tuple[int, str, Club]]] = defaultdict(list)
    for row in rows(folder / "clubs.csv"):
        club = clubs[row["id"]]
        columns = (("name", [row["name"]]), ("short", forms(row["short"])), ("nickname", forms(row["nicknames"])),
                   ("tag", forms(row["tags"])), ("stadium", forms(row["stadium"])))  # fmt: skip
        for rank, (column, names) in enumerate(columns):
            for name in names:
                by_form[fold(name)].append((rank, column, club))
    for form, owners in by_form.items():
        best = min(rank for rank, _, _ in owners)
        column = next(column for rank, column, _ in owners if rank == best)
        if column in ("nickname", "stadium") and form in known and known[form].kind in ("position", "nation"):
            continue
        also = "outlet" if form in known and known[form].kind == "outlet" else ""
        ordered = tuple(dict.fromkeys(club for rank, _, club in sorted(owners, key=lambda o: o[0]) if rank <= max(best, 2)))
        known[form] = Known("club", form, column, ordered, also)


def _tenures(folder: Path) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = defaultdict(list)
    for row in rows(folder / "staff.csv"):
        tenure = Tenure(row["person"], row["club"], row["role"], row["start"], row["end"])
        for form in (row["person"], *forms(row.get("names"))):
            found[fold(form)].append(tenure)
    return {name: tuple(tenures) for name, tenures in found.items()}
