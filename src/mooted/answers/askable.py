"""Words as a ledger can be asked for them, whatever somebody typed."""

from __future__ import annotations

from mooted.language.surrogates import whole

_LONGEST = 200  # characters; no name is longer


def askable(words: str) -> str:
    """The words without what no store can look for (halves of characters, NUL), trimmed and cut to a sane length."""
    return whole(words).replace("\0", "").strip()[:_LONGEST]
