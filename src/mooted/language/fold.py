"""Text with its accents and typographic marks taken off, character for character, so that spans stay valid."""

from __future__ import annotations

import unicodedata

_ODD = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "s", "đ": "d", "Đ": "D", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O",
    "ı": "i", "ð": "d", "Ð": "D", "þ": "t", "Þ": "T", "ħ": "h", "ŋ": "n", "ə": "a", "Ə": "A",
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ",
}  # fmt: skip


def _plain(character: str) -> str:
    """The base letter of a character that carries marks; itself where there is none."""
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() and base.isalpha() else character


_TABLE = {ord(c): p for c in map(chr, range(0xC0, 0x250)) if (p := _plain(c)) != c}
_TABLE |= {ord(c): p for c in map(chr, range(0x1E00, 0x1F00)) if (p := _plain(c)) != c}
_TABLE |= {ord(c): p for c, p in _ODD.items()}


def fold(text: str) -> str:
    """``text`` without accents and with plain quotes and dashes; as long as before, character for character."""
    return text if text.isascii() else text.translate(_TABLE)


def key(name: str) -> str:
    """A name for comparison: folded, lower case, single spaces, no full stops or apostrophes."""
    return " ".join(fold(name).casefold().replace(".", "").replace("'", "").replace("-", " ").split())
