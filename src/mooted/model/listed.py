"""Names that the form of a text tells: what stands where a list has its people, and where its clubs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

Place = tuple[int, int]
"""Characters ``[start, stop)`` of a document's text."""


class Listed(NamedTuple):
    """The places of people and of clubs in the lists of a text, both in order, and the lines that are read as lists."""

    people: tuple[Place, ...] = ()
    clubs: tuple[Place, ...] = ()
    lines: tuple[Place, ...] = ()


NOTHING_LISTED = Listed()


def touches(start: int, stop: int, places: Sequence[Place]) -> bool:
    """Do the characters ``[start, stop)`` share any with some places, which are in order and do not overlap?"""
    at = bisect_right(places, stop - 1, key=itemgetter(0)) - 1
    return at >= 0 and places[at][1] > start


def stands_in(start: int, places: Sequence[Place]) -> bool:
    """Does the character at ``start`` stand in one of some places, which are in order and do not overlap?"""
    return touches(start, start + 1, places)
