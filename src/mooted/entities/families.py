"""Publishers: which outlets and journalists speak with one voice."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from mooted.entities.book import home
from mooted.language.fold import key
from mooted.model.errors import BookError

Kind = Literal["outlet", "journalist"]
_ASIDE = re.compile(r" \([^()]{0,40}\)$")  # "Fabrizio Romano (X)"
_MOST = 50_000  # names whose publisher is kept at hand
_SEVERAL = 3  # outlets from which a journalist who writes for them stands for himself


@dataclass(frozen=True, slots=True)
class Publisher:
    """What is known under one name: the name to show, what it is, whose voice it is, and which outlet prints it.

    ``outlet`` is the name itself for an outlet, and for a journalist who stands for himself.
    """

    name: str
    kind: Kind
    family: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Families:
    """Outlets and journalists by every form of their names."""

    known: Mapping[str, Publisher]
    _found: dict[str, Publisher | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, name: str) -> str:
        """The family that counts as one voice with ``name``; an unknown name stands for itself."""
        found = self.find(name)
        return found.family if found else _plain(name).replace(" ", "-")

    def name(self, name: str) -> str:
        """The usual name of an outlet or journalist ("Mail" is "Daily Mail"); as given where it is not known."""
        found = self.find(name)
        return found.name if found else name

    def outlet(self, name: str) -> str:
        """The outlet that a journalist writes for; else the usual name itself."""
        found = self.find(name)
        return found.outlet if found else name

    def kind(self, name: str) -> Kind | None:
        """Whether this is an outlet or a journalist; null where it is not known."""
        found = self.find(name)
        return found.kind if found else None

    def find(self, name: str) -> Publisher | None:
        """What is known under a name, with or without "The", an "@" and what is added in brackets."""
        if name not in self._found:  # asked for every claim
            if len(self._found) >= _MOST:
                self._found.clear()
            self._found[name] = self.known.get(_plain(name)) or self.known.get(_plain(_ASIDE.sub("", name)))
        return self._found[name]


@lru_cache(maxsize=4)
def load_families(folder: Path | None = None) -> Families:
    """The families of outlets.csv and journalists.csv in ``folder``, by default in the book that is used."""
    folder = folder or home()
    try:
        outlets = _rows(folder / "outlets.csv")
        return families_of(outlets, _rows(folder / "journalists.csv"))
    except (OSError, KeyError, csv.Error, UnicodeDecodeError) as error:
        raise BookError(f"{folder}: the press cannot be read ({error}); run 'mooted book check'") from error


def families_of(outlets: Iterable[Mapping[str, str]], journalists: Iterable[Mapping[str, str]]) -> Families:
    """Families from rows of outlets.csv and journalists.csv; where both know a form, it is the outlet's."""
    known: dict[str, Publisher] = {}
    families: dict[str, str] = {}
    names: dict[str, str] = {}
    for row in outlets:
        families[row["id"]] = row["family"] or row["id"]
        names[row["id"]] = row["name"]
        publisher = Publisher(row["name"], "outlet", families[row["id"]], row["name"])
        for form in (row["name"], row["id"], *row["domain"].split("|"), *row["names"].split("|")):
            known.setdefault(_plain(form), publisher)
    for row in journalists:
        desk = _outlet_of(row)
        family = families.get(desk, desk) if desk else _plain(row["name"]).replace(" ", "-")
        journalist = Publisher(row["name"], "journalist", family, names.get(desk or "", row["name"]))
        for form in (row["name"], row["handle"], *row["names"].split("|")):
            known.setdefault(_plain(form), journalist)
    known.pop("", None)
    return Families(known)


def _outlet_of(row: Mapping[str, str]) -> str | None:
    """A journalist's first outlet; null where he has none, or works for several, and so stands for himself."""
    outlets = [outlet for outlet in row["outlets"].split("|") if outlet]
    return outlets[0] if outlets and len(outlets) < _SEVERAL else None


@lru_cache(maxsize=20_000)
def _plain(name: str) -> str:
    return key(name.removeprefix("@")).removeprefix("the ").removeprefix("www")


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return [{**row} for row in csv.DictReader(lines, restval="")]
