"""Headings and bylines in capitals, where the book knows its names only as they are usually written."""

from __future__ import annotations

import re

from mooted.entities.book import Book, Known
from mooted.language.automaton import Hit
from mooted.model.listed import touches

_CAPITALS = re.compile(r"\b(?:[A-Z]{2} )?[A-Z]{3,}(?:[ '-][A-Z]{2,}){0,12}\b")
_WORD = re.compile(r"[A-Z]{3,}|\bST\b")  # shorter ones may be letters that stand for words ("AC MILAN")
_LOUD = frozenset(("club", "player", "staff"))
_SHORTEST = 5  # letters: "SPURS" is sure, "MAN" is not
_OPENING = 4  # letters of a name that opens a line by itself: "HULL have", but "NICE ONE"


def with_capitals(hits: list[Hit[Known]], folded: str, book: Book) -> list[Hit[Known]]:
    """The hits of a folded text, with those of clubs and people whose names stand in capitals, in order."""
    more = []
    for match in _CAPITALS.finditer(folded):
        for start, stop, known in book.names.find(_WORD.sub(lambda word: word[0].title(), match[0])):
            if known.kind in _LOUD and stop - start >= (_OPENING if _opens_alone(match, folded) else _SHORTEST):
                more.append(Hit(match.start() + start, match.start() + stop, known))
    return _merged(hits, more) if more else hits


def _opens_alone(match: re.Match[str], folded: str) -> bool:
    """Does a single word in capitals begin a line that goes on in small letters?"""
    start, stop = match.span()
    begins = start == 0 or folded[start - 1] == "\n"
    return begins and " " not in match[0] and folded[stop + 1 : stop + 2].islower()


def _merged(hits: list[Hit[Known]], more: list[Hit[Known]]) -> list[Hit[Known]]:
    """Both in order; what was found as it is written goes before what is written otherwise."""
    taken = [(hit.start, hit.stop) for hit in hits]
    free = [new for new in more if not touches(new.start, new.stop, taken)]
    return sorted([*hits, *free], key=lambda hit: hit.start)
