"""Copies: documents made from another, word for word or with the words exchanged.

Candidates come from signatures; what counts is how much of the later document stands in the earlier one, sentence by
sentence, or how much of its names and numbers in the same order. The earliest is the origin; of equals the lowest id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from mooted.language.sentences import split
from mooted.model.document import Document
from mooted.model.entry import Derivation
from mooted.sagas.signature import bands, shingles, signature, skeleton, text_of, words_of

_COPIED = 0.5  # the share of a document's sentences that stand in another
_SENTENCE = 0.5  # the share of a sentence's threes of words
_SPUN = 0.65  # the share of names and numbers that come in the same order
_FEWEST = 10  # names and numbers from which their order tells
_SHORT = 5  # words of a sentence that says something
COPIED_WITHIN = timedelta(days=30)  # by which a copy may follow its origin
_CROWD = 200  # documents under one key, beyond which it is a form letter's and tells nothing
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


class Derived(NamedTuple):
    """What a document derives from and how; ``new`` tells whether it says anything that was not said before.

    ``origin`` is null where a source is cited whose own report is not there, and ``kind`` where it stands by itself.
    ``share`` is the part of it that stands in the origin, 0 to 1.
    """

    document: str
    origin: str | None = None
    kind: Derivation | None = None
    new: bool = True
    share: float = 0.0


def copies(documents: Iterable[Document]) -> dict[str, Derived]:
    """The documents that are copies of others, by id, each with the first of its line as origin."""
    found: dict[str, Derived] = {}
    index: dict[bytes, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=order):
        keys = bands(signature(document))
        copy = copied(document, [earlier for key in keys for earlier in index[key][:_CROWD]])
        if copy is not None:
            root = found.get(copy.origin or "")
            found[document.id] = copy._replace(origin=root.origin) if root else copy
        for key in keys:
            index[key].append(document)
    return found


def order(document: Document) -> tuple[datetime, str]:
    """Documents in the order in which they were said."""
    return document.said_at or _LONG_AGO, document.id


def copied(document: Document, candidates: Iterable[Document]) -> Derived | None:
    """Which of the earlier candidates a document is made from: that of which most stands in it, then the earliest."""
    best: Derived | None = None
    for earlier in sorted({one.id: one for one in candidates if one.id != document.id}.values(), key=order):
        if order(earlier) > order(document) or order(document)[0] - order(earlier)[0] > COPIED_WITHIN:
            continue
        made = compared(document, earlier)
        if made is not None and (best is None or made.share > best.share):
            best = made
    return best


def compared(document: Document, earlier: Document) -> Derived | None:
    """Whether one document is made from an earlier one, and how; null where it is not."""
    names, theirs = _names_of(document), _names_of(earlier)
    if len(set(names) & set(theirs)) >= _COPIED * len(set(names)):
        share = _sentences_in(text_of(document), text_of(earlier))
        if share >= _COPIED:
            return Derived(document.id, earlier.id, "copy", False, round(share, 3))
    share = _same_order(names, theirs)
    return Derived(document.id, earlier.id, "spun", False, round(share, 3)) if share >= _SPUN else None


@lru_cache(maxsize=256)
def _names_of(document: Document) -> tuple[str, ...]:
    return skeleton(text_of(document))


def _sentences_in(text: str, other: str) -> float:
    """The share of sentences, by their length, most of whose threes of words stand in another text."""
    theirs = shingles(words_of(other), 3)
    whole = stands = 0
    for start, stop, _ in split(text):
        words = words_of(text[start:stop])
        if len(words) >= _SHORT:
            threes = shingles(words, 3)
            whole += len(words)
            stands += len(words) if len(threes & theirs) >= _SENTENCE * len(threes) else 0
    return stands / whole if whole else 0.0


def _same_order(names: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """The share of names and numbers that stand in the same order in both, of the shorter of the two."""
    if min(len(names), len(theirs)) < _FEWEST or sum(map(set(theirs).__contains__, names)) < _SPUN * len(names):
        return 0.0  # too few, or too few in common in whatever order
    blocks = SequenceMatcher(None, names, theirs, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) / len(names)
