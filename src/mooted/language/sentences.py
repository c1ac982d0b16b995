"""Sentences and paragraphs as spans. Knows nothing of football."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_END = re.compile(r"[.!?…\n\r](?:(?<=[\n\r])[\n\r]*|(?<![\n\r])[.!?…]{0,3}[\"')\]”’]{0,3}(?=[ \t]))")
_ABBREVIATED = frozenset(
    "st mr mrs ms dr jr sr no vs v prof gen rev sgt col capt lt fc utd inc ltd co est approx dept fig al "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat".split()
)
_LONGEST = 2_000
_BULLETS = "\u2022\u25aa\u25cf\u25e6\u2023\u25a0\u25ba\u25b6\u2192\u27a1\u279c\u2794\u27a4\ufe0f \t\u00a0"
_SMALL_LETTER = re.compile(r"[ \t]+[\"'(\[“‘]{0,3}[a-z]")


class Sentence(NamedTuple):
    """Characters ``[start, stop)``; ``paragraph`` counts blocks divided by line ends."""

    start: int
    stop: int
    paragraph: int


@lru_cache(maxsize=2)
def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text``, in order, without the white space around them and the bullets before them. Linear in
    its length.

    Those of the last title and the last text are remembered: each stage asks for them.
    """
    found: list[Sentence] = []
    start, paragraph = 0, 0
    for end in _END.finditer(text):
        at, stop = end.span()
        if text[at] in "\n\r":
            _add(found, text, start, at, paragraph)
            start, paragraph = stop, paragraph + 1
        elif _ends_sentence(text, start, at, stop):
            _add(found, text, start, stop, paragraph)
            start = stop
    _add(found, text, start, len(text), paragraph)
    return tuple(found)


def _ends_sentence(text: str, start: int, at: int, stop: int) -> bool:
    """A full stop after an abbreviation or an initial, or before a small letter, ends nothing."""
    if not text[stop + 1 : stop + 2].isupper() and _SMALL_LETTER.match(text, stop):
        return False
    if text[at] != "." or stop - at > 1:
        return True
    word = text[max(text.rfind(" ", start, at) + 1, start) : at].lstrip("\"'(‘“")
    if len(word) == 1 and word.isupper():
        return False
    return word.lower() not in _ABBREVIATED or (len(word) > 2 and word.islower())


def _add(found: list[Sentence], text: str, start: int, stop: int, paragraph: int) -> None:
    """A sentence; what is too long to be one is cut at a space, so that no later step meets a sentence without end."""
    while stop - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        _add(found, text, start, cut, paragraph)
        start = cut
    words = text[start:stop]
    bare = words.strip().lstrip(_BULLETS)
    if bare:
        start += words.index(bare) if words[0] != bare[0] else 0
        found.append(Sentence(start, start + len(bare), paragraph))
