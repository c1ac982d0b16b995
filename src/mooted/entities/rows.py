"""Rows of the book as importing knows them, and what single cells say: an id, a position, a day, a country."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from mooted.entities.check import Problem
from mooted.language.fold import fold


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

_MONTHS = {
    name: at
    for at, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_DAY = re.compile(r"(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})")


def slug(name: str) -> str:
    """A name as an id: "Brighton & Hove Albion" is "brighton-and-hove-albion"."""
    plain = fold(name).casefold().replace("&", " and ").replace("'", "").replace(".", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def position_of(text: str) -> str:
    """A position in words, where it is given by letters ("D|M"); as it is elsewhere."""
    parts = [part.strip() for part in text.split("|")]
    return "|".join(POSITIONS.get(part.casefold(), part.casefold()) for part in parts if part)


def day_of(text: str) -> str:
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
