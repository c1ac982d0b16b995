"""Accents as one character with their letter, however they were encoded, and the way back to the text as written."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from mooted.language.surrogates import whole

_MARK = re.compile("[\u0300-\u036f]")
_MARKED = re.compile("[^\u0300-\u036f][\u0300-\u036f]{1,3}", re.DOTALL)


class Composed(NamedTuple):
    """A text with its accents composed and its lone surrogates as U+FFFD.

    From ``starts[n]`` on, the text as written lies ``shifts[n]`` characters further.
    """

    text: str
    starts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def back(self, at: int) -> int:
        """The place in the text as written of a place in this one."""
        before = bisect_right(self.starts, at)
        return at + (self.shifts[before - 1] if before else 0)


def compose(text: str) -> Composed:
    """``text`` as a reader wants it. Linear in its length; nothing to do for nearly every text.

    >>> compose("Dra\u0306gus\u0326in").text
    'Drăgușin'
    """
    if text.isascii():
        return Composed(text)
    text = whole(text)
    if not _MARK.search(text):
        return Composed(text)
    parts: list[str] = []
    starts: list[int] = []
    saved: list[int] = []
    at = size = 0
    for found in _MARKED.finditer(text):
        one = unicodedata.normalize("NFC", found[0])
        parts += (text[at : found.start()], one)
        size += found.start() - at + len(one)
        at = found.end()
        if len(one) < len(found[0]):
            starts.append(size)
            saved.append(len(found[0]) - len(one))
    parts.append(text[at:])
    return Composed("".join(parts), tuple(starts), tuple(accumulate(saved)))
