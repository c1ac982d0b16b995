"""Score a reader's claims against gold claims.

    python -m bench.score GOLD.jsonl PREDICTED.jsonl [--errors] [--json]

Both files hold one document a line: {"id": ..., "claims": [...]}. Three figures, each with precision, recall
and F1: *links* (who is linked with which club), *claims* (person, event and club), *full* (the claim with its
holder, polarity, modality, deal and fee right as well); and of the matched claims, how often each attribute
is right. A gold claim marked optional is neither rewarded nor punished.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.agreement import (
    ATTRIBUTES,
    FULL,
    PURSUIT,
    Told,
    agrees,
    entailed,
    same_claim,
    same_club,
    same_person,
    told,
    words,
)

Claims = Mapping[str, Sequence[Told]]
Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was right, what was too much, and what was missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """One document: the pairs that count, what was missed, what was too much, and its links."""

    document: str
    pairs: tuple[tuple[Told, Told], ...]
    missed: tuple[Told, ...]
    extra: tuple[Told, ...]
    links: Tally


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of a set of documents."""

    documents: int
    links: Tally
    claims: Tally
    full: Tally
    attributes: Mapping[str, float]
    events: Mapping[str, Tally]
    judged: tuple[Judged, ...] = field(default=(), compare=False, repr=False)


def score(gold: Claims, found: Claims) -> Score:
    """Judge every gold document; one that was not read counts as read without a claim."""
    judged = tuple(judge(document, truth, found.get(document, ())) for document, truth in gold.items())
    pairs = [pair for one in judged for pair in one.pairs]
    claims = sum((Tally(len(one.pairs), len(one.extra), len(one.missed)) for one in judged), Tally())
    full = sum(all(agrees(attribute, *pair) for attribute in FULL) for pair in pairs)
    half = len(pairs) - full
    return Score(
        documents=len(gold),
        links=sum((one.links for one in judged), Tally()),
        claims=claims,
        full=Tally(full, claims.fp + half, claims.fn + half),
        attributes=_attributes(pairs),
        events=_events(judged),
        judged=judged,
    )


def judge(document: str, gold: Sequence[Told], found: Sequence[Told]) -> Judged:
    """Match one to one, then set aside what neither side should be charged for."""
    pairs, missed, extra = _pair(gold, found)
    return Judged(
        document=document,
        pairs=tuple((g, f) for g, f in pairs if not g.optional),
        missed=tuple(g for g in missed if not g.optional),
        extra=tuple(f for f in extra if not any(entailed(f, g) for g in gold)),
        links=_tally_links(gold, found),
    )


def _pair(gold: Sequence[Told], found: Sequence[Told]) -> tuple[list[tuple[Told, Told]], list[Told], list[Told]]:
    """Sure claims choose before optional ones; of several that fit, the one whose attributes agree most."""
    left = list(found)
    pairs, missed = [], []
    for g in sorted(gold, key=lambda claim: claim.optional):
        fits = [f for f in left if same_claim(g, f)]
        if not fits:
            missed.append(g)
            continue
        best = max(fits, key=lambda f: sum(agrees(attribute, g, f) for attribute in ATTRIBUTES))
        left.remove(best)
        pairs.append((g, best))
    return pairs, missed, left


def links(claims: Iterable[Told]) -> list[Link]:
    """Who is linked with which club, each once."""
    seen: list[Link] = []
    for claim in claims:
        if claim.event in PURSUIT and claim.player and claim.club_to:
            link = claim.player, claim.club_to
            if not _among(link, seen):
                seen.append(link)
    return seen


def _among(link: Link, seen: Iterable[Link]) -> bool:
    return any(same_person(link[0], person) and same_club(link[1], club) for person, club in seen)


def _tally_links(gold: Sequence[Told], found: Sequence[Told]) -> Tally:
    sure = links(claim for claim in gold if not claim.optional)
    spare = links(claim for claim in gold if claim.optional)
    read = links(found)
    hits = sum(_among(link, read) for link in sure)
    wrong = sum(not _among(link, sure) and not _among(link, spare) for link in read)
    return Tally(hits, wrong, len(sure) - hits)


def _attributes(pairs: Sequence[tuple[Told, Told]]) -> dict[str, float]:
    """How often each attribute of a matched claim is right; ``full_name``: the name as gold has it, whole."""
    right = Counter(attribute for g, f in pairs for attribute in ATTRIBUTES if agrees(attribute, g, f))
    right["full_name"] = sum(words(g.player or "") == words(f.player or "") for g, f in pairs)
    return {name: right[name] / len(pairs) if pairs else 0.0 for name in (*ATTRIBUTES, "full_name")}


def _events(judged: Iterable[Judged]) -> dict[str, Tally]:
    events: dict[str, Tally] = {}
    for one in judged:
        tallies = ((Tally(tp=1), [g for g, _ in one.pairs]), (Tally(fp=1), one.extra), (Tally(fn=1), one.missed))
        for tally, claims in tallies:
            for claim in claims:
                events[claim.event] = events.get(claim.event, Tally()) + tally
    return dict(sorted(events.items()))


def mistakes(result: Score) -> Iterable[dict[str, object]]:
    """Each missed, extra and half-right claim as a JSON line's worth."""
    for one in result.judged:
        for error, claims in (("missed", one.missed), ("extra", one.extra)):
            for claim in claims:
                yield {"document": one.document, "error": error, **claim.row}
        for g, f in one.pairs:
            wrong = [attribute for attribute in ATTRIBUTES if not agrees(attribute, g, f)]
            if wrong:
                yield {"document": one.document, "error": ", ".join(wrong), "gold": dict(g.row), "found": dict(f.row)}


def load(path: str | Path) -> dict[str, tuple[Told, ...]]:
    """The claims of a JSONL file, by document."""
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return {row["id"]: tuple(told(claim) for claim in row["claims"]) for row in rows}


def figures(tally: Tally) -> dict[str, float]:
    """A tally with its precision, recall and F1, four places."""
    rates = {name: round(getattr(tally, name), 4) for name in ("precision", "recall", "f1")}
    return {**rates, **asdict(tally)}


def as_json(result: Score) -> dict[str, Any]:
    """The figures for programs."""
    return {
        "documents": result.documents,
        "links": figures(result.links),
        "claims": figures(result.claims),
        "full": figures(result.full),
        "attributes": {name: round(share, 4) for name, share in result.attributes.items()},
        "events": {event: figures(tally) for event, tally in result.events.items()},
    }


def as_text(result: Score) -> str:
    """The figures as a page of text."""
    rows = [f"{result.documents} documents"]
    for name, tally in (("links", result.links), ("claims", result.claims), ("full", result.full)):
        rates = f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
        rows.append(f"{name:8} {rates}   (tp {tally.tp}, fp {tally.fp}, fn {tally.fn})")
    rows.append(
        "right, of the matched: " + "  ".join(f"{name} {share:.2f}" for name, share in result.attributes.items())
    )
    for event, tally in result.events.items():
        rows.append(f"  {event:16} F1 {tally.f1:.3f}  (tp {tally.tp}, fp {tally.fp}, fn {tally.fn})")
    return "\n".join(rows)


def main() -> int:
    """Score the file named second against the gold file named first."""
    parser = argparse.ArgumentParser(description="Score a reader's claims against gold claims.")
    parser.add_argument("gold")
    parser.add_argument("predicted")
    parser.add_argument(
        "--errors", action="store_true", help="print each missed, extra and half-right claim as a JSON line"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()
    result = score(load(arguments.gold), load(arguments.predicted))
    if arguments.errors:
        for mistake in mistakes(result):
            print(json.dumps(mistake, ensure_ascii=False))
    print(json.dumps(as_json(result), indent=2) if arguments.json else as_text(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
