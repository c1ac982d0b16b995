"""Which reports of an end are believed: those that later talk bears out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from mooted.model.saga import Step
from mooted.sagas.timeline import RUNG, is_actual

_LATER = timedelta(days=2)  # from when talk of an earlier stage is no more a late edition of yesterday's
_OUTNUMBERED = {"agreed": 3, "medical": 3, "signed": 1}
"""How many times as many later documents may still speak of an earlier stage."""


def borne_out(step: Step, branch: Sequence[Step]) -> bool:
    """Does the talk that follows leave a step believable? ``branch`` is all that was said of that club's pursuit.

    Steps below an agreement always are: a bid may be told once, and the interest behind it for weeks. A signing is
    not where, from then on, more documents still speak of an earlier stage than of it.
    """
    claim = step.entry.claim
    limit = _OUTNUMBERED.get(claim.event)
    if limit is None:
        return True
    since = step.entry.said_at
    same = {
        one.entry.imprint.document
        for one in branch
        if one.entry.said_at >= since and is_actual(one) and RUNG.get(one.entry.claim.event, -1) >= RUNG[claim.event]
    }
    back = {
        one.entry.imprint.document
        for one in branch
        if one.entry.said_at >= since + _LATER and RUNG.get(one.entry.claim.event, -1) < RUNG[claim.event]
    }
    return len(back - same) <= limit * len(same)
