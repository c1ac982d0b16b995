"""The options of one phrase, weighed: each sense with each person and each club that can still lift it.

Weights are in thousandths.
"""

from __future__ import annotations

from typing import NamedTuple

from mooted.claims.candidates import Question, Sense
from mooted.claims.placing import Placed
from mooted.claims.weighing import Column, Rows, Sheet, weight
from mooted.model.claim import CONTRACT, PURSUIT


class Meant(NamedTuple):
    """A sense of a phrase, the column in which it is weighed, and what the signs that go with it everywhere weigh."""

    sense: Sense
    column: Column
    weight: int


class Candidate(NamedTuple):
    """What an option weighs: a sense, with the places of its person and its club among those of the question."""

    score: int
    sense: Sense
    person: int | None
    club: int | None


class Scales:
    """A question while its senses are weighed; who stands near is looked up once, where a sense asks for it.

    ``found`` are the options that weigh more than ``least`` without the signs of person and club together.
    """

    __slots__ = ("_basis", "_clubs", "_least", "_near", "_people", "_question", "_sheet", "found")

    def __init__(self, question: Question, sheet: Sheet, least: int) -> None:
        _, sentence, before, beside, present = question.basis
        self._question, self._sheet, self._least = question, sheet, least
        self._basis = (*sheet[sentence], *sheet[before], *sheet[beside], *sheet[present])
        self._near = before[0]
        self._people: list[Rows] | None = None
        self._clubs: list[Rows] | None = None
        self.found: list[Candidate] = []

    def base(self, meant: Meant) -> int:
        """What the phrase where it stands weighs in a sense, whoever is meant."""
        sense, column, always = meant
        return always + weight(self._basis, column) + column(self._sheet.row(sense.usual + self._near))

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
            base += weight(self._sheet[question.about_spot(spot)], column)
            for number, rows in enumerate(self._rows_of_clubs()):
                self.found.append(Candidate(base + weight(rows, column), sense, None, number))

    def _contract(self, meant: Meant, base: int) -> None:
        """A contract with the club that holds him: each person."""
        sense, column, _ = meant
        for number, rows in enumerate(self._rows_of_people()):
            score = base + weight(rows, column)
            if score > self._least and self._question.suits(sense.event, self._question.people[number].actor):
                self.found.append(Candidate(score, sense, number, None))

    def _move(self, meant: Meant, base: int) -> None:
        """A move: each person, without a club and with each that can still lift it."""
        question, sheet, least, found = self._question, self._sheet, self._least, self.found
        sense, column, _ = meant
        alone, pursuit = weight(sheet[question.clubless], column), sense.event in PURSUIT
        clubs: list[int] | None = None
        for number, rows in enumerate(self._rows_of_people()):
            if not question.suits(sense.event, question.people[number].actor):
                continue
            score = base + weight(rows, column)
            if score + alone > least:
                found.append(Candidate(score + alone, sense, number, None))
            if clubs is None:
                clubs = [weight(rows_of_club, column) for rows_of_club in self._rows_of_clubs()]
            for which, club in enumerate(clubs):
                if score + club > least:
                    pair = question.pair(number, which)
                    if not (pursuit and pair.holds):
                        together = weight(sheet[pair.signs], column)
                        found.append(Candidate(score + club + together, sense, number, which))

    def _rows_of_people(self) -> list[Rows]:
        if self._people is None:
            self._people = self._rows(self._question.people)
        return self._people

    def _rows_of_clubs(self) -> list[Rows]:
        if self._clubs is None:
            self._clubs = self._rows(self._question.clubs)
        return self._clubs

    def _rows(self, placed: list[Placed]) -> list[Rows]:
        """The rows of each of those who stand near."""
        sheet = self._sheet
        return [sheet[place] + sheet[manner] for _, place, manner in placed]
