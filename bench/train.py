"""Learn the weights of the chooser: ``python -m bench.train [--corpus DIR] [--folds N]``.

Reads the training half of the corpus folder, where there is one, and our own texts; writes
``src/mooted/claims/weights.json``. With ``--folds`` it writes nothing and reports cross-validation by
document: each document is read with weights that never saw it.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

from bench.agreement import Told, entailed, same_claim, same_club, told
from bench.corpus import Annotated, gold, more, own, rule_examples
from bench.score import as_text, score
from mooted.claims.attribution import Press
from mooted.claims.candidates import Option, Question, questions
from mooted.claims.choice import WEIGHTS, Chooser, Weights
from mooted.claims.doubt import CLASSES, doubt_signs
from mooted.claims.extract import extract
from mooted.claims.holding import holder_heads, holders
from mooted.claims.lexicon import load as load_phrases
from mooted.entities.book import load as load_book
from mooted.entities.scan import scan
from mooted.model.claim import CONTRACT
from mooted.model.document import Document
from mooted.model.mention import Reading
from mooted.model.wire import claim_to_json

Vector = NDArray[np.float64]
OF_ONE_RULE = 0.7


class Example(NamedTuple):
    """A phrase with its options; ``right`` tells of each whether it is so (None: neither rewarded nor punished)."""

    question: Question
    options: tuple[Option, ...]
    right: tuple[bool | None, ...]
    ours: bool
    truth: tuple[Told | None, ...]
    reading: Reading


@dataclass(frozen=True)
class Settings:
    """How hard to hold the weights down, how often a sign must occur, and when to speak."""

    ridge: float = 3.0
    fewest: int = 3
    own_weight: float = 0.2
    threshold: float = 0.3
    second: float = 0.38
    doubt_ridge: float = 2.0
    holder_ridge: float = 1.0


def claims_of(option: Option, reading: Reading) -> list[Told]:
    """The claims that an option would make."""
    people = (
        [reading.people[m.person].name if m.person is not None else None for m in option.people.members]
        if option.people
        else [None]
    )
    clubs = [m.club.name if m.club else None for m in option.clubs.members] if option.clubs else [None]
    position = option.position.text if option.position else None
    return [Told(option.event, player, club, position=position) for player in people for club in clubs]


def places(document: Document, claim: Told) -> tuple[str, int, int] | None:
    """Where the words of a gold claim stand: section, start and stop; null where they are not given."""
    span = claim.row.get("evidence_span")
    if span:
        return claim.row.get("evidence_in", "text"), span[0], span[1]
    words = claim.row.get("evidence") or ""
    if not words:
        return None
    for place, text in (("text", document.text), ("title", document.title or "")):
        at = text.find(words)
        if at >= 0:
            return place, at, at + len(words)
    return None


def _near(place: tuple[str, int, int] | None, question: Question) -> bool:
    """Does a phrase stand in the words that carry a gold claim?"""
    if place is None:
        return True
    trigger = question.trigger
    return question.scene.section.place == place[0] and place[1] - 3 <= trigger.start and trigger.stop <= place[2] + 3


def judge(
    option: Option,
    question: Question,
    reading: Reading,
    truth: Sequence[Told],
    where: Sequence[tuple[str, int, int] | None],
) -> tuple[bool | None, Told | None]:
    """Is an option right?

    Neither, where only optional or entailed claims speak for it, where the words that carry the claim are
    elsewhere, or where it leaves open the club that the claim names.
    """
    good = bad = 0
    match: Told | None = None
    for found in claims_of(option, reading):
        fits = [(claim, place) for claim, place in zip(truth, where, strict=True) if same_claim(claim, found)]
        sure = [
            claim for claim, place in fits
            if not claim.optional and _near(place, question) and (found.event in CONTRACT or same_club(claim.club_to, found.club_to))
        ]  # fmt: skip
        if sure:
            good += 1
            match = match or sure[0]
        elif not fits and not any(entailed(found, claim) for claim in truth):
            bad += 1
    if good and good >= bad:
        return True, match
    return (False if bad else None), match


def examples(documents: Iterable[Annotated], settings: Settings) -> list[list[Example]]:
    """The questions of each document with their answers."""
    book, phrases = load_book(), load_phrases()
    found: list[list[Example]] = []
    for _, document, truth in documents:
        year = document.published_at.year if document.published_at else None
        reading = scan(document, book)
        where = [places(document, claim) for claim in truth]
        ours = ".txt:" in document.id
        rows = []
        for question in questions(reading, phrases, year):
            options = tuple(question.options(reading))
            if not options:
                continue
            judged = [judge(option, question, reading, truth, where) for option in options]
            rows.append(
                Example(
                    question,
                    options,
                    tuple(right for right, _ in judged),
                    ours,
                    tuple(match for _, match in judged),
                    reading,
                )
            )
        found.append(rows)
    return found


def signs(option: Option, ours: bool) -> list[str]:
    """The signs of an option under its heads. Our own texts carry one more, which takes up how dense they are."""
    parts = (*option.parts, ("ours",)) if ours else option.parts
    return [f"{head}\t{sign}" for head in option.heads for part in parts for sign in part]


def fit(documents: Sequence[Sequence[Example]], settings: Settings) -> Weights:
    """Weights of the choice model by penalised maximum likelihood (L-BFGS)."""
    rows = [example for document in documents for example in document]
    index = _index(rows, settings.fewest)
    matrix, right, sizes, weight = _matrix(rows, index, settings.own_weight)
    return _table(index, _maximise(matrix, right, sizes, weight, settings.ridge))


def _maximise(
    matrix: sparse.csr_matrix, right: Vector, sizes: NDArray[np.int64], weight: Vector, ridge: float
) -> Vector:
    """The weights under which the right options, or none where no option is right, are most probable."""
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    answered = np.add.reduceat(right, starts) > 0
    turned = matrix.T.tocsr()

    def loss(w: Vector) -> tuple[float, Vector]:
        z = matrix @ w
        top = np.maximum(np.maximum.reduceat(z, starts), 0.0)
        power, none = np.exp(z - top[owner]), np.exp(-top)
        total = np.add.reduceat(power, starts) + none
        good = np.maximum(np.where(answered, np.add.reduceat(power * right, starts), none), 1e-300)
        value = -(weight * (np.log(good) - np.log(total))).sum() + 0.5 * ridge * (w @ w)
        pull = power / total[owner] - np.where(answered[owner], power * right / good[owner], 0.0)
        return float(value), turned @ (weight[owner] * pull) + ridge * w

    best, _, _ = optimize.fmin_l_bfgs_b(loss, np.zeros(matrix.shape[1]), maxiter=150, m=8)
    return np.asarray(best)


def _index(rows: Sequence[Example], fewest: int) -> dict[str, int]:
    """The signs that occur in enough questions, each with a column."""
    counts: Counter[str] = Counter()
    for example in rows:
        counts.update({sign for option in example.options for sign in signs(option, example.ours)})
    return {sign: at for at, sign in enumerate(sorted(sign for sign, count in counts.items() if count >= fewest))}


def _matrix(
    rows: Sequence[Example], index: dict[str, int], own_weight: float
) -> tuple[sparse.csr_matrix, Vector, NDArray[np.int64], Vector]:
    columns: list[int] = []
    values: list[float] = []
    ends, right, sizes, weight = [0], [], [], []
    for example in rows:
        size = 0
        for option, answer in zip(example.options, example.right, strict=True):
            if answer is None:
                continue
            known = [sign for sign in signs(option, example.ours) if sign in index]
            columns.extend(index[sign] for sign in known)
            values.extend(_scale(sign) for sign in known)
            ends.append(len(columns))
            right.append(float(answer))
            size += 1
        if size:
            sizes.append(size)
            weight.append(own_weight if example.ours else 1.0)
    shape = (len(right), len(index))
    matrix = sparse.csr_matrix((np.array(values), np.array(columns), np.array(ends)), shape=shape)
    return matrix, np.array(right), np.array(sizes), np.array(weight)


def _scale(sign: str) -> float:
    """What is learned of a single rule is held down more than what holds for all."""
    return OF_ONE_RULE if "/" in sign.split("\t", 1)[0] else 1.0


def _table(index: dict[str, int], values: Vector, least: float = 0.035) -> Weights:
    table: Weights = {}
    for sign, at in index.items():
        value = float(values[at]) * _scale(sign)
        if abs(value) >= least and not sign.endswith("\tours"):
            head, name = sign.split("\t")
            table.setdefault(head, {})[name] = round(value, 2)
    return table


def fit_doubts(documents: Sequence[Sequence[Example]], settings: Settings) -> Weights:
    """Weights for polarity and modality, learned from the claims that phrases were right about."""
    cases: list[tuple[list[str], str, int]] = []
    for document in documents:
        for example in document:
            for option, right, truth in zip(example.options, example.right, example.truth, strict=True):
                if right and truth:
                    label = (truth.polarity, truth.modality)
                    if label in CLASSES:
                        event = option.event
                        cases.append(
                            (doubt_signs(example.question, event, example.question.signs), event, CLASSES.index(label))
                        )  # type: ignore[arg-type, arg-type]
                    break
    return _multinomial(cases, settings.doubt_ridge)


def _multinomial(cases: list[tuple[list[str], str, int]], ridge: float) -> Weights:
    counts = Counter(
        key for marks, event, _ in cases for mark in set(marks) for key in (f"\t{mark}", f"{event}\t{mark}")
    )
    index = {key: at for at, key in enumerate(sorted(key for key, count in counts.items() if count >= 3))}
    columns: list[int] = []
    ends = [0]
    for marks, event, _ in cases:
        columns.extend(index[key] for mark in marks for key in (f"\t{mark}", f"{event}\t{mark}") if key in index)
        ends.append(len(columns))
    matrix = sparse.csr_matrix(
        (np.ones(len(columns)), np.array(columns), np.array(ends)), shape=(len(cases), len(index))
    )
    labels = np.array([label for _, _, label in cases])
    size = len(CLASSES) - 1
    hot = np.eye(len(CLASSES))[labels]

    def loss(flat: Vector) -> tuple[float, Vector]:
        w = flat.reshape(len(index), size)
        z = np.hstack([np.zeros((len(cases), 1)), matrix @ w])
        z -= z.max(axis=1, keepdims=True)
        chances = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        value = -np.log(np.maximum(chances[np.arange(len(cases)), labels], 1e-300)).sum() + 0.5 * ridge * (flat @ flat)
        return float(value), np.asarray(matrix.T @ (chances - hot)[:, 1:]).ravel() + ridge * flat

    best, _, _ = optimize.fmin_l_bfgs_b(loss, np.zeros(len(index) * size), maxiter=60)
    table: Weights = {}
    for key, at in index.items():
        event, mark = key.split("\t")
        for number in range(size):
            value = best.reshape(len(index), size)[at, number]
            if abs(value) >= 0.01:
                name = "/".join(CLASSES[number + 1])
                table.setdefault(f"{name}|{event}" if event else name, {})[mark] = round(float(value), 3)
    return table


def fit_holders(documents: Sequence[Sequence[Example]], settings: Settings) -> Weights:
    """Weights for the choice of the club that holds the person, by the same model."""
    rows: list[tuple[list[list[str]], list[bool]]] = []
    for document in documents:
        for example in document:
            for option, right, truth in zip(example.options, example.right, example.truth, strict=True):
                if right and truth and option.event != "needs":
                    found = holders(example.question, option, example.reading)
                    marks = [
                        [f"{head}\t{sign}" for head in holder_heads(option) for part in h.parts for sign in part]
                        for h in found
                    ]
                    if marks:
                        rows.append(
                            (
                                marks,
                                [same_club(h.club.name, truth.club_from) if truth.club_from else False for h in found],
                            )
                        )
                    break
    return _choice(rows, settings.holder_ridge)


def _choice(rows: list[tuple[list[list[str]], list[bool]]], ridge: float) -> Weights:
    counts = Counter(mark for options, _ in rows for mark in {m for o in options for m in o})
    index = {mark: at for at, mark in enumerate(sorted(mark for mark, count in counts.items() if count >= 3))}
    columns: list[int] = []
    ends, right, sizes = [0], [], []
    for options, answers in rows:
        for marks, answer in zip(options, answers, strict=True):
            columns.extend(index[mark] for mark in marks if mark in index)
            ends.append(len(columns))
            right.append(float(answer))
        sizes.append(len(options))
    matrix = sparse.csr_matrix(
        (np.ones(len(columns)), np.array(columns), np.array(ends)), shape=(len(right), len(index))
    )
    return _table(index, _maximise(matrix, np.array(right), np.array(sizes), np.ones(len(sizes)), ridge))


def learn(documents: Sequence[Sequence[Example]], settings: Settings) -> Chooser:
    return Chooser(
        fit(documents, settings),
        settings.threshold,
        settings.second,
        fit_doubts(documents, settings),
        fit_holders(documents, settings),
    )


def read_all(documents: Sequence[Annotated], chooser: Chooser) -> dict[str, tuple[Told, ...]]:
    book = load_book()
    press = Press(book.outlets, book.journalists)
    return {
        a.document.id: tuple(
            told(claim_to_json(c)) for c in extract(a.document, scan(a.document, book), chooser, press)
        )
        for a in documents
    }


def save(chooser: Chooser, path: Path = WEIGHTS) -> None:
    data = {
        "threshold": chooser.threshold,
        "second": chooser.second,
        "weights": chooser.weights,
        "doubts": chooser.doubts,
        "holders": chooser.holders,
    }
    path.write_text(
        json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=Path(os.environ.get("CORPUS", "../shared/corpus")))
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    settings = Settings()
    learned = [*gold(args.corpus, "train"), *more(args.corpus)] if args.corpus.exists() else []
    ours = [*own(), *rule_examples()]
    if args.folds:
        print(cross_validate(learned, ours, settings, args.folds))
        return 0
    save(learn(examples([*learned, *ours], settings), settings))
    print(
        f"{WEIGHTS}: {WEIGHTS.stat().st_size / 1e6:.2f} MB from {len(learned)} documents of the corpus and {len(ours)} of our own"
    )
    return 0


def cross_validate(learned: Sequence[Annotated], ours: Sequence[Annotated], settings: Settings, folds: int) -> str:
    """Each document of ``learned`` read with weights from the other folds and our own texts."""
    rows, extra = examples(learned, settings), examples(ours, settings)
    found: dict[str, tuple[Told, ...]] = {}
    for fold in range(folds):
        rest = [row for at, row in enumerate(rows) if at % folds != fold]
        chooser = learn([*rest, *extra], settings)
        found |= read_all([a for at, a in enumerate(learned) if at % folds == fold], chooser)
    return as_text(score({a.document.id: a.claims for a in learned}, found))


if __name__ == "__main__":
    raise SystemExit(main())
