"""A sentence as a scene: the phrases that fire in it, the people and clubs on stage, what came before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mooted.claims.actors import Actor, club_actor, person_actor
from mooted.claims.gapped import in_pairs
from mooted.claims.groups import Group, club_groups, person_groups
from mooted.claims.headings import headings, over
from mooted.claims.hearing import Hearing, Passage
from mooted.claims.terms import AND_MOVES
from mooted.claims.unnamed import Before, before_all
from mooted.language.gates import has_any
from mooted.model.mention import Reading, Section, Sentence

_NOT_ON_STAGE = frozenset(("journalist", "other", "agent"))
_BREAK = re.compile(
    r"[;:()]|, (?:but|while|with|as|who|although|after|which)\b| (?:but|while|although|whereas) |,? and " + AND_MOVES
)
_COACHING = (
    *("coach", "manager", "boss", "director", "ceo", "head of", "chief", "assistant"),
    *("appoint", "sack", "caretaker", "dugout", "bench", "hot seat", "hotseat", "in charge", "take over", "took over"),
    *("succeed", "vacan", "interim", "second interview", "bookmaker", "bookies", "successor", "resign", "job", "helm"),
    *("trainer", "tactician", "gaffer", "dismiss", "backroom", "technical", "hired", "dug-out", "number two", "reins"),
    *("takes over", "taking over", "taken over", " reign", "replaced", "replacing"),
    *("ped down", "stood down", "touchline"),
    *("guru", "scouting", "recruitment", "entrust", "interviewed", "his desk", "wield", "the keys", "first team to"),
)
_SOON_BEFORE, _SOON_AFTER = 250, 100  # characters around a sentence that may tell that it is about coaches


@dataclass(slots=True, eq=False)
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
        """Do the sentence and the words around it speak of coaches or directors?"""
        if self._coaching is None:
            words = self.low[max(0, self.sentence.start - _SOON_BEFORE) : self.sentence.stop + _SOON_AFTER]
            self._coaching = has_any(words, _COACHING)
        return self._coaching


Cast = tuple[list[Group], list[Group]]
_NOBODY: Cast = ([], [])


class _Stage:
    """A section while its sentences are asked for, in order, each with who was on stage before it.

    Who stands in a sentence is found only where it is asked for, once.
    """

    __slots__ = ("_before", "_cast", "_headings", "_next", "column", "low", "reading", "section")

    def __init__(self, section: Section, low: str, reading: Reading, column: bool, before: Before) -> None:
        self.section, self.low, self.reading, self.column = section, low, reading, column
        self._headings = headings(section)
        self._before = before.above({heading.club for heading in self._headings}) if self._headings else before
        self._cast: Cast = _NOBODY
        self._next = 0

    def enter(self, number: int) -> tuple[Cast, Before]:
        """Who stands in a sentence, and who stood before it. Asked for in the order of the text."""
        self._before = self._remembered(number)
        self._cast, self._next = self._cast_of(number), number + 1
        return self._cast, self._before

    def _remembered(self, number: int) -> Before:
        """The first player and the first club, that is no part of a name, of the last sentence that has one."""
        person: Group | None = None
        last: Group | None = None
        club: Group | None = None
        beside = False
        heading = over(self._headings, number)
        before = self._before if heading == self._before.heading else Before(heading=heading)
        top = heading.sentence - 1 if heading else -2
        sentences = self.section.sentences
        paragraph = sentences[number].paragraph
        for at in range(number - 1, max(self._next - 2, top), -1):
            if (person and club) or (self.column and (at < 0 or sentences[at].paragraph != paragraph)):
                return before._replace(person=person, last=last, club=club, beside=beside)
            people, clubs = self._cast_of(at) if at >= self._next else self._cast
            if person is None:
                players = [group for group in people if self._plays(group)]
                person, last = (players[0], players[-1]) if players else (None, None)
            if club is None:
                club = next((group for group in clubs if group.head.of is None), None)
                beside = club is not None and at >= 0 and sentences[at].paragraph == paragraph
        if person is None:
            person, last = before.person, before.last
        return before._replace(person=person, last=last, club=club or before.club, beside=beside)

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
        return in_pairs(grouped, club_groups(clubs, folded) if clubs else [], folded)


def scenes(reading: Reading, hearing: Hearing) -> Iterator[Scene]:
    """The sentences of a document in which a phrase fires that may be a claim of somebody, or of a club before it."""
    column = hearing.kind == "column"
    before = Before() if column else before_all(reading)
    for section, heard in zip(reading.sections, hearing.parts, strict=True):
        stage = _Stage(section, heard.low, reading, column, before)
        for passage in heard.passages:
            cast, past = stage.enter(passage.number)
            if cast[0] or cast[1] or past.person or past.club or past.heading:
                yield _scene(stage, passage, cast, past)


def _scene(stage: _Stage, passage: Passage, cast: Cast, before: Before) -> Scene:
    people, clubs = cast
    low, reading, sentence = stage.low, stage.reading, stage.section.sentences[passage.number]
    starts = [hit.start for hit in passage.hits]
    players = [person_actor(group, n, sentence, low, starts, reading) for n, group in enumerate(people)]
    sides = [club_actor(group, n, sentence, low, starts) for n, group in enumerate(clubs)]
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
