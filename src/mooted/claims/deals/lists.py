"""Where a text has lists of done deals: entries below headings or beside them, tables, and bare runs of entries.

A list shows by its form alone: some entries in a row, each of nothing but names and terms. Line-ups, results and squads
have no terms, and so give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mooted.claims.deals import tables
from mooted.claims.deals.forms import ARROW, CLUB, LONGEST, Entry, names, pieces, read_entry, trimmed
from mooted.claims.deals.headings import (
    NAMES_ONLY,
    PROSE_ENDS,
    Heading,
    Way,
    may_head,
    of_headings,
    parts,
    read_heading,
    says_nobody,
)
from mooted.claims.deals.vocabulary import words
from mooted.language.fold import fold
from mooted.language.later import Later
from mooted.model.listed import NOTHING_LISTED, Listed, Place

_LEAST, _LEAST_BARE = 2, 3  # entries of a list under a heading, and of one without
_TOLD = 4  # of so many entries one must tell terms
_SHORT, _LABEL = 100, 40  # characters of a line that a list may have in between, and of one that a bare run may
_BRIEF = 120  # characters of an entry that needs no heading
_MOVES = re.compile(rf"\b(?:to|from) [^\Wa-z]|{ARROW}| [-–—] [^\Wa-z]")
_WAY_ON = re.compile(rf" ?(?:to|{ARROW}) ?")
_BOTH = re.compile(
    rf"\W*(?:\d+\W+)?[^\Wa-z][\w'.’-]*(?: [\w'.’-]+){{0,5}} ?[-–—:(\[] ?[^a-z\s].{{1,50}} (?:to|{ARROW}) [^\Wa-z]"
)
_DIVIDED = re.compile(r"[(\[:,\t|→➡➜➔>]| [-–—] ")
_CLUB_LINE = Later(
    rf"[\s*#_>=•|-]*(?:\d{{1,2}}[.)] (?!FC\b|FK\b))?(?P<club>{CLUB.pattern}?)(?: FC)?(?:'s?)?"
    r"(?:[ :|-]+(?i:transfers|ins (?:and|&) outs|in and out|done deals|transfer (?:news|activity|business|list)|"
    r"(?:summer|winter|january) (?:transfers|business|window)))?"
    r"(?: 20\d\d(?:[-/]\d\d)?)?(?: \([^()\n]{1,60}\))?[\s:*#_=|]*"
)
_AND = re.compile(" (?:and|&) ")
_LABELS = frozenset(words("headings", "labels"))
_POINTS_ON = re.compile(r"\b(?:news|latest|more|transfers?|visit|follow)\b", re.IGNORECASE)


class Listing(NamedTuple):
    """An entry as its heading has it; ``way`` is null where the entry tells both clubs itself."""

    entry: Entry
    way: Way | None = None
    loan: bool = False


class Deals(NamedTuple):
    """The deals of one club, or of several where the entries tell both clubs.

    ``club`` is where the heading names the club, ``pointer`` a line below that points on to more of its news, ``near``
    the lines beside, which may begin with it or its manager; ``lines`` is all that was read.
    """

    club: Place | None
    pointer: Place | None
    near: tuple[Place, ...]
    listings: tuple[Listing, ...]
    lines: tuple[Place, ...]


class _Section(NamedTuple):
    """What stands under one heading: the number of its first line and of the first after it."""

    first: int
    beyond: int
    club: Place | None
    way: Way | None
    loan: bool
    listings: list[Listing]


_Reader = Callable[[str, int, int], list[Listing]]  # of the characters of a folded text that are a line


def find_deals(text: str) -> tuple[Deals, ...]:
    """The lists of done deals of a text, in order; none for nearly every text, at little cost."""
    if not _may_list(text):
        return ()
    folded = fold(text)
    lines = list(_lines(folded))
    found: list[Deals] = []
    read = 0  # how many lines
    for block in _blocks(_sections(folded, lines)):
        found.append(_deals(block, folded, lines, read))
        read = block[-1].beyond
    listings = [listing for deals in found for listing in deals.listings]
    told = sum(listing.entry.told or listing.way in NAMES_ONLY for listing in listings)
    whole = bool(listings) and all(way is None and entry.has_both for entry, way, _ in listings)
    return tuple(found) if whole or (len(listings) >= _LEAST and told * _TOLD >= len(listings)) else ()


def listed(found: Sequence[Deals]) -> Listed:
    """The names that the form of the lists tells."""
    if not found:
        return NOTHING_LISTED
    people, clubs = set(), {deals.club for deals in found if deals.club}
    for deals in found:
        for entry, _, _ in deals.listings:
            people.add(entry.player)
            clubs.update(place for place in (entry.club, entry.to, entry.origin) if place)
    lines = sorted(line for deals in found for line in deals.lines)
    return Listed(tuple(sorted(people)), tuple(sorted(clubs)), tuple(lines))


def _may_list(text: str) -> bool:
    """Could a text hold a list: does a heading stand in it, or are there some lines that tell of moves?"""
    moves = 0
    for line in text.split("\n"):
        if may_head(line) or (("\t" in line or "|" in line) and _heads_table(line)):
            return True
        count = line.count(";") + 1
        if (
            len(line) <= _BRIEF * count
            and line[-1:] not in PROSE_ENDS
            and _MOVES.search(line)
            and _DIVIDED.search(line)
        ):
            moves += count
            if moves >= _LEAST_BARE or _BOTH.match(line):
                return True
    return False


def _heads_table(line: str) -> bool:
    return bool(tables.read_columns(line, 0, len(line)) or tables.read_sides(line, 0, len(line)))


def _lines(folded: str) -> Iterator[Place]:
    """The lines of a text that are not empty; one that holds two headings is two."""
    at = 0
    for line in folded.split("\n"):
        stop = at + len(line.rstrip())
        for start, end in parts(folded, at, stop):
            if not folded[start:end].isspace() and start < end:
                yield start, end
        at += len(line) + 1


def _sections(folded: str, lines: list[Place]) -> Iterator[_Section]:
    at = 0
    while at < len(lines):
        readers = (_headed, _table, _sides, _bare)
        section = next((found for reads in readers if (found := reads(folded, lines, at))), None)
        if section:
            yield section
        at = section.beyond if section else at + 1


def _headed(folded: str, lines: list[Place], at: int) -> _Section | None:
    """The entries beside a heading, else those below it; null where there are none, and nobody is said to be there."""
    start, stop = lines[at]
    heading = read_heading(folded, start, stop)
    if not heading or _is_torn(heading, folded, lines, at):
        return None
    reads = _reader_of(heading)
    if folded[heading.stop : stop].strip():
        listings = _named_beside(folded, lines, at, heading) or reads(folded, heading.stop, stop)
        if not listings and not says_nobody(folded, heading.stop, stop):
            return None
        return _Section(at, at + 1, heading.club, heading.way, heading.loan, listings)
    table = _table(folded, lines, at + 1, heading.way)
    if table:
        return table._replace(first=at, club=heading.club, loan=heading.loan)
    listings, beyond = _below(folded, lines, at + 1, heading)
    return _Section(at, beyond, heading.club, heading.way, heading.loan, listings) if beyond > at + 1 else None


def _is_torn(heading: Heading, folded: str, lines: list[Place], at: int) -> bool:
    """Do two headings of different kinds stand one below the other, so that nothing tells whose entries follow?"""
    above = read_heading(folded, *lines[at - 1]) if at and heading.stop >= lines[at][1] else None
    return above is not None and above.way != heading.way and above.stop >= lines[at - 1][1] and above.club is None


def _reader_of(heading: Heading) -> _Reader:
    """How lines under a heading are read: as entries, or as bare names too where the heading says all."""

    def reads(folded: str, start: int, stop: int) -> list[Listing]:
        entries = names(folded, start, stop) if heading.way in NAMES_ONLY else []
        entries = entries or _entries(folded, start, stop)
        if any(of_headings(folded[slice(*entry.player)]) for entry in entries):
            return []
        return [Listing(entry, heading.way, heading.loan) for entry in entries]

    return reads


def _named_beside(folded: str, lines: list[Place], at: int, heading: Heading) -> list[Listing]:
    """Those who came or went as a heading of transfers names them ("Ins: Ann Berg, Carla Dunn and Eve Frost").

    Of two with a comma between them the second may be a club, unless the line above names some so.
    """
    named, sure = _named(folded, lines[at][1], heading)
    if named and not sure and at:
        above = read_heading(folded, *lines[at - 1])
        sure = above is not None and _named(folded, lines[at - 1][1], above)[1]
    return [Listing(entry._replace(told=True), heading.way, heading.loan) for entry in named] if sure else []


def _named(folded: str, stop: int, heading: Heading) -> tuple[list[Entry], bool]:
    """The names beside a heading of transfers, and are they surely all people?"""
    named = names(folded, heading.stop, stop) if heading.of_transfers else []
    return named, len(named) > 2 or (len(named) > 1 and _AND.search(folded, heading.stop, stop) is not None)


def _entries(folded: str, start: int, stop: int) -> list[Entry]:
    """The entries of a line that is nothing else, each with a club or with terms."""
    found = [read_entry(folded, *piece) for piece in pieces(folded, start, stop)]
    if any(entry is None for entry in found):
        return []
    return [entry for entry in found if entry and (entry.told or entry.club or entry.to or entry.origin)]


def _below(folded: str, lines: list[Place], at: int, heading: Heading) -> tuple[list[Listing], int]:
    """What stands in the lines from number ``at`` on, and the number of the first that is no part of it.

    A short line that is no entry ("Goalkeepers") may stand between two that are; but among bare names one of the words
    of headings is the head of others.
    """
    found: list[Listing] = []
    reads, names_only = _reader_of(heading), heading.way in NAMES_ONLY
    while at < len(lines):
        here = reads(folded, *lines[at])
        if not here and not says_nobody(folded, *lines[at]):
            label = lines[at][1] - lines[at][0] <= _SHORT and not read_heading(folded, *lines[at])
            label = label and not (names_only and of_headings(folded[slice(*lines[at])]))
            if not label or at + 1 >= len(lines) or not (here := reads(folded, *lines[at + 1])):
                break
            at += 1
        found += here
        at += 1
    return found, at


def _table(folded: str, lines: list[Place], at: int, way: Way | None = None) -> _Section | None:
    """The rows of a table whose head is line number ``at``, under a heading that tells the ``way``."""
    columns = tables.read_columns(folded, *lines[at]) if at < len(lines) else None
    if not columns or not (way or columns.way or columns.club is None):
        return None
    found, first = [], at
    at += 1
    while at < len(lines):
        head = tables.read_columns(folded, *lines[at])
        entry = None if head else tables.read_row(folded, *lines[at], columns)
        if entry:
            found.append(Listing(entry, way or columns.way))
        elif head or not tables.is_rule(folded, *lines[at]):
            break
        at += 1
    return _Section(first, at, None, way or columns.way, False, found) if len(found) >= _LEAST else None


def _sides(folded: str, lines: list[Place], at: int) -> _Section | None:
    """The rows of a table whose head, line number ``at``, sets headings side by side."""
    ways = tables.read_sides(folded, *lines[at])
    if not ways:
        return None
    found, first = [], at
    at += 1
    while at < len(lines):
        cells = [(way, _entries(folded, *cell)) for way, cell in tables.sides(folded, *lines[at], ways)]
        if not tables.is_rule(folded, *lines[at]) and not (cells and all(entries for _, entries in cells)):
            break
        found += [Listing(entry, way) for way, entries in cells for entry in entries]
        at += 1
    return _Section(first, at, None, ways[0], False, found) if len(found) >= _LEAST else None


def _bare(folded: str, lines: list[Place], at: int) -> _Section | None:
    """Entries in a row without a heading, that tell themselves who goes where and on what terms.

    One alone is enough where it tells both clubs.
    """
    found: list[Listing] = []
    first = beyond = at
    while at < len(lines):
        here = _moves(folded, *lines[at])
        if not here and (not found or lines[at][1] - lines[at][0] > _LABEL or at > beyond):
            break
        at += 1
        if here:
            found += here
            beyond = at
    enough = len(found) >= _LEAST_BARE or (found and all(entry.has_both for entry, _, _ in found))
    return _Section(first, beyond, None, None, False, found) if enough else None


def _moves(folded: str, start: int, stop: int) -> list[Listing]:
    most = _BRIEF * (folded.count(";", start, stop) + 1)
    if stop - start > most or not _MOVES.search(folded, start, stop):
        return []
    entries = _entries(folded, start, stop)
    told = all((entry.told and (entry.to or entry.origin)) or _is_whole(entry, folded) for entry in entries)
    return [Listing(entry) for entry in entries] if told else []


def _is_whole(entry: Entry, folded: str) -> bool:
    """Does an entry name its player in full and then both clubs ("Ann Berg - Metz to Lens")?"""
    if not entry.origin or not entry.to or entry.origin[0] < entry.player[1]:
        return False
    ahead = folded[entry.player[1] : entry.origin[0]].strip()
    to = _WAY_ON.fullmatch(folded, entry.origin[1], entry.to[0])
    return to is not None and ahead != "," and " " in folded[slice(*entry.player)]


def _blocks(sections: Iterator[_Section]) -> Iterator[list[_Section]]:
    """The sections of one club together: those that follow each other, each of another kind, or of those who stay or
    go as a retained list has them."""
    block: list[_Section] = []
    kinds: set[tuple[Way | None, bool]] = set()
    for section in sections:
        kind = (section.way, section.loan)
        again = kind in kinds and section.way not in NAMES_ONLY
        if block and (block[-1].beyond != section.first or section.club or again):
            yield block
            block, kinds = [], set()
        block.append(section)
        kinds.add(kind)
    if block:
        yield block


def _deals(block: list[_Section], folded: str, lines: list[Place], read: int) -> Deals:
    """The deals of a block, and where its club is told: in the heading, the line above, or one that points on.

    The first ``read`` lines belong to other blocks.
    """
    first, beyond = block[0].first, block[-1].beyond
    club, pointer = block[0].club, None
    near = [lines[first]] if block[0].way else []  # a club may begin it ("Lens have released the following players:")
    above = lines[first - 1] if first > read else None
    if above and not club:
        match = _CLUB_LINE.now.fullmatch(folded, above[0], min(above[1], above[0] + _SHORT + 1))
        club = trimmed(match.span("club"), folded) if match and match["club"].lower() not in _LABELS else None
    if beyond < len(lines):
        near.append(lines[beyond])
        pointer = lines[beyond] if _points_on(folded, *lines[beyond]) else None
    if above:
        near.append(above)
    listings = tuple(listing for section in block for listing in section.listings)
    return Deals(club, pointer, tuple(near), listings, tuple(lines[first:beyond]))


def _points_on(folded: str, start: int, stop: int) -> bool:
    """Does a line below a list say where more of its club is told ("Click here for the latest Arsenal news")?"""
    return stop - start <= LONGEST and _POINTS_ON.search(folded, start, stop) is not None
