"""How much a piece of news changes: the order of a brief.

Our own measure, made so that an editor reads first what he would print first. A stage of the ladder weighs its rung
(1 to 10), other news what ``_WEIGHTS`` tells; what only may be so weighs half. News of a pursuit weighs what it adds to
the furthest stage known before, and at least ``_LEAST``; each doubling of the independent voices adds a fifth.
"""

from __future__ import annotations

from math import log2

from mooted.model.claim import LADDER, Claim, Event, rung_of

_LEAST = 0.5
_DOUBT = 0.5
_VOICES = 0.2
_WEIGHTS: dict[Event, float] = {
    "staff_move": 6.0,
    "contract_signed": 6.0,
    "off": 3.0,
    "wants_out": 3.0,
    "not_for_sale": 2.5,
    "wants_stay": 2.5,
    "for_sale": 2.5,
    "contract_talks": 2.0,
    "contract_ending": 1.5,
    "needs": 1.0,
    "past_move": 0.1,
}
_DENIALS = 0.7  # a denial changes less than what it denies would


def change(claim: Claim, before: Claim | None, voices: int) -> float:
    """How much a claim changes, where ``before`` is the furthest that was known of the same pursuit."""
    known = weight(before) if before and before.event in LADDER else 0.0
    added = weight(claim) - known if claim.event in LADDER and claim.polarity == "affirmed" else weight(claim)
    if claim.event == "off":
        added = max(added, known)
    return max(added, _LEAST * weight(claim) / 10) * (1 + _VOICES * log2(max(1, voices)))


def weight(claim: Claim) -> float:
    """How far it has got, or how much it matters where it is no stage."""
    plain = rung_of(claim.event) or _WEIGHTS[claim.event]
    if claim.polarity == "denied":
        return plain * _DENIALS * (0.5 if claim.event in LADDER else 1.0)
    return plain if claim.modality == "actual" else plain * _DOUBT
