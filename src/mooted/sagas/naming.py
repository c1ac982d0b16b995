"""What two names say of whether they are one person's: the first question of who is who."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from itertools import groupby
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
_SHORT = 4  # letters from which one slip may leave a name recognisable, where much else speaks for it
_LONG = 5  # letters from which one slip of the pen leaves a name recognisable
_LONGER = 8  # letters from which two do


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


@lru_cache(maxsize=200_000)
def particles(name: str) -> frozenset[str]:
    """The words of a name that ``tokens`` leaves out: "da" of "Fabio da Silva"."""
    return PARTICLES.intersection(key(name).split())


def misspells(one: Key, two: Key) -> bool:
    """Are two names, word for word, the same but for slips of the pen?"""
    pairs = zip(one, two, strict=False)
    return one != two and len(one) == len(two) and all(a == b or _alike(a, b, _SHORT) for a, b in pairs)


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
    if len(short) < len(long) and _stands(short[:-1], long[:-1]) and _alike(short[-1], long[-1]):
        return Relation((Reason("part of a fuller name, spelled almost alike", 4.0, " ".join(short)),))
    if short[0] == long[0] and _alike(short[-1], long[-1], _SHORT):
        weight = _spelled(short[-1], long[-1])
        return Relation(
            (Reason("same first name", 1.0, short[0]), Reason("surname spelled almost alike", weight, short[-1]))
        )
    slips = [pair for pair in zip(sorted(short), sorted(long), strict=False) if pair[0] != pair[1]]
    if len(short) == len(long) > 2 and len(slips) == 1 and _alike(*slips[0]):
        return Relation((Reason("spelled almost alike", 3.0, " ".join(short)),))
    return NONE


def _stands(given: Key, names: Key) -> bool:
    """Do given names stand among others as they would in a short form: the first of them, or the last?"""
    return names[: len(given)] == given or names[-len(given) :] == given


def _spelled(one: str, two: str) -> float:
    """What it weighs that surnames differ by a slip: the longer they are, the fewer others they could be.

    Two letters exchanged are more likely a slip than another name.
    """
    letters = min(len(one), len(two))
    if letters < _LONG:
        return 2.0 if sorted(one) == sorted(two) else 0.5
    return 2.0 if letters < _LONGER else 3.0


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
    if _alike(first, second):
        return Reason("first name spelled almost alike", 2.0, words)
    if len(one) != len(two) and (middle := _among(one, two)):
        return Reason("one of the first names spelled almost alike", 1.5, middle)
    return Reason("short first name spelled almost alike", 0.5, words) if _alike(first, second, _SHORT) else None


def _among(one: Key, two: Key) -> str | None:
    """The one first name of a shorter form that is, but for a slip, among those of a longer one."""
    (name, *more), others = sorted((one, two), key=len)
    return name if not more and any(name == other or _alike(name, other) for other in others) else None


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
def _alike(one: str, two: str, least: int = _LONG) -> bool:
    """Are two names one but for a slip: a letter more or less, another, or two neighbours exchanged?

    Two slips are allowed from eight letters on. A letter that is doubled or not is no slip in a name so long. The first
    letter must be the same (c or k), and both have ``least`` letters.
    """
    shorter = min(len(one), len(two))
    if (one[0] != two[0] and {one[0], two[0]} != {"c", "k"}) or shorter < least:
        return False
    if shorter < _LONGER:
        return _slips(one, two) <= 1
    return _slips(_single_letters(one), _single_letters(two)) <= 2


def _single_letters(word: str) -> str:
    """A word with every doubled letter written once: "phillippe" is "philipe"."""
    return "".join(letter for letter, _ in groupby(word))


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
