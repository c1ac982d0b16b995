"""Words that no text encoding holds (half characters, NUL), written so that every store takes them, and read back."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ESCAPE = "\x1b"
_ODD = re.compile("[\x00\x1b\ud800-\udfff]")
_ESCAPED = re.compile("\x1b([0-9a-f]{4})")


def storable(words: str) -> str:
    """``words`` as every store takes them: NUL, lone surrogates and the escape sign itself become ESC and four digits.

    Text of the news holds none of these, and stays as it is. ``stored`` gives the words back as they were.
    """
    return _ODD.sub(lambda odd: f"{_ESCAPE}{ord(odd[0]):04x}", words) if _ODD.search(words) else words


def all_storable(column: Sequence[str | None]) -> Sequence[str | None]:
    """Each of the ``words`` storable; looked through at once, for hardly any has to change."""
    if not _ODD.search("".join(filter(None, column))):
        return column
    return [words and storable(words) for words in column]


def stored(words: str) -> str:
    """What ``storable`` was given."""
    return _ESCAPED.sub(lambda digits: chr(int(digits[1], 16)), words) if _ESCAPE in words else words
