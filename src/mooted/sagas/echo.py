"""Echo: for each claim its origin, who confirms it independently, and who only repeats it, how and how much later.

A claim that cites a source repeats that source: its own report where there is one, else whoever told it first of
that source. What an outlet said before, it or a paper of its publisher repeats. Earliest said is the origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import chain, takewhile
from typing import NamedTuple

from mooted.model.entry import Derivation, Entry
from mooted.model.saga import Voice
from mooted.sagas.copies import Derived
from mooted.sagas.voice import NOBODY, Families, printer, voices

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
    groups: dict[tuple[object, ...], list[_Telling]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.order):
        groups[said(entry)].append(_Telling(entry, voices(entry, families), printer(entry, families).family))
    return {id: echo for group in groups.values() for id, echo in _heard(group, derived or {}).items()}


def said(entry: Entry) -> tuple[object, ...]:
    """What an entry says, whoever says it and however surely."""
    claim = entry.claim
    return entry.person or claim.player, claim.event, claim.club_to, claim.polarity, claim.position


def _heard(group: Sequence[_Telling], derived: Mapping[str, Derived]) -> dict[str, Echo]:
    """The echoes among entries that say the same, in the order in which they were said."""
    found: dict[str, Echo] = {}
    families: set[str] = set()
    for at, telling in enumerate(group):
        source = _source(telling, group[:at], group[at + 1 :], derived)
        if source is None:
            families |= {voice.family for voice in telling.voices} - {NOBODY}
            found[telling.entry.id] = Echo(telling.voices, max(1, len(families)))
            continue
        origin, how = source
        root = found[origin.entry.id].origin if origin.entry.id in found else None
        first = next((one for one in group if one.entry.id == root), origin)
        families |= {voice.family for voice in first.voices} - {NOBODY}
        delay = max(0, round((telling.entry.said_at - first.entry.said_at).total_seconds()))
        found[telling.entry.id] = Echo(telling.voices, max(1, len(families)), first.entry.id, how, delay)
    return found


def _source(
    telling: _Telling, before: Sequence[_Telling], after: Sequence[_Telling], derived: Mapping[str, Derived]
) -> tuple[_Telling, Derivation] | None:
    """Which other telling this one comes from, and how; null where it stands by itself."""
    copied = derived.get(telling.entry.imprint.document)
    if copied and copied.kind in ("copy", "spun"):
        for earlier in before:
            if earlier.entry.imprint.document == copied.origin:
                return earlier, copied.kind
    mine = {voice.family for voice in telling.voices} - {NOBODY}
    if not telling.own and mine:
        return _cited(telling, mine, before, after)
    for earlier in before:
        if telling.printer == earlier.printer or (telling.own and _foretold(telling, earlier)):
            return earlier, "family"
    return None


def _foretold(telling: _Telling, earlier: _Telling) -> bool:
    """Did another tell this of the outlet so long before that this is no more its first report?"""
    return telling.printer in _families(earlier) and telling.entry.said_at - earlier.entry.said_at > CLOCKS


def _cited(
    telling: _Telling, mine: set[str], before: Sequence[_Telling], after: Sequence[_Telling]
) -> tuple[_Telling, Derivation] | None:
    """What a cited source said itself; else who first told it of that source."""
    late = takewhile(lambda one: one.entry.said_at - telling.entry.said_at <= CLOCKS, after)
    own = next((one for one in chain(before, late) if one.own and one.printer in mine), None)
    if own is not None:
        return own, "cites"
    first = next((one for one in before if _families(one) & mine), None)
    return (first, "cites") if first is not None else None


def _families(telling: _Telling) -> set[str]:
    return {voice.family for voice in telling.voices}
