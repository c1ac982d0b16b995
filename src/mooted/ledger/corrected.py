"""What corrections make of a claim: pure, and the same however often the document is read again.

A correction is bound to what was said and not to the id of a claim, which changes when the reader gets better: it
speaks of a claim of the same document whose evidence holds the words (or stands within them) and that agrees in player,
event and both clubs. The field that is corrected may have its old value or already the right one, and a club that one
of the two readings left open agrees with any.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC
from typing import Any, NamedTuple

from mooted.language.fold import key
from mooted.model.claim import Claim
from mooted.model.entry import Correction

FIELDS = ("player", "club_to", "club_from", "event", "polarity")
"""The fields of a claim that a correction may replace."""
_NEVER_OPEN = ("player", "event")


class Bound(NamedTuple):
    """A correction and the claim that it was made of."""

    correction: Correction
    claim: Claim | None = None


class Ruling(NamedTuple):
    """A correction, the claim that it was made of, and whether it holds: nobody has taken it back."""

    correction: Correction
    claim: Claim | None
    holds: bool


class Corrected(NamedTuple):
    """A claim as it is now; ``taken_back`` where it is none, ``touched`` where any correction speaks of it."""

    claim: Claim
    taken_back: bool = False
    touched: bool = False


def id_of(correction: Correction) -> str:
    """The id of a correction: a hash of all it says."""
    moment = correction.at.astimezone(UTC).isoformat()
    said = (correction.kind, correction.target, correction.value, correction.by, correction.why, moment)
    return hashlib.blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def in_force(corrections: Sequence[Bound]) -> list[Bound]:
    """Those not undone, in their order; an ``undo`` may be undone as well."""
    return [bound for bound in standing(corrections) if bound.correction.kind != "undo"]


def standing(corrections: Sequence[Bound]) -> list[Bound]:
    """Those not undone, in their order, with the undoings themselves."""
    undone: set[str] = set()
    kept = []
    for bound in reversed(corrections):
        if bound.correction.id not in undone:
            kept.append(bound)
            undone |= {bound.correction.target} if bound.correction.kind == "undo" else set()
    return kept[::-1]


def rulings(corrections: Sequence[Bound]) -> list[Ruling]:
    """All of them, in their order."""
    holding = {bound.correction.id for bound in standing(corrections)}
    return [Ruling(*bound, bound.correction.id in holding) for bound in corrections]


def correct(claim: Claim, corrections: Iterable[Bound]) -> Corrected:
    """The claim with every correction that speaks of it, in their order."""
    now, taken_back, touched = claim, False, False
    for correction, bound in corrections:
        if bound is None or not _speaks_of(correction, bound, claim):
            continue
        touched = True
        if correction.kind == "not_a_claim":
            taken_back = True
        elif correction.kind in FIELDS:
            changed: dict[str, Any] = {correction.kind: correction.value}  # checked when it was appended
            now = replace(now, **changed)
    return Corrected(now, taken_back, touched)


def _speaks_of(correction: Correction, bound: Claim, claim: Claim) -> bool:
    if bound.document != claim.document:
        return False
    if bound.id == claim.id:
        return True
    return _one_in_the_other(bound.evidence.words, claim.evidence.words) and all(
        _agrees(name, getattr(bound, name), getattr(claim, name), correction) for name in FIELDS
    )


def _agrees(name: str, then: str | None, now: str | None, correction: Correction) -> bool:
    if then == now or (correction.kind == name and now == correction.value):
        return True
    if then is None or now is None:
        return name not in _NEVER_OPEN
    return key(then) == key(now)


def _one_in_the_other(words: str, other: str) -> bool:
    short, long = sorted((key(words), key(other)), key=len)
    return bool(short) and short in long
