"""Who stands behind a claim: whoever said it, or else the outlet that printed it."""

from __future__ import annotations

from typing import Literal, Protocol

from mooted.language.fold import key
from mooted.model.entry import Entry
from mooted.model.saga import Voice

NOBODY = "unnamed"
"""The family of sources without a name, which confirm nothing."""


class Families(Protocol):
    """What is known of publishers; ``mooted.entities.families`` has one."""

    def of(self, name: str) -> str:
        """The family that counts as one voice with ``name``."""

    def name(self, name: str) -> str:
        """The usual name of an outlet or journalist."""

    def kind(self, name: str) -> Literal["outlet", "journalist"] | None:
        """Whether this is an outlet or a journalist, if it is known."""


def voices(entry: Entry, families: Families) -> tuple[Voice, ...]:
    """All who stand behind an entry, the first named first; at least one."""
    claim = entry.claim
    if claim.sources:
        return tuple(dict.fromkeys(_named(source, entry, families) for source in claim.sources))
    if claim.attribution.unnamed:
        return (Voice(claim.attribution.unnamed, NOBODY, "unnamed"),)
    return (printer(entry, families),)


class Hearing:
    """``voices`` and ``printer`` for many entries: who stands behind one stands behind many."""

    def __init__(self, families: Families) -> None:
        self._families = families
        self._named: dict[tuple[object, ...], tuple[Voice, ...]] = {}
        self._printers: dict[tuple[str, str | None], Voice] = {}

    def voices(self, entry: Entry) -> tuple[Voice, ...]:
        """All who stand behind an entry."""
        claim = entry.claim
        if not claim.sources:
            return voices(entry, self._families) if claim.attribution.unnamed else (self.printer(entry),)
        asked = claim.sources, claim.club_to, claim.club_from
        found = self._named.get(asked)
        if found is None:
            found = self._named[asked] = voices(entry, self._families)
        return found

    def printer(self, entry: Entry) -> Voice:
        """The outlet that printed an entry."""
        imprint = entry.imprint
        if not imprint.outlet:
            return printer(entry, self._families)
        asked = imprint.outlet, imprint.family
        found = self._printers.get(asked)
        if found is None:
            found = self._printers[asked] = printer(entry, self._families)
        return found


def printer(entry: Entry, families: Families) -> Voice:
    """The outlet that printed an entry; of one without an outlet the address or document stands for it."""
    imprint = entry.imprint
    if imprint.outlet:
        kind = families.kind(imprint.outlet) or "outlet"
        return Voice(families.name(imprint.outlet), imprint.family or families.of(imprint.outlet), kind)
    place = _site(imprint.url) or imprint.document
    return Voice(place, families.of(place), "outlet")


def _named(source: str, entry: Entry, families: Families) -> Voice:
    kind = families.kind(source)
    if kind:
        return Voice(families.name(source), families.of(source), kind)
    claim = entry.claim
    clubs = {key(club) for club in (claim.club_to, claim.club_from) if club}
    return Voice(source, families.of(source), "club" if key(source) in clubs else "person")


def _site(url: str | None) -> str | None:
    """The host of an address, without "www."."""
    if not url or "//" not in url:
        return None
    return url.split("//", 1)[1].split("/", 1)[0].split("?", 1)[0].rpartition("@")[2].removeprefix("www.") or None
