"""Sentences and paragraphs as spans. Knows nothing of football."""

from __future__ import annotations

import re
from typing import NamedTuple

_END = re.compile(r"[.!?…]{1,4}[\"')\]”’]{0,3}(?=[ \t])|[\n\r]{1,}")
_ABBREVIATED = frozenset(
    "st mr mrs ms dr jr sr no vs v prof gen rev sgt col capt lt fc utd inc ltd co est approx dept fig al "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat".split()
)
_OPENS = re.compile(r"[ \t]+[\"'(\[“‘]{0,3}([a-z])")


class Sentence(NamedTuple):
    """Characters ``[start, stop)``; ``paragraph`` counts blocks divided by line ends."""

    start: int
    stop: int
    paragraph: int


def split(text: str) -> list[Sentence]:
    """The sentences of ``text``, in order, without the white space around them. Linear in its length."""
    found: list[Sentence] = []
    start, paragraph = 0, 0
    for end in _END.finditer(text):
        breaks = text[end.start()] in "\n\r"
        if not breaks and not _ends_sentence(text, start, end):
            continue
        _add(found, text, start, end.start() if breaks else end.end(), paragraph)
        start = end.end()
        paragraph += breaks
    _add(found, text, start, len(text), paragraph)
    return found


def _ends_sentence(text: str, start: int, end: re.Match[str]) -> bool:
    """A full stop after an abbreviation or an initial, or before a small letter, ends nothing."""
    if _OPENS.match(text, end.end()):
        return False
    if text[end.start()] != "." or end.end() - end.start() > 1:
        return True
    word_start = max(text.rfind(" ", start, end.start()), text.rfind("\n", start, end.start()), start - 1) + 1
    word = text[word_start : end.start()].lstrip("\"'(‘“")
    if len(word) == 1 and word.isupper():
        return False
    return word.lower() not in _ABBREVIATED or (len(word) > 2 and word.islower())


def _add(found: list[Sentence], text: str, start: int, stop: int, paragraph: int) -> None:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        found.append(Sentence(start, stop, paragraph))
