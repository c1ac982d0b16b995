"""Tables of deals that were flattened to lines of text: cells divided by tabs or bars under a head that names them, or
under one that sets those who came beside those who went."""

from __future__ import annotations

import re
from typing import NamedTuple

from mooted.claims.deals.forms import CLUB, NAME, Entry
from mooted.claims.deals.headings import Way, read_heading
from mooted.claims.deals.vocabulary import words
from mooted.model.listed import Place

_LONGEST, _LONGEST_SIDES = 300, 3_000  # characters of a row, and of one whose cells hold several entries
_COLUMNS = {kind: frozenset(words("columns", kind)) for kind in ("player", "from", "to", "club", "fee")}


class Columns(NamedTuple):
    """Which cells of a table's rows have the player, his clubs and the terms, of how many in all (``wide``); ``way``
    where one club is told of."""

    wide: int
    player: int
    origin: int | None
    to: int | None
    club: int | None
    terms: tuple[int, ...]

    @property
    def way(self) -> Way | None:
        """Whether those of a table with the column of one club came or went."""
        if (self.to is None) == (self.origin is None):
            return None
        return "in" if self.to is None else "out"


def read_columns(folded: str, start: int, stop: int) -> Columns | None:
    """The columns of a table of deals, where a line is its head: who, from where or where to, and for how much."""
    if not _divided(folded, start, stop):
        return None
    cells = [folded[low:high].strip(" *_").lower() for low, high in _cells(folded, start, stop)]
    at = {kind: next((n for n, cell in enumerate(cells) if cell in heads), None) for kind, heads in _COLUMNS.items()}
    player = at["player"]
    if player is None or (at["from"] is None and at["to"] is None and at["club"] is None):
        return None
    terms = tuple(n for n, cell in enumerate(cells) if cell in _COLUMNS["fee"])
    return Columns(len(cells), player, at["from"], at["to"], at["club"], terms)


def read_row(folded: str, start: int, stop: int, columns: Columns) -> Entry | None:
    """The entry of a row; null where its cells hold no player or no club, or are those of a wider table."""
    cells = _cells(folded, start, stop) if _divided(folded, start, stop) else []
    if not 0 < len(cells) <= columns.wide:
        return None
    name = _of(NAME.now, columns.player, cells, folded)
    club, to, origin = (_of(CLUB.now, at, cells, folded) for at in (columns.club, columns.to, columns.origin))
    if name is None or not (club or to or origin):
        return None
    told = any(at < len(cells) and folded[cells[at][0] : cells[at][1]].strip(" -") for at in columns.terms)
    filled = [place for place in cells if folded[place[0] : place[1]].strip()]
    return Entry(filled[0][0], filled[-1][1], name, club, to, origin, told)


def read_sides(folded: str, start: int, stop: int) -> tuple[Way, ...]:
    """What each column says of those in it, where a line is the head of a table of headings ("In | Out")."""
    if not _divided(folded, start, stop):
        return ()
    found = [read_heading(folded, *cell) for cell in _cells(folded, start, stop)]
    ways = tuple(heading.way for heading in found if heading and not heading.club)
    return ways if 1 < len(ways) == len(found) else ()


def sides(folded: str, start: int, stop: int, ways: tuple[Way, ...]) -> list[tuple[Way, Place]]:
    """The cells of a row below such a head that hold something; none where the row is not of that table."""
    cells = _cells(folded, start, stop) if stop - start <= _LONGEST_SIDES else []
    if not 1 < len(cells) <= len(ways):
        return []
    return [(way, cell) for way, cell in zip(ways, cells, strict=False) if folded[slice(*cell)].strip(" -")]


def is_rule(folded: str, start: int, stop: int) -> bool:
    """Is a line only drawn, as below the head of a table?"""
    return not folded[start:stop].strip(" |:-=+\t_*")


def _divided(folded: str, start: int, stop: int) -> bool:
    return stop - start < _LONGEST and ("\t" in folded[start:stop] or "|" in folded[start:stop])


def _cells(folded: str, start: int, stop: int) -> list[Place]:
    """The cells of a row, empty ones too; a mark at either end of the row divides nothing."""
    line = folded[start:stop]
    inner = start + len(line) - len(line.lstrip(" |")) if line.lstrip(" ").startswith("|") else start
    end = start + len(line.rstrip(" |"))
    found, at = [], inner
    for mark in range(inner, end):
        if folded[mark] in "\t|":
            found.append(_bare(folded, at, mark))
            at = mark + 1
    return [*found, _bare(folded, at, max(at, end))]


def _bare(folded: str, start: int, stop: int) -> Place:
    words = folded[start:stop]
    start += len(words) - len(words.lstrip(" *_"))
    return start, max(start, start + len(folded[start:stop].rstrip(" *_")))


def _of(pattern: re.Pattern[str], at: int | None, cells: list[Place], folded: str) -> Place | None:
    """The name that a cell holds, if it is one."""
    if at is None or at >= len(cells):
        return None
    match = pattern.fullmatch(folded, *cells[at])
    return match.span() if match else None
