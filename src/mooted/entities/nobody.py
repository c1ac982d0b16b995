"""Names, and those of them that mean nobody where they stand: a ground's, or one that somebody is only likened to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import NamedTuple

from mooted.entities.book import Known

_LIKENED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Oo]ur) (?:(?:new|next|young|little|poor man's) |([A-Z]\w+) )$")
_LIKENED_REACH = 32  # characters
_GROUNDS = tuple(f" {word}" for word in "Park Arch Farm Heath Lane Green Road Stadium Arena Ground Field Hill".split())
_AT = ("at ", "At ", "outside ", "inside ", "near ", "around ")


class Name(NamedTuple):
    """A person's name at ``[start, stop)``, as written; ``known`` is what the book has under it."""

    start: int
    stop: int
    words: str
    known: Known | None
    initial: bool


def is_ground(name: Name, text: str, given: Set[str]) -> bool:
    """Is a place called so, where somebody is ("they train at Wexley Park"), and not a man ("at Ann Park")?"""
    if not (name.words.endswith(_GROUNDS) or text.startswith(_GROUNDS, name.stop)):
        return False
    return name.words.partition(" ")[0] not in given and text.endswith(_AT, 0, name.start)


def is_likened(name: Name, text: str, lookup: Mapping[str, Known]) -> bool:
    """Is somebody only likened to a player of the book ("the new Messi", "the Kiwi Messi")? His own country may stand
    before his name."""
    known = name.known
    likened = _LIKENED.search(text, max(0, name.start - _LIKENED_REACH), name.start) if known else None
    if known is None or likened is None or likened[1] is None:
        return likened is not None
    nation = lookup.get(likened[1])
    return nation is not None and nation.kind == "nation" and known.also not in ("", nation.value)
