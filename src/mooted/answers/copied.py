"""Which documents about a person are copies of others: only those are compared whose signatures have a band in common.

What a copy says of a person stands in its origin too, under another publisher. So the documents that say the same are
looked up by the signatures that the ledger keeps; whole texts are fetched and compared for the few pairs that agree.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from mooted.model.document import Document
from mooted.model.entry import Entry, Imprint
from mooted.sagas.copies import COPIED_WITHIN, Derived, copied
from mooted.sagas.echo import said
from mooted.sagas.signature import alike

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_BACK = 20  # documents that say the same, to compare one with
_MOST = 3  # earlier documents whose texts one is compared with, the nearest first
Version = tuple[str, str]


Groups = Sequence[Sequence[Imprint]]
"""Documents that say the same under several publishers, in order, group by group."""


def copies_among(ledger: Ledger, entries: Sequence[Entry]) -> dict[str, Derived]:
    """The documents of these entries that are copies of others of them, by id, each with the first of its line."""
    return copies_within(ledger, [entries])[0]


def copies_within(ledger: Ledger, sets: Iterable[Sequence[Entry]]) -> list[dict[str, Derived]]:
    """The copies among each of several sets of entries, as ``copies_among`` tells them of one."""
    groups = list(map(_groups, sets))
    signed = ledger.signatures({_version(imprint) for one in groups for group in one for imprint in group})
    candidates = [_candidates(one, signed) for one in groups]
    texts = ledger.versions({_version(one) for found in candidates for one in (*found, *chain(*found.values()))})
    return [_copies(one, texts) for one in candidates]


def _copies(candidates: Mapping[Imprint, Sequence[Imprint]], texts: Mapping[Version, Document]) -> dict[str, Derived]:
    found: dict[str, Derived] = {}
    for imprint, earlier in sorted(candidates.items(), key=lambda pair: _order(pair[0])):
        document = texts.get(_version(imprint))
        others = [texts[which] for which in map(_version, earlier) if which in texts]
        copy = copied(document, others) if document else None
        if copy:
            root = found.get(copy.origin or "")
            found[imprint.document] = copy._replace(origin=root.origin) if root else copy
    return found


def _groups(entries: Iterable[Entry]) -> Groups:
    groups: dict[tuple[object, ...], list[Imprint]] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        groups.setdefault(said(entry), []).append(entry.imprint)
    return [group for group in groups.values() if len(set(map(_publisher, group))) > 1]


def _order(imprint: Imprint) -> tuple[object, str]:
    return imprint.said_at, imprint.document


def _candidates(groups: Groups, signed: Mapping[Version, bytes]) -> Mapping[Imprint, tuple[Imprint, ...]]:
    """For each document the earlier ones of other publishers that it may be made from, the nearest first."""
    versions = {_version(imprint) for group in groups for imprint in group}
    kin = alike({which: signed[which] for which in versions if which in signed})
    unsigned = versions - signed.keys()
    found: dict[Version, tuple[Imprint, dict[Version, Imprint]]] = {}
    for group in groups:
        for later, earlier in _pairs(group, kin, unsigned):
            found.setdefault(_version(later), (later, {}))[1].setdefault(_version(earlier), earlier)
    return {later: tuple(earlier.values())[:_MOST] for later, earlier in found.values()}


def _pairs(
    group: Sequence[Imprint], kin: Mapping[Version, Container[Version]], unsigned: Collection[Version]
) -> Iterator[tuple[Imprint, Imprint]]:
    """Documents that say the same under two publishers, each with those of the few before it that are of its ``kin``;
    one that has no signature may be a copy of any."""
    versions = list(map(_version, group))
    for at, later in enumerate(group):
        mine = kin.get(versions[at], ())
        free = versions[at] in unsigned
        if not (free or mine or unsigned):
            continue
        for place in range(at - 1, max(0, at - _BACK) - 1, -1):
            earlier, before = group[place], versions[place]
            if later.said_at - earlier.said_at > COPIED_WITHIN:
                break
            near = free or before in mine or before in unsigned
            if near and later.document != earlier.document and _publisher(later) != _publisher(earlier):
                yield later, earlier


def _publisher(imprint: Imprint) -> str:
    return imprint.family or imprint.outlet or imprint.document


def _version(imprint: Imprint) -> Version:
    return imprint.document, imprint.version
