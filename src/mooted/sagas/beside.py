"""Which names must be looked at together, so that who one of them means does not depend on any other name.

Two full names bear on one another where they may be forms of one name; a name of one word is decided among all who bear
that word; and where a crowd shares a surname, its number decides how closely it is looked at.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from mooted.sagas.naming import Key, relate, tokens

CROWD = 60
"""Names that share a surname, beyond which only those whose first names begin alike are compared."""
_START = 2
Block = tuple[str, str]


@lru_cache(maxsize=200_000)
def blocks(key: Key) -> frozenset[Block]:
    """The neighbourhoods of a full name: its surname alone, which a crowd may share; each word with how another begins,
    and its first and last with a letter of the other, as a slip may be in the second."""
    pairs = {(word, other[:_START]) for word in key for other in key if other != word}
    pairs |= {(key[-1], other[0]) for other in key[:-1]}
    return frozenset(pairs | {(key[0], key[-1][0]), (key[-1], "")})


def beside(name: str, others: Collection[str]) -> set[str]:
    """Of the names that share a word with this one, those that bear on whom it means.

    ``others`` has a name as often as there are forms of it, itself among them, so that crowds are seen.
    """
    key = tokens(name)
    words = {other: tokens(other) for other in others}
    found = {other for other, theirs in words.items() if _bears_on(key, theirs)}
    if len(key) > 1:
        family = [other for other in others if len(words[other]) > 1 and words[other][-1] == key[-1]]
        found.update(family if len(family) > CROWD else ())
    return found


def _bears_on(one: Key, two: Key) -> bool:
    if one == two:
        return True
    if min(len(one), len(two)) < 2:
        short, long = sorted((one, two), key=len)
        return bool(short) and short[0] in long
    return not blocks(one).isdisjoint(blocks(two)) and bool(relate(one, two).reasons)
