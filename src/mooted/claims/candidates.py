"""For each phrase that fires: the claims that it could make, each with the signs for and against it.

Signs come in small tuples that recur ("a club two phrases to the left, after 'from'"), so that what they weigh
can be remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mooted.claims.actors import HOME, Actor
from mooted.claims.barring import Bars
from mooted.claims.clauses import (
    WITH_ANSWER,
    WITH_HOLDER,
    is_filled,
    is_in_post,
    is_of_precontract,
    is_others_answer,
    is_outside,
)
from mooted.claims.groups import Group
from mooted.claims.hearing import Hearing
from mooted.claims.lexicon import Meaning, Phrase
from mooted.claims.placing import MOST_CLUBS, MOST_PEOPLE, Pair, Placed, clubless, pair, placed
from mooted.claims.scenes import Scene, scenes
from mooted.claims.succession import went_before
from mooted.claims.weighing import Features
from mooted.language.automaton import Hit
from mooted.model.claim import CONTRACT
from mooted.model.listed import touches
from mooted.model.mention import Mention, Reading

_AHEAD, _BEHIND = 45, 15  # characters between a phrase and the position that it speaks of
_WHO = re.compile(r"(?:,? \(?\d\d\)?)?,?(?: [-\u2013\u2014(])? ?who(?:'s| is| was| has| had) ")
_NAMES = ("name", "surname")
_PRESENT: dict[tuple[bool, bool], Features] = {
    (False, False): (), (True, False): ("clubless",), (False, True): ("peopleless",),
    (True, True): ("clubless", "peopleless"),
}  # fmt: skip


class Option(NamedTuple):
    """One claim that a phrase could make: event, people and club; nulls where nobody is meant.

    ``parts`` are the signs, where they are asked for: of the phrase, of the people, of the club, of the two together.
    """

    event: str
    meaning: Meaning
    people: Group | None
    clubs: Group | None
    position: Mention | None
    parts: tuple[Features, ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """Under which a sign is weighed."""
        return heads(self.event, self.meaning)


@lru_cache(maxsize=1000)
def heads(event: str, meaning: Meaning) -> tuple[str, ...]:
    """Under which a sign is weighed, from the general to the particular."""
    return "*:" + meaning.shape, event, f"{event}:{meaning.shape}", f"{event}/{meaning.rule}"


class Sense(NamedTuple):
    """What a phrase can mean, wherever it stands: an event under a rule, with the signs for it.

    ``usual`` and what stands before the phrase are a sign together.
    """

    event: str
    meaning: Meaning
    signs: Features
    usual: str

    @property
    def leaves(self) -> bool:
        """Is it that a coach or director goes?"""
        return self.event == "staff_move" and self.meaning.shape == "leaver"


class Question:
    """A phrase in its sentence: what does it say, of whom, and for which club?

    ``basis`` are the signs of the phrase where it stands, whatever it means: its words, the sentence, what comes
    before, what stands beside it, whether anybody is there. The actors near it are looked for when they are asked for.
    """

    __slots__ = ("_bars", "_clubless", "_clubs", "_pairs", "_people", "at", "basis", "scene", "trigger")

    def __init__(self, scene: Scene, at: int, basis: tuple[Features, Features, Features, Features, Features]) -> None:
        self.scene = scene
        self.at = at
        self.trigger: Hit[Phrase] = scene.passage.hits[at]
        self.basis = basis
        self._people: list[Placed] | None = None
        self._clubs: list[Placed] | None = None
        self._clubless: Features | None = None
        self._bars: Bars | None = None
        self._pairs: dict[tuple[int, int], Pair] = {}

    @property
    def people(self) -> list[Placed]:
        """The people near the phrase, each with the signs of where he stands to it."""
        if self._people is None:
            scene = self.scene
            near = placed(scene, self.at, scene.people, MOST_PEOPLE, "p") if scene.people else []
            self._people = [self._of_last(one) for one in near if not is_outside(scene, self.trigger, one.actor)]
            self._people += [Placed(actor, (), actor.before) for actor in scene.absent_people]
        return self._people

    def _of_last(self, people: Placed) -> Placed:
        """Only the last of a list, where the phrase is told of one ("Zaniolo and Lang, who is on loan at Lens")."""
        group = people.actor.group
        if len(group.members) == 1 or group.stop > self.trigger.start or not _WHO.match(self.scene.low, group.stop):
            return people
        last = group.members[-1]
        return people._replace(actor=people.actor._replace(group=Group(last.start, last.stop, (last,))))

    @property
    def clubs(self) -> list[Placed]:
        """The clubs near the phrase, likewise."""
        if self._clubs is None:
            scene = self.scene
            self._clubs = placed(scene, self.at, scene.clubs, MOST_CLUBS, "c") if scene.clubs else []
            self._clubs += [Placed(actor, (), actor.before) for actor in scene.absent_clubs]
        return self._clubs

    def suits(self, sense: Sense, actor: Actor) -> bool:
        """Managers and directors make staff moves, players all others; who is a coach may show only here, and many a
        coach has played. A post is not for who had it before, unless it is told that he leaves. Nobody signs a
        pre-contract with the club that holds him; a player agrees to terms, a club to an offer."""
        event = sense.event
        if event == "staff_move":
            if not (actor.staff or self.scene.coaching) or is_in_post(self.scene, self.trigger, actor):
                return False
            return sense.leaves or not (
                actor.staff and self.scene.clubs and went_before(self.scene, self.trigger, actor)
            )
        if event in WITH_HOLDER and is_of_precontract(self.scene, self.trigger):
            return False
        if event in WITH_ANSWER and is_others_answer(self.scene, self.trigger, event, actor):
            return False
        return event == "past_move" or not actor.staff

    def goes_to(self, event: str, club: Actor) -> bool:
        """May an event be for a club? An old move may be for one that the sentence names, or for the home of somebody
        in it; nothing else is for a home, where he is already. Only coaches move to a bench."""
        if club.eleven and event != "staff_move":
            return False
        return (not club.absent or club.how == HOME) if event == "past_move" else club.how != HOME

    def is_filled(self, spot: Mention, club: Actor) -> bool:
        """Is a position no need of a club's, since somebody has it?"""
        return is_filled(self.scene, self.trigger, spot, club)

    def is_barred(self, sense: Sense, together: Pair, club: Actor) -> bool:
        """Is a person out of the question for a club, by what is told of both or by the words around the phrase?"""
        if self._bars is None:
            self._bars = Bars(self.scene, self.at)
        return self._bars.bar(sense.event, sense.leaves, together, club)

    def pair(self, person: int, club: int) -> Pair:
        """The ``person``-th of the people with the ``club``-th of the clubs."""
        found = self._pairs.get((person, club))
        if found is None:
            people, clubs = self.people, self.clubs
            found = pair(self.scene, self.trigger.start, people[person].actor, clubs[club].actor)
            self._pairs[person, club] = found
        return found

    @property
    def clubless(self) -> Features:
        """Signs for a claim that names no club."""
        if self._clubless is None:
            self._clubless = clubless("unnamed" in self.scene.passage.times, min(len(self.clubs), 2))
        return self._clubless

    def spot(self) -> Mention | None:
        """The position that the phrase speaks of: the next one, or else the one just before ("a striker is a must");
        none by which a man is called ("snap up the defender")."""
        start, stop = self.trigger.start, self.trigger.stop + _AHEAD
        mentions = self.scene.sentence.mentions
        described = [(one.start, one.stop) for one in mentions if one.kind == "person" and one.how == "description"]
        spots = [one for one in mentions if one.kind == "position" and not touches(one.start, one.stop, described)]
        ahead = (spot for spot in spots if start <= spot.start < stop)
        behind = (spot for spot in reversed(spots) if start - _BEHIND < spot.stop <= start)
        return next(ahead, None) or next(behind, None)

    def about_spot(self, spot: Mention) -> Features:
        """Signs for a need: how near the position is, and whether a name follows it."""
        named = any(0 <= actor.group.start - spot.stop < 3 for actor in self.scene.people)
        return (
            f"gap{max(0, spot.start - self.trigger.stop) // 12}" if spot.start >= self.trigger.start else "before",
            f"named{named}",
            f"people{min(len(self.scene.people), 2)}",
        )

    def claim(self, sense: Sense, person: int | None, club: int | None) -> Option:
        """The claim in a sense of the ``person``-th of the people for the ``club``-th of the clubs, unsigned."""
        people = None if person is None else self.people[person].actor.group
        clubs = None if club is None else self.clubs[club].actor.group
        return Option(sense.event, sense.meaning, people, clubs, self.spot() if person is None else None)

    def parts(self, sense: Sense, person: int | None, club: int | None) -> tuple[Features, ...]:
        """The signs of that claim."""
        who = () if person is None else self.people[person].signs
        which = () if club is None else self.clubs[club].signs
        usual = (sense.usual + self.basis[2][0],)
        return (*self.basis, sense.signs, usual, *who, *which, *self._company(sense, person, club))

    def _company(self, sense: Sense, person: int | None, club: int | None) -> tuple[Features, ...]:
        """The signs of person and club together, and of what stands for the one that is not named."""
        if person is None:
            spot = self.spot()
            return (self.about_spot(spot),) if spot else ()
        if club is not None:
            return (self.pair(person, club).signs,)
        return () if sense.event in CONTRACT else (self.clubless,)

    def option(self, sense: Sense, person: int | None, club: int | None) -> Option:
        """The same with its signs."""
        return self.claim(sense, person, club)._replace(parts=self.parts(sense, person, club))

    def options(self) -> list[Option]:
        """Every claim that the phrase could make."""
        return [self.option(sense, *roles) for sense in senses(self.trigger.value) for roles in self._roles(sense)]

    def _roles(self, sense: Sense) -> Iterator[tuple[int | None, int | None]]:
        """Who and which club could be meant in a sense."""
        event = sense.event
        if event == "needs":
            if spot := self.spot():
                yield from ((None, at) for at, (club, _, _) in enumerate(self.clubs) if not self.is_filled(spot, club))
            return
        for person, someone in enumerate(self.people):
            if self.suits(sense, someone.actor):
                yield person, None
                if event not in CONTRACT:
                    for club, (actor, _, _) in enumerate(self.clubs):
                        if self.goes_to(event, actor) and not self.is_barred(sense, self.pair(person, club), actor):
                            yield person, club


def questions(reading: Reading, hearing: Hearing) -> Iterator[Question]:
    """Every phrase of a document that may be a claim and has somebody to speak of."""
    for scene in scenes(reading, hearing):
        present = _PRESENT[not scene.clubs, not scene.people]
        passage = scene.passage
        for at, basis in zip(passage.live, passage.bases, strict=True):
            if not _is_name(scene, passage.hits[at]):
                yield Question(scene, at, (*basis, present))


def _is_name(scene: Scene, hit: Hit[Phrase]) -> bool:
    """Is a phrase part of somebody's name ("Nick Varga")?"""
    return any(
        one.start <= hit.start and hit.stop <= one.stop and one.kind == "person" and one.how in _NAMES
        for one in scene.sentence.mentions
    )


def senses(phrase: Phrase) -> Iterator[Sense]:
    """What a phrase can mean: the events of each of its rules, the usual one first, and how telling its words are."""
    size = min(phrase.words.count(" ") + phrase.words.count("-"), 3)
    for meaning, pattern in zip(phrase.meanings, phrase.patterns, strict=True):
        for rank, event in enumerate(meaning.events):
            place = f"usual={min(rank, 3)}"
            signs = (place, f"{place}|{size}", f"{place}|{phrase.form}|{size}", "say=" + pattern)
            yield Sense(event, meaning, signs, f"{place}|{size}|")
