"""How a claim stands in its document, in numbers: the measures by which boosted trees judge it.

A log-linear model adds up. What holds of some claims only ("a second phrase tells much where the first is faint, little
where it is sure") is left to trees, which look at the chances that phrases give a claim and its rivals, at the pieces
of which these are made, and at where its words, its people and its clubs stand.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from typing import get_args

from mooted.claims.candidates import Question
from mooted.claims.choice import Answer
from mooted.claims.groups import Group
from mooted.claims.holdings import Holdings
from mooted.claims.keys import Key, keys_of
from mooted.claims.packing import ONE
from mooted.claims.weighing import Features, Sheet, read
from mooted.model.claim import Event
from mooted.model.mention import How, Reading

Measures = tuple[float, ...]
NAMES = (
    *("best", "all", "second", "said"),
    *("other_answer", "none", "other_event", "other_club", "other_person"),
    *("score", "sense", "sentence", "before", "beside", "person_place", "person_manner", "club_manner", "pair"),
    *("rival", "same_club", "other_claim", "likely", "done_elsewhere", "stays", "leaves"),
    *("here", "here_others", "next_to"),
    *("document_best", "document_likely", "document_people", "document_claims", "length", "sentences", "kind"),
    *("number", "clubs", "phrases", "phrase_length", "phrase_place"),
    *("person_gap", "person_how", "people_listed", "club_gap", "club_how", "clubs_listed"),
    *("held", "own", "focus", "named", "positions", "age", "club_rank"),
    *("club_holds", "club_is_known", "club_pursues", "other_holds", "other_pursues", "event"),
)
"""What each measure is called, in their order."""
_NOWHERE = -10.0  # a logit below all others
_FAR = 999.0  # characters to whoever does not stand in the sentence
_LIKELY = 0.5
_MOST = 200  # claims of one person that the others are held against
_DONE = frozenset(("agreed", "signed", "medical", "bid_accepted", "terms_agreed"))
_STAYS = frozenset(("contract_talks", "contract_signed", "not_for_sale", "wants_stay"))
_LEAVES = frozenset(("for_sale", "wants_out", "contract_ending"))
_HOWS, _EVENTS = get_args(How), get_args(Event)  # the trees know them by their places
_KINDS = ("column", "post", "article", "line")


class Docket:
    """The answers of a document by the claims that they would make, and what these are measured against."""

    def __init__(self, answers: Sequence[Answer], reading: Reading, kind: str, holdings: Holdings) -> None:
        self.said: dict[Key, list[Answer]] = {}
        self._asked: dict[int, list[Answer]] = defaultdict(list)
        self._told: dict[int, list[tuple[Key, float]]] = defaultdict(list)
        self._near: dict[tuple[str, int], float] = {}
        for answer in answers:
            scene, chance = answer.question.scene, answer.probability
            self._asked[id(answer.question)].append(answer)
            spot = (scene.section.place, scene.passage.number)
            self._near[spot] = max(chance, self._near.get(spot, 0.0))
            for key, _, _ in keys_of(answer):
                self.said.setdefault(key, []).append(answer)
                self._told[id(scene)].append((key, chance))
        self.best = {key: max(answer.probability for answer in said) for key, said in self.said.items()}
        self.all = {key: 1.0 - math.prod(1.0 - one.probability for one in said) for key, said in self.said.items()}
        self.beside = self._by_person()
        self.reading, self.kind, self._holdings = reading, kind, holdings
        self._named = Counter(
            mention.person for section in reading.sections for sentence in section.sentences
            for mention in sentence.mentions if mention.person is not None
        )  # fmt: skip
        self._ranks = {club.name: rank for rank, club in reversed(list(enumerate(reading.clubs)))}
        self._document = self._of_document()

    def _by_person(self) -> dict[int | None, list[Key]]:
        """The claims of each person; of very many the likeliest, so that the time stays linear in their number."""
        found: dict[int | None, list[Key]] = defaultdict(list)
        for key in self.said:
            found[key.person].append(key)
        return {
            person: keys if len(keys) <= _MOST else nlargest(_MOST, keys, key=self.best.__getitem__)
            for person, keys in found.items()
        }

    def measures(self, key: Key, sheet: Sheet) -> Measures:
        """How a claim stands, as ``NAMES`` has it; ``sheet`` tells what the signs of its likeliest phrase weigh."""
        answer = max(self.said[key], key=chance_of)
        return (
            *self._chances(key),
            *_rival_answers(answer, self._asked[id(answer.question)]),
            *_pieces(answer, sheet),
            *self._beside(key),
            *self._around(key, answer),
            *self._document,
            *_where(answer.question),
            *_gap(answer.option.people, answer.question),
            *_gap(answer.option.clubs, answer.question),
            *self._of_whom(key),
            *self._holdings.told(key.person, key.club),
            _EVENTS.index(key.event),
        )

    def _chances(self, key: Key) -> Iterator[float]:
        chances = sorted(map(chance_of, self.said[key]), reverse=True)
        yield logit(chances[0])
        yield logit(self.all[key])
        yield logit(chances[1]) if len(chances) > 1 else _NOWHERE
        yield len(chances)

    def _beside(self, key: Key) -> Iterator[float]:
        """The other claims of the same person."""
        others = [(other, self.best[other]) for other in self.beside[key.person] if other != key]
        yield _most(chance for other, chance in others if other.event == key.event)
        yield _most(chance for other, chance in others if other.club == key.club)
        yield _most(chance for other, chance in others if other.event != key.event)
        yield sum(chance > _LIKELY for _, chance in others)
        yield _most(chance for other, chance in others if other.event in _DONE and other.club != key.club)
        yield _most(chance for other, chance in others if other.event in _STAYS)
        yield _most(chance for other, chance in others if other.event in _LEAVES)

    def _around(self, key: Key, answer: Answer) -> Iterator[float]:
        """What else is said in the sentences that say it, of him and of others, and in those beside the likeliest."""
        scenes = {id(one.question.scene) for one in self.said[key]}
        told = [one for scene in scenes for one in self._told[scene]]
        yield _most(chance for other, chance in told if other.person == key.person and other != key)
        yield _most(chance for other, chance in told if other.person != key.person)
        place, number = answer.question.scene.section.place, answer.question.scene.passage.number
        yield _most(self._near.get((place, number + step), 0.0) for step in (-1, 1))

    def _of_document(self) -> Measures:
        text = self.reading.sections[-1]
        return (
            _most(self.best.values()),
            sum(chance > _LIKELY for chance in self.best.values()),
            len(self.beside),
            len(self.said),
            len(text.text),
            len(text.sentences),
            _KINDS.index(self.kind),
        )

    def _of_whom(self, key: Key) -> Iterator[float]:
        person = None if key.person is None else self.reading.people[key.person]
        holder = person.holder if person else None
        yield holder is not None
        yield holder is not None and holder.name == key.club
        yield key.person is not None and key.person == self.reading.focus
        yield 0 if key.person is None else self._named[key.person]
        yield len(person.positions) if person else 0
        yield person is not None and person.age is not None
        yield -1 if key.club is None else self._ranks.get(key.club, len(self.reading.clubs))


def _rival_answers(answer: Answer, answers: list[Answer]) -> Iterator[float]:
    """What else the phrase may say: anything, nothing, another event of the same people, the same for another club, the
    same of others."""
    event, _, people, clubs, *_ = answer.option
    others = [one for one in answers if one is not answer]
    alike = [
        ((one.option.event == event, one.option.people == people, one.option.clubs == clubs), one.probability)
        for one in others
    ]
    yield _most(map(chance_of, others))
    yield logit(1.0 - sum(map(chance_of, answers)))
    yield logit(sum(chance for (same_event, same_people, _), chance in alike if same_people and not same_event))
    yield logit(sum(chance for same, chance in alike if same == (True, True, False)))
    yield logit(sum(chance for same, chance in alike if same == (True, False, True)))


def _pieces(answer: Answer, sheet: Sheet) -> Iterator[float]:
    """What the score of an answer is made of."""
    question, (score, sense, person, club, _) = answer.question, answer.candidate
    column = sheet.columns[sense.event, sense.meaning]

    def weight(part: Features) -> float:
        return sheet.weigh((part,), column) / ONE

    _, sentence, before, beside, _ = question.basis
    yield score / ONE
    yield weight(sense.signs)
    yield weight(sentence)
    yield weight(before)
    yield read(sheet.nothing + sheet.once(beside), column) / ONE
    yield from (0.0, 0.0) if person is None else map(weight, question.people[person].signs)
    yield 0.0 if club is None else weight(question.clubs[club].manner)
    yield 0.0 if person is None or club is None else weight(question.pair(person, club).signs)


def _where(question: Question) -> Iterator[float]:
    """Where a phrase stands."""
    scene, (start, stop, _) = question.scene, question.trigger
    yield scene.passage.number
    yield len(scene.clubs)
    yield len(scene.passage.hits)
    yield stop - start
    yield start - scene.sentence.start


def _gap(group: Group | None, question: Question) -> tuple[float, float, float]:
    """How far from the phrase somebody stands, on which side, how he is named, and among how many."""
    if group is None:
        return _FAR, -1.0, 0.0
    start, stop, _ = question.trigger
    sentence = question.scene.sentence
    if not sentence.start <= group.start < sentence.stop:
        return _FAR, float(len(_HOWS)), float(len(group.members))
    gap = group.start - stop if group.start >= stop else group.stop - start
    return float(gap), float(_HOWS.index(group.head.how)), float(len(group.members))


def logit(chance: float) -> float:
    """The logit of a probability, within what probabilities can tell."""
    chance = min(max(chance, 1e-4), 1.0 - 1e-4)
    return math.log(chance / (1.0 - chance))


def _most(chances: Iterable[float]) -> float:
    return logit(max(chances, default=0.0))


def chance_of(answer: Answer) -> float:
    """How probable an answer is by its phrase alone."""
    return answer.probability
