"""The people of one document while it is being read, found by full name, surname or given name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from mooted.entities.names import Name
from mooted.language.fold import key
from mooted.model.entity import Club, Role

T = TypeVar("T")
_SHORT_FORM, _LONG_FORM, _SAME_START = 3, 6, 4  # letters


@dataclass(slots=True, eq=False)
class Draft:
    """A person while a document is being read; what is said of him is counted."""

    name: str
    full: bool
    known: str = ""
    strong: bool = False
    past: bool = False  # "former striker"
    roles: dict[Role, int] = field(default_factory=dict)
    holders: dict[Club, int] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)
    nations: dict[str, int] = field(default_factory=dict)
    ages: dict[int, int] = field(default_factory=dict)
    staff_of: dict[Club, int] = field(default_factory=dict)


def vote(votes: dict[T, int], value: T, count: int = 1) -> None:
    """Count ``value`` once more, or ``count`` times."""
    votes[value] = votes.get(value, 0) + count


def most(votes: dict[T, int]) -> T | None:
    """The value with most votes, of equals the first; null where there are none."""
    return max(votes, key=votes.__getitem__) if votes else None


class Registry:
    """The people of a document, found by any of their names."""

    def __init__(self) -> None:
        self.people: list[Draft] = []
        self._names: list[tuple[str, ...]] = []
        self._by_key: dict[str, int] = {}
        self._by_part: dict[str, int] = {}
        self._by_initial: dict[str, list[tuple[str, int]]] = {}
        self._shared: set[str] = set()
        self._latest: dict[str, int] = {}

    def add_full(self, name: Name, words: str) -> int:
        """The person of a name of several words, met now or before."""
        plain = key(words)
        at = self._by_key.get(plain)
        if at is None:
            first, initial, shorter = _taken_up_by(plain)
            alike = self._by_initial.setdefault(initial, [])
            at = next((at for other, at in alike if _same_given_name(first, other)), None)
            if at is not None:
                self._spell(self.people[at], name, words)
            else:
                at = self._by_part.get(plain)  # "Van der Meulen" takes up "Ruud van der Meulen"
            if at is None:
                at = self._new(Draft(words, True, name.known.kind if name.known else ""), shorter)
                alike.append((first, at))
            self._by_key[plain] = at
        if self.people[at].name.isupper():
            self.people[at].name = words.title() if words.isupper() else words
        return at

    def _spell(self, draft: Draft, name: Name, words: str) -> None:
        """Of two spellings of a name the one that the book has is right."""
        if name.known and name.known.kind == "player" and not draft.known:
            draft.name, draft.known = words, name.known.kind

    def add_single(self, name: Name, words: str) -> int:
        """A person of whom only one name is known."""
        plain = key(words)
        at = self._by_key.get(plain)
        if at is None:
            at = self._by_key[plain] = self._new(Draft(words, False, name.known.kind if name.known else ""), ())
        return at

    def _new(self, draft: Draft, names: tuple[str, ...]) -> int:
        at = len(self.people)
        self.people.append(draft)
        self._names.append(names)
        for part in names:
            if self._by_part.setdefault(part, at) != at:
                self._shared.add(part)
        return at

    def begin(self) -> None:
        """Start on a title or text, where nobody has been named yet."""
        self._latest = {}

    def meet(self, person: int) -> None:
        """Remember that a person is named here, so that his surname or given name may mean him next."""
        if self._shared:
            for part in self._names[person]:
                self._latest[part] = person

    def find(self, words: str) -> int | None:
        """The person whom a surname or given name means: of several the one named last, else the first met."""
        plain = key(words)
        at = self._by_key.get(plain)
        if at is None:
            at = self._latest.get(plain)
        return self._by_part.get(plain) if at is None else at


@lru_cache(maxsize=10_000)
def _taken_up_by(plain: str) -> tuple[str, str, tuple[str, ...]]:
    """The given name, its initial with the surname, and the shorter names that may take up a full one.

    "Virgil van Dijk" is "van dijk", "dijk", "virgil", "virgil van" or "van".
    """
    words = plain.split()
    ends = [" ".join(words[cut:]) for cut in range(1, len(words))]
    starts = [words[0], " ".join(words[:2]), words[1]] if len(words) > 2 else words[:1]
    return words[0], f"{words[0][0]} {words[-1]}" if ends else plain, tuple(ends + starts)


@lru_cache(maxsize=10_000)
def _same_given_name(one: str, other: str) -> bool:
    """Are two given names of one surname one man's: "Josh" and "Joshua", "Alexandre" and "Alexander", or misspelt?

    "Joao" and "Joaquim" are two.
    """
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and (len(short) >= _SHORT_FORM or short == long):
        return True
    if len(short) >= _LONG_FORM and long[:_SAME_START] == short[:_SAME_START]:
        return True
    return sorted(short) == sorted(long) or (
        len(short) >= _LONG_FORM - 1 and any(long[:cut] + long[cut + 1 :] == short for cut in range(len(long)))
    )
