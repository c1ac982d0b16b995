"""How words are found: text cut into tokens of ASCII, alike for every store and for the question."""

from __future__ import annotations

import re
from functools import lru_cache

from mooted.language.fold import fold

_WORD = re.compile(r"[^\W_]+")
_MARK = "u8"
_LONGEST = 60
MOST = 600_000
"""Characters of tokens of one text that can be found by; a server takes no more."""


@lru_cache(maxsize=50_000)
def token(word: str) -> str:
    """A word as the index holds it: lower case, no accents, and ASCII only.

    A word in another script is spelt out in hexadecimal, so that no store cuts or folds it in its own way.
    """
    plain = fold(word).casefold()
    if plain.isascii() and plain.isalnum() and not plain.startswith(_MARK):
        return plain[:_LONGEST]
    return _MARK + plain.encode("utf-8", "surrogatepass").hex()[: 4 * _LONGEST]


def tokens(words: str) -> list[str]:
    """The tokens of a text, in order."""
    return indexed(words).split()


def indexed(words: str) -> str:
    """A text as the index is given it."""
    found = _WORD.findall(fold(words).casefold())
    spelt = " ".join(found)
    if not spelt.isascii() or _MARK in spelt or (len(spelt) > _LONGEST and max(map(len, found)) > _LONGEST):
        spelt = " ".join(map(token, found))
    return spelt if len(spelt) <= MOST else spelt[:MOST].rpartition(" ")[0]
