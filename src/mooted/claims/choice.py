"""The small model that chooses: which event a phrase means, whose it is, and which club, or nothing at all.

A conditional log-linear model over the options of a phrase and "none of them" (the choice model of
McFadden, "Conditional logit analysis of qualitative choice behavior", 1974). Its weights are learned from
annotated documents by ``make train`` and kept in ``weights.json.gz``.
"""

from __future__ import annotations

import gzip
import math
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from mooted.claims.candidates import Option, Question, Sense, heads, senses
from mooted.claims.lexicon import Meaning, Phrase
from mooted.claims.weighing import Scorer, Weights, added, beside_none
from mooted.model.claim import CONTRACT, PURSUIT

WEIGHTS = Path(__file__).parent / "weights.json.gz"
MOST_ANSWERS = 6
LOOSE = 0.08  # from which probability an answer counts for anything
_FAINT = math.log(LOOSE / (1.0 - LOOSE))  # no score below gives that
MOST_HEARD = 30_000


class Answer(NamedTuple):
    """What a phrase may say, and how probable that is."""

    question: Question
    option: Option
    probability: float


class _Meant(NamedTuple):
    """A sense of a phrase with its scorer, and what the signs that go with it everywhere weigh."""

    sense: Sense
    scorer: Scorer
    weight: float


class Candidate(NamedTuple):
    """What an option weighs: a sense, with the places of its person and its club among those of the question."""

    score: float
    sense: Sense
    person: int | None
    club: int | None


@dataclass(slots=True)
class _Memory:
    """What a chooser has worked out so far."""

    ear: Scorer | None = None
    scorers: dict[tuple[str, Meaning], Scorer] = field(default_factory=dict)
    shared: dict[tuple[str, ...], dict[str, float]] = field(default_factory=dict)
    meant: dict[str, tuple[_Meant, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Chooser:
    """Weights by head and sign; ``threshold`` is the probability from which a claim is believed.

    ``whole`` are the weights by which the document as a whole tells it, ``gate`` those by which a phrase is let
    through, at ``deaf`` or more; ``hopeless`` and ``least`` are scores below which nothing is looked at.
    """

    weights: Weights
    threshold: float
    doubts: Weights
    holders: Weights
    whole: Weights = field(default_factory=dict)
    gate: dict[str, float] = field(default_factory=dict)
    deaf: float = 0.0
    hopeless: float = -5.0
    least: float = -3.0
    memory: _Memory = field(init=False, repr=False, default_factory=_Memory)

    @property
    def ear(self) -> Scorer | None:
        """What lets phrases through; none where nothing was learned."""
        if not self.gate:
            return None
        if self.memory.ear is None:
            self.memory.ear = Scorer([self.gate], most=MOST_HEARD)
        return self.memory.ear

    def answers(self, question: Question) -> list[Answer]:
        """The options of a question that matter, likeliest first."""
        found = self.candidates(question)
        chances = beside_none([candidate.score for candidate in found])
        ranked = sorted(zip(chances, found, strict=True), key=_by_chance)[:MOST_ANSWERS]
        return [
            Answer(question, question.option(sense, person, club), chance)
            for chance, (_, sense, person, club) in ranked
        ]

    def heard(self, question: Question) -> list[Answer]:
        """The answers that are probable enough to count for anything, likeliest first."""
        found = self.candidates(question)
        scores = [candidate[0] for candidate in found]
        if not scores or max(scores) < _FAINT:
            return []
        chances = beside_none(scores)
        ranked = sorted([pair for pair in zip(chances, found, strict=True) if pair[0] >= LOOSE], key=_by_chance)
        return [
            Answer(question, question.option(sense, person, club), chance)
            for chance, (_, sense, person, club) in ranked[:MOST_ANSWERS]
        ]

    def candidates(self, question: Question) -> list[Candidate]:
        """The options of a question that can still come out, weighed.

        A sense whose own signs speak clearly against it, and people and clubs that cannot lift it, are passed over.
        """
        found: list[Candidate] = []
        _, sentence, before, beside, present = question.basis
        near = before[0]
        for sense, scorer, weight in self._meant(question.trigger.value):
            score = weight + scorer[sentence] + scorer[before] + scorer[beside] + scorer[present]
            score += scorer[(sense.usual + near,)]
            if score <= self.hopeless:
                continue
            if sense.event == "needs":
                self._needs(question, sense, score, scorer, found)
            elif sense.event in CONTRACT:
                self._contract(question, sense, score, scorer, found)
            else:
                self._move(question, sense, score, scorer, found)
        return found

    def _needs(self, question: Question, sense: Sense, base: float, scorer: Scorer, found: list[Candidate]) -> None:
        """A need: each club, with the position that the phrase speaks of."""
        spot = question.spot()
        if spot:
            base += scorer[question.about_spot(spot)]
            for number, (_, place, manner) in enumerate(question.clubs):
                found.append(Candidate(base + scorer[place] + scorer[manner], sense, None, number))

    def _contract(self, question: Question, sense: Sense, base: float, scorer: Scorer, found: list[Candidate]) -> None:
        """A contract with the club that holds him: each person."""
        for number, (actor, place, manner) in enumerate(question.people):
            score = base + scorer[place] + scorer[manner]
            if score > self.least and question.suits(sense.event, actor):
                found.append(Candidate(score, sense, number, None))

    def _move(self, question: Question, sense: Sense, base: float, scorer: Scorer, found: list[Candidate]) -> None:
        """A move: each person, without a club and with each that can still lift it."""
        least, people, pursuit = self.least, question.people, sense.event in PURSUIT
        alone = scorer[question.clubless] if people else 0.0
        clubs: list[tuple[int, float]] | None = None
        for number, (actor, place, manner) in enumerate(people):
            if not question.suits(sense.event, actor):
                continue
            score = base + scorer[place] + scorer[manner]
            if score + alone > least:
                found.append(Candidate(score + alone, sense, number, None))
            if clubs is None:
                clubs = [(which, scorer[at] + scorer[by]) for which, (_, at, by) in enumerate(question.clubs)]
            for which, club in clubs:
                if score + club > least:
                    pair = question.pair(number, which)
                    if not (pursuit and pair.holds):
                        found.append(Candidate(score + club + scorer[pair.signs], sense, number, which))

    def _meant(self, phrase: Phrase) -> tuple[_Meant, ...]:
        """The senses of a phrase with what each weighs wherever the phrase stands."""
        found = self.memory.meant.get(phrase.words)
        if found is None:
            found = self.memory.meant[phrase.words] = tuple(
                _Meant(sense, scorer, scorer.once(phrase.signs) + scorer.once(sense.signs))
                for sense in senses(phrase)
                for scorer in (self._scorer(sense.event, sense.meaning),)
            )
        return found

    def _scorer(self, event: str, meaning: Meaning) -> Scorer:
        scorer = self.memory.scorers.get((event, meaning))
        if scorer is None:
            *general, particular = heads(event, meaning)
            tables = [*self._tables(particular), self._shared(tuple(general))]
            scorer = self.memory.scorers[event, meaning] = Scorer(tables)
        return scorer

    def _shared(self, general: tuple[str, ...]) -> dict[str, float]:
        """What weighs alike for an event under all rules of one shape."""
        table = self.memory.shared.get(general)
        if table is None:
            table = self.memory.shared[general] = added(self._tables(*general))
        return table

    def _tables(self, *names: str) -> list[dict[str, float]]:
        return [self.weights[name] for name in names if name in self.weights]

    def reasons(self, option: Option, most: int = 8) -> list[tuple[str, float]]:
        """The signs that weigh most for or against an option."""
        pieces = [
            (f"{head} {sign}", self.weights[head][sign])
            for head in option.heads
            if head in self.weights
            for part in option.parts
            for sign in part
            if sign in self.weights[head]
        ]
        return sorted(pieces, key=lambda piece: -abs(piece[1]))[:most]


def _by_chance(pair: tuple[float, Candidate]) -> float:
    return -pair[0]


@lru_cache(maxsize=1)
def load(path: Path = WEIGHTS) -> Chooser:
    """The chooser with the weights that come with mooted."""
    if not path.exists():
        return Chooser({}, 0.5, {}, {})
    data = msgspec.json.decode(gzip.decompress(path.read_bytes()))
    return Chooser(
        data["weights"], data["threshold"], data["doubts"], data["holders"], data["whole"], data["gate"], data["deaf"]
    )
