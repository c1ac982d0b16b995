"""A sentence as a scene: the phrases that fire in it, the people and clubs on stage, what came before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mooted.claims.cues import times_of
from mooted.claims.groups import Group, club_groups, person_groups
from mooted.claims.lexicon import Phrase
from mooted.language.automaton import Hit, Phrases
from mooted.model.entity import Club
from mooted.model.mention import Mention, Reading, Section, Sentence

Features = tuple[str, ...]

_STAFF_ROLES = frozenset(("manager", "director"))
_NOT_ON_STAGE = frozenset(("journalist", "pundit", "other", "agent"))
_BREAK = re.compile(r"[;:()]|, (?:but|while|with|as|who|although|after|which)\b| (?:but|while|although|whereas) ")
_COACHING = (
    *("coach", "manager", "boss", "director", "ceo", "head of", "chief", "assistant"),
    *("appoint", "sack", "caretaker", "dugout", "bench", "hot seat", "hotseat"),
)
_ITEM = re.compile(r"\([^()\n]{2,60}\)\.?[ ]*(?:\n|$)")
_POSTED = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff]|https://t\.co/|(?:^|\s)#\w")
_PREPOSITIONS = frozenset(
    "to from with by at for of in on over about between than into against join joining joined sign signing signed "
    "leave leaving like including as and or but both that see is are have has after rejoin".split()
)
_FILLERS = frozenset(
    "the a an fellow club rivals side boss turkish french italian spanish german giants champions clubs outfit "
    "former old new their london serie la ligue premier league liga".split()
)
_STAFF_NEXT = re.compile(
    r"(?:'s?)? (?:(?:assistant|interim|caretaker|new|former|current|head|sporting|technical|club|chief) )*"
    r"(?:manager|boss|coach|director|chairman|president|owner|chief|executive|supremo|gaffer)"
)
_SAID = re.compile(r"[A-Z][a-z]+ (?:said|told|added)")


class Actor(NamedTuple):
    """A list of people or of clubs, and what about it does not depend on the phrase.

    ``before`` and ``after`` are the signs of how it is named, where it stands before or after a phrase; ``first`` and
    ``last`` how many phrases of the sentence begin before its start and its end. ``holder`` and ``staff`` are of people.
    """

    group: Group
    preposition: str
    how: str
    before: Features
    after: Features
    first: int = 0
    last: int = 0
    holder: Club | None = None
    staff: bool = False


@dataclass(slots=True)
class Scene:
    """A sentence with its phrases and actors, in the order of the text; ``earlier`` ones come from before it."""

    section: Section
    sentence: Sentence
    low: str
    triggers: list[Hit[Phrase]]
    people: list[Actor]
    clubs: list[Actor]
    others: tuple[Mention, ...]
    times: tuple[str, ...]
    quoted: bool
    kind: str
    coaching: bool
    money: bool
    earlier_person: Actor | None
    earlier_club: Actor | None
    breaks: list[int]


Cast = tuple[list[Group], list[Group]]
_NOBODY: Cast = ([], [])


class _Before(NamedTuple):
    """The people and clubs last on stage, who may be meant where a sentence names nobody."""

    person: Group | None = None
    club: Group | None = None

    def actor_for(self, people: list[Group], reading: Reading) -> Actor | None:
        """The person from before, where the sentence names nobody."""
        if self.person is None or any(m.how in ("name", "surname") for group in people for m in group.members):
            return None
        person = reading.people[self.person.head.person or 0]
        marks = ("p:earlier", f"p:earlier|{bool(people)}", "p:weak" if person.why == "weak" else "p:strong")
        staff = person.role in _STAFF_ROLES
        return Actor(self.person, "", "earlier", marks, marks, holder=person.holder, staff=staff)

    def club_for(self, clubs: list[Group]) -> Actor | None:
        """The club from before, where the sentence has none that could act."""
        if self.club is None or any(g.head.how != "pronoun" and g.head.of is None for g in clubs):
            return None
        marks = ("c:earlier", f"c:earlier|{bool(clubs)}")
        return Actor(self.club, "", "earlier", marks, marks)


class _Stage:
    """A section while its sentences are asked for, in order, each with who was on stage before it.

    Who stands in a sentence is found only where it is asked for, once.
    """

    __slots__ = ("_before", "_cast", "_next", "column", "kind", "low", "reading", "section", "year")

    def __init__(self, section: Section, reading: Reading, year: int | None, kind: str) -> None:
        self.section, self.reading, self.year, self.kind = section, reading, year, kind
        self.column = kind == "column"
        self.low = section.folded.lower()
        self._before = _Before(None if self.column else _focus(reading))
        self._cast: Cast = _NOBODY
        self._next = 0

    def enter(self, number: int) -> tuple[Cast, _Before]:
        """Who stands in a sentence, and who stood before it. Asked for in the order of the text."""
        self._before = self._remembered(number)
        self._cast, self._next = self._cast_of(number), number + 1
        return self._cast, self._before

    def _remembered(self, number: int) -> _Before:
        """The first player and the first club, that is no part of a name, of the last sentence that has one."""
        person: Group | None = None
        club: Group | None = None
        sentences = self.section.sentences
        paragraph = sentences[number].paragraph
        for at in range(number - 1, self._next - 2, -1):
            if person and club or self.column and (at < 0 or sentences[at].paragraph != paragraph):
                return _Before(person, club)
            people, clubs = self._cast_of(at) if at >= self._next else self._cast
            person = person or next((group for group in people if self._plays(group)), None)
            club = club or next((group for group in clubs if group.head.of is None), None)
        return _Before(person or self._before.person, club or self._before.club)

    def _plays(self, group: Group) -> bool:
        return self.reading.people[group.head.person or 0].role == "player"

    def _cast_of(self, number: int) -> Cast:
        mentions = self.section.sentences[number].mentions
        if not mentions:
            return _NOBODY
        roles, folded = self.reading.people, self.section.folded
        people = [m for m in mentions if m.kind == "person" and roles[m.person or 0].role not in _NOT_ON_STAGE]
        clubs = [m for m in mentions if m.kind == "club" and m.club is not None]
        grouped = person_groups(people, [m for m in mentions if m.kind != "person"], folded) if people else []
        return grouped, club_groups(clubs, folded) if clubs else []


def scenes(reading: Reading, phrases: Phrases[Phrase], year: int | None) -> Iterator[Scene]:
    """The sentences of a document in which a phrase fires."""
    kind = kind_of(reading)
    for section in reading.sections:
        yield from _section_scenes(_Stage(section, reading, year, kind), phrases)


def kind_of(reading: Reading) -> str:
    """The form of a document: a column of short items, a post, or an article."""
    text = reading.sections[-1].folded
    items = len(_ITEM.findall(text[:20000]))
    if items >= 3 or (items and items >= text.strip().count("\n") + 1):
        return "column"
    return "post" if len(text) < 700 and _POSTED.search(text) else "article"


def _section_scenes(stage: _Stage, phrases: Phrases[Phrase]) -> Iterator[Scene]:
    hits = phrases.find(stage.low)
    paragraph, quoting = -1, False
    at, size = 0, len(hits)
    for number, sentence in enumerate(stage.section.sentences):
        quoting = _quoted(stage.section.folded, sentence, quoting and sentence.paragraph == paragraph)
        paragraph = sentence.paragraph
        first = at
        while at < size and hits[at].start < sentence.stop:
            at += 1
        if at == first:
            continue
        cast, before = stage.enter(number)
        if cast[0] or cast[1] or before.person:
            yield _scene(stage, sentence, hits[first:at], cast, before, quoting)


def _focus(reading: Reading) -> Group | None:
    """Whom an article is about, before anybody is named in it."""
    if reading.focus is None:
        return None
    return Group(0, 0, (Mention(0, 0, "person", "description", reading.focus),))


def _scene(
    stage: _Stage, sentence: Sentence, here: list[Hit[Phrase]], cast: Cast, before: _Before, quoted: bool
) -> Scene:
    people, clubs = cast
    low, reading = stage.low, stage.reading
    words = low[sentence.start : sentence.stop]
    starts = [hit.start for hit in here]
    return Scene(
        section=stage.section,
        sentence=sentence,
        low=low,
        triggers=here,
        people=[_person(group, n, sentence, low, starts, reading) for n, group in enumerate(people)],
        clubs=[_club(group, n, sentence, low, starts) for n, group in enumerate(clubs)],
        others=sentence.mentions,
        times=times_of(words, stage.year),
        quoted=quoted,
        kind=stage.kind,
        coaching=any(word in words for word in _COACHING),
        money="£" in words or "€" in words,
        earlier_person=before.actor_for(people, reading),
        earlier_club=before.club_for(clubs),
        breaks=[sentence.start + match.start() for match in _BREAK.finditer(words)],
    )


def _quoted(folded: str, sentence: Sentence, before: bool) -> bool:
    """Does the sentence stand inside a quotation?"""
    first = folded[sentence.start]
    if first == "'":
        return True
    if first == '"':
        count = folded.count('"', sentence.start, sentence.stop)
        return count % 2 == 1 or count == 2
    return before and not _SAID.match(folded, sentence.start)


def _preposition(low: str, start: int, floor: int) -> str:
    """The small word that leads to what begins at ``start``."""
    if start - floor < 3:
        return "^"
    words = low[max(floor, start - 32) : start]
    if not words.endswith(" "):
        return "-"
    for word in reversed(words.split()):
        if word in _PREPOSITIONS:
            return word
        if word not in _FILLERS:
            return "-"
    return "-"


def _person(group: Group, at: int, sentence: Sentence, low: str, starts: list[int], reading: Reading) -> Actor:
    head = group.members[0]
    person = reading.people[head.person or 0]
    start = _noun_group_start(group, sentence)
    marks = []
    if person.why == "weak":
        marks.append("p:weak")
    if len(group.members) > 1:
        marks.append("p:many")
    if person.role != "player":
        marks.append("p:role=" + person.role)
    if at == 0:
        marks.append("p:first")
    if head.person == reading.focus:
        marks.append("p:focus")
    if person.holder is not None:
        marks.append("p:held")
    preposition = _preposition(low, start, sentence.start)
    before, after = _manner("p", preposition, head.how, tuple(marks))
    first, last = bisect_left(starts, group.start), bisect_left(starts, group.stop)
    staff = person.role in _STAFF_ROLES
    return Actor(group, preposition, head.how, before, after, first, last, person.holder, staff)


@lru_cache(maxsize=20_000)
def _manner(sort: str, preposition: str, how: str, marks: Features) -> tuple[Features, Features]:
    """The signs of how somebody is named: where he stands before the phrase, and where after it."""
    sided = [mark for mark in marks if mark.startswith(("c:owned", "c:tail"))]
    anywhere = (f"{sort}:{preposition}", f"{sort}:how={how}", *marks)
    before, after = (
        (*anywhere, f"{sort}:{side}{preposition}", *(f"{sort}:{side}{mark}" for mark in sided)) for side in "LR"
    )
    return before, after


def _noun_group_start(group: Group, sentence: Sentence) -> int:
    """Where the noun group of a name begins ("Chelsea midfielder Mount" begins with Chelsea)."""
    start = group.start
    for mention in reversed(sentence.mentions):
        if mention.stop <= start < mention.stop + 14 and (
            mention.kind in ("position", "nation") or (mention.of is not None and mention.of == group.head.person)
        ):
            start = mention.start
    return start


def _club(group: Group, at: int, sentence: Sentence, low: str, starts: list[int]) -> Actor:
    head, stop = group.members[0], group.stop
    marks = []
    if head.of is not None:
        marks.append("c:owned")
    if head.former:
        marks.append("c:former")
    if low.startswith("'", stop):
        marks.append("c:tail='s")
    elif _STAFF_NEXT.match(low, stop):
        marks.append("c:tail=staff")
    if len(group.members) > 1:
        marks.append("c:many")
    if at == 0:
        marks.append("c:first")
    preposition = _preposition(low, group.start, sentence.start)
    before, after = _manner("c", preposition, head.how, tuple(marks))
    first, last = bisect_left(starts, group.start), bisect_left(starts, stop)
    return Actor(group, preposition, head.how, before, after, first, last)
