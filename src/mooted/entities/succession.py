"""Who follows a manager in his post, or went before him, is one too: "X has left to succeed Y", "his successor, Z"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from mooted.entities.part import Part
from mooted.entities.people import Draft, vote
from mooted.language.gates import has_any
from mooted.language.succession import SIGNS, turn_of
from mooted.model.entity import STAFF, Role

_LONGEST = 4  # who followed whom who followed whom
_OTHERWISE: frozenset[Role] = frozenset(("player", "journalist", "agent", "other"))


def succeed(parts: Iterable[Part], drafts: list[Draft], roles: list[Role]) -> bool:
    """Count for each who follows or precedes one of the staff that he is of the staff; true where any was counted.

    ``roles`` are those that the words around each name have shown.
    """
    links = [link for part in parts if has_any(part.folded, SIGNS) for link in _links(part)]
    staff = {person for person, role in enumerate(roles) if role in STAFF}
    begun = len(staff)
    for _ in range(_LONGEST):
        grown = {two for one, two in (*links, *(link[::-1] for link in links)) if one in staff and _may_be(drafts[two])}
        if grown <= staff:
            break
        for person in grown - staff:
            vote(drafts[person].roles, "manager")
        staff |= grown
    return len(staff) > begun


def _links(part: Part) -> Iterator[tuple[int, int]]:
    """Each two who hold the same post one after the other, if they hold one."""
    for one, two in pairwise(part.named):
        if one.person != two.person and turn_of(part.folded, one.stop, two.start, two.stop):
            yield one.person, two.person


def _may_be(draft: Draft) -> bool:
    """Does nothing else say what a person is, nor where he plays?"""
    return _OTHERWISE.isdisjoint(draft.roles) and (not draft.positions or draft.past)
