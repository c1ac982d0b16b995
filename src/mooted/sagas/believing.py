"""Which reports of an end are believed: those that later talk bears out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from mooted.model.claim import RUNG
from mooted.model.saga import Step
from mooted.sagas.timeline import is_actual

_LATER = timedelta(days=2)  # from when talk of an earlier stage is no more a late edition of yesterday's
_SOON = timedelta(days=3)
_NEARLY = RUNG["bid_accepted"]
_OUTNUMBERED = {"agreed": 3, "medical": 3, "signed": 1}
"""How many times as many later documents may still speak of an earlier stage."""


def borne_out(step: Step, branch: Sequence[Step]) -> bool:
    """Does the talk that follows leave a step believable? ``branch`` is all that was said of that club's pursuit.

    Steps below an agreement always are: a bid may be told once, and the interest behind it for weeks. A signing is
    not where, in the next days or from then on, more documents still speak of an earlier stage than of it.
    """
    claim = step.entry.claim
    limit = _OUTNUMBERED.get(claim.event)
    if limit is None:
        return True
    later = [one for one in branch if one.entry.said_at >= step.entry.said_at]
    soon = [one for one in later if one.entry.said_at <= step.entry.said_at + _SOON]
    told = _at(RUNG[claim.event], soon, timedelta(0))
    if claim.event == "signed" and len(told[1] - told[0]) > len(told[0]):
        return False
    same, back = _at(RUNG[claim.event], later, _LATER)
    return len(back - same) <= limit * len(same)


def _at(rung: int, steps: Sequence[Step], back_after: timedelta) -> tuple[set[str], set[str]]:
    """The documents that say a rung is reached, and those that, so long after the first step, know of no agreement."""
    since = steps[0].entry.said_at + back_after
    same: set[str] = set()
    back: set[str] = set()
    for step in steps:
        height = RUNG.get(step.entry.claim.event, -1)
        if height >= rung and is_actual(step):
            same.add(step.entry.imprint.document)
        elif height < _NEARLY and step.entry.said_at >= since:
            back.add(step.entry.imprint.document)
    return same, back
