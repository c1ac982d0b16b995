"""Run the reader over everything that has gold, and say how well it did.

    python -m bench.measure [--corpus DIR] [--errors SET] [--record NOTE]

Sets: ``train`` and ``dev`` where the corpus is at hand (DIR, else $CORPUS, else ../shared/corpus), and always three of
ours: ``examples``, and two from which no weight is learned, ``hard``: texts about what the reader gets wrong, and
``lines``: sentences that stand alone, as somebody types them in. Of other-topics.jsonl.gz, which is about other things,
it tells the claims per document; of the seed articles each one's F1. --errors prints the mistakes of one set as JSON
lines instead; --record adds a dated line to SCORES.md.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bench.agreement import Told, told
from bench.corpus import UNSEEN, own
from bench.score import Claims, Score, Tally, load, mistakes, score
from mooted.documents import open_documents
from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.wire import claim_to_json
from mooted.pipeline import read_document

ROOT = Path(__file__).resolve().parent.parent
GOLD_OF_EXAMPLES = ROOT / "bench" / "gold" / "examples.gold.jsonl"
SCORES = ROOT / "bench" / "SCORES.md"
OTHER_TOPICS = "other-topics.jsonl.gz"
SPLITS = ("train", "dev")
UNSEEN_SETS = ("hard", "lines", "reports")
SETS = (*SPLITS, "examples", *UNSEEN_SETS)
RECORD_HEAD = """\
# Scores

One line for each change worth remembering: F1 on dev (links, claims, full), sources right on dev, F1 of claims on
train and on our own examples, and claims per document on pages about other things.

| date | note | dev links | claims | full | sources | train claims | examples claims | other-topics |
|---|---|---:|---:|---:|---:|---:|---:|---:|
"""
Reader = Callable[[Document], Iterable[Claim]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of the reader came to; ``chatter`` is claims per document where there are none to find."""

    scores: Mapping[str, Score]
    seeds: Mapping[str, Tally]
    chatter: float | None


def measure(corpus: Path, reader: Reader = read_document, sets: Sequence[str] = SETS) -> Measured:
    """Read and score the named sets; those of the corpus only where it is at hand."""
    scores: dict[str, Score] = {}
    for name in sets:
        if name == "examples":
            scores[name] = score(load(GOLD_OF_EXAMPLES), read([ROOT / "examples"], reader))
        elif name in UNSEEN_SETS:
            texts = own(UNSEEN / name)
            gold = {text.document.id: text.claims for text in texts}
            scores[name] = score(gold, {text.document.id: claims_of(text.document, reader) for text in texts})
        elif (corpus / f"{name}.jsonl").exists():
            scores[name] = score(load(corpus / f"{name}.gold.jsonl"), read([corpus / f"{name}.jsonl"], reader))
    return Measured(scores, _seeds(scores), _chatter(corpus / OTHER_TOPICS, reader) if len(sets) > 1 else None)


def read(paths: Sequence[Path], reader: Reader) -> Claims:
    """The claims of every document below the paths, by document; what cannot be read is told on stderr."""
    claims: dict[str, tuple[Told, ...]] = {}
    for opened in open_documents(paths):
        if isinstance(opened, Document):
            claims[opened.id] = claims_of(opened, reader)
        else:
            print(opened, file=sys.stderr)
    return claims


def claims_of(document: Document, reader: Reader) -> tuple[Told, ...]:
    """What a reader finds in a document, as the scorer compares it."""
    return tuple(told(claim_to_json(claim)) for claim in reader(document))


def _seeds(scores: Mapping[str, Score]) -> dict[str, Tally]:
    judged = [one for result in scores.values() for one in result.judged if one.document.startswith("seed-")]
    return {one.document: Tally(len(one.pairs), len(one.extra), len(one.missed)) for one in judged}


def _chatter(path: Path, reader: Reader) -> float | None:
    if not path.exists():
        return None
    found = read([path], reader)
    return sum(map(len, found.values())) / max(len(found), 1)


def as_text(measured: Measured) -> str:
    """The tables: a line per set, a line per event, then seeds and chatter."""
    scores = measured.scores
    rows = [
        f"{'':10}{'docs':>5}"
        + "".join(f"   {name:<7} P     R    F1" for name in ("links", "claims", "full"))
        + "   sources"
    ]
    for name, result in scores.items():
        parts = "".join(
            f"    {tally.precision:8.3f} {tally.recall:5.3f} {tally.f1:5.3f}"
            for tally in (result.links, result.claims, result.full)
        )
        rows.append(f"{name:10}{result.documents:5}{parts}{result.attributes['sources']:10.3f}")
    rows += ["", f"{'F1 (tp/fp/fn)':18}" + "".join(f"{name:>22}" for name in scores)]
    for event in sorted({event for result in scores.values() for event in result.events}):
        rows.append(f"  {event:16}" + "".join(f"{_event(result.events.get(event)):>22}" for result in scores.values()))
    if measured.seeds:
        rows += [
            "",
            "claims F1 of the seeds: " + "  ".join(f"{name} {tally.f1:.3f}" for name, tally in measured.seeds.items()),
        ]
    if measured.chatter is not None:
        rows += ["", f"other topics: {measured.chatter:.3f} claims a document"]
    return "\n".join(rows)


def _event(tally: Tally | None) -> str:
    return f"{tally.f1:.3f} ({tally.tp}/{tally.fp}/{tally.fn})" if tally else "-"


def record(measured: Measured, note: str, day: date, path: Path = SCORES) -> str:
    """Add a line to the table of scores, and give it back."""
    cells = [
        day.isoformat(),
        " ".join(note.replace("|", "/").split()),
        _figure(measured, "dev", lambda result: result.links.f1),
        _figure(measured, "dev", lambda result: result.claims.f1),
        _figure(measured, "dev", lambda result: result.full.f1),
        _figure(measured, "dev", lambda result: result.attributes["sources"]),
        _figure(measured, "train", lambda result: result.claims.f1),
        _figure(measured, "examples", lambda result: result.claims.f1),
        "-" if measured.chatter is None else f"{measured.chatter:.3f}",
    ]
    line = f"| {' | '.join(cells)} |\n"
    text = path.read_text(encoding="utf-8") if path.exists() else RECORD_HEAD
    path.write_text(text + line, encoding="utf-8")
    return line


def _figure(measured: Measured, name: str, figure: Callable[[Score], float]) -> str:
    return f"{figure(measured.scores[name]):.3f}" if name in measured.scores else "-"


def main() -> int:
    """Measure and print the tables, or the mistakes of one set."""
    parser = argparse.ArgumentParser(description="Run the reader over everything that has gold.")
    parser.add_argument(
        "--corpus", type=Path, default=Path(os.environ.get("CORPUS", ROOT.parent / "shared" / "corpus"))
    )
    parser.add_argument("--errors", choices=SETS, metavar="SET", help="print the mistakes of this set as JSON lines")
    parser.add_argument("--record", metavar="NOTE", help="add a dated line to SCORES.md")
    arguments = parser.parse_args()
    if arguments.errors:
        measured = measure(arguments.corpus, sets=[arguments.errors])
        for mistake in (line for result in measured.scores.values() for line in mistakes(result)):
            print(json.dumps(mistake, ensure_ascii=False))
        return 0
    measured = measure(arguments.corpus)
    print(as_text(measured))
    if arguments.record:
        print("\n" + record(measured, arguments.record, datetime.now(UTC).date()), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
