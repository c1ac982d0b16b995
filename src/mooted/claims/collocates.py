"""The words that stand beside a phrase or a name, as they are: what no list of cues foresees is learned from them."""

from __future__ import annotations

from typing import NamedTuple

_REACH = 24  # characters on either side, in which the two next words are looked for


class Collocates(NamedTuple):
    """The two words before a place and the two after it; "^" and "$" where the sentence has none."""

    earlier: str
    before: str
    after: str
    later: str


def collocates(low: str, start: int, stop: int, first: int, last: int) -> Collocates:
    """The words beside ``[start, stop)`` in its sentence ``[first, last)``, with their marks."""
    left = low[max(first, start - _REACH) : start].split()
    right = low[stop : min(last, stop + _REACH)].split(None, 2)
    earlier, before = ("^", "^", *left)[-2:]
    after, later = (*right, "$", "$")[:2]
    return Collocates(earlier, before, after, later)
