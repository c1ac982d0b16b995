"""Which outlet or journalist a name means."""

from __future__ import annotations

from difflib import get_close_matches

from mooted.answers.askable import askable
from mooted.entities.families import Publisher, load_families
from mooted.language.fold import key

_NEAR = 3


def press_of(name: str) -> Publisher | None:
    """The outlet or journalist of a name or short form ("the Mail"); null where the book does not know it."""
    return load_families().find(askable(name))


def forms_of(name: str) -> tuple[str, ...]:
    """Every form under which the ledger may hold an outlet or journalist: "The Guardian" is printed "Guardian" too."""
    return load_families().forms(askable(name))


def near_sources(name: str) -> tuple[str, ...]:
    """Sources of the book that are spelt almost so."""
    known = load_families().known
    close = get_close_matches(key(askable(name)), known, n=_NEAR, cutoff=0.6)
    return tuple(dict.fromkeys(known[one].name for one in close))
