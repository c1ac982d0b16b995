"""A sentence as a scene: the phrases that fire in it, the people and clubs on stage, what came before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mooted.claims.groups import Group, club_groups, person_groups
from mooted.claims.headings import Heading, headings, over
from mooted.claims.hearing import Hearing, Passage
from mooted.claims.weighing import Features
from mooted.language.gates import has_any
from mooted.model.entity import STAFF, Club
from mooted.model.mention import Mention, Reading, Section, Sentence

_ABSENT = "absent"
_BY_NAME = frozenset(("name", "surname"))
_NOT_ON_STAGE = frozenset(("journalist", "other", "agent"))
_ABOVE_OTHERS = 2  # times as often as the next club an article names the one that it is about
_BREAK = re.compile(r"[;:()]|, (?:but|while|with|as|who|although|after|which)\b| (?:but|while|although|whereas) ")
_COACHING = (
    *("coach", "manager", "boss", "director", "ceo", "head of", "chief", "assistant"),
    *("appoint", "sack", "caretaker", "dugout", "bench", "hot seat", "hotseat", "in charge", "take over", "took over"),
    *("succeed", "vacan", "interim", "second interview", "bookmaker", "bookies", "resign", "the job", "helm"),
)
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


class Actor(NamedTuple):
    """A list of people or of clubs, and what about it does not depend on the phrase.

    ``before`` and ``after`` are the signs of how it is named, where it stands before or after a phrase; ``first`` and
    ``last`` how many phrases of the sentence begin before its start and its end; ``holder`` and ``staff`` tell of
    people.
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

    @property
    def absent(self) -> bool:
        """Is he or it not named in the sentence?"""
        return self.how == _ABSENT


@dataclass(slots=True)
class Scene:
    """A sentence with its phrases and actors in the order of the text; ``absent`` ones may be meant all the same."""

    section: Section
    sentence: Sentence
    low: str
    passage: Passage
    people: list[Actor]
    clubs: list[Actor]
    absent_people: list[Actor]
    absent_clubs: list[Actor]
    breaks: list[int]
    _coaching: bool | None = None

    @property
    def coaching(self) -> bool:
        """Does the sentence speak of coaches or directors?"""
        if self._coaching is None:
            words = self.low[self.sentence.start : self.sentence.stop]
            self._coaching = has_any(words, _COACHING)
        return self._coaching


Cast = tuple[list[Group], list[Group]]
_NOBODY: Cast = ([], [])
Marked = tuple[Group | None, str]
"""A club or person that may be meant, and why."""


class _Before(NamedTuple):
    """The people and clubs last on stage, and whom the document is about: who may be meant though not named.

    ``person`` and ``last`` are the first and the last player of one sentence. ``suitor`` goes with the ``focus``,
    ``about`` with anybody, the club of a ``heading`` with all that stands below it, where
    nobody from above it is meant.
    """

    person: Group | None = None
    last: Group | None = None
    club: Group | None = None
    heading: Heading | None = None
    focus: Group | None = None
    suitor: Group | None = None
    about: Group | None = None

    def people_for(self, people: list[Group], reading: Reading) -> list[Actor]:
        """Of whom the sentence may go on to speak, where it does not call all its people by name."""
        hows = {member.how for group in people for member in group.members}
        named = not hows.isdisjoint(_BY_NAME)
        if named and hows.issubset(_BY_NAME):
            return []
        beside = "named" if named else str(bool(people))
        told = {member.person for group in people for member in group.members}
        found = []
        for group, mark in ((self.person, "earlier"), (None if people else self.last, "last"), (self.focus, "topic")):
            if group is not None and group.head.person not in told:
                told.add(group.head.person)
                found.append(_absent(group, mark, beside, reading))
        return found

    def clubs_for(self, clubs: list[Actor], people: list[Actor], absent: list[Actor]) -> list[Actor]:
        """Which the sentence may mean: that of its heading and, where none in it could buy, those left out."""
        holders = {actor.holder for actor in (*people, *absent) if actor.holder and not actor.staff}
        told = {member.club for club in clubs for member in club.group.members}
        found = []
        unnamed = () if any(_could_buy(club, holders) for club in clubs) else self._unnamed(people)
        for group, mark in (*self._headed(), *unnamed):
            if group is not None and group.head.club not in told:
                told.add(group.head.club)
                marks = (f"c:{mark}", f"c:{mark}|{_beside(clubs)}")
                found.append(Actor(group, "", _ABSENT, marks, marks))
        return found

    def _headed(self) -> tuple[Marked, ...]:
        return ((_of(self.heading[1]), "heading"),) if self.heading else ()

    def _unnamed(self, people: list[Actor]) -> Iterator[Marked]:
        """Which a sentence may leave out: those whose staff it names, that of the sentence before, and the page's."""
        yield from ((_of(actor.holder), "staff") for actor in people if actor.staff and actor.holder)
        yield self.club, "earlier" if self._goes_on(self.person, people) else "before"
        yield self.suitor if self._goes_on(self.focus, people) else None, "topic"
        yield self.about, "about"

    def _goes_on(self, person: Group | None, people: list[Actor]) -> bool:
        """Does a sentence go on to speak of a person: name him, or nobody?"""
        named = {member.person for actor in people for member in actor.group.members}
        return not named or (person is not None and person.head.person in named)


def _could_buy(club: Actor, holders: set[Club]) -> bool:
    """May a club of the sentence be the one that buys, or is it only where somebody is or comes from?"""
    head = club.group.head
    return (
        club.how not in ("pronoun", "description")
        and head.of is None
        and club.preposition != "from"
        and head.club not in holders
    )


def _beside(clubs: list[Actor]) -> str:
    return "from" if any(club.preposition == "from" for club in clubs) else str(bool(clubs))


def _absent(group: Group, mark: str, beside: str, reading: Reading) -> Actor:
    """A person who does not stand in the sentence; ``beside`` tells whether others do."""
    person = reading.people[group.head.person or 0]
    marks = (f"p:{mark}", f"p:{mark}|{beside}", "p:weak" if person.why == "weak" else "p:strong")
    return Actor(group, "", _ABSENT, marks, marks, holder=person.holder, staff=person.role in STAFF)


class _Stage:
    """A section while its sentences are asked for, in order, each with who was on stage before it.

    Who stands in a sentence is found only where it is asked for, once.
    """

    __slots__ = ("_before", "_cast", "_headings", "_next", "column", "low", "reading", "section")

    def __init__(self, section: Section, low: str, reading: Reading, column: bool, before: _Before) -> None:
        self.section, self.low, self.reading, self.column = section, low, reading, column
        self._before = before
        self._cast: Cast = _NOBODY
        self._next = 0
        self._headings = headings(section)

    def enter(self, number: int) -> tuple[Cast, _Before]:
        """Who stands in a sentence, and who stood before it. Asked for in the order of the text."""
        self._before = self._remembered(number)
        self._cast, self._next = self._cast_of(number), number + 1
        return self._cast, self._before

    def _remembered(self, number: int) -> _Before:
        """The first player and the first club, that is no part of a name, of the last sentence that has one."""
        person: Group | None = None
        last: Group | None = None
        club: Group | None = None
        heading = over(self._headings, number)
        before = self._before if heading == self._before.heading else _Before(heading=heading)
        top = heading[0] - 1 if heading else -2
        sentences = self.section.sentences
        paragraph = sentences[number].paragraph
        for at in range(number - 1, max(self._next - 2, top), -1):
            if (person and club) or (self.column and (at < 0 or sentences[at].paragraph != paragraph)):
                return before._replace(person=person, last=last, club=club)
            people, clubs = self._cast_of(at) if at >= self._next else self._cast
            if person is None:
                players = [group for group in people if self._plays(group)]
                person, last = (players[0], players[-1]) if players else (None, None)
            club = club or next((group for group in clubs if group.head.of is None), None)
        if person is None:
            person, last = before.person, before.last
        return before._replace(person=person, last=last, club=club or before.club)

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


def scenes(reading: Reading, hearing: Hearing) -> Iterator[Scene]:
    """The sentences of a document in which a phrase fires that may be a claim of somebody, or of a club before it."""
    column = hearing.kind == "column"
    before = _Before() if column else _before(reading)
    for section, heard in zip(reading.sections, hearing.parts, strict=True):
        stage = _Stage(section, heard.low, reading, column, before)
        for passage in heard.passages:
            cast, past = stage.enter(passage.number)
            if cast[0] or cast[1] or past.person or past.club or past.heading:
                yield _scene(stage, passage, cast, past)


def _before(reading: Reading) -> _Before:
    """Whom an article is about, before anybody is on stage."""
    focus = _focus(reading)
    return _Before(focus, focus, focus=focus, suitor=_suitor(reading), about=_about(reading))


def _focus(reading: Reading) -> Group | None:
    """Whom an article is about, before anybody is named in it."""
    if reading.focus is None:
        return None
    return Group(0, 0, (Mention(0, 0, "person", "description", reading.focus),))


def _suitor(reading: Reading) -> Group | None:
    """The club that an article names most, other than that of whom it is about."""
    holder = reading.people[reading.focus].holder if reading.focus is not None else None
    club = next((club for club in reading.clubs if club != holder and not club.is_nation), None)
    return _of(club) if club else None


def _about(reading: Reading) -> Group | None:
    """The club that an article is about: the one that it names far more often than any other."""
    sentences = (sentence for section in reading.sections for sentence in section.sentences)
    named = Counter(m.club for sentence in sentences for m in sentence.mentions if m.club and m.how != "pronoun")
    (first, times), (_, others), *_ = (*named.most_common(2), (None, 0), (None, 0))
    return _of(first) if first and times >= _ABOVE_OTHERS * others else None


def _of(club: Club) -> Group:
    """A club that is named nowhere near."""
    return Group(0, 0, (Mention(0, 0, "club", "description", club=club),))


def _scene(stage: _Stage, passage: Passage, cast: Cast, before: _Before) -> Scene:
    people, clubs = cast
    low, reading, sentence = stage.low, stage.reading, stage.section.sentences[passage.number]
    starts = [hit.start for hit in passage.hits]
    players = [_person(group, n, sentence, low, starts, reading) for n, group in enumerate(people)]
    sides = [_club(group, n, sentence, low, starts) for n, group in enumerate(clubs)]
    absent = before.people_for(people, reading)
    return Scene(
        section=stage.section,
        sentence=sentence,
        low=low,
        passage=passage,
        people=players,
        clubs=sides,
        absent_people=absent,
        absent_clubs=before.clubs_for(sides, players, absent),
        breaks=[match.start() for match in _BREAK.finditer(low, sentence.start, sentence.stop)],
    )


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
    staff = person.role in STAFF
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
    if head.club is not None and head.club.is_nation:
        marks.append("c:nation")
    if at == 0:
        marks.append("c:first")
    preposition = _preposition(low, group.start, sentence.start)
    before, after = _manner("c", preposition, head.how, tuple(marks))
    first, last = bisect_left(starts, group.start), bisect_left(starts, stop)
    return Actor(group, preposition, head.how, before, after, first, last)
