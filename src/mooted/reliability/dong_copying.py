"""Truth where sources copy: Dong, Berti-Equille and Srivastava, "Integrating conflicting data: the role of source
dependence" (VLDB 2009), for yes or no.

Sources that are wrong alike betray that one copies the other: a shared error is unlikely between two that work for
themselves. For a pair with accuracies a1 and a2, sharing k_t right and k_f wrong answers and differing on k_d,

    independent: a1 a2, (1 - a1)(1 - a2) and the rest;   copying (with chance c a vote): a c + (1 - c) times the same,
    (1 - a) c + (1 - c) times the same, and (1 - c) times the rest,

which by Bayes gives the chance of copying. A vote then counts by the chance that it is its source's own, against the
votes counted before it: product of (1 - c P(copies)). Truth, accuracy and copying are found in turn. Votes known to be
repeats (``origin``) are left out from the start.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from mooted.reliability.votes import Agreed, Vote

COPIED = 0.8  # of its votes that a copier takes over
SUSPECT = 0.1  # chance of copying, before anything is seen
START = 0.8  # accuracy, before anything is seen
ROUNDS = 20
SHARED = 5  # questions, below which a pair is not judged
_EDGE = 0.01  # nobody is always or never right
Said = Mapping[str, Mapping[str, bool]]  # by source, by question


def find_truth(votes: Iterable[Vote], rounds: int = ROUNDS) -> Agreed:
    """The chance of each question's yes, each source's accuracy, and who copies whom. Nothing from no votes."""
    said: dict[str, dict[str, bool]] = defaultdict(dict)
    for vote in votes:
        if vote.origin is None:
            said[vote.source][vote.question] = vote.says
    questions = sorted({question for told in said.values() for question in told})
    accuracy = dict.fromkeys(sorted(said), START)
    copies: dict[tuple[str, str], float] = {}
    truth: dict[str, float] = {}
    taken = 0
    for taken in range(1, rounds + 1):  # noqa: B007 (how many were needed is told)
        newer = {question: _truth(question, said, accuracy, copies) for question in questions}
        moved = max((abs(newer[question] - truth.get(question, 0.5)) for question in newer), default=0.0)
        truth = newer
        accuracy = {source: _accuracy(told, truth) for source, told in sorted(said.items())}
        copies = _copies(said, truth, accuracy)
        if moved < 1e-4:
            break
    return Agreed(truth, accuracy, copies, taken)


def _truth(question: str, said: Said, accuracy: Mapping[str, float], copies: Mapping[tuple[str, str], float]) -> float:
    """The chance of yes from the votes, each counted as far as it is its source's own; the surest sources first."""
    voters = sorted((source for source in said if question in said[source]), key=lambda one: (-accuracy[one], one))
    score = 0.0
    for at, source in enumerate(voters):
        alike = [other for other in voters[:at] if said[other][question] == said[source][question]]
        own = math.prod(1 - COPIED * copies.get((min(source, other), max(source, other)), 0.0) for other in alike)
        odds = math.log(accuracy[source] / (1 - accuracy[source]))
        score += own * (odds if said[source][question] else -odds)
    return 1 / (1 + math.exp(-score))


def _accuracy(told: Mapping[str, bool], truth: Mapping[str, float]) -> float:
    right = math.fsum(truth[question] if says else 1 - truth[question] for question, says in told.items())
    return min(max(right / len(told), _EDGE), 1 - _EDGE)


def _copies(said: Said, truth: Mapping[str, float], accuracy: Mapping[str, float]) -> dict[tuple[str, str], float]:
    """The chance that of two sources one copies the other, for each pair with enough in common."""
    found = {}
    for one, two in combinations(sorted(said), 2):
        shared = said[one].keys() & said[two].keys()
        if len(shared) >= SHARED:
            found[one, two] = _dependence(
                [(said[one][q], said[two][q], truth[q]) for q in sorted(shared)], accuracy[one], accuracy[two]
            )
    return found


def _dependence(pairs: list[tuple[bool, bool, float]], first: float, second: float) -> float:
    right, wrong = first * second, (1 - first) * (1 - second)
    differ = max(1 - right - wrong, 1e-9)
    mean = (first + second) / 2
    odds = math.log(SUSPECT / (1 - SUSPECT))
    for one, two, yes in pairs:
        if one != two:
            odds += math.log((1 - COPIED) * differ / differ)
            continue
        correct = yes if one else 1 - yes
        odds += correct * math.log((mean * COPIED + (1 - COPIED) * right) / right)
        odds += (1 - correct) * math.log(((1 - mean) * COPIED + (1 - COPIED) * wrong) / wrong)
    return 1 / (1 + math.exp(-min(max(odds, -700), 700)))
