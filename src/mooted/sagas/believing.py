"""Which reports of an end are believed: those that later talk bears out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from mooted.model.claim import RUNG
from mooted.model.saga import Step
from mooted.sagas.timeline import is_actual

_LATER = timedelta(days=2)  # from when talk of an earlier stage is no more a late edition of yesterday's
_SOON = timedelta(days=3)
_NEARLY = RUNG["bid_accepted"]
_OUTNUMBERED = {"agreed": 3, "medical": 3, "signed": 1}
"""How many times as many later documents may still speak of an earlier stage."""


def borne_out(branch: Sequence[Step]) -> frozenset[str]:
    """The ids of the entries that the talk that follows leaves believable; ``branch`` is all that was said of a club's
    pursuit, in order.

    Steps below an agreement always are: a bid may be told once, and the interest behind it for weeks. A signing is
    not where, in the next days or from then on, more documents still speak of an earlier stage than of it.
    """
    everybody = frozenset([step.entry.id for step in branch])
    if len(branch) == 1:  # nothing follows
        return everybody
    told: dict[str, list[Step]] = {}
    for step in branch:
        if step.entry.claim.event in _OUTNUMBERED:
            told.setdefault(step.entry.claim.event, []).append(step)
    doubtful = (_outnumbered(ends, _Talk(branch, RUNG[event]), _OUTNUMBERED[event]) for event, ends in told.items())
    return everybody.difference(*doubtful)


def _outnumbered(told: Iterable[Step], talk: _Talk, limit: int) -> Iterator[str]:
    """Those of ``told`` after which too many documents speak of an earlier stage."""
    for step in told:
        at = bisect_left(talk.times, step.entry.said_at)
        if step.entry.claim.event == "signed":
            same, back = talk.within(at, step.entry.said_at + _SOON)
            if back > same:
                yield step.entry.id
                continue
        same, back = talk.after[at]
        if back > limit * same:
            yield step.entry.id


class _Talk:
    """A branch as talk of one rung: ``after`` counts, for what is said from each place on, the documents that say the
    rung is reached, and the others that, some days after that place, know of no agreement."""

    def __init__(self, branch: Sequence[Step], rung: int) -> None:
        self.times = [step.entry.said_at for step in branch]
        self._documents = [step.entry.imprint.document for step in branch]
        self._says = [_says(step, rung) for step in branch]
        self.after = self._after()

    def within(self, at: int, until: datetime) -> tuple[int, int]:
        """The same counts from a place to a moment, without waiting some days."""
        stop = bisect_right(self.times, until)
        told = zip(self._says[at:stop], self._documents[at:stop], strict=True)
        sides: dict[bool | None, set[str]] = {True: set(), False: set(), None: set()}
        for says, document in told:
            sides[says].add(document)
        return len(sides[True]), len(sides[False] - sides[True])

    def _after(self) -> list[tuple[int, int]]:
        """From the end on, so that each document is counted once."""
        found: list[tuple[int, int]] = []
        same: set[str] = set()
        back: set[str] = set()
        late = len(self.times)
        for at in range(len(self.times) - 1, -1, -1):
            while late and self.times[late - 1] >= self.times[at] + _LATER:
                late -= 1
                if self._says[late] is False and self._documents[late] not in same:
                    back.add(self._documents[late])
            if self._says[at]:
                same.add(self._documents[at])
                back.discard(self._documents[at])
            found.append((len(same), len(back)))
        return found[::-1]


def _says(step: Step, rung: int) -> bool | None:
    """Does a step say that a rung is reached, or that there is no agreement yet; null where it says neither."""
    height = RUNG.get(step.entry.claim.event, -1)
    if height >= rung and is_actual(step):
        return True
    return False if height < _NEARLY else None
