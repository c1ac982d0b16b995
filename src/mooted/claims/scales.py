"""The options of one phrase, weighed: each sense with each person and each club that can still lift it.

Weights are in thousandths.
"""

from __future__ import annotations

from typing import NamedTuple

from mooted.claims.actors import Actor
from mooted.claims.candidates import Question, Sense
from mooted.claims.placing import Pair, Placed
from mooted.claims.weighing import HALF, LANE, Column, Row, Sheet
from mooted.model.claim import CONTRACT


class Meant(NamedTuple):
    """A sense of a phrase, the column in which it is weighed, and what the signs that go with it everywhere weigh."""

    sense: Sense
    column: Column
    weight: int


class Candidate(NamedTuple):
    """What an option weighs: a sense, with the places of its person and its club among those of the question.

    ``network`` is what the network alone makes of it.
    """

    score: int
    sense: Sense
    person: int | None
    club: int | None
    network: int = 0


_Near = tuple[Actor, Row]
"""Somebody near a phrase, with what the signs weigh of where he stands to it and how he is named."""


class Scales:
    """A question while its senses are weighed; who stands near is looked up once, where a sense asks for it.

    ``found`` are the options that weigh more than ``least`` without the signs of person and club together.
    """

    __slots__ = ("_alone", "_basis", "_clubs", "_least", "_near", "_pairs", "_people", "_question", "_sheet", "found")

    def __init__(self, question: Question, sheet: Sheet, least: int) -> None:
        _, sentence, before, beside, present = question.basis
        self._question, self._sheet, self._least = question, sheet, least
        self._basis = sheet.total((sentence, before, present), sheet.nothing) + sheet.once(beside)
        self._near = before[0]
        self._people: list[_Near] | None = None
        self._clubs: list[_Near] | None = None
        self._alone: Row | None = None
        self._pairs: dict[tuple[int, int], tuple[Row, Pair]] = {}
        self.found: list[Candidate] = []

    def base(self, meant: Meant) -> int:
        """What the phrase where it stands weighs in a sense, whoever is meant."""
        sense, column, always = meant
        return always + (self._basis + self._sheet.row(sense.usual + self._near) >> column & LANE) - HALF

    def weigh(self, meant: Meant, base: int) -> None:
        """Find the options of a sense."""
        if meant.sense.event == "needs":
            self._needs(meant, base)
        elif meant.sense.event in CONTRACT:
            self._contract(meant, base)
        else:
            self._move(meant, base)

    def _needs(self, meant: Meant, base: int) -> None:
        """A need: each club, with the position that the phrase speaks of."""
        question = self._question
        spot = question.spot()
        if spot:
            sense, column, _ = meant
            base += self._sheet.weigh((question.about_spot(spot),), column) - HALF
            for number, (club, row) in enumerate(self._near_clubs):
                score = base + (row >> column & LANE)
                if score > self._least and not question.is_filled(spot, club):
                    self.found.append(Candidate(score, sense, None, number))

    def _contract(self, meant: Meant, base: int) -> None:
        """A contract with the club that holds him: each person."""
        sense, column, _ = meant
        for number, (actor, row) in enumerate(self._near_people):
            score = base + (row >> column & LANE) - HALF
            if score > self._least and self._question.suits(sense, actor):
                self.found.append(Candidate(score, sense, number, None))

    def _move(self, meant: Meant, base: int) -> None:
        """A move: each person, without a club and with each that can still lift it."""
        question, least, found = self._question, self._least, self.found
        sense, column, _ = meant
        base -= HALF
        alone = (self._clubless >> column & LANE) - HALF
        clubs: list[tuple[int, Actor, int]] | None = None
        for number, (actor, row) in enumerate(self._near_people):
            if not question.suits(sense, actor):
                continue
            score = base + (row >> column & LANE)
            if score + alone > least:
                found.append(Candidate(score + alone, sense, number, None))
            if clubs is None:
                clubs = self._weighed_clubs(meant)
            for which, club, weight in clubs:
                if score + weight > least:
                    both, together = self._pair(number, which)
                    if not question.is_barred(sense, together, club):
                        found.append(Candidate(score + weight + (both >> column & LANE) - HALF, sense, number, which))

    def _weighed_clubs(self, meant: Meant) -> list[tuple[int, Actor, int]]:
        """The clubs for which the event may be, each with its place and with what it weighs."""
        sense, column, _ = meant
        near, goes_to = enumerate(self._near_clubs), self._question.goes_to
        return [(at, club, (row >> column & LANE) - HALF) for at, (club, row) in near if goes_to(sense.event, club)]

    def _pair(self, number: int, which: int) -> tuple[Row, Pair]:
        """A person and a club together, and what their signs weigh."""
        found = self._pairs.get((number, which))
        if found is None:
            together = self._question.pair(number, which)
            found = self._pairs[number, which] = self._sheet.nothing + self._sheet[together.signs], together
        return found

    @property
    def _near_people(self) -> list[_Near]:
        if self._people is None:
            self._people = self._weighable(self._question.people)
        return self._people

    @property
    def _near_clubs(self) -> list[_Near]:
        if self._clubs is None:
            self._clubs = self._weighable(self._question.clubs)
        return self._clubs

    @property
    def _clubless(self) -> Row:
        """What it weighs that no club is named."""
        if self._alone is None:
            self._alone = self._sheet.nothing + self._sheet[self._question.clubless]
        return self._alone

    def _weighable(self, placed: list[Placed]) -> list[_Near]:
        sheet = self._sheet
        nothing = sheet.nothing
        return [(actor, nothing + sheet[place] + sheet[manner]) for actor, place, manner in placed]
