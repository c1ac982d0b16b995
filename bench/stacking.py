"""Learn how a document as a whole tells its claims, from answers to documents that the chooser had not seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from bench.agreement import Told, entailed, same_claim, same_club
from bench.boosting import fit_trees
from bench.corpus import LEARNED, Annotated
from bench.fitting import OURS, Settings
from bench.judging import Example
from bench.logistic import logistic
from mooted.claims.choice import Chooser
from mooted.claims.corroboration import Case, case_heads, cases, telling
from mooted.claims.keys import Key
from mooted.claims.trees import Trees
from mooted.model.mention import Reading

_ENOUGH = 2_000  # cases


Kind = Literal["gold", "read", "ours"]
"""Of which document: one with gold, one that we have read ourselves, a short text of our own."""


class Judged(NamedTuple):
    """A claim that a document may make, and whether it does."""

    case: Case
    right: bool
    kind: Kind


def judged(document: Annotated, rows: Sequence[Example], chooser: Chooser) -> list[Judged]:
    """The cases of a document that are right or wrong; what is neither rewarded nor punished is left out."""
    if not rows:
        return []
    reading, kind = rows[0].reading, rows[0].kind
    answers = [answer for row in rows if passes(row, chooser) for answer in chooser.heard(row.question)]
    made = [
        (case, _told(case.key, reading))
        for case in cases(answers, reading, kind, chooser, telling(answers, reading, chooser))
    ]
    of: Kind = "ours" if rows[0].ours else "gold" if document.set == LEARNED else "read"
    return [Judged(case, right, of) for case, right in label(made, document.claims)]


def label(made: Sequence[tuple[Case, Told]], truth: Sequence[Told]) -> list[tuple[Case, bool]]:
    """Which cases are right, one for each claim of the truth as the score has it; the others that say the same are not.

    Of several for one claim, the one that names its very club goes first, then the likeliest.
    """
    sure = [claim for claim in truth if not claim.optional]
    taken: set[int] = set()
    found: list[tuple[Case, bool]] = []
    for case, told in sorted(made, key=lambda pair: _fitness(pair[0], pair[1], sure)):
        fits = [at for at, claim in enumerate(sure) if same_claim(claim, told)]
        free = next((at for at in fits if at not in taken), None)
        if free is not None:
            taken.add(free)
            found.append((case, True))
        elif not any(same_claim(claim, told) for claim in truth if claim.optional) and not any(
            entailed(told, claim) for claim in truth
        ):
            found.append((case, False))
    return found


def _fitness(case: Case, told: Told, sure: Sequence[Told]) -> tuple[bool, float]:
    exact = any(same_claim(claim, told) and same_club(claim.club_to, told.club_to) for claim in sure)
    return not exact, -max(answer.probability for answer in case.answers)


def passes(row: Example, chooser: Chooser) -> bool:
    """Is a phrase let through by the gate?"""
    ear = chooser.ear
    return ear is None or ear.weigh(row.question.basis[:4]) >= chooser.deaf


def _told(key: Key, reading: Reading) -> Told:
    player = reading.people[key.person].name if key.person is not None else None
    return Told(key.event, player, key.club, position=key.position)


def fit_whole(found: Sequence[Judged], settings: Settings) -> dict[str, dict[str, float]]:
    """Weights of the signs of cases, by penalised logistic regression.

    Cases of our own texts carry one sign more, which takes up how dense they are.
    """
    marks = [
        [f"{head}\t{sign}" for head in case_heads(one.case.key.event) for sign in (*one.case.signs, *_ours(one))]
        for one in found
    ]
    counts = Counter(mark for row in marks for mark in row)
    index = {
        mark: at for at, mark in enumerate(sorted(mark for mark, count in counts.items() if count >= settings.fewest))
    }
    right = np.array([float(one.right) for one in found])
    weights = {"gold": settings.gold_weight, "read": 1.0, "ours": settings.own_weight}
    weight = np.array([weights[one.kind] for one in found])
    columns = [[index[mark] for mark in row if mark in index] for row in marks]
    best = logistic(columns, right, weight, settings.whole_ridge, len(index))
    table: dict[str, dict[str, float]] = {}
    for mark, at in index.items():
        head, sign = mark.split("\t")
        if abs(best[at]) >= 0.02 and sign not in OURS:
            table.setdefault(head, {})[sign] = round(float(best[at]), 2)
    return table


def fit_forest(found: Sequence[Judged], settings: Settings) -> Trees:
    """Boosted trees over the measures of cases; of real documents alone, where there are enough: ours are denser.

    What we have read ourselves has a measure more, which takes up where we read otherwise than the gold.
    """
    real = [one for one in found if one.kind != "ours"]
    taught = real if len(real) >= _ENOUGH else found
    measures = [(*one.case.measures, float(one.kind == "read")) for one in taught]
    return fit_trees(measures, [one.right for one in taught], settings)


def _ours(one: Judged) -> tuple[str, ...]:
    return OURS if one.kind == "ours" else ()
