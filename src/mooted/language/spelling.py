"""Ages, sums, dashes and names as most papers write them: "22-year-old" for "22yo", "£12m" for "12m pounds"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mooted.language.gates import has_any
from mooted.language.rewriting import Change

_AGE = re.compile(r"[1-4](?<!\w.)\d(?:[ -]?yrs?[ -]old|[ -]?y/?o|[ -]year old| year-old)\b")
_DIGITS = 2
_DASH = re.compile(r"(?<=[^\W\d_])—(?=[^\W\d_])|(?<=[.,)\"”’])—(?=\w)|(?<=\w)—(?=[(\"“‘])")
_CAPITAL, _SMALL = r"[^\W\d_a-z]", r"[^\W\d_A-Z]"
_NICKNAME = re.compile(rf" [\"“‘'][A-Z][\w-]{{1,15}}(?: [A-Z][\w-]{{1,15}})?[\"”’'](?= {_CAPITAL}{_SMALL}{{2}})")
_FIRST_NAME = re.compile(rf"(?<![\w'’-]){_CAPITAL}{_SMALL}{{2,20}}$")
_LONGEST = 22  # characters of a first name and of what stands before it
_QUOTES = (' "', " “", " ‘", " '")
_BRITISH = {"center": "centre", "defense": "defence", "favor": "favour", "rumor": "rumour"}
_BRITISH |= {american.title(): word.title() for american, word in _BRITISH.items()}
_AMERICAN = re.compile(
    r"\b(?:[Cc]enter(?=[ -](?:back|half|forward)s?\b)|[Dd]efense\b|(?:[Ff]av|[Rr]um)or(?=ed|s?\b|ite))"
)
_SUM = re.compile(
    r"(?<![\w.,£€$–-])(?<!\bto )(?<!\bor )(\d{1,3}(?:\.\d{1,2})?) ?(m|mn|million|bn|billion|k) ?(pounds|euros?)\b"
)
_SIGNS = {"p": "£", "e": "€"}
_SHORT = 2  # letters of a unit that stands at its number


def ages(text: str) -> Iterator[Change]:
    """An age before a name or by itself, hyphenated."""
    if "old" in text or "yo" in text or "y/o" in text:
        for found in _AGE.finditer(text):
            yield Change(found.start() + _DIGITS, found.end(), "-year-old")


def british(text: str) -> Iterator[Change]:
    """American words of the trade as British papers spell them."""
    for found in _AMERICAN.finditer(text) if has_any(text, _BRITISH) else ():
        yield Change(*found.span(), _BRITISH[found[0]])


def sums(text: str) -> Iterator[Change]:
    """A sum with the sign of its currency before it."""
    if "pounds" in text or "euro" in text:
        for found in _SUM.finditer(text):
            space = " " if len(found[2]) > _SHORT else ""
            yield Change(*found.span(), f"{_SIGNS[found[3][0]]}{found[1]}{space}{found[2]}")


def dashes(text: str) -> Iterator[Change]:
    """A dash that parts words apart from them ("Ashby—the winger—is")."""
    for found in _DASH.finditer(text) if "—" in text else ():
        yield Change(*found.span(), " - ")


def nicknames(text: str) -> Iterator[Change]:
    """A name without what its bearer is called within it ('Tom "Buster" Ashby')."""
    for found in _NICKNAME.finditer(text) if has_any(text, _QUOTES) else ():
        if _FIRST_NAME.search(text, max(0, found.start() - _LONGEST), found.start()):
            yield Change(*found.span())
