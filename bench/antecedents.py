"""Learn whom pronouns mean: ``python -m bench.antecedents [--corpus DIR] [--folds N]``.

The words that carry a claim often name nobody ("he has told the club that he wants to go"); whom the claim is of, is
whom the pronoun means. Writes ``src/mooted/entities/data/antecedents.csv``; with ``--folds`` it writes nothing and
reports how many pronouns are resolved rightly by weights that never saw their document.
"""

from __future__ import annotations

import argparse
import csv
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench.agreement import same_person
from bench.corpus import LEARNED, Annotated, examples, gold, more
from bench.fitting import choose
from bench.judging import Place, places
from mooted.entities.antecedents import WEIGHTS, Antecedents, Standing, signs, weigh
from mooted.entities.book import load as load_book
from mooted.entities.coreference import stories
from mooted.entities.refer import find_references, words_of
from mooted.entities.scan import is_column, scan
from mooted.language.sentences import split
from mooted.model.mention import Mention, Reading, Section

RIDGE = 4.0
FEWEST = 3  # pronouns that a sign must occur with
UNSURE = 0.5  # how much a pronoun counts beside which he is named, or other references stand
LEAST = 0.02  # what a sign must weigh to be kept


class Pronoun(NamedTuple):
    """A pronoun with those whom it may mean, which of them are right, and how much it counts."""

    standings: tuple[Standing, ...]
    right: tuple[bool, ...]
    weight: float


class Label(NamedTuple):
    """Who is right for a pronoun, by their places among the people."""

    people: frozenset[int]
    weight: float


def pronouns(annotated: Annotated) -> list[Pronoun]:
    """The pronouns of a document in words that carry a claim, where the right one is among those named before."""
    document = annotated.document
    reading = scan(document, load_book())
    column = is_column(document.text)
    found = []
    for section in reading.sections:
        labels = _labels(annotated, reading, section)
        if labels:
            found += list(_of_section(section, reading, column, labels))
    return [one for one in found if any(one.right)]


def _of_section(section: Section, reading: Reading, column: bool, labels: Mapping[int, Label]) -> Iterator[Pronoun]:
    sentences = split(section.text)
    floors = stories(sentences, find_references(section.folded, words_of(load_book())), column)
    focus = None if column else reading.focus
    past = Antecedents(section.folded, sentences, floors, reading.people, focus)
    for sentence in section.sentences:
        for mention in sentence.mentions:
            label = labels.get(mention.start) if mention.how == "pronoun" else None
            if label:
                people, standings = zip(*past.standings(mention.start, mention.stop), strict=True)
                yield Pronoun(standings, tuple(person in label.people for person in people), label.weight)
            past.meet(mention)


def _labels(annotated: Annotated, reading: Reading, section: Section) -> dict[int, Label]:
    """Whom the pronouns of a section mean, by where they begin; none of those of which claims disagree."""
    found: dict[int, Label] = {}
    for claim in annotated.claims:
        place = places(annotated.document, claim)
        if claim.player is None or place is None or place[0] != section.place:
            continue
        meant = frozenset(at for at, person in enumerate(reading.people) if same_person(claim.player, person.name))
        references, named = _inside(section, place)
        weight = 1.0 if len(references) == 1 and not meant & named else UNSURE
        for mention in references:
            if mention.how == "pronoun":
                old = found.get(mention.start)
                found[mention.start] = (
                    Label(meant & old.people, min(weight, old.weight)) if old else Label(meant, weight)
                )
    return {start: label for start, label in found.items() if label.people}


def _inside(section: Section, place: Place) -> tuple[list[Mention], set[int]]:
    """The references to people in some words, and who is named in them."""
    _, start, stop = place
    people = [
        mention for sentence in section.sentences for mention in sentence.mentions
        if mention.kind == "person" and start - 2 <= mention.start and mention.stop <= stop + 2
    ]  # fmt: skip
    references = [mention for mention in people if mention.how in ("pronoun", "description")]
    return references, {m.person for m in people if m.person is not None and m.how in ("name", "surname")}


def learn(found: Sequence[Pronoun]) -> dict[str, float]:
    """What each sign weighs."""
    rows = [([signs(standing) for standing in one.standings], one.right) for one in found]
    index, best = choose(rows, np.array([one.weight for one in found]), RIDGE, FEWEST)
    return {sign: round(float(best[at]), 3) for sign, at in index.items() if abs(best[at]) >= LEAST}


def save(weights: Mapping[str, float], path: Path = WEIGHTS) -> None:
    """Write what the signs weigh, in the order of their names."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("sign", "weight"))
        rows.writerows(sorted(weights.items()))


def rightly(found: Sequence[Pronoun], weights: Mapping[str, float]) -> int:
    """How many pronouns are resolved rightly."""
    return sum(_is_right(one, weights) for one in found)


def _is_right(one: Pronoun, weights: Mapping[str, float]) -> bool:
    totals = [weigh(signs(standing), weights) for standing in one.standings]
    return one.right[totals.index(max(totals))]


def cross_validate(documents: Sequence[Sequence[Pronoun]], folds: int) -> str:
    """How many of the pronouns are resolved rightly, those of each document by weights from the other folds."""
    right = 0
    for fold in range(folds):
        kept = [one for at, found in enumerate(documents) if at % folds != fold for one in found]
        unseen = [one for at, found in enumerate(documents) if at % folds == fold for one in found]
        right += rightly([one for one in unseen if one.weight == 1.0], learn(kept))
    count = sum(one.weight == 1.0 for found in documents for one in found)
    return f"{right} of {count} pronouns ({right / count:.1%})"


def main() -> int:
    """Learn and save, or cross-validate."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=Path(os.environ.get("CORPUS", "../shared/corpus")))
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    if not args.corpus.exists():
        print(f"{args.corpus}: no corpus here, and our own texts do not tell where their claims stand")
        return 0
    documents = [pronouns(annotated) for annotated in (*gold(args.corpus, LEARNED), *more(args.corpus), *examples())]
    if args.folds:
        print(cross_validate(documents, args.folds))
        return 0
    weights = learn([one for found in documents for one in found])
    save(weights)
    print(f"{WEIGHTS}: {len(weights)} signs from {sum(map(len, documents))} pronouns")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
