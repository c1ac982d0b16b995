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


def forms_of(name: str, press: Publisher | None) -> tuple[str, ...]:
    """Every form under which a source may stand in the ledger: its names, and the one it has on X."""
    if press is None:
        return (name,)
    known = load_families().known
    forms = [press.name, *(form for form, other in known.items() if other.name == press.name)]
    return tuple(dict.fromkeys((*forms, *(f"the {form}" for form in forms), f"{press.name} (X)")))


def one_voice_with(press: Publisher | None) -> tuple[str, ...]:
    """The other outlets of the same publisher, which count as one voice with it."""
    if press is None:
        return ()
    kin = {one.name for one in load_families().known.values() if one.family == press.family and one.kind == "outlet"}
    return tuple(sorted(kin - {press.name}))


def near_sources(name: str) -> tuple[str, ...]:
    """Sources of the book that are spelt almost so."""
    known = load_families().known
    close = get_close_matches(key(askable(name)), known, n=_NEAR, cutoff=0.6)
    return tuple(dict.fromkeys(known[one].name for one in close))
