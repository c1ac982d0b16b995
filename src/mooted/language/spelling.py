"""Ages and sums as papers mostly write them: "22-year-old" for "22 year old" and "22yo", "£12m" for "12m pounds"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mooted.language.rewriting import Change

_AGE = re.compile(r"(?<=\b[1-4]\d)(?:[ -]?yrs?[ -]old|[ -]?y/?o|[ -]year old| year-old)\b")
_SUM = re.compile(
    r"(?<![\w.,£€$–-])(?<!\bto )(?<!\bor )(\d{1,3}(?:\.\d{1,2})?) ?(m|mn|million|bn|billion|k) ?(pounds|euros?)\b"
)
_SIGNS = {"p": "£", "e": "€"}
_SHORT = 2  # letters of a unit that stands at its number


def ages(text: str) -> Iterator[Change]:
    """An age before a name or by itself, hyphenated."""
    if "old" in text or "yo" in text or "y/o" in text:
        for found in _AGE.finditer(text):
            if found[0] != "-year-old":
                yield Change(*found.span(), "-year-old")


def sums(text: str) -> Iterator[Change]:
    """A sum with the sign of its currency before it."""
    if "pounds" in text or "euro" in text:
        for found in _SUM.finditer(text):
            space = " " if len(found[2]) > _SHORT else ""
            yield Change(*found.span(), f"{_SIGNS[found[3][0]]}{found[1]}{space}{found[2]}")
