"""A timeline drawn together: each step that changed what was known, and under it all that say the same again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mooted.model.claim import Claim
from mooted.model.saga import Step


class Thread(NamedTuple):
    """A step that was new, and those after it that confirm or repeat it."""

    step: Step
    again: tuple[Step, ...]

    @property
    def voices(self) -> int:
        """How many independent voices have said it."""
        return max(step.independent for step in (self.step, *self.again))


def threads(steps: Iterable[Step]) -> tuple[Thread, ...]:
    """The steps in threads, in the order of their first steps. A step goes to its origin, else to its like."""
    heads: list[Step] = []
    again: dict[str, list[Step]] = {}
    by_id: dict[str, str] = {}
    by_like: dict[tuple[object, ...], str] = {}
    for step in steps:
        head = None if step.new else by_id.get(step.origin or "") or by_like.get(like(step.entry.claim))
        if head is None:
            head = step.entry.id
            heads.append(step)
            by_like[like(step.entry.claim)] = head
        else:
            again.setdefault(head, []).append(step)
        by_id[step.entry.id] = head
    return tuple(Thread(step, tuple(again.get(step.entry.id, ()))) for step in heads)


def like(claim: Claim) -> tuple[object, ...]:
    """What two claims about one person have in common when they say the same."""
    return (claim.event, claim.club_to, claim.polarity, claim.position if claim.event == "needs" else None)
