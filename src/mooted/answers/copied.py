"""Which documents about a person are copies of others: only those are compared that say the same in like words.

What a copy says of a person stands in its origin too, in the same or nearly the same words, and under another
publisher; and so do several of its claims, or its title. That much the entries tell; whole texts are fetched and
compared for the few pairs of which it is so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from mooted.language.fold import key
from mooted.model.document import Document
from mooted.model.entry import Entry, Imprint
from mooted.sagas.copies import Derived, copied
from mooted.sagas.echo import said

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_WITHIN = timedelta(days=30)
_LIKE = 0.35  # the share of words that two titles or two pieces of evidence have in common
_BACK = 20  # entries that say the same, to compare one with
_MOST = 3  # earlier documents to compare one with, the nearest first
_WORD = re.compile(r"\w+")


def copies_among(ledger: Ledger, entries: Sequence[Entry]) -> dict[str, Derived]:
    """The documents of these entries that are copies of others of them, by id, each with the first of its line."""
    found: dict[str, Derived] = {}
    fetched: dict[tuple[str, str], Document | None] = {}
    for imprint, earlier in sorted(_candidates(entries).items(), key=lambda pair: _order(pair[0])):
        document = _fetch(ledger, imprint, fetched)
        others = [one for one in (_fetch(ledger, other, fetched) for other in earlier) if one]
        copy = copied(document, others) if document else None
        if copy:
            root = found.get(copy.origin or "")
            found[imprint.document] = copy._replace(origin=root.origin) if root else copy
    return found


def _order(imprint: Imprint) -> tuple[object, str]:
    return imprint.said_at, imprint.document


def _fetch(ledger: Ledger, imprint: Imprint, fetched: dict[tuple[str, str], Document | None]) -> Document | None:
    which = imprint.document, imprint.version
    if which not in fetched:
        fetched[which] = ledger.document(*which)
    return fetched[which]


def _candidates(entries: Iterable[Entry]) -> Mapping[Imprint, tuple[Imprint, ...]]:
    """For each document the earlier ones of other publishers that it may be made from."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        groups.setdefault(said(entry), []).append(entry)
    shared = Counter((later.imprint, earlier.imprint) for group in groups.values() for later, earlier in _pairs(group))
    found: dict[Imprint, list[Imprint]] = {}
    for (later, earlier), times in shared.items():
        if times > 1 or _alike(later.title or "", earlier.title or ""):
            found.setdefault(later, []).append(earlier)
    return {imprint: tuple(earlier)[:_MOST] for imprint, earlier in found.items()}


def _pairs(group: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Entries that say the same in like words under two publishers, each with the few before it."""
    for at, later in enumerate(group):
        for earlier in reversed(group[max(0, at - _BACK) : at]):
            if later.said_at - earlier.said_at > _WITHIN:
                break
            if _publisher(later) != _publisher(earlier) and _alike(
                later.claim.evidence.words, earlier.claim.evidence.words
            ):
                yield later, earlier


def _publisher(entry: Entry) -> str | None:
    return entry.imprint.family or entry.imprint.outlet or entry.imprint.document


def _alike(one: str, other: str) -> bool:
    words, others = _words(one), _words(other)
    return len(words & others) >= _LIKE * max(1, len(words | others))


@lru_cache(maxsize=4096)
def _words(evidence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(key(evidence)))
