"""Changes to a text, and the way back from the text as changed to the text as written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple


class Change(NamedTuple):
    """``words`` in place of the characters ``[start, stop)``."""

    start: int
    stop: int
    words: str = ""


class Rewritten(NamedTuple):
    """A text as changed.

    Each change begins and ends in it at ``begins[n]`` and ``ends[n]``; after it the text as written lies ``shifts[n]``
    characters further.
    """

    text: str
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def start(self, at: int) -> int:
        """Where what starts at a place of this text starts in the text as written."""
        return at + self._shift(bisect_right(self.ends, at))

    def stop(self, at: int) -> int:
        """Where what stops at a place of this text stops in the text as written; what is left out there is outside."""
        return at + self._shift(bisect_left(self.begins, at))

    def forth(self, start: int, stop: int) -> tuple[int, int]:
        """Where the characters ``[start, stop)`` of the text as written stand in this one, or what stands for them."""
        written = [end + shift for end, shift in zip(self.ends, self.shifts, strict=True)]
        first = bisect_right(written, start)
        opened = [begin + self._shift(number) for number, begin in enumerate(self.begins)]
        last = bisect_left(opened, stop)
        inside = first < len(opened) and opened[first] < start
        begins = self.begins[first] if inside else start - self._shift(first)
        cut = last > 0 and stop < written[last - 1]
        return begins, max(begins, self.ends[last - 1] if cut else stop - self._shift(last))

    def _shift(self, changes: int) -> int:
        return self.shifts[changes - 1] if changes else 0


def rewrite(text: str, changes: Iterable[Change]) -> Rewritten:
    """``text`` with changes that are in order and do not overlap. Linear in its length."""
    parts: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    longer: list[int] = []
    at = size = 0
    for start, stop, words in changes:
        parts += (text[at:start], words)
        begins.append(size := size + start - at)
        ends.append(size := size + len(words))
        longer.append(stop - start - len(words))
        at = stop
    if not begins:
        return Rewritten(text)
    return Rewritten("".join((*parts, text[at:])), tuple(begins), tuple(ends), tuple(accumulate(longer)))
