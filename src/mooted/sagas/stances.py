"""The stance board: what each party is for or against, since when, on what condition, and when it said otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mooted.model.claim import Claim, Side
from mooted.model.saga import Stance, Step
from mooted.sagas.timeline import OPEN, leaves, matter

_PLAYER: tuple[Side, ...] = ("player", "agent")
_CLUB: tuple[Side, ...] = ("club", "manager", "owner")
_SIDES = {"wants_out": _PLAYER, "wants_stay": _PLAYER, "for_sale": _CLUB, "not_for_sale": _CLUB}
Party = tuple[Side, str | None, str | None]


def stances(steps: Iterable[Step]) -> tuple[Stance, ...]:
    """The stances that the steps tell, in the order in which they were taken.

    A party that says otherwise about the same thing ends its stance; the new one follows it. To be against a loan
    and for a sale is no change.
    """
    current: dict[Party, Stance] = {}
    ended: list[Stance] = []
    for step in steps:
        if step.entry.claim.event in OPEN:
            party = _party(step.entry.claim)
            before = current.get(party)
            if before is not None and _same(before, step.entry.claim):
                current[party] = _renewed(before, step)
                continue
            if before is not None:
                ended.append(replace(before, ended=step.entry.said_at))
            current[party] = _taken(step, party)
    return tuple(sorted((*ended, *current.values()), key=lambda stance: (stance.since, stance.side, stance.event)))


def side_of(claim: Claim) -> Side:
    """Whose stance a claim tells: what a player wants is his side's, whoever tells it; a sale is up to the club's."""
    mine = _SIDES[claim.event]
    return claim.stance_of if claim.stance_of in mine else mine[0]


def _party(claim: Claim) -> Party:
    return side_of(claim), claim.club_to, matter(claim)


def _same(stance: Stance, claim: Claim) -> bool:
    """Does a claim point the way in which the stance points?"""
    outward = (stance.event in ("wants_out", "for_sale")) == stance.affirmed
    return outward == leaves(claim)


def _taken(step: Step, party: Party) -> Stance:
    claim, said_at = step.entry.claim, step.entry.said_at
    return Stance(
        party[0], _who(step, party[0]), claim.event, claim.polarity == "affirmed", claim.club_to, claim.deal,
        claim.condition, said_at, said_at, (step,),
    )  # fmt: skip


def _renewed(stance: Stance, step: Step) -> Stance:
    """The stance said once more; what was not known of it before is filled in."""
    claim = step.entry.claim
    return replace(
        stance, who=stance.who or _who(step, stance.side), deal=stance.deal or claim.deal,
        condition=claim.condition or stance.condition, last=step.entry.said_at, steps=(*stance.steps, step),
    )  # fmt: skip


def _who(step: Step, side: Side) -> str | None:
    """The party by name: the player, his agent where named, the club, or whoever of it spoke."""
    claim = step.entry.claim
    speaker = step.voice.name if step.voice.kind == "person" else None
    if side == "player":
        return claim.player
    if side == "agent":
        return claim.agent or speaker
    return claim.club_from if side == "club" else speaker
