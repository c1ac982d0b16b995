"""The people of one document while it is being read, found by full name, surname or given name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from mooted.entities.nobody import Name
from mooted.language.fold import key
from mooted.model.entity import Club, Role

T = TypeVar("T")
_SHORT_FORM, _LONG_FORM, _SAME_START = 3, 6, 4  # letters
_ELDERS = ("snr", "sr", "senior")  # "Messi Snr" is no Messi but to his son
_MOST_NAMESAKES = 50  # of one name that are told apart, so that the time stays linear in their number
_PET_NAMES = {  # that do not begin the given name for which they stand
    "andy": ("andrew", "andreas"),
    "benny": ("benjamin",),
    "charlie": ("charles",),
    "danny": ("daniel", "daniele"),
    "dave": ("david",),
    "eddie": ("edward", "edouard", "eduardo"),
    "freddie": ("frederick",),
    "gini": ("georginio",),
    "jamie": ("james",),
    "jim": ("james",),
    "jimmy": ("james",),
    "joe": ("joseph", "josef"),
    "johnny": ("john", "jonathan"),
    "jonny": ("jonathan",),
    "kenny": ("kenneth",),
    "leo": ("leonardo", "lionel", "leonel"),
    "matty": ("matthew", "matthias"),
    "mike": ("michael", "mikael"),
    "mo": ("mohamed", "mohammed", "mohamad", "mohammad", "muhammad"),
    "nick": ("nicholas", "nicolas"),
    "nicky": ("nicholas", "nicolas"),
    "ollie": ("oliver",),
    "robbie": ("robert", "robin"),
    "ronnie": ("ronald",),
    "sammy": ("samuel",),
    "steve": ("stephen", "steven", "stefan"),
    "stevie": ("stephen", "steven"),
    "terry": ("terence",),
    "tommy": ("thomas",),
    "tony": ("antonio", "anthony"),
    "vinny": ("vincent",),
    "willy": ("william",),
}


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
        self._shared: dict[str, list[int]] = {}
        self._latest: dict[str, tuple[int, int]] = {}
        self._times: list[int] = []
        self._kin: set[int] = set()

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
        self._times[at] += 1
        if self.people[at].name.isupper():
            self.people[at].name = words.title() if words.isupper() else words
        return at

    def _spell(self, draft: Draft, name: Name, words: str) -> None:
        """Of two spellings of a name the one that the book has is right; a pet name gives way."""
        given, old = key(words).partition(" ")[0], key(draft.name).partition(" ")[0]
        known = name.known is not None and name.known.kind == "player"
        if given in _PET_NAMES.get(old, ()) or (known and not draft.known and old not in _PET_NAMES.get(given, ())):
            draft.name, draft.known = words, draft.known or ("player" if known else "")

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
        self._times.append(0)
        for part in names:
            first = self._by_part.setdefault(part, at)
            if first != at:
                bearers = self._shared.setdefault(part, [first])
                if len(bearers) < _MOST_NAMESAKES:
                    bearers.append(at)
        return at

    @property
    def namesakes(self) -> bool:
        """Do several people share a surname or a given name?"""
        return bool(self._shared)

    def note_kin(self, person: int) -> None:
        """Remember who is told of as another's relative: he is rarely meant by the surname alone."""
        self._kin.add(person)

    def begin(self) -> None:
        """Start on a title or text, where nobody has been named yet."""
        self._latest = {}

    def meet(self, person: int, start: int) -> None:
        """Remember that a person is named at ``start``, so that his surname or given name may mean him next."""
        if self._shared:
            for part in self._names[person]:
                self._latest[part] = person, start

    def find(self, words: str, paragraph: int = 0) -> int | None:
        """The person whom a surname or given name means; ``paragraph`` is where the one begins in which it stands.

        Of several it is the one named last, where that was in the same paragraph and not as somebody's relative; else
        the one who is named most often in full.
        """
        plain = key(words)
        at = self._by_key.get(plain)
        if at is not None:
            return at
        bearers = self._shared.get(plain)
        return self._chosen(plain, bearers, paragraph) if bearers else self._by_part.get(plain)

    def _chosen(self, plain: str, bearers: list[int], paragraph: int) -> int:
        last, start = self._latest.get(plain, (bearers[0], -1))
        if start >= paragraph and last not in self._kin:
            return last
        strangers = [person for person in bearers if person not in self._kin] or bearers
        most = max(map(self._times.__getitem__, strangers))
        often = [person for person in strangers if self._times[person] == most]
        return last if last in often else often[0]


def ends_of(plain: str) -> list[str]:
    """The shorter names with which a name ends: "virgil van dijk" has "van dijk" and "dijk"."""
    words = plain.split()
    return [" ".join(words[cut:]) for cut in range(1, len(words))]


@lru_cache(maxsize=10_000)
def _taken_up_by(plain: str) -> tuple[str, str, tuple[str, ...]]:
    """The given name, its initial with the surname, and the shorter names that may take up a full one.

    "Virgil van Dijk" is "van dijk", "dijk", "virgil", "virgil van" or "van".
    """
    words = plain.split()
    if words[-1] in _ELDERS:
        return words[0], plain, ()
    ends = ends_of(plain)
    starts = [words[0], " ".join(words[:2]), words[1]] if len(words) > 2 else words[:1]
    return words[0], f"{words[0][0]} {words[-1]}" if ends else plain, tuple(ends + starts)


@lru_cache(maxsize=10_000)
def _same_given_name(one: str, other: str) -> bool:
    """Are two given names of one surname one man's: "Josh" and "Joshua", "Mo" and "Mohamed", or misspelt ("Alexandre")?

    "Joao" and "Joaquim" are two.
    """
    if other in _PET_NAMES.get(one, ()) or one in _PET_NAMES.get(other, ()):
        return True
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and (len(short) >= _SHORT_FORM or short == long):
        return True
    if len(short) >= _LONG_FORM and long[:_SAME_START] == short[:_SAME_START]:
        return True
    return sorted(short) == sorted(long) or (
        len(short) >= _LONG_FORM - 1 and any(long[:cut] + long[cut + 1 :] == short for cut in range(len(long)))
    )
