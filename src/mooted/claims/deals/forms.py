"""One entry of a list of deals: "Player (Club, £10m)", "Player - Club - free", "Club to Club: Player, undisclosed".

Every word of an entry must be a name, a way ("from", "to") or one of the words of terms; prose never is. Each step
looks at one word or name, so that the time is linear in the length of the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mooted.claims.deals.vocabulary import either, words
from mooted.language.later import Later
from mooted.model.listed import Place

LONGEST = 200  # characters of an entry
_TELLING, _BESIDE = words("terms", "telling"), words("terms", "beside")
_LOUD = f"(?i:{either((*_TELLING, *_BESIDE))})"  # where a capital begins it: no part of a name
_TERM = either((*_TELLING, *_BESIDE, *words("terms", "small")))
_AMOUNT = r"(?:\d[\d.,]* ?(?i:m|mn|mln|mil|million|k|bn|thousand)\b|\d{1,3}(?:,\d{3})+|\d{5,})"  # no fare costs as much
_SUM = rf"(?:[A-Z]{{1,2}})?[£€$] ?{_AMOUNT}|{_AMOUNT}(?: euros?\b| pounds\b| ?[€£$])"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_DATE = (
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?\b|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?\b|"
    rf"{_MONTH} \d{{4}}\b|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d\d-\d\d|(?:19|20)\d\d(?:[-/]\d\d)?\b"
)
_IN_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_HOUR = r"\d{1,2}[:.]\d\d(?: ?[ap]m)?\b"
_POSITION = r"(?:GK|DF|MF|FW|DEF|MID|FWD|ATT|(?i:goalkeeper|defender|midfielder|forward|striker|winger))\b"
_PARTICLES = "(?:(?:de|da|do|dos|das|del|della|di|van|von|der|den|ter|ten|la|le|el|al|bin|ben|y|e|du|des) )"
_JOINING = f"(?:{_PARTICLES}|(?:&|and|of|the) )"
_WORD = rf"(?!{_LOUD}\b(?![-']))[A-Z](?:[\w&-]|'(?=\w))*\.?"
NAME = Later(rf"{_WORD}(?: {_PARTICLES}{{0,2}}{_WORD}){{0,5}}")
CLUB = Later(rf"(?:1\. |\d{{4}} )?{_WORD}(?: {_JOINING}{{0,2}}(?:{_WORD}|0\d|\d{{4}}\b)){{0,5}}")
ARROW = "(?:[→➡➜➔]\ufe0f?|->|=>|>>)"
PICTURE = "(?![❌❎✖⏳⌛🚫⛔❓❔🟡🟠])[\u20e3\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"  # none that says "not (yet)"
_LEAD = Later(
    rf"(?:[\s*•·>#|+-]|{PICTURE}|\d\ufe0f?(?=\u20e3)|\d{{1,3}}[.)] |(?:{_POSITION}|{_DATE}|{_HOUR})[ :|\t-]+)*"
)
_PRICE = Later(rf"(?:{_SUM})(?: ?[:|-])? +(?=[A-Z])")  # before the name ("£5m - Karel Dvorsky")
_WHEN = Later(_DATE)
_TOKEN = Later(
    rf"(?P<gap>(?:[\s()\[\]|,;:/.+*]|-(?!>))+|\[\d{{1,3}}\])|(?P<to>to\b(?! (?:buy|make|be))|{ARROW})|(?P<from>from\b)"
    rf"|(?P<date>{_DATE}|{_IN_MONTH}\b(?! [A-Z]))|(?P<term>{_SUM}|(?:{_TERM}|{_LOUD})\b(?![-']))"
    rf"|(?P<skip>{_POSITION}|(?:aged )?[1-4]\d\b(?=[,) |\t]))|(?P<club>{CLUB.pattern})"
)
_SMALL = Later(r"(?P<small>[a-z]+(?:['-][a-z]+)*|\d{1,3}%?)(?![^\s)\],;])")
_BETWEEN = Later(
    rf"(?P<origin>{CLUB.pattern}) (?:to|{ARROW}) (?P<to>{CLUB.pattern})(?:: ?| - )(?P<player>{NAME.pattern})"
)
_TELLS = Later(rf"[£€$]|\b(?:euros?|pounds|{either(_TELLING)})\b", re.IGNORECASE)
_DASHES = frozenset(("-", "--", "/"))
_CUT = Later(
    rf";\s*|(?<=[)\]])(?:,? and|,|\.| &)\s+(?=[A-Z])(?!{_LOUD}\b)|\s*[•✅☑✔]\ufe0f?\s+"
    r"|(?P<loose>,? and|,)\s+(?=[A-Z][^()\[\],;]{2,40} [(\[])"
)
_NAMED = Later(rf"(?P<name>{NAME.pattern})(?P<terms> \((?:(?:{_SUM}|{_DATE}|{_TERM}|{_LOUD})\b[ /-]?){{1,8}}\))?")
_AND = Later(r";\s*|,\s*(?:and )?|\s+and\s+|\s+&\s+|\.\s*$")


class Entry(NamedTuple):
    """An entry at ``[start, stop)``: who moves, the clubs as far as the entry tells their part, and where terms stand.

    ``club`` is the one club that an entry names without telling whether he comes from it or goes there.
    """

    start: int
    stop: int
    player: Place
    club: Place | None
    to: Place | None
    origin: Place | None
    told: bool

    @property
    def has_both(self) -> bool:
        """Does the entry itself tell both clubs?"""
        return self.to is not None and self.origin is not None


class _Club(NamedTuple):
    place: Place
    way: str  # "to", "from", "-" after a dash, or ""


def read_entry(folded: str, start: int, stop: int) -> Entry | None:
    """The entry that the characters ``[start, stop)`` of a folded text are; null where they are none."""
    if stop - start > LONGEST:
        return None
    lead = _LEAD.now.match(folded, start, stop)
    begin = lead.end() if lead else start
    price = _PRICE.now.match(folded, begin, stop)
    start = price.end() if price else begin
    between = _BETWEEN.now.match(folded, start, stop)
    if between:
        ahead = [_Club(between.span("origin"), "from"), _Club(between.span("to"), "to")]
        player = trimmed(between.span("player"), folded)
    else:
        name = NAME.now.match(folded, start, stop)
        if not name or _WHEN.now.match(folded, start, stop):
            return None
        ahead, player = [], trimmed(name.span(), folded)
    clubs = _clubs(folded, player[1], stop)
    return None if clubs is None else _entry(begin, stop, player, ahead + clubs, folded)


def _entry(start: int, stop: int, player: Place, clubs: list[_Club], folded: str) -> Entry | None:
    """The entry of a player and his clubs; null where their parts do not tell themselves apart."""
    ways = {club.way: club.place for club in clubs if club.way in ("to", "from")}
    plain = [club for club in clubs if club.way not in ways]
    to, origin = ways.get("to"), ways.get("from")
    if len(ways) + len(plain) != len(clubs) or len(clubs) > 2:
        return None
    if len(plain) == 2:
        if plain[1].way != "-":
            return None
        origin, to = plain[0].place, plain[1].place
    elif plain and ways:
        origin, to = origin or plain[0].place, to or plain[0].place
    only = plain[0].place if len(plain) == 1 and not ways else None
    while stop > start and folded[stop - 1] in " \t.,;|*":
        stop -= 1
    told = any(_TELLS.now.search(folded, *place) for place in ((start, player[0]), (player[1], stop)))
    return Entry(start, stop, player, only, to, origin, told)


def _clubs(folded: str, at: int, stop: int) -> list[_Club] | None:
    """The clubs of the rest of an entry, each with the word or mark that leads to it; null where a word is unknown."""
    found: list[_Club] = []
    way = ""
    for kind, start, end in _tokens(folded, at, stop):
        if kind == "":
            return None
        if kind in ("to", "from"):
            way = kind
        elif kind == "gap":
            way = way or _mark(folded[start:end])
        elif kind == "club":
            found.append(_Club(trimmed((start, end), folded), way))
            way = ""
        else:
            way = ""
    return found


def _tokens(folded: str, at: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """The words of an entry by their kinds; the last has none where it is unknown.

    Small words that are unknown are passed over in a bracket, where the entry tells terms ("£10m plus some extras").
    """
    start, told = at, _TELLS.now.search(folded, at, stop) is not None
    while at < stop:
        match = _TOKEN.now.match(folded, at, stop)
        if not match and told and _is_open(folded, start, at):
            match = _SMALL.now.match(folded, at, stop)
        if not match:
            yield "", at, stop
            return
        yield match.lastgroup or "", at, match.end()
        at = match.end()


def _mark(gap: str) -> str:
    """Does a gap set words apart by a dash?"""
    return "-" if gap.strip() in _DASHES and gap != "-" else ""


def trimmed(place: Place, folded: str) -> Place:
    """A name without the full stop that ends its line, or what makes it an owner's ("Lens's")."""
    start, stop = place
    if folded.startswith("'s", stop - 2) and stop - start > 4:
        return start, stop - 2
    return (start, stop - 1) if folded[stop - 1] == "." and stop - start > 3 else place


def pieces(folded: str, start: int, stop: int) -> list[Place]:
    """The entries of a line that holds several: cut at semicolons, and after brackets at commas.

    A comma after terms that follow a bracket cuts too ("Player (Club) £5m, Player (Club) free").
    """
    return _cut(_CUT.now, folded, start, stop)


def names(folded: str, start: int, stop: int) -> list[Entry]:
    """The names of a line, bare or with terms ("Anna Berg, Carla Dunn (loan)"); none where it is anything else."""
    found = []
    for low, high in _cut(_AND.now, folded, start, stop):
        lead = _LEAD.now.match(folded, low, high)
        name = _NAMED.now.fullmatch(folded, lead.end() if lead else low, high)
        if not name or " " not in name["name"]:
            return []
        found.append(Entry(name.start(), high, name.span("name"), None, None, None, name["terms"] is not None))
    return found


def _cut(marks: re.Pattern[str], folded: str, start: int, stop: int) -> list[Place]:
    found, at = [], start
    for mark in marks.finditer(folded, start, stop):
        if _is_open(folded, at, mark.start()):
            continue
        if mark.lastgroup == "loose" and not _is_closed(folded, at, mark.start()):
            continue
        found.append((at, mark.start()))
        at = mark.end()
    found.append((at, stop))
    return [(low, high) for low, high in found if folded[low:high].strip()]


def _is_closed(folded: str, at: int, stop: int) -> bool:
    """Has a bracket been opened and closed since the place ``at``?"""
    opened, closed = _last_brackets(folded, at, stop)
    return closed > opened


def _is_open(folded: str, at: int, stop: int) -> bool:
    """Has a bracket been opened since the place ``at``, and not closed?"""
    opened, closed = _last_brackets(folded, at, stop)
    return opened > closed


def _last_brackets(folded: str, at: int, stop: int) -> Place:
    """Where a bracket was last opened and last closed since the place ``at``; below nought where none was."""
    begin = max(at, stop - LONGEST)
    opened, closed = (max(folded.rfind(mark, begin, stop) for mark in marks) for marks in ("([", ")]"))
    return opened, closed
