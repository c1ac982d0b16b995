"""Which documents about a person are copies of others: only those are compared whose signatures have a band in common.

What a copy says of a person stands in its origin too, under another publisher. So the documents that say the same are
looked up by the signatures that the ledger keeps; whole texts are fetched and compared for the few pairs that agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from mooted.model.document import Document
from mooted.model.entry import Entry, Imprint
from mooted.sagas.copies import COPIED_WITHIN, Derived, copied
from mooted.sagas.echo import said
from mooted.sagas.signature import bands

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_BACK = 20  # documents that say the same, to compare one with
_MOST = 3  # earlier documents whose texts one is compared with, the nearest first
Version = tuple[str, str]


def copies_among(ledger: Ledger, entries: Sequence[Entry]) -> dict[str, Derived]:
    """The documents of these entries that are copies of others of them, by id, each with the first of its line."""
    found: dict[str, Derived] = {}
    fetched: dict[Version, Document | None] = {}
    for imprint, earlier in sorted(_candidates(ledger, entries).items(), key=lambda pair: _order(pair[0])):
        document = _fetch(ledger, imprint, fetched)
        others = [one for one in (_fetch(ledger, other, fetched) for other in earlier) if one]
        copy = copied(document, others) if document else None
        if copy:
            root = found.get(copy.origin or "")
            found[imprint.document] = copy._replace(origin=root.origin) if root else copy
    return found


def _order(imprint: Imprint) -> tuple[object, str]:
    return imprint.said_at, imprint.document


def _fetch(ledger: Ledger, imprint: Imprint, fetched: dict[Version, Document | None]) -> Document | None:
    which = imprint.document, imprint.version
    if which not in fetched:
        fetched[which] = ledger.document(*which)
    return fetched[which]


def _candidates(ledger: Ledger, entries: Iterable[Entry]) -> Mapping[Imprint, tuple[Imprint, ...]]:
    """For each document the earlier ones of other publishers that it may be made from, the nearest first."""
    groups: dict[tuple[object, ...], list[Imprint]] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        groups.setdefault(said(entry), []).append(entry.imprint)
    pairs = dict.fromkeys(pair for group in groups.values() if len(group) > 1 for pair in _pairs(group))
    signed = ledger.signatures({_version(imprint) for pair in pairs for imprint in pair})
    found: dict[Imprint, list[Imprint]] = {}
    for later, earlier in pairs:
        if _agree(signed.get(_version(later)), signed.get(_version(earlier))):
            found.setdefault(later, []).append(earlier)
    return {imprint: tuple(earlier)[:_MOST] for imprint, earlier in found.items()}


def _pairs(group: Sequence[Imprint]) -> Iterator[tuple[Imprint, Imprint]]:
    """Documents that say the same under two publishers, each with the few before it."""
    for at, later in enumerate(group):
        for earlier in reversed(group[max(0, at - _BACK) : at]):
            if later.said_at - earlier.said_at > COPIED_WITHIN:
                break
            if later.document != earlier.document and _publisher(later) != _publisher(earlier):
                yield later, earlier


def _publisher(imprint: Imprint) -> str:
    return imprint.family or imprint.outlet or imprint.document


def _version(imprint: Imprint) -> Version:
    return imprint.document, imprint.version


def _agree(one: bytes | None, other: bytes | None) -> bool:
    """Do two signatures have a band in common? A document that has none may be a copy of any."""
    return one is None or other is None or not _bands(one).isdisjoint(_bands(other))


@lru_cache(maxsize=4096)
def _bands(signature: bytes) -> frozenset[bytes]:
    return frozenset(bands(signature))
