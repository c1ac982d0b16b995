"""Names that the form of a text tells: what stands where a list has its people, and where its clubs."""

from __future__ import annotations

from typing import NamedTuple

Place = tuple[int, int]
"""Characters ``[start, stop)`` of a document's text."""


class Listed(NamedTuple):
    """The places of people and of clubs in the lists of a text, both in order, and the lines that are read as lists."""

    people: tuple[Place, ...] = ()
    clubs: tuple[Place, ...] = ()
    lines: tuple[Place, ...] = ()


NOTHING_LISTED = Listed()
