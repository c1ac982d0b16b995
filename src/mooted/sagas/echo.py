"""Echo: for each claim its origin, who confirms it independently, and who only repeats it, how and how much later.

A claim that cites a source repeats that source: its own report where there is one, else whoever told it first of
that source. What an outlet said before, it or a paper of its publisher repeats. Earliest said is the origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from operator import attrgetter
from typing import NamedTuple

from mooted.model.entry import Derivation, Entry
from mooted.model.saga import Voice
from mooted.sagas.copies import Derived
from mooted.sagas.voice import NOBODY, Families, Hearing, voices

CLOCKS = timedelta(hours=36)
"""By which a source's own report may seem later than those that cite it: some days come without hours."""


class Echo(NamedTuple):
    """Who says an entry, the entry that it repeats and how, with the delay in seconds; ``independent`` counts the
    voices that had said the same up to here."""

    voices: tuple[Voice, ...]
    independent: int
    origin: str | None = None
    how: Derivation | None = None
    delay: int | None = None


class _Telling(NamedTuple):
    """One entry among those that say the same."""

    entry: Entry
    voices: tuple[Voice, ...]
    printer: str

    @property
    def own(self) -> bool:
        """Does the outlet say it by itself?"""
        return not self.entry.claim.sources and self.voices[0].family != NOBODY


def echoes(
    entries: Iterable[Entry], families: Families, derived: Mapping[str, Derived] | None = None
) -> dict[str, Echo]:
    """The echo of each entry, by its id; entries are those of one time, such as a saga's.

    ``derived`` tells of documents which are copies of others.
    """
    line = sorted(entries, key=attrgetter("order"))
    if len(line) == 1:
        return {line[0].id: _alone(voices(line[0], families))}
    groups: dict[tuple[object, ...], list[_Telling]] = defaultdict(list)
    heard = Hearing(families)
    for entry in line:
        groups[said(entry)].append(_Telling(entry, heard.voices(entry), heard.printer(entry).family))
    return {id: echo for group in groups.values() for id, echo in _heard(group, derived or {}).items()}


def said(entry: Entry) -> tuple[object, ...]:
    """What an entry says, whoever says it and however surely."""
    claim = entry.claim
    return entry.person or claim.player, claim.event, claim.club_to, claim.polarity, claim.position


def _heard(group: Sequence[_Telling], derived: Mapping[str, Derived]) -> dict[str, Echo]:
    """The echoes among entries that say the same, in the order in which they were said."""
    if len(group) == 1:  # as most are
        return {group[0].entry.id: _alone(group[0].voices)}
    found: dict[str, Echo] = {}
    families: set[str] = set()
    firsts = _firsts(group)
    for at, telling in enumerate(group):
        source = _source(at, group, firsts, derived)
        if source is None:
            families |= _families(telling)
            found[telling.entry.id] = Echo(telling.voices, max(1, len(families)))
            continue
        origin, how = source
        root = found[origin.entry.id].origin if origin.entry.id in found else None
        first = firsts.told.get(root, origin)
        families |= _families(first)
        delay = max(0, round((telling.entry.said_at - first.entry.said_at).total_seconds()))
        found[telling.entry.id] = Echo(telling.voices, max(1, len(families)), first.entry.id, how, delay)
    return found


def _alone(voices: tuple[Voice, ...]) -> Echo:
    """The echo of what nobody else says."""
    return Echo(voices, max(1, len({voice.family for voice in voices} - {NOBODY})))


class _Firsts(NamedTuple):
    """The places in a group where each document, printer and family speaks first, and each printer in its own name; and
    the tellings by the ids of their entries."""

    documents: dict[str, int]
    printers: dict[str, int]
    owners: dict[str, int]
    families: dict[str, int]
    told: dict[str | None, _Telling]


def _firsts(group: Sequence[_Telling]) -> _Firsts:
    firsts = _Firsts({}, {}, {}, {}, {})
    for at, telling in enumerate(group):
        firsts.told.setdefault(telling.entry.id, telling)
        firsts.documents.setdefault(telling.entry.imprint.document, at)
        firsts.printers.setdefault(telling.printer, at)
        if telling.own:
            firsts.owners.setdefault(telling.printer, at)
        for voice in telling.voices:
            firsts.families.setdefault(voice.family, at)
    return firsts


def _source(
    at: int, group: Sequence[_Telling], firsts: _Firsts, derived: Mapping[str, Derived]
) -> tuple[_Telling, Derivation] | None:
    """Which other telling the one at this place comes from, and how; null where it stands by itself."""
    telling = group[at]
    copied = derived.get(telling.entry.imprint.document)
    if copied and copied.kind in ("copy", "spun"):
        place = firsts.documents.get(copied.origin or "", at)
        if place < at:
            return group[place], copied.kind
    own = telling.own
    mine = set() if own else _families(telling)
    if mine:
        return _cited(at, mine, group, firsts)
    place = firsts.printers[telling.printer]
    if own:
        place = min(place, _foretold(at, group, firsts))
    return (group[place], "family") if place < at else None


def _foretold(at: int, group: Sequence[_Telling], firsts: _Firsts) -> int:
    """The place of another who told this of the outlet so long before that this is no more its first report; else
    ``at``."""
    place = firsts.families.get(group[at].printer, at)
    return place if group[at].entry.said_at - group[place].entry.said_at > CLOCKS else at


def _cited(at: int, mine: set[str], group: Sequence[_Telling], firsts: _Firsts) -> tuple[_Telling, Derivation] | None:
    """What a cited source said itself, also a little later; else who first told it of that source."""
    beyond = len(group)
    place = min(firsts.owners.get(family, beyond) for family in mine)
    if place < beyond and group[place].entry.said_at - group[at].entry.said_at <= CLOCKS:
        return group[place], "cites"
    place = min(firsts.families.get(family, at) for family in mine)
    return (group[place], "cites") if place < at else None


def _families(telling: _Telling) -> set[str]:
    return {voice.family for voice in telling.voices} - {NOBODY}
