"""Readers whose questions are answered: they are named behind their question, or before it."""

from __future__ import annotations

import re

_BEHIND = re.compile(r"\?['\")]{0,2}\s{0,2}-\s{0,2}$")
_PLACE = r"(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+)?|,? \([^()\n]{1,30}\)|,? from [A-Z][\w'-]+)?"
_ENDS = re.compile(rf"{_PLACE}(?:,? (?:via|by|on) \w+)?[.)]?(?:\n|\Z)")
_ASKS = re.compile(
    rf"{_PLACE},? (?:(?:ask(?:s|ed)|writes|wonders|wants to know|emails)(?: us)?: ?|(?:via|by) e-?mail\b)"
)


def is_reader(before: str, after: str) -> bool:
    """Does the name between these words, folded, sign a question ("... this month? - Dan H") or open one ("Dan H
    asks: ...")?"""
    if after.startswith(("\n", ",", " ", ".", ")")) or not after:
        if _ASKS.match(after):
            return True
        return _ENDS.match(after) is not None and _BEHIND.search(before) is not None
    return False
