"""A page as it is told, before it is known where it is shown: on a terminal, or as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sign = Literal["so", "maybe", "not", ""]
"""Said to be so; may be or only on a condition; denied; or a line that says nothing of the kind."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words and the style in which they stand ("bold green"; none for plain)."""

    words: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. Without ``head`` its columns explain themselves."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: when, of which club or person, what, in which words, printed where; repeats beneath it."""

    said: tuple[Cell, ...]
    date: str = ""
    label: str = ""
    sign: Sign = ""
    quote: str = ""
    printed: str = ""
    url: str | None = None
    beneath: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a table, a list, or both; ``note`` stands under the heading."""

    title: str
    grid: Grid | None = None
    items: tuple[Item, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A title (with ``aside`` after it and ``stand`` at the right), a line under it, sections, a closing line."""

    title: str
    aside: str = ""
    stand: Cell = Cell("")
    under: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    foot: str = ""
