"""Text with its accents and typographic marks taken off, character for character, so that spans stay valid."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ODD = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "s", "đ": "d", "Đ": "D", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O",
    "ı": "i", "ð": "d", "Ð": "D", "þ": "t", "Þ": "T", "ħ": "h", "ŋ": "n", "ə": "a", "Ə": "A",
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ",
    "→": "➡", "⇒": "➡", "⟶": "➡", "➔": "➡", "➙": "➡", "➜": "➡", "➝": "➡", "➞": "➡",
}  # fmt: skip
_ASCII = bytes(range(128))
_LINK = re.compile(r"(?<=\)),? ?external(?:[- ]link)?(?=[. ]*(?:\n|$))")  # "(Sun), external": said to screen readers
_FEW = 24  # kinds of marks, up to which it is faster to replace each than to look at every character


def _plain(character: str) -> str:
    """The base letter of a character that carries marks; itself where there is none."""
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() and base.isalpha() else character


_TABLE = {c: p for c in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))) if (p := _plain(c)) != c} | _ODD
_BY_CODE = str.maketrans(_TABLE)


def fold(text: str) -> str:
    """``text`` without accents and with plain quotes, dashes and arrows; as long as before, character for character.

    The label of a link behind a source in brackets is blank: it is no part of the text.
    """
    text = text.replace("`", "'")
    if "external" in text:
        text = _LINK.sub(lambda label: " " * len(label.group()), text)
    if text.isascii():
        return text
    marks = _marks(text)
    if len(marks) > _FEW:
        return text.translate(_BY_CODE)
    for mark in marks:
        text = text.replace(mark, _TABLE[mark])
    return text


def _marks(text: str) -> list[str]:
    """The characters of ``text`` that have a plain form, each once."""
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    return [mark for mark in set(beyond) if mark in _TABLE]


def letters(name: str) -> str:
    """The letters and digits of a name, folded and in lower case, as handles have them ("L'Equipe" is "lequipe")."""
    return "".join(filter(str.isalnum, fold(name).casefold()))


@lru_cache(maxsize=10_000)
def key(name: str) -> str:
    """A name for comparison: folded, lower case, single spaces, no full stops or apostrophes."""
    return " ".join(fold(name).casefold().replace(".", "").replace("'", "").replace("-", " ").split())
