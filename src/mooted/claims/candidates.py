"""For each phrase that fires: the claims that it could make, each with the signs for and against it.

Signs come in small tuples that recur ("a club two phrases to the left, after 'from'"), so that what they weigh
can be remembered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mooted.claims.cues import cues_of, left_words
from mooted.claims.groups import Group
from mooted.claims.lexicon import Meaning, Phrase
from mooted.claims.scenes import Actor, Scene, scenes
from mooted.language.automaton import Hit, Phrases
from mooted.model.claim import CONTRACT, PURSUIT
from mooted.model.mention import Mention, Reading

Features = tuple[str, ...]
_STAFF_ROLES = frozenset(("manager", "director"))
_WHEN = ("oldyear", "ago", "last", "recent", "this", "next", "newyear", "sameyear")
MOST_PEOPLE, MOST_CLUBS = 4, 5


class Option(NamedTuple):
    """One claim that a phrase could make: event, people and club; nulls where nobody is meant.

    ``parts`` are the signs: of the phrase, of the people, of the club, of the two together.
    """

    event: str
    meaning: Meaning
    people: Group | None
    clubs: Group | None
    position: Mention | None
    parts: tuple[Features, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """Under which a sign is weighed."""
        return heads(self.event, self.meaning)


@lru_cache(maxsize=1000)
def heads(event: str, meaning: Meaning) -> tuple[str, ...]:
    """Under which a sign is weighed, from the general to the particular."""
    return "*:" + meaning.shape, event, f"{event}:{meaning.shape}", f"{event}/{meaning.rule}"


class Sense(NamedTuple):
    """What a phrase can mean: an event under a rule, and the signs for it."""

    event: str
    meaning: Meaning
    signs: tuple[Features, ...]

    def option(
        self, people: Group | None, clubs: Group | None, parts: tuple[Features, ...], spot: Mention | None = None
    ) -> Option:
        """The claim of these people and clubs in this sense."""
        return Option(self.event, self.meaning, people, clubs, spot, (*self.signs, *parts))


class Question:
    """A phrase in its sentence: what does it say, of whom, and for which club?

    ``basis`` are the signs of the phrase itself; the actors near it are looked for when they are asked for.
    """

    __slots__ = ("_clubs", "_people", "basis", "scene", "trigger")

    def __init__(self, scene: Scene, trigger: Hit[Phrase], basis: tuple[Features, ...]) -> None:
        self.scene = scene
        self.trigger = trigger
        self.basis = basis
        self._people: list[tuple[Actor, Features]] | None = None
        self._clubs: list[tuple[Actor, Features]] | None = None

    @property
    def people(self) -> list[tuple[Actor, Features]]:
        """The people near the phrase, each with the signs of where he stands to it."""
        if self._people is None:
            self._people = _placed(self.scene, self.trigger, self.scene.people, MOST_PEOPLE, "p")
            if self.scene.earlier_person:
                self._people.append((self.scene.earlier_person, self.scene.earlier_person.marks))
        return self._people

    @property
    def clubs(self) -> list[tuple[Actor, Features]]:
        """The clubs near the phrase, likewise."""
        if self._clubs is None:
            self._clubs = _placed(self.scene, self.trigger, self.scene.clubs, MOST_CLUBS, "c")
            if self.scene.earlier_club:
                self._clubs.append((self.scene.earlier_club, self.scene.earlier_club.marks))
        return self._clubs

    @property
    def signs(self) -> Features:
        """The signs of the phrase, all together."""
        return tuple(sign for part in self.basis for sign in part)

    def senses(self) -> Iterator[Sense]:
        """What the phrase can mean."""
        phrase = self.trigger.value
        for meaning, pattern in zip(phrase.meanings, phrase.patterns, strict=True):
            for rank, event in enumerate(meaning.events):
                usual = _usual(phrase.words, phrase.form, rank, pattern, self.basis[2][0])
                yield Sense(event, meaning, (*self.basis, usual))

    def suits(self, event: str, actor: Actor, reading: Reading) -> bool:
        """Managers and directors make staff moves, players all others; who is a coach may show only here."""
        staff = reading.people[actor.group.head.person or 0].role in _STAFF_ROLES
        return staff or self.scene.coaching if event == "staff_move" else not staff

    def allows(self, event: str, people: Actor, club: Actor, reading: Reading) -> bool:
        """The club that holds a player does not pursue him."""
        person = people.group.head.person
        holder = reading.people[person or 0].holder
        return event not in PURSUIT or not any(
            m.of == person and m.club == holder for m in club.group.members if m.of is not None
        )

    def clubless(self) -> Features:
        """Signs for a claim that names no club."""
        return _clubless("unnamed" in self.scene.times, min(len(self.clubs), 2))

    def together(self, people: Group, club: Actor, reading: Reading) -> Features:
        """Signs of people and club taken together."""
        a, b = people, club.group
        marks = sorted(((self.trigger.start, "T"), (a.start or -1, "P"), (b.start or -1, "C")))
        holder = reading.people[a.head.person or 0].holder
        own = holder is not None and any(m.club == holder for m in b.members)
        attached = any(m.of == a.head.person for m in b.members if m.of is not None)
        low = self.scene.low
        gap = low[a.stop : b.start] if a.stop <= b.start else low[b.stop : a.start]
        return _together(
            marks[0][1] + marks[1][1] + marks[2][1],
            own,
            holder is not None,
            attached,
            gap.strip() if len(gap) < 12 else "long",
            club.preposition,
        )

    def spot(self) -> Mention | None:
        """The position that the phrase speaks of."""
        start, stop = self.trigger.start, self.trigger.stop + 45
        return next((m for m in self.scene.others if m.kind == "position" and start <= m.start < stop), None)

    def about_spot(self, spot: Mention) -> Features:
        """Signs for a need: how near the position is, and whether a name follows it."""
        named = any(0 <= actor.group.start - spot.stop < 3 for actor in self.scene.people)
        return (
            f"gap{max(0, spot.start - self.trigger.stop) // 12}",
            f"named{named}",
            f"people{min(len(self.scene.people), 2)}",
        )

    def options(self, reading: Reading) -> list[Option]:
        """Every claim that the phrase could make."""
        return [option for sense in self.senses() for option in self._sense_options(sense, reading)]

    def _sense_options(self, sense: Sense, reading: Reading) -> Iterator[Option]:
        if sense.event == "needs":
            spot = self.spot()
            if spot:
                for club, signs in self.clubs:
                    yield sense.option(None, club.group, (signs, self.about_spot(spot)), spot)
            return
        for people, signs in self.people:
            if not self.suits(sense.event, people, reading):
                continue
            if sense.event in CONTRACT:
                yield sense.option(people.group, None, (signs,))
                continue
            yield sense.option(people.group, None, (signs, self.clubless()))
            for club, club_signs in self.clubs:
                if self.allows(sense.event, people, club, reading):
                    both = self.together(people.group, club, reading)
                    yield sense.option(people.group, club.group, (signs, club_signs, both))


def questions(reading: Reading, phrases: Phrases[Phrase], year: int | None) -> Iterator[Question]:
    """Every phrase of a document that has somebody to speak of."""
    for scene in scenes(reading, phrases, year):
        kind = scene.kind + ("T" if scene.section.place == "title" else "")
        marks = (
            ("quoted", scene.quoted),
            ("money", scene.money),
            ("clubless", not scene.clubs),
            ("peopleless", not scene.people),
        )
        everywhere = _scene_signs(kind, tuple(mark for mark, holds in marks if holds), scene.times)
        for at in range(len(scene.triggers)):
            yield Question(scene, scene.triggers[at], _basis(scene, at, everywhere))


def _placed(
    scene: Scene, trigger: Hit[Phrase], actors: list[Actor], most: int, sort: str
) -> list[tuple[Actor, Features]]:
    """The actors nearest to a phrase, with the signs of where they stand to it."""
    right = next((n for n, actor in enumerate(actors) if actor.group.start >= trigger.start), len(actors))
    found = []
    for at in range(max(0, right - most + 1), min(len(actors), right + most - 1)):
        actor = actors[at]
        group = actor.group
        after = at >= right
        low, high = (trigger.stop, group.start) if after else (group.stop, trigger.start)
        gap = high - low
        near = 0 if gap < 3 else 1 if gap < 15 else 2 if gap < 40 else 3 if gap < 90 else 4
        broken = bisect_left(scene.breaks, low) < bisect_left(scene.breaks, high)
        crossed = max(0, bisect_right(scene.starts, high - 1) - bisect_left(scene.starts, low)) if gap > 2 else 0
        order = at - right if after else right - 1 - at
        place = _Place("R" if after else "L", near, broken, min(crossed, 3), min(order, 3))
        found.append((actor, _placing(sort, place, actor.preposition, actor.how, actor.marks)))
    return found


class _Place(NamedTuple):
    """Where an actor stands to a phrase: side, how near, across what, the how-manieth."""

    side: str
    near: int
    broken: bool
    crossed: int
    order: int


@lru_cache(maxsize=20_000)
def _placing(sort: str, place: _Place, preposition: str, how: str, marks: Features) -> Features:
    """Signs of where an actor stands to a phrase."""
    at = f"{sort}:{place.side}"
    sided = (mark for mark in marks if mark.startswith(("c:owned", "c:tail")))
    return (
        at,
        f"{at}{place.near}",
        f"{at}{'broken' if place.broken else 'whole'}",
        f"{at}x{place.crossed}",
        f"{at}{preposition}",
        f"{sort}:{preposition}",
        f"{sort}:how={how}",
        f"{at}#{place.order}",
        *marks,
        *(f"{at}{mark}" for mark in sided),
    )


@lru_cache(maxsize=20_000)
def _together(order: str, own: bool, held: bool, attached: bool, gap: str, preposition: str) -> Features:
    return (
        f"o:{order}", f"o:own={own}", f"o:own={own}|{held}", f"o:attached={attached}", f"o:{order}|own={own}",
        f"o:gap={gap}", f"o:{order}|{preposition}",
    )  # fmt: skip


@lru_cache(maxsize=16)
def _clubless(unnamed: bool, clubs: int) -> Features:
    return "noclub", f"noclub|{clubs}", f"noclub|{unnamed}", f"noclub|{unnamed}|{clubs}"


@lru_cache(maxsize=10_000)
def _scene_signs(kind: str, marks: Features, times: tuple[str, ...]) -> Features:
    when = next((time for time in _WHEN if time in times), "-")
    return (
        f"kind={kind}",
        f"when={when}",
        *marks,
        *(f"time={time}" for time in times),
    )


def _basis(scene: Scene, at: int, everywhere: Features) -> tuple[Features, ...]:
    """The signs of a phrase in its sentence: of the words, of the scene, of what comes before and after."""
    trigger = scene.triggers[at]
    cues, near = cues_of(left_words(scene.low, trigger.start, scene.sentence.start))
    previous = scene.triggers[at - 1] if at and trigger.start - scene.triggers[at - 1].stop < 12 else None
    following = (
        scene.triggers[at + 1]
        if at + 1 < len(scene.triggers) and scene.triggers[at + 1].start - trigger.stop < 12
        else None
    )
    after = scene.low[trigger.stop : min(trigger.stop + 14, scene.sentence.stop)].split(None, 1)
    return (
        _words(trigger.value.words, trigger.value.form),
        everywhere,
        _cues(cues, near, trigger.value.form),
        _neighbours(
            previous.value if previous else None, following.value if following else None, after[0] if after else "$"
        ),
    )


@lru_cache(maxsize=20_000)
def _words(words: str, form: str) -> Features:
    return "bias", "w=" + words, "f=" + form


@lru_cache(maxsize=10_000)
def _cues(cues: tuple[str, ...], near: tuple[str, ...], form: str) -> Features:
    last = ".".join(near[-2:])
    return ("near=" + last, f"f+near={form}|{last}", *("cue=" + cue for cue in cues), *("near1=" + cue for cue in near))


@lru_cache(maxsize=10_000)
def _neighbours(previous: Phrase | None, following: Phrase | None, after: str) -> Features:
    found = ["after=" + after]
    if previous:
        found += ["prev=" + previous.meanings[0].rule, "prevw=" + previous.words]
    if following:
        found.append("next=" + following.meanings[0].rule)
    return tuple(found)


@lru_cache(maxsize=10_000)
def _usual(words: str, form: str, rank: int, pattern: str, near: str) -> Features:
    """How usual an event is for a rule, whose events stand in that order, and how telling its words are."""
    place, size = f"usual={min(rank, 3)}", min(words.count(" ") + words.count("-"), 3)
    return (place, f"{place}|{size}", f"{place}|{form}|{size}", f"{place}|{size}|{near}", "say=" + pattern)
