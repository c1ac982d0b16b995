"""What two names say of whether they are one person's: the first question of who is who."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from mooted.language.fold import key
from mooted.model.entry import Reason

PARTICLES = frozenset(
    "de da do dos das del della der den di du van von ter ten la le el al y e af st bin ibn zu".split()
)
Key = tuple[str, ...]
"""The words of a name that tell people apart."""
_SPELLED = {"jr": "junior", "jnr": "junior", "sr": "senior", "snr": "senior"}
_SHORTEST_PREFIX = 3  # letters that a short form shares with the name ("Alex", "Alexander")
_LONG = 5  # letters from which one slip of the pen leaves a name recognisable


class Relation(NamedTuple):
    """How one name may be another form of a second; ``reasons`` are empty where it cannot be."""

    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        """The sum of the reasons."""
        return sum(reason.weight for reason in self.reasons)


NONE = Relation(())


@lru_cache(maxsize=200_000)
def tokens(name: str) -> Key:
    """The words of a name that tell people apart, in order: folded, without particles; "Jr" is "junior".

    >>> tokens("Virgil van Dijk"), tokens("Heung-Min Son"), tokens("Vinícius Jr.")
    (('virgil', 'dijk'), ('heung', 'min', 'son'), ('vinicius', 'junior'))
    """
    words = [_SPELLED.get(word, word) for word in key(name).split()]
    return tuple(word for word in words if word not in PARTICLES) or tuple(words)


def relate(one: Key, two: Key) -> Relation:
    """What the names alone, as ``tokens``, say for one person; the order of the two does not matter."""
    short, long = sorted((one, two), key=lambda name: (len(name), name))
    if not short:
        return NONE
    if sorted(short) == sorted(long):
        return _same(short)
    return _single(short[0], long) if len(short) == 1 else _several(short, long)


def _same(name: Key) -> Relation:
    words = " ".join(name)
    return Relation((Reason("same full name", 4.0, words) if len(name) > 1 else Reason("same name", 2.5, words),))


def _single(word: str, long: Key) -> Relation:
    """A lone name beside a full one: its surname, or a name by which its bearer may be known."""
    if len(long) == 1:
        return NONE
    surname = long[-2] if long[-1] in ("junior", "senior") else long[-1]
    if word == surname:
        return Relation((Reason("surname of a fuller name", 2.0, word),))
    if word in long and word not in ("junior", "senior"):
        return Relation((Reason("given name of a fuller name", 1.0, word),))
    return NONE


def _several(short: Key, long: Key) -> Relation:
    """Two names of several words."""
    if set(short) <= set(long):
        words = " ".join(short)
        if short[-1] == long[-1]:
            return Relation((Reason("part of a fuller name", 3.5, words),))
        return Relation((Reason("part of a name with another surname", 0.5, words),))
    if short[-1] == long[-1]:
        surname = Reason("same surname", 2.0, short[-1])
        first = _first_names(short[:-1], long[:-1])
        return Relation((surname, first)) if first else NONE
    if set(short[:-1]) <= set(long[:-1]) and len(short) < len(long) and _alike(short[-1], long[-1]):
        return Relation((Reason("part of a fuller name, spelled almost alike", 4.0, " ".join(short)),))
    if short[0] == long[0] and _alike(short[-1], long[-1]):
        return Relation(
            (Reason("same first name", 1.0, short[0]), Reason("surname spelled almost alike", 2.0, short[-1]))
        )
    slips = [pair for pair in zip(sorted(short), sorted(long), strict=False) if pair[0] != pair[1]]
    if len(short) == len(long) > 2 and len(slips) == 1 and _alike(*slips[0]):
        return Relation((Reason("spelled almost alike", 3.0, " ".join(short)),))
    return NONE


def _first_names(one: Key, two: Key) -> Reason | None:
    """What the names before a common surname say; null where they clash."""
    first, second = sorted((one[0], two[0]), key=lambda word: (len(word), word))
    words = f"{first}, {second}"
    if first == second:
        return Reason("same first name", 2.0, first)
    if len(first) == 1:
        return Reason("initial of the first name", 1.0, words) if second[0] == first else None
    if second in _short_forms().get(first, frozenset()):
        return Reason("short form of the first name", 2.0, words)
    if len(first) >= _SHORTEST_PREFIX and second.startswith(first):
        return Reason("short form of the first name", 1.5, words)
    return Reason("first name spelled almost alike", 2.0, words) if _alike(first, second) else None


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[str]]:
    """First names with their short forms, and back; names that share a short form are apart ("Steven", "Stephen")."""
    found: dict[str, set[str]] = {}
    table = files("mooted.sagas").joinpath("data/short_names.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        full, *short = line.split()
        for form in short:
            found.setdefault(form, set()).add(full)
            found.setdefault(full, set()).add(form)
    return {name: frozenset(others) for name, others in found.items()}


@lru_cache(maxsize=200_000)
def _alike(one: str, two: str) -> bool:
    """Are two names one but for a slip: a letter more or less, another, or two neighbours exchanged?

    Two slips are allowed from nine letters on. The first letter must be the same.
    """
    if one[0] != two[0] or min(len(one), len(two)) < _LONG:
        return False
    return _slips(one, two) <= (2 if min(len(one), len(two)) >= 9 else 1)


def _slips(one: str, two: str) -> int:
    """Optimal string alignment distance, cut off at 3 (Damerau, Communications of the ACM 7(3), 1964)."""
    if abs(len(one) - len(two)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if last and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > 2:
            return 3
    return row[-1]
