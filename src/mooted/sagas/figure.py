"""A person in the making: the sightings taken for one person's, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mooted.model.entry import Reason, Sighting
from mooted.sagas.naming import Key, tokens
from mooted.sagas.profile import Profile, picture


@dataclass(slots=True, eq=False)
class Figure:
    """What was seen of a person, under which names, and why they are his."""

    key: Key
    profile: Profile
    sightings: list[Sighting]
    keys: set[Key] = field(default_factory=set)
    reasons: list[Reason] = field(default_factory=list)

    @property
    def rank(self) -> tuple[int, int, Key, str]:
        """The best known come first; the same whatever the order of arrival."""
        return -self.profile.count, self.profile.first, self.key, self.profile.first_document

    def join(self, other: Figure, reasons: tuple[Reason, ...] = ()) -> None:
        """Take in another name form of the same person, and why it is his."""
        self.profile.join(other.profile)
        self.sightings += other.sightings
        self.keys |= other.keys
        self.reasons += [*reasons, *other.reasons]


def figure_of(sightings: Iterable[Sighting], reasons: Iterable[Reason] = ()) -> Figure:
    """The figure behind some sightings."""
    seen = list(sightings)
    keys = {tokens(sighting.name) for sighting in seen}
    return Figure(min(keys), picture(seen), seen, keys, list(reasons))
