"""Learn the weights of the chooser: ``python -m bench.train [--corpus DIR] [--folds N]``.

Reads the training half of the corpus folder, where there is one, and our own texts; writes
``src/mooted/claims/weights.json.xz``. With ``--folds`` it writes nothing and reports cross-validation by
document: each document is read with weights that never saw it.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bench.agreement import Told, told
from bench.carriers import carried, halfway
from bench.corpus import LEARNED, Annotated, gold, more, own, rule_examples
from bench.corpus import examples as articles
from bench.fitting import Choices, Settings, fit_doubts, fit_gate, fit_holder_network, fit_holders, rivalries
from bench.judging import Example, examples, places
from bench.score import as_text, score
from bench.stacking import fit_forest, fit_whole, judged
from mooted.claims.choice import WEIGHTS, Chooser
from mooted.claims.extract import extract
from mooted.claims.packing import packed
from mooted.entities.book import load as load_book
from mooted.entities.scan import scan
from mooted.model.wire import claim_to_json
from mooted.pipeline import Undressed, press_of, undress

FOLD_ITERATIONS = 60  # of choosers that are only asked how sure they are


def learn(documents: Sequence[Annotated], rows: Sequence[Sequence[Example]], settings: Settings) -> Chooser:
    """The chooser that annotated documents teach; ``rows`` are their questions.

    A first fit tells which phrases of our texts carry their claims; a second learns from those alone, and the mean of
    both is kept. How a document as a whole tells its claims is learned from choosers that had not seen it, a fold each.
    """
    every = Choices(rows, settings)
    widest = every.weights()
    rows = carried(rows, every, widest)
    likeliest = Choices(rows, settings)
    weights = halfway(widest, likeliest.weights())
    rivals = rivalries(rows)
    doubts, holders = fit_doubts(rows, settings), fit_holders(rivals, settings)
    chooser = Chooser(
        packed(weights), settings.threshold, packed(doubts), packed(holders), layers=likeliest.network(),
        holder_layers=fit_holder_network(rivals),
    )  # fmt: skip
    gate, deaf = fit_gate(rows, chooser, settings)
    chooser = replace(chooser, gate=gate, deaf=deaf)
    told = []
    for fold in range(settings.folds):
        unseen = range(fold, len(rows), settings.folds)
        blind = halfway(*(choices.weights(unseen, FOLD_ITERATIONS) for choices in (every, likeliest)))
        rivals = rivalries([row for at, row in enumerate(rows) if at not in unseen])
        other = replace(
            chooser, weights=packed(blind), holders=packed(fit_holders(rivals, settings)),
            layers=likeliest.network(unseen), holder_layers=fit_holder_network(rivals),
        )  # fmt: skip
        told += [one for at in unseen for one in judged(documents[at], rows[at], other)]
    return replace(chooser, whole=fit_whole(told, settings), trees=fit_forest(told, settings))


def read_all(documents: Sequence[Annotated], chooser: Chooser) -> dict[str, tuple[Told, ...]]:
    """What the reader finds in documents with a chooser."""
    book = load_book()
    press = press_of(book)
    return {
        a.document.id: tuple(
            told(claim_to_json(c)) for c in extract(a.document, scan(a.document, book), chooser, press)
        )
        for a in documents
    }


def save(chooser: Chooser, path: Path = WEIGHTS) -> None:
    """Write the weights as sorted JSON, compressed; the same weights make the same file."""
    data = {
        "threshold": chooser.threshold,
        "whole": chooser.whole,
        "trees": chooser.trees,
        "layers": chooser.layers,
        "holder_layers": chooser.holder_layers,
        "weights": chooser.weights.unpacked(),
        "doubts": chooser.doubts.unpacked(),
        "holders": chooser.holders.unpacked(),
        "gate": chooser.gate,
        "deaf": chooser.deaf,
    }
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    path.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))


def main() -> int:
    """Learn and save, or cross-validate."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=Path(os.environ.get("CORPUS", "../shared/corpus")))
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    settings = Settings()
    learned = [*map(plainly, [*gold(args.corpus, LEARNED), *more(args.corpus)] if args.corpus.exists() else [])]
    ours = [*map(plainly, (*own(), *rule_examples(), *articles()))]
    if args.folds:
        print(cross_validate(learned, ours, settings, args.folds))
        return 0
    documents = [*learned, *ours]
    save(learn(documents, examples(documents), settings))
    size = WEIGHTS.stat().st_size / 1e6
    print(f"{WEIGHTS}: {size:.2f} MB from {len(learned)} documents of the corpus and {len(ours)} of our own")
    return 0


def plainly(one: Annotated) -> Annotated:
    """A document as the stages read it, with the places where its claims stand there."""
    plain = undress(one.document, load_book())
    if plain.document is one.document:
        return one
    claims = tuple(_moved(claim, one, plain) for claim in one.claims)
    return one._replace(document=plain.document, claims=claims)


def _moved(claim: Told, one: Annotated, plain: Undressed) -> Told:
    """A claim of a document, at the place where its words stand in the document as read."""
    where = places(one.document, claim)
    if where is None:
        return claim
    part, start, stop = where
    return replace(claim, row={**claim.row, "evidence_in": part, "evidence_span": plain.place_of(part, start, stop)})


def cross_validate(learned: Sequence[Annotated], ours: Sequence[Annotated], settings: Settings, folds: int) -> str:
    """Each document of ``learned`` read with weights from the other folds and our own texts."""
    rows, extra = examples(learned), examples(ours)
    found: dict[str, tuple[Told, ...]] = {}
    for fold in range(folds):
        kept = [at for at in range(len(rows)) if at % folds != fold]
        documents = [*(learned[at] for at in kept), *ours]
        chooser = learn(documents, [*(rows[at] for at in kept), *extra], settings)
        found |= read_all([a for at, a in enumerate(learned) if at % folds == fold], chooser)
    return as_text(score({a.document.id: a.claims for a in learned}, found))


if __name__ == "__main__":
    raise SystemExit(main())
