"""The document as a whole: how probable a claim is by all the phrases that may say it, and by the claims beside it.

A phrase alone may leave open what the next sentence settles, and a claim that stands alone in a match report is worth
less than the same words among others. So the answers of a document that would make the same claim are taken together,
and a second log-linear model and boosted trees weigh them (stacked generalization: Wolpert, 1992). Both are learned
from answers that the first gave to documents that it had not seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mooted.claims.choice import Answer, Chooser
from mooted.claims.halves import made_whole
from mooted.claims.holdings import Holdings
from mooted.claims.keys import Key
from mooted.claims.measures import Docket, Measures, chance_of, logit
from mooted.claims.weighing import Features
from mooted.model.mention import Reading

TELLING = 0.28  # from which an answer adds its sources and terms to a claim that likelier words make
LEAST = 0.12  # that some phrase must give a claim, however often fainter ones hint at it
_STEPS = 12  # of a probability, in logits
_ROUNDED = 1e-9
_LIKELY = 0.5
_MOST_BESIDE = 4


class Case(NamedTuple):
    """A claim that a document may make: the answers that would make it, and how it stands, in signs and numbers."""

    key: Key
    answers: tuple[Answer, ...]
    signs: Features
    measures: Measures


def cases(
    answers: Sequence[Answer], reading: Reading, kind: str, chooser: Chooser, holdings: Holdings, least: float = 0.0
) -> list[Case]:
    """The claims that a document may make, in the order in which they are first said.

    Of those that no answer gives ``least`` the others take note, but they are not among them. ``chooser`` is the one
    that gave the answers, ``holdings`` what they say of whose player each is.
    """
    docket = Docket(answers, reading, kind, holdings)
    sheet = chooser.sheet
    return [
        Case(key, tuple(said), _signs(key, docket), docket.measures(key, sheet))
        for key, said in docket.said.items()
        if docket.best[key] >= least
    ]


def _signs(key: Key, docket: Docket) -> Features:
    """How a claim stands in its document: how often and where it is said, of whom, and beside what."""
    said, chance = docket.said[key], docket.all[key]
    beside = [(other, docket.all[other]) for other in docket.beside[key.person]]
    best = max(said, key=chance_of)
    scene = best.question.scene
    signs = [
        "bias",
        f"all={_step(chance)}",
        f"best={_step(best.probability)}",
        f"said={min(len(said), 4)}",
        f"kind={docket.kind}",
        f"sentence={min(scene.passage.number, 4)}{scene.section.place}",
        f"rule={best.option.meaning.rule}",
        f"club={key.club is not None}",
        *_of_whom(key, docket.reading),
        *_rivals(key, chance, beside),
    ]
    if any(one.question.scene.section.place == "title" for one in said) and len(said) > 1:
        signs.append("titled")
    if best.option.people and len(best.option.people.members) > 1:
        signs.append("listed")
    return tuple(signs)


def _of_whom(key: Key, reading: Reading) -> Iterator[str]:
    if key.person is None:
        return
    person = reading.people[key.person]
    if key.person == reading.focus:
        yield "focus"
    if person.why == "weak":
        yield "weak"
    if person.role != "player":
        yield "role=" + person.role
    holder = person.holder.name if person.holder else None
    yield "held" if holder else "free"
    if key.club is not None and key.club == holder:
        yield "own"


def _rivals(key: Key, chance: float, beside: list[tuple[Key, float]]) -> Iterator[str]:
    """The other claims of the same person: the same of another club, others of the same club, and how many."""
    same, others = 0.0, []
    likely = 0
    for other, probability in beside:
        if other == key:
            continue
        likely += probability >= _LIKELY
        if other.event == key.event:
            same = max(same, probability)
            if other.club is None or key.club is None:
                yield f"{'unsaid' if key.club is None else 'said'}|{_step(probability) // 3}"
        elif other.club == key.club or key.club is None or other.club is None:
            others.append((probability, other.event))
    yield f"likely={min(likely, 4)}"
    yield f"rival={(_step(same) - _step(chance)) // 2}" if same else "rival=-"
    others.sort(reverse=True)
    for probability, event in others[:_MOST_BESIDE]:
        if probability > chance:
            yield f"below={event}"
        if probability >= _LIKELY:
            yield f"with={event}"
    if others:
        yield f"other={(_step(others[0][0]) - _step(chance)) // 2}"


def _step(chance: float) -> int:
    """A probability in steps of half a logit, from nought to ``_STEPS``.

    Scores are hundredths, so that many lie on an edge: they belong to the step above, however the logarithm is rounded.
    """
    return min(max(int(2.0 * logit(chance) + 5.0 + _ROUNDED), 0), _STEPS)


def probability(case: Case, chooser: Chooser) -> float:
    """How probable it is that the document makes the claim: by the signs and by the trees, the mean of their log-odds.

    Where nothing was learned, what its likeliest words say. Nought where no words say it with some likelihood.
    """
    best = max(map(chance_of, case.answers))
    if not chooser.whole:
        return best
    if best < LEAST:
        return 0.0
    score = 0.0
    for head in case_heads(case.key.event):
        table: Mapping[str, float] = chooser.whole.get(head, {})
        score += sum([table[sign] for sign in case.signs if sign in table])
    if chooser.trees.rows:
        score = (score + chooser.trees.score(case.measures)) / 2.0
    return 1.0 / (1.0 + math.exp(-score))


def case_heads(event: str) -> tuple[str, str]:
    """Under which the signs of a case are weighed."""
    return "*", event


class Taken(NamedTuple):
    """An answer that is believed, and those of its claims that are, each with its probability."""

    answer: Answer
    keys: dict[Key, float]


def telling(answers: Sequence[Answer], reading: Reading, chooser: Chooser) -> Holdings:
    """What those of some answers that are likely by their words say of whose player each is."""
    return Holdings([one for one in answers if one.probability >= TELLING], reading, chooser.holding)


def believed(answers: Sequence[Answer], reading: Reading, kind: str, chooser: Chooser) -> tuple[list[Taken], Holdings]:
    """The answers of which claims come, in their order, and what they say of whose player each is.

    What is believed of a document is told by its likeliest words and by all that are nearly as likely.
    """
    weighed = telling(answers, reading, chooser)
    if not answers:
        return [], weighed
    taken: dict[int, dict[Key, float]] = {}
    judged = cases(answers, reading, kind, chooser, weighed, LEAST if chooser.whole else 0.0)
    chances = {case.key: probability(case, chooser) for case in judged}
    chances |= made_whole(chances, chooser.threshold)
    for case in judged:
        chance = chances[case.key]
        if chance >= chooser.threshold:
            best = max(map(chance_of, case.answers))
            for answer in case.answers:
                if answer.probability >= best or answer.probability >= TELLING:
                    taken.setdefault(id(answer), {})[case.key] = chance
    found = [Taken(answer, taken[id(answer)]) for answer in answers if id(answer) in taken]
    return found, Holdings([one.answer for one in found], reading, chooser.holding, weighed)
