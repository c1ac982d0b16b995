"""Annotated documents to learn from: the gold of a corpus folder, and our own short texts in ``tests/corpus``; and
those to be judged by alone, in the folders of ``bench/unseen``.

The format of our own is told in CONTRIBUTING: lines of text, then a line ``> player | event | ...`` a claim.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from bench.agreement import Told, told
from mooted.claims.lexicon import rules
from mooted.documents import open_documents
from mooted.model.document import Document

MORE = tuple(sorted((Path(__file__).parent / "gold").glob("corpus*.gold.jsonl")))
EXAMPLES = Path(__file__).parent.parent / "examples"
EXAMPLES_GOLD = Path(__file__).parent / "gold" / "examples.gold.jsonl"
RULES = "rules.txt:"  # how the names of the sentences beside the rules begin
PLAIN = "plain-"  # how those of other plain sentences of ours do
OWN = Path(__file__).parent.parent / "tests" / "corpus"
UNSEEN = Path(__file__).parent / "unseen"  # texts of our own that no weight is learned from, a folder a set
LEARNED = "train"  # the half of a corpus folder that is learned from
READ = "more"  # the documents of others that we have read ourselves
_MODALITIES = ("actual", "possible", "conditional")
_DEALS = ("permanent", "loan", "loan_option", "loan_obligation", "free", "swap")


class Annotated(NamedTuple):
    """A document and what careful readers found in it; ``set`` is where it comes from."""

    set: str
    document: Document
    claims: tuple[Told, ...]


def gold(folder: Path, split: str) -> list[Annotated]:
    """The documents of ``folder/split.jsonl`` with the claims of ``split.gold.jsonl``."""
    claims = {row["id"]: row["claims"] for row in _lines(folder / f"{split}.gold.jsonl")}
    return [
        Annotated(split, _document(row), tuple(told(claim) for claim in claims[row["id"]]))
        for row in _lines(folder / f"{split}.jsonl")
    ]


def examples() -> list[Annotated]:
    """The articles of ``examples/`` with their gold."""
    claims = {row["id"]: row["claims"] for row in _lines(EXAMPLES_GOLD)}
    return [
        Annotated("examples", document, tuple(told(claim) for claim in claims[document.id]))
        for document in open_documents([EXAMPLES])
        if isinstance(document, Document) and document.id in claims
    ]


def readings() -> Iterator[dict[str, Any]]:
    """The rows of every file of ours: a document's id and its claims."""
    for path in MORE:
        yield from _lines(path)


def more(folder: Path) -> list[Annotated]:
    """Our own reading of documents of the unlabelled corpora: claims, and where the words stand that carry them."""
    claims = {row["id"]: row["claims"] for row in readings()}
    files = sorted({name.rsplit("-", 1)[0] for name in claims})
    found: list[Annotated] = []
    for file in files:
        path = folder / f"{file}.jsonl.gz"
        if not path.exists():
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if row["id"] in claims]
        found += [Annotated(READ, _document(row), tuple(told(claim) for claim in claims[row["id"]])) for row in rows]
    return found


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _document(row: Mapping[str, Any]) -> Document:
    return Document(
        row["id"], row["text"], row.get("title"), row.get("outlet"), published_at=_date(row.get("published"))
    )


def _date(words: str | None) -> datetime | None:
    if not words:
        return None
    moment = datetime.fromisoformat(words)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def own(folder: Path = OWN) -> list[Annotated]:
    """Every document of our own, named by file and line."""
    return [document for path in sorted(folder.glob("*.txt")) for document in read_own(path)]


def rule_examples() -> list[Annotated]:
    """The sentences that stand beside the rules, as documents: what each must and must not read."""
    found = []
    for rule in rules():
        for number, line in enumerate((*rule.reads, *rule.passes)):
            sentence, *claims = line.split(" > ")
            name = f"{RULES}{rule.name}:{number}"
            found.append(
                Annotated("rules", Document(name, sentence.strip()), tuple(_claim(claim, name) for claim in claims))
            )
    return found


def read_own(path: Path) -> Iterator[Annotated]:
    """The documents of one file of our own."""
    block: list[str] = []
    begins = 1
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.strip():
            block.append(line)
            continue
        if block:
            yield _own_document(path, begins, block)
        block, begins = [], number + 1


def _own_document(path: Path, begins: int, block: list[str]) -> Annotated:
    name = f"{path.name}:{begins}"
    told_of = dict(line[1:].split(" ", 1) for line in block if line.startswith("@") and " " in line)
    text = "\n".join(line for line in block if not line.startswith((">", "@title", "@published", "@outlet")))
    claims = tuple(
        _claim(line[1:].strip(), name) for line in block if line.startswith(">") and line[1:].strip() != "nothing"
    )
    document = Document(
        name, text, told_of.get("title"), told_of.get("outlet"), published_at=_date(told_of.get("published"))
    )
    return Annotated(path.stem, document, claims)


def _claim(line: str, place: str) -> Told:
    """One line ``player | event | to X | from Y | ...`` as a claim."""
    player, event, *rest = (field.strip() for field in line.split(" | "))
    row: dict[str, Any] = {"player": None if player == "-" else player, "event": event, "sources": []}
    for field in rest:
        _field(row, field, place)
    return told(row)


def _field(row: dict[str, Any], field: str, place: str) -> None:
    word, _, value = field.partition(" ")
    if word == "to":
        row["club_to"] = value
    elif word == "from":
        row["club_from"] = value
    elif word in _MODALITIES:
        row["modality"] = word
    elif word in _DEALS:
        row["deal"] = word
    elif word == "denied":
        row["polarity"] = "denied"
    elif word == "fee":
        amount, currency, kind = value.split()
        row["fee"] = {"amount": int(amount), "currency": currency, "kind": kind}
    elif word == "says":
        row["sources"].append(value)
    elif word == "position":
        row["position"] = value
    elif word == "if":
        row["condition"] = field
    elif word == "optional":
        row["optional"] = True
    elif word != "affirmed":
        raise ValueError(f"{place}: no field of a claim: {field!r}")
