"""Accents as one character with their letter, however they were encoded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mooted.language.rewriting import Change

_MARK = re.compile("[\u0300-\u036f]")
_MARKED = re.compile("[^\u0300-\u036f][\u0300-\u036f]{1,3}", re.DOTALL)


def composed(text: str) -> Iterator[Change]:
    """A letter with its accents for a letter and its accents. Nothing to do for nearly every text."""
    if text.isascii() or not _MARK.search(text):
        return
    for found in _MARKED.finditer(text):
        yield Change(found.start(), found.end(), unicodedata.normalize("NFC", found[0]))
