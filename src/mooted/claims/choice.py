"""The small model that chooses: which event a phrase means, whose it is, and which club, or nothing at all.

A conditional log-linear model over the options of a phrase and "none of them" (the choice model of
McFadden, "Conditional logit analysis of qualitative choice behavior", 1974). Its weights are learned from
annotated documents by ``make train`` and kept in ``weights.json``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from mooted.claims.candidates import Features, Option, Question, Sense, heads
from mooted.claims.lexicon import Meaning
from mooted.claims.scenes import Actor
from mooted.model.claim import CONTRACT
from mooted.model.mention import Reading

WEIGHTS = Path(__file__).parent / "weights.json"
Weights = dict[str, dict[str, float]]
MOST_REMEMBERED = 2_000
MOST_ANSWERS = 6


class Answer(NamedTuple):
    """What a phrase may say, and how probable that is."""

    question: Question
    option: Option
    probability: float


class Scorer:
    """What signs weigh for one event under one rule; remembers the tuples that it has met."""

    __slots__ = ("_known", "_tables")

    def __init__(self, tables: list[dict[str, float]]) -> None:
        self._tables = tables
        self._known: dict[Features, float] = {}

    def of(self, part: Features) -> float:
        """The weight of one tuple of signs."""
        value = self._known.get(part)
        if value is None:
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            value = self._known[part] = sum(table[sign] for table in self._tables for sign in part if sign in table)
        return value

    def weigh(self, parts: tuple[Features, ...]) -> float:
        """The weight of several tuples of signs."""
        return sum(map(self.of, parts))


@dataclass(frozen=True, slots=True, eq=False)
class Chooser:
    """Weights by head and sign; ``threshold`` is the probability from which a claim is made, ``second`` that of a
    further claim from the same phrase. ``hopeless`` and ``least`` are scores below which nothing is looked at."""

    weights: Weights
    threshold: float
    second: float
    doubts: Weights
    holders: Weights
    hopeless: float = -5.0
    least: float = -3.0
    scorers: dict[tuple[str, Meaning], Scorer] = field(default_factory=dict)

    def answers(self, question: Question, reading: Reading) -> list[Answer]:
        """The options of a question that matter, likeliest first.

        Looks only where a claim can still come out: a sense whose own signs speak clearly against it, and people
        and clubs that cannot lift it, are passed over.
        """
        found: list[tuple[float, Option]] = []
        for sense in question.senses():
            scorer = self._scorer(sense.event, sense.meaning)
            base = scorer.weigh(sense.signs)
            if base > self.hopeless:
                found += self._in_sense(question, reading, sense, base, scorer)
        chances = beside_none([score for score, _ in found])
        ranked = sorted(zip(chances, found, strict=True), key=lambda pair: -pair[0])
        return [Answer(question, option, chance) for chance, (_, option) in ranked[:MOST_ANSWERS]]

    def probabilities(self, options: list[Option]) -> list[float]:
        """How probable each of all options is; what is missing to one is the probability of none."""
        return beside_none([self._scorer(option.event, option.meaning).weigh(option.parts) for option in options])

    def _in_sense(
        self, question: Question, reading: Reading, sense: Sense, base: float, scorer: Scorer
    ) -> Iterator[tuple[float, Option]]:
        if sense.event == "needs":
            yield from _needs(question, sense, base, scorer)
            return
        for people, signs in question.people:
            if question.suits(sense.event, people, reading):
                score = base + scorer.of(signs)
                if sense.event not in CONTRACT:
                    yield from self._of_person(question, reading, sense, (score, people, signs), scorer)
                elif score > self.least:
                    yield score, sense.option(people.group, None, (signs,))

    def _of_person(
        self,
        question: Question,
        reading: Reading,
        sense: Sense,
        weighed: tuple[float, Actor, Features],
        scorer: Scorer,
    ) -> Iterator[tuple[float, Option]]:
        """The options of one person: without a club, and with each that can still lift it."""
        score, people, signs = weighed
        none = question.clubless()
        alone = score + scorer.of(none)
        if alone > self.least:
            yield alone, sense.option(people.group, None, (signs, none))
        for club, club_signs in question.clubs:
            both_known = score + scorer.of(club_signs)
            if both_known > self.least and question.allows(sense.event, people, club, reading):
                both = question.together(people.group, club, reading)
                yield both_known + scorer.of(both), sense.option(people.group, club.group, (signs, club_signs, both))

    def _scorer(self, event: str, meaning: Meaning) -> Scorer:
        scorer = self.scorers.get((event, meaning))
        if scorer is None:
            tables = [self.weights[head] for head in heads(event, meaning) if head in self.weights]
            scorer = self.scorers[event, meaning] = Scorer(tables)
        return scorer

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


def _needs(question: Question, sense: Sense, base: float, scorer: Scorer) -> Iterator[tuple[float, Option]]:
    """The options of a need: each club with the position that the phrase speaks of."""
    spot = question.spot()
    if spot:
        about = question.about_spot(spot)
        for club, signs in question.clubs:
            score = base + scorer.of(signs) + scorer.of(about)
            yield score, sense.option(None, club.group, (signs, about), spot)


def beside_none(scores: list[float]) -> list[float]:
    """Scores to probabilities, beside "none of them" with a score of nought."""
    top = max([0.0, *scores])
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers) + math.exp(-top)
    return [power / total for power in powers]


@lru_cache(maxsize=1)
def load(path: Path = WEIGHTS) -> Chooser:
    """The chooser with the weights that come with mooted."""
    if not path.exists():
        return Chooser({}, 0.5, 0.4, {}, {})
    data = msgspec.json.decode(path.read_bytes())
    return Chooser(data["weights"], data["threshold"], data["second"], data.get("doubts", {}), data.get("holders", {}))
