"""Which outlet or journalist a name means."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from mooted.entities.book import load as load_book
from mooted.entities.families import load_families
from mooted.language.fold import key

_NEAR = 3


class Press(NamedTuple):
    """A source by its usual name; ``kind`` and ``family`` are null where the book does not know it."""

    name: str
    kind: str | None
    family: str | None


def press_of(name: str) -> Press:
    """The source of a name or short form ("the Mail"); one that the book does not know stays as it is."""
    names = _names()
    called = names.get(key(name)) or names.get(key(name).removeprefix("the ")) or name.strip()
    kind = None if key(called) not in names else "journalist" if called in load_book().journalists else "outlet"
    return Press(called, kind, load_families().of(called) if kind else None)


def near_sources(name: str) -> tuple[str, ...]:
    """Sources of the book that are spelt almost so."""
    names = _names()
    close = get_close_matches(key(name), names, n=_NEAR, cutoff=0.6)
    return tuple(dict.fromkeys(names[one] for one in close))


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every form that the book knows of outlets and journalists, and their usual names."""
    book = load_book()
    journalists = {key(name): name for name in book.journalists}
    return journalists | {key(form): name for form, name in book.outlets.items()}
