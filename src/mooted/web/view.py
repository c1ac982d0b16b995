"""What a page is given: one typed value each, of which the template shows every part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mooted.web.tokens import Token


@dataclass(frozen=True, slots=True)
class Twin:
    """The same page for programs: ``rel`` and ``media`` where a browser should know of it."""

    name: str
    path: str
    media: str = ""
    rel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every page has.

    ``base`` is the address of the desk, ``as_of`` is null for now; ``kept`` are the words of the address after the
    question mark.
    """

    title: str
    path: str
    base: str = ""
    as_of: datetime | None = None
    kept: tuple[tuple[str, str], ...] = ()
    asked: str = ""
    token: Token | None = None
    csrf: str = ""
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble(View):
    """An error as a page: what is wrong, and where one may have wanted to go (path, name, a note)."""

    words: str
    choices: tuple[tuple[str, str, str], ...] = ()
