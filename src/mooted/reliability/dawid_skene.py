"""Dawid and Skene, "Maximum likelihood estimation of observer error-rates using the EM algorithm" (Applied Statistics,
1979), for yes or no, with copies removed.

Each source says yes with one chance where the answer is yes, and with another where it is no. EM starts from the share
of votes, then in turn takes

    p = mean_q T_q,   P(s says v | t) = (sum of T_q(t) over questions where s said v) / (sum over all where s voted),
    T_q(t) proportional to p(t) * product over votes of P(s says v | t).

A vote that only repeats another's is not counted: it would count its origin twice.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from mooted.reliability.votes import Agreed, Vote

ROUNDS = 100
ENOUGH = 1e-6  # a change of every question below which EM has arrived
_LEAST = 1e-10


def dawid_skene(votes: Iterable[Vote], rounds: int = ROUNDS) -> Agreed:
    """The chance that each question's answer is yes, and how often each source is right. Nothing from no votes."""
    own = sorted({(vote.question, vote.source, vote.says) for vote in votes if vote.origin is None})
    by_question: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for question, source, says in own:
        by_question[question].append((source, says))
    truth = {question: sum(says for _, says in told) / len(told) for question, told in by_question.items()}
    yes_rate: dict[tuple[str, bool], float] = {}
    taken = 0
    for taken in range(1, rounds + 1):  # noqa: B007 (how many were needed is told)
        prior = math.fsum(truth.values()) / len(truth) if truth else 0.5
        yes_rate = _yes_rates(by_question, truth)
        newer = {question: _posterior(told, prior, yes_rate) for question, told in by_question.items()}
        moved = max((abs(newer[question] - truth[question]) for question in newer), default=0.0)
        truth = newer
        if moved < ENOUGH:
            break
    return Agreed(truth, _accuracy(by_question, truth), {}, taken)


def _yes_rates(
    by_question: dict[str, list[tuple[str, bool]]], truth: dict[str, float]
) -> dict[tuple[str, bool], float]:
    """How often each source says yes, where the answer is yes and where it is no."""
    said: dict[tuple[str, bool], float] = defaultdict(float)
    all_of: dict[tuple[str, bool], float] = defaultdict(float)
    for question, told in by_question.items():
        for source, says in told:
            for answer, chance in ((True, truth[question]), (False, 1 - truth[question])):
                all_of[source, answer] += chance
                said[source, answer] += chance * says
    return {at: said[at] / total if total > _LEAST else 0.5 for at, total in all_of.items()}


def _posterior(told: list[tuple[str, bool]], prior: float, yes_rate: dict[tuple[str, bool], float]) -> float:
    scores = []
    for answer, chance in ((True, prior), (False, 1 - prior)):
        given = (yes_rate[source, answer] if says else 1 - yes_rate[source, answer] for source, says in told)
        scores.append(math.log(max(chance, _LEAST)) + math.fsum(math.log(max(one, _LEAST)) for one in given))
    return 1 / (1 + math.exp(min(scores[1] - scores[0], 700)))


def _accuracy(by_question: dict[str, list[tuple[str, bool]]], truth: dict[str, float]) -> dict[str, float]:
    right: dict[str, list[float]] = defaultdict(list)
    for question, told in by_question.items():
        for source, says in told:
            right[source].append(truth[question] if says else 1 - truth[question])
    return {source: math.fsum(some) / len(some) for source, some in sorted(right.items())}
