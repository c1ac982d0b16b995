"""A sentence as a scene: the phrases that fire in it, the people and clubs on stage, what came before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mooted.claims.cues import times_of
from mooted.claims.groups import Group, club_groups, person_groups
from mooted.claims.lexicon import Phrase
from mooted.language.automaton import Hit, Phrases
from mooted.model.mention import Mention, Reading, Section, Sentence

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
    """A list of people or of clubs, and what about it does not depend on the phrase."""

    group: Group
    preposition: str
    how: str
    marks: tuple[str, ...]


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
    starts: list[int]
    breaks: list[int]


@dataclass(slots=True)
class _Before:
    """The people and clubs last on stage, who may be meant where a sentence names nobody."""

    person: Group | None = None
    club: Group | None = None

    def remember(self, people: list[Group], clubs: list[Group], reading: Reading) -> None:
        """The first player and the first club of a sentence that is no part of a name stay in mind."""
        players = (group for group in people if reading.people[group.head.person or 0].role == "player")
        self.person = next(players, self.person)
        self.club = next((group for group in clubs if group.head.of is None), self.club)

    def actor_for(self, people: list[Group], reading: Reading) -> Actor | None:
        """The person from before, where the sentence names nobody."""
        if self.person is None or any(m.how in ("name", "surname") for group in people for m in group.members):
            return None
        weak = reading.people[self.person.head.person or 0].why == "weak"
        marks = ("p:earlier", f"p:earlier|{bool(people)}", "p:weak" if weak else "p:strong")
        return Actor(self.person, "", "earlier", marks)

    def club_for(self, clubs: list[Group]) -> Actor | None:
        """The club from before, where the sentence has none that could act."""
        if self.club is None or any(g.head.how != "pronoun" and g.head.of is None for g in clubs):
            return None
        return Actor(self.club, "", "earlier", ("c:earlier", f"c:earlier|{bool(clubs)}"))


class _Stage(NamedTuple):
    """A section, and what holds for all its sentences."""

    section: Section
    low: str
    reading: Reading
    year: int | None
    kind: str


def scenes(reading: Reading, phrases: Phrases[Phrase], year: int | None) -> Iterator[Scene]:
    """The sentences of a document in which a phrase fires."""
    kind = kind_of(reading)
    for section in reading.sections:
        yield from _section_scenes(_Stage(section, section.folded.lower(), reading, year, kind), phrases)


def kind_of(reading: Reading) -> str:
    """The form of a document: a column of short items, a post, or an article."""
    text = reading.sections[-1].folded
    items = len(_ITEM.findall(text[:20000]))
    if items >= 3 or (items and items >= text.strip().count("\n") + 1):
        return "column"
    return "post" if len(text) < 700 and _POSTED.search(text) else "article"


def _section_scenes(stage: _Stage, phrases: Phrases[Phrase]) -> Iterator[Scene]:
    section, reading, column = stage.section, stage.reading, stage.kind == "column"
    hits = phrases.find(stage.low)
    starts = [hit.start for hit in hits]
    before, paragraph, quoting = _Before(None if column else _focus(reading)), -1, False
    for sentence in section.sentences:
        if sentence.paragraph != paragraph:
            quoting = False
            before = _Before() if column else before
        paragraph = sentence.paragraph
        quoting = _quoted(section.folded, sentence, quoting)
        here = hits[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.stop)]
        cast = _cast(section, sentence, reading) if sentence.mentions else ([], [])
        if here and (cast[0] or cast[1] or before.person):
            yield _scene(stage, sentence, here, cast, before, quoting)
        before.remember(*cast, reading)


def _focus(reading: Reading) -> Group | None:
    """Whom an article is about, before anybody is named in it."""
    if reading.focus is None:
        return None
    return Group(0, 0, (Mention(0, 0, "person", "description", reading.focus),))


def _scene(
    stage: _Stage,
    sentence: Sentence,
    here: list[Hit[Phrase]],
    cast: tuple[list[Group], list[Group]],
    before: _Before,
    quoted: bool,
) -> Scene:
    people, clubs = cast
    low, reading = stage.low, stage.reading
    words = low[sentence.start : sentence.stop]
    return Scene(
        section=stage.section,
        sentence=sentence,
        low=low,
        triggers=here,
        people=[_person(group, n, sentence, low, reading) for n, group in enumerate(people)],
        clubs=[_club(group, n, sentence, low) for n, group in enumerate(clubs)],
        others=sentence.mentions,
        times=times_of(words, stage.year),
        quoted=quoted,
        kind=stage.kind,
        coaching=any(word in words for word in _COACHING),
        money="£" in words or "€" in words,
        earlier_person=before.actor_for(people, reading),
        earlier_club=before.club_for(clubs),
        starts=[hit.start for hit in here],
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


def _cast(section: Section, sentence: Sentence, reading: Reading) -> tuple[list[Group], list[Group]]:
    people = [
        m for m in sentence.mentions if m.kind == "person" and reading.people[m.person or 0].role not in _NOT_ON_STAGE
    ]
    clubs = [m for m in sentence.mentions if m.kind == "club" and m.club is not None]
    others = [m for m in sentence.mentions if m.kind != "person"]
    return person_groups(people, others, section.folded), club_groups(clubs, section.folded)


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


def _person(group: Group, at: int, sentence: Sentence, low: str, reading: Reading) -> Actor:
    person = reading.people[group.head.person or 0]
    start = _noun_group_start(group, sentence)
    marks = [mark for mark, holds in (
        ("p:weak", person.why == "weak"), ("p:many", len(group.members) > 1),
        (f"p:role={person.role}", person.role != "player"),
        ("p:first", at == 0), ("p:focus", group.head.person == reading.focus), ("p:held", person.holder is not None),
    ) if holds]  # fmt: skip
    return Actor(group, _preposition(low, start, sentence.start), group.head.how, tuple(marks))


def _noun_group_start(group: Group, sentence: Sentence) -> int:
    """Where the noun group of a name begins ("Chelsea midfielder Mount" begins with Chelsea)."""
    start = group.start
    for mention in reversed(sentence.mentions):
        if mention.stop <= start < mention.stop + 14 and (
            mention.kind in ("position", "nation") or (mention.of is not None and mention.of == group.head.person)
        ):
            start = mention.start
    return start


def _club(group: Group, at: int, sentence: Sentence, low: str) -> Actor:
    tail = "'s" if low.startswith("'", group.stop) else "staff" if _STAFF_NEXT.match(low, group.stop) else ""
    marks = [mark for mark, holds in (
        ("c:owned", group.head.of is not None), ("c:former", group.head.former), (f"c:tail={tail}", bool(tail)),
        ("c:many", len(group.members) > 1), ("c:first", at == 0),
    ) if holds]  # fmt: skip
    return Actor(group, _preposition(low, group.start, sentence.start), group.head.how, tuple(marks))
