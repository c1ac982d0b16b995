"""A table of moves that happened, read row by row: what is used, and a word on each row that is not as it should be.

The columns may go by any of the names in ``COLUMNS``, in any case. A row tells either both ends of a move
(``club_from``, ``club_to``) or one club, the other, and whether the player went in or out. The window is a name
("2021-summer"), a season with "summer" or "winter" (the winter after it, so "2020, winter" is January 2021), or
follows from the day.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from mooted.language.fold import key
from mooted.model.claim import Deal
from mooted.model.entity import Club
from mooted.model.errors import Rejected, Warned
from mooted.model.money import Fee
from mooted.model.window import Calendar

ClubNamed = Callable[[str], Club | None]
Problem = Rejected | Warned

COLUMNS = {
    "player": ("player", "player_name", "name"),
    "from": ("club_from", "from", "from_club", "seller", "old_club"),
    "to": ("club_to", "to", "to_club", "buyer", "new_club"),
    "club": ("club", "team", "club_name"),
    "other": ("other_club", "club_involved_name", "dealing_club", "club_involved"),
    "movement": ("movement", "transfer_movement", "direction"),
    "window": ("window", "transfer_window", "transfer_period", "period"),
    "season": ("season", "year"),
    "day": ("day", "date", "transfer_date"),
    "deal": ("deal", "type", "transfer_type"),
    "loan": ("is_loan", "loan"),
    "status": ("loan_status",),
    "fee": ("fee_eur", "fee", "fee_cleaned"),
    "league": ("league", "league_name"),
    "age": ("age",),
}

NOWHERE = frozenset(("without club", "retired", "career break", "unknown", "unattached", "ban", "free agent"))
EARLIEST = 1990
_DEALS: dict[str, Deal] = {
    "loan": "loan", "permanent": "permanent", "free": "free", "swap": "swap", "loan_option": "loan_option",
    "loan_obligation": "loan_obligation", "transfer": "permanent", "free transfer": "free",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A usable row. ``side`` tells whose it is: the buying club's list ("in"), the selling club's ("out"), or neither.

    A club that the book does not know stands as it is written; null is no club at all. ``back`` marks the end of a
    loan, which settles nobody's pursuit.
    """

    line: int
    player: str
    club_from: str | None
    club_to: str | None
    window: str
    side: Literal["in", "out", ""] = ""
    day: date | None = None
    deal: Deal | None = None
    fee: Fee | None = None
    league: str = ""
    age: str = ""
    back: bool = False

    @property
    def own(self) -> str | None:
        """The club in whose list the row stands."""
        return self.club_to if self.side == "in" else self.club_from

    @property
    def other(self) -> str | None:
        """The club at the other end of the move."""
        return self.club_from if self.side == "in" else self.club_to


class Table(NamedTuple):
    """What a file gives: the rows that can be used, and what was wrong with others."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


class _Unusable(Exception):
    """A row that says too little or what cannot be: reason and remedy."""


def read_table(lines: Sequence[str], file: str, clubs: ClubNamed, calendar: Calendar, until: date = date.max) -> Table:
    """The rows of a CSV file with a header; each row that is missing something or wrong is reported by its line.

    What lies after ``until`` has not happened yet, and is wrong.
    """
    problems: list[Problem] = []
    rows = list(_rows(lines, file, _Known(clubs, calendar, until), problems))
    kept = list(_undoubled(rows, file, problems))
    return Table(tuple(kept), tuple(problems))


class _Known(NamedTuple):
    """What rows are read against."""

    clubs: ClubNamed
    calendar: Calendar
    until: date


def _rows(lines: Sequence[str], file: str, known: _Known, problems: list[Problem]) -> Iterator[Row]:
    records = _records([line.lstrip("\ufeff").replace("\0", "") for line in lines], file, problems)
    _, header = next(records, (1, []))
    places = _places(header)
    if "player" not in places or not ({"from", "to"} & places.keys() or {"club", "movement"} <= places.keys()):
        remedy = "name its columns player, club_from, club_to and day or window; see the README"
        problems.append(Rejected(f"{file}:1", "no columns that tell who went where", remedy))
        return
    for line, cells in records:
        if any(cells):
            yield from _row(_named(cells, places), line, file, known, problems)


def _records(lines: Sequence[str], file: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV file, each with its last line.

    Where a quote is never closed the rest of the file would be one cell: each line is then read by itself.
    """
    reader = csv.reader(lines, strict=True)
    done = 0
    try:
        for cells in reader:
            yield reader.line_num, cells
            done = reader.line_num
    except csv.Error:
        for at, line in enumerate(lines[done:], done + 1):
            try:
                yield from ((at, cells) for cells in csv.reader([line], strict=True))
            except csv.Error as error:
                remedy = "put quotes around cells with commas, and double those within"
                problems.append(Rejected(f"{file}:{at}", f"is not CSV ({error})", remedy))


def _places(header: Sequence[str]) -> dict[str, int]:
    at = {name.strip().casefold().replace(" ", "_"): place for place, name in enumerate(header)}
    return {column: at[name] for column, names in COLUMNS.items() for name in reversed(names) if name in at}


def _named(cells: Sequence[str], places: dict[str, int]) -> dict[str, str]:
    return {
        column: " ".join(cells[places[column]].split()) if places.get(column, len(cells)) < len(cells) else ""
        for column in COLUMNS
    }


def _row(cells: dict[str, str], line: int, file: str, known: _Known, problems: list[Problem]) -> Iterator[Row]:
    """A row of cells as a ``Row``; none, and a report, where it cannot be used."""
    place = f"{file}:{line}"
    try:
        if len(cells["player"]) < 2:
            raise _Unusable("no player", "give the row a name, or delete it")
        side, club_from, club_to = _ends(cells, known.clubs, place, problems)
        day = _day(cells["day"], known.until)
        window = _window(cells, day, club_to, known)
    except _Unusable as error:
        problems.append(Rejected(place, *error.args))
        return
    deal, fee = _deal(cells, place, problems), _fee(cells["fee"], place, problems)
    back = cells["status"].casefold() == "end of loan"
    yield Row(
        line, cells["player"], club_from, club_to, window, side, day, deal, fee, cells["league"], cells["age"], back
    )


def _ends(
    cells: dict[str, str], clubs: ClubNamed, place: str, problems: list[Problem]
) -> tuple[Literal["in", "out", ""], str | None, str | None]:
    """Whose list the row stands in, the club left and the club joined."""
    movement = cells["movement"].casefold()
    if not movement:
        side, left, joined = "", cells["from"], cells["to"]
    elif movement in ("in", "out"):
        side = movement
        left, joined = (cells["other"], cells["club"]) if side == "in" else (cells["club"], cells["other"])
    else:
        raise _Unusable(f"movement {cells['movement']!r} is neither in nor out", "write one of the two")
    if not left and not joined:
        raise _Unusable("no club at either end", "name the club that he joined")
    if not joined:
        raise _Unusable("the club that he joined is missing", "name it, or write 'without club'")
    if key(left) == key(joined) or (clubs(left) or left) == clubs(joined):
        raise _Unusable(f"he goes from {left} to {joined}", "correct one of the two clubs")
    return side, _club(left, clubs, place, problems), _club(joined, clubs, place, problems)  # type: ignore[return-value]


def _club(name: str, clubs: ClubNamed, place: str, problems: list[Problem]) -> str | None:
    """A club by its book name; as written, and reported, where the book has none; null for no club."""
    if not name or name.casefold() in NOWHERE:
        return None
    if club := clubs(name):
        return club.name
    problems.append(Warned(place, f"the club {name!r} is not in the book", "add it with 'mooted book import'"))
    return name


def _day(text: str, until: date) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text[:10])
    except ValueError as error:
        raise _Unusable(f"{text!r} is no day", "write it like 2021-08-12") from error
    if day.year < EARLIEST or day > until:
        raise _Unusable(f"{text} is no day on which football players moved", "correct the year")
    return day


def _window(cells: dict[str, str], day: date | None, club_to: str | None, known: _Known) -> str:
    """The window's name, as given or as the day in the buying club's country tells."""
    text, season = cells["window"].casefold(), re.match(r"\d{4}", cells["season"])
    if named := re.fullmatch(r"(\d{4})-(summer|winter)", text):
        return _played(int(named[1]), named[2], text, known)
    if season and text in ("summer", "winter"):
        return _played(int(season[0]) + (text == "winter"), text, f"season {season[0]}", known)
    if text or (season and not day):
        raise _Unusable(f"the window {cells['window']!r} of {cells['season']!r} is not known", "write 2021-summer")
    if day is None:
        raise _Unusable("neither a day nor a window", "write the day like 2021-08-12, or the window like 2021-summer")
    buyer = known.clubs(club_to) if club_to else None
    return known.calendar.window_for(day, buyer.country if buyer else None, buyer.league if buyer else "").id


def _played(year: int, window: str, told: str, known: _Known) -> str:
    if not EARLIEST <= year <= known.until.year:
        raise _Unusable(f"{told} is none in which football was played", "correct the year")
    return f"{year}-{window}"


def _deal(cells: dict[str, str], place: str, problems: list[Problem]) -> Deal | None:
    """The kind of deal, where it is told; a word that is not known is reported."""
    if cells["loan"].casefold() in ("true", "1", "yes"):
        return "loan"
    told = cells["deal"].casefold()
    if told and told not in _DEALS:
        kinds = ", ".join(dict.fromkeys(_DEALS))
        problems.append(Warned(place, f"the deal {cells['deal']!r} is not known", f"write one of {kinds}"))
    return _DEALS.get(told) or ("permanent" if cells["loan"] else None)


def _fee(text: str, place: str, problems: list[Problem]) -> Fee | None:
    """The fee in euros, where there is one; what is no sum is reported."""
    if not text:
        return None
    try:
        amount = float(text)
        if not 0 <= amount < 1e10:
            raise ValueError
    except ValueError:
        problems.append(Warned(place, f"the fee {text!r} is no sum", "write it like 12500000"))
        return None
    return Fee(round(amount), "EUR", "paid") if amount else None


def _undoubled(rows: list[Row], file: str, problems: list[Problem]) -> Iterator[Row]:
    """The rows, without those that are on an earlier line too."""
    first: dict[tuple[object, ...], int] = {}
    for row in rows:
        same = (key(row.player), row.age, row.club_from, row.club_to, row.window, row.side, row.deal, row.day, row.back)
        if first.setdefault(same, row.line) == row.line:
            yield row
        else:
            problems.append(
                Warned(f"{file}:{row.line}", f"says the same as line {first[same]}", "delete one of the two")
            )
