"""Descriptions and pronouns: "the 23-year-old", "the Romanian", "the Ligue 1 side", "he". Finds them; who is meant is
another matter."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mooted.entities.book import Book, Known

_REFERENCE = re.compile(
    r"[HhSsTt](?<!\w.)(?:"
    r"(?<=[Tt])h(?:e|is) (?=([A-Za-z0-9][\w'/-]*))"
    r"|(?:(?<=[Hh])(?:e|is|im|er)|(?<=[Ss])he|(?<=[Tt])h(?:ey|eir|em))(?!['\w])"
    r"|(?:(?<=[Hh])e|(?<=[Ss])he|(?<=[Tt])hey)(?='(?:s|ll|d|re|ve)\b)"
    r")"
)
_SEVERAL = re.compile(
    r"\b(?:[Tt]he (?:pair|duo|two (?:players|men)|(trio|three (?:players|men)))|[Bb]oth(?: players| men)?"
    r"(?= (?:ha[sd]|have|are|were|could|would|will|want|need|remain|spent|joined|left|signed|played|came|started)\b))\b"
)
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b(?!-)")
_WORD = re.compile(r"[A-Za-z0-9][\w'/-]*")
_PLAYER_HEADS = frozenset(
    "player star youngster teenager ace international playmaker attacker frontman veteran hitman talisman starlet "
    "wonderkid prospect outcast misfit flop loanee academy-graduate skipper captain man sensation talent "
    "newcomer".split()
)
_STAFF_HEADS = frozenset("manager boss coach head-coach tactician trainer director gaffer".split())
_CLUB_HEADS = frozenset(
    "club side outfit giants champions team minnows hierarchy strugglers leaders clubs sides hopefuls newcomers".split()
)
_ADJECTIVES = frozenset(
    "former young talented veteran teenage star prolific north south east west midlands experienced own big new left "
    "right first second top tall powerful star exciting key top-flight second-tier city capital rival current old same "
    "youthful versatile in-form coast classy club central attacking defensive".split()
)
_OF_POSITIONS = frozenset(("central", "attacking", "defensive", "holding", "versatile"))
_ADJECTIVE_ENDS = ("ed", "ful", "ive", "ous", "al", "ic", "ant", "ern")
_NOT_PEOPLE = frozenset(
    "league top media press outlet newspaper journalist fa government football top-flight capital city national market "
    "cup window transfer champions publication website report federation reporter broadcaster season version".split()
)
_NO_HEADS = (
    "s",
    "reinforcement",
    "field",
    "fence",
    "attack",
    "line",
    "cover",
    "force",
    "department",
    "power",
    "guard",
    "room",
)  # how positions end that no single man can be called by
_MOST_WORDS = 6
_FORMER = frozenset(("former", "one-time"))
_QUARTERS = frozenset("north south east west".split())


class Description(NamedTuple):
    """What a description says of the person or club (``sort``) that it means; empty fields say nothing.

    ``several`` is how many people it means together; ``ours`` is the club that speaks.
    """

    sort: str
    pronoun: bool = False
    age: int | None = None
    position: str = ""
    nation: str = ""
    club_form: str = ""
    several: int = 1
    staff: bool = False
    ours: bool = False


class Reference(NamedTuple):
    """A description or pronoun at ``[start, stop)``."""

    start: int
    stop: int
    what: Description


HE = Description("person", pronoun=True)
THEY = Description("club", pronoun=True)
WE = Description("club", pronoun=True, ours=True)
TWO, THREE = Description("person", several=2), Description("person", several=3)


class Step(NamedTuple):
    """What a word, or a word and the next (``used``), adds to a description. ``lone`` heads take no name after them."""

    ends: bool
    sort: str = "person"
    used: int = 1
    lone: bool = False
    age: int | None = None
    position: str = ""
    nation: str = ""
    club_form: str = ""
    staff: bool = False


class Words:
    """What descriptions are made of: positions, people ("Dane"), nations as adjectives, and the names by which the
    clubs of a nation or area go ("the Italians", "the Catalans"), by the book."""

    def __init__(self, book: Book) -> None:
        self._positions: dict[str, str] = {}
        self._people: dict[str, str] = {}
        self._nations: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        self._locals: set[str] = set()
        for form, known in book.lookup.items():
            self._learn(form, known)
        forms = (*self._positions, *self._people, *self._nations)
        self._first = (
            {form.partition(" ")[0] for form in forms} | _PLAYER_HEADS | _STAFF_HEADS | _CLUB_HEADS | _ADJECTIVES
        )
        self.step = lru_cache(maxsize=20_000)(self._step)
        self.may_begin = lru_cache(maxsize=20_000)(self._may_begin)

    def _learn(self, form: str, known: Known) -> None:
        if known.kind == "position" and not form.endswith(_NO_HEADS):
            self._positions[form.lower()] = known.also
        elif known.kind == "nation":
            if known.form in ("people", "both"):
                self._people[form] = known.value
            if known.form in ("name", "both"):
                self._nations[form] = known.value
            if known.form == "plural":
                self._sides[form] = known.value
        elif known.form == "people":
            self._locals.add(form)

    def _may_begin(self, word: str) -> bool:
        """Is this a word with which a description may begin? Most often it is not."""
        return not word.islower() or word in self._first or not word.isalpha() or word.endswith(_ADJECTIVE_ENDS)

    def _step(self, word: str, follows: str) -> Step | None:
        """How a description goes on with a word, by the one that follows; null where none has such a word."""
        return self._head(word, follows) or self._before_head(word, follows)

    def _head(self, word: str, follows: str) -> Step | None:
        """A word that says whom or what a description is of."""
        low, pair = word.lower(), f"{word} {follows}"
        for used, form in ((2, pair.lower()), (1, low)):
            if position := self._positions.get(form):
                return Step(True, used=used, lone=True, position=position)
        if self._alone(follows):
            if word in self._people:
                return Step(True, nation=self._people[word])
            if word in self._sides or word in self._locals:
                nation = self._sides.get(word, "")
                return Step(True, "club", nation=nation, club_form="" if nation else word)
        if nation := self._people.get(pair, ""):
            return Step(True, used=2, nation=nation)
        if word in _PLAYER_HEADS or word in _STAFF_HEADS:
            return Step(True, lone=True, staff=word in _STAFF_HEADS)
        return Step(True, "club") if word.partition("'")[0] in _CLUB_HEADS else None

    def _before_head(self, word: str, follows: str) -> Step | None:
        """A word before the head; an age may be the head itself ("the 23-year-old")."""
        if len(word) > 8 and word.endswith("-year-old") and word[:2].isdecimal():
            return Step(not self._goes_on(follows), age=int(word[:2]))
        if word.endswith("-year") and word[:2].isdecimal() and follows == "old":
            return Step(True, used=2, age=int(word[:2]))
        if word in self._nations:
            return Step(False, nation=self._nations[word])
        if nation := self._nations.get(f"{word} {follows}"):
            return Step(False, used=2, nation=nation)
        if word[0].isupper():
            return Step(False, club_form=word)
        return Step(False) if _describes(word) else None

    def _alone(self, follows: str) -> bool:
        """Is a word like "Spanish" or "Dane" the head itself, by the word after it?"""
        return follows.lower() not in _NOT_PEOPLE and follows not in _CLUB_HEADS and not self._goes_on(follows)

    def _goes_on(self, word: str) -> bool:
        """Is the head of the description still to come?"""
        low = word.lower()
        heads = low in self._positions or low in _PLAYER_HEADS or low in _STAFF_HEADS or low in _OF_POSITIONS
        return heads or word in self._people or word in self._nations


@lru_cache(maxsize=4)
def words_of(book: Book) -> Words:
    """The words of descriptions that a book gives."""
    return Words(book)


def find_ours(folded: str) -> list[Reference]:
    """Where a text that a club prints speaks of itself ("We are delighted to announce ..."), in order."""
    return [Reference(*match.span(), WE) for match in _OURS.finditer(folded)]


def find_references(folded: str, words: Words) -> list[Reference]:
    """Every description and pronoun of a folded text, in order."""
    found = [Reference(*match.span(), THREE if match[1] else TWO) for match in _SEVERAL.finditer(folded)]
    together = {reference.start for reference in found}
    for match in _REFERENCE.finditer(folded):
        start, stop = match.span()
        first = match[1]
        if start in together:
            continue
        if not first:
            found.append(Reference(start, stop, THEY if folded[start] in "Tt" else HE))
        elif words.may_begin(first) and (reference := _description(folded, start, stop, words)):
            found.append(reference)
    return sorted(found) if together else found


def _description(folded: str, start: int, at: int, words: Words) -> Reference | None:
    """Read on from "the" until a word that can be the head of a description. Of a former club nobody is now."""
    age, nation, club, quarter, former = None, "", "", "", False
    match = _WORD.match(folded, at)
    for _ in range(_MOST_WORDS):
        if not match:
            return None
        word, stop = match[0], match.end()
        if word.endswith("'s"):
            word, stop = word[:-2], stop - 2
        second = _WORD.match(folded, stop + 1) if folded[stop : stop + 1] == " " else None
        step = words.step(word, second[0] if second else "")
        if not step:
            return None
        if second and step.used == 2:
            stop = second.end()
            second = _WORD.match(folded, stop + 1) if folded.startswith(" ", stop) else None
        age, nation, former = step.age or age, step.nation or nation, former or word in _FORMER
        if step.club_form:
            club = f"{club or quarter} {step.club_form}".lstrip()
        elif word in _QUARTERS:
            quarter = word.capitalize()
        elif word == "coast":
            club = f"{quarter} Coast"
        if step.ends:
            club = "" if former and step.sort == "person" else club
            what = Description(step.sort, False, age, step.position, nation, club, staff=step.staff)
            return _reference(folded, start, stop, what, step.lone)
        match = second
    return None


def _reference(folded: str, start: int, stop: int, what: Description, lone: bool) -> Reference | None:
    """The description that ends here; a lone head that a name follows belongs to the name."""
    if what.sort == "club":
        words = folded[start:stop].partition("'")[0]
        return Reference(start, start + len(words), what._replace(age=None))
    if lone and folded.startswith(" ", stop) and folded[stop + 1 : stop + 2].isupper():
        return None
    return Reference(start, stop, what)


def _describes(word: str) -> bool:
    """Can a small word stand before the head of a description ("the out-of-favour midfielder")?"""
    return word.islower() and ("-" in word or word in _ADJECTIVES or word.endswith(_ADJECTIVE_ENDS))
