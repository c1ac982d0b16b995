"""Who is who by name alone: every full name is one person. The baseline, where nobody gives anything better."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from mooted.language.fold import key
from mooted.model.entry import Correction, Identity, Sighting

Identities = dict[tuple[str, str], Identity]
"""The identity of each sighting, by its document and name."""


class Who(Protocol):
    """Who is who: a module with these three functions, or an object."""

    def identify(self, sightings: Sequence[Sighting], corrections: Sequence[Correction] = ()) -> Identities:
        """The identity of each sighting: pure, and the same in whatever order they come.

        Only sightings whose names are ``beside`` one another, also through others, may bear on one another.
        """

    def tokens(self, name: str) -> Iterable[str]:
        """The tokens of a name: two forms of one person share at least one."""

    def beside(self, name: str, others: Collection[str]) -> Collection[str]:
        """Of all names that share a token with this one, given as often as forms bear them, those that bear on it."""


def identify(sightings: Sequence[Sighting], corrections: Sequence[Correction] = ()) -> Identities:
    """One person for each folded name. Of the corrections, ``merge`` is honoured."""
    merged = {one.target: one.value for one in corrections if one.kind == "merge" and one.value}
    forms: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        forms.setdefault(_final(_id(sighting.name), merged), []).append(sighting)
    return {
        (one.document, one.name): person for id, seen in forms.items() for person in [_person(id, seen)] for one in seen
    }


def tokens(name: str) -> tuple[str, ...]:
    """The folded name as a whole."""
    return (key(name),)


def beside(name: str, others: Collection[str]) -> Collection[str]:
    """All that fold alike."""
    return set(others)


def _id(name: str) -> str:
    return key(name).replace(" ", "-") or "nobody"


def _final(id: str, merged: dict[str, str]) -> str:
    """Where merges lead; a circle ends where it closes."""
    seen = set()
    while id in merged and id not in seen:
        seen.add(id)
        id = merged[id]
    return id


def _person(id: str, seen: list[Sighting]) -> Identity:
    names = sorted({one.name for one in seen}, key=lambda name: (-len(name), name))
    roles = sorted(one.role for one in seen)
    return Identity(
        id, names[0], tuple(names), max(roles, key=roles.count),
        tuple(sorted({club for one in seen for club in (one.holder, *one.clubs) if club})),
        tuple(sorted({nation for one in seen for nation in one.nations})),
        tuple(sorted({position for one in seen for position in one.positions})),
    )  # fmt: skip
