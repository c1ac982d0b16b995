"""Who follows whom in a post by the words of a sentence: the one who went before has left it, and does not get it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mooted.claims.actors import Actor
from mooted.claims.groups import Group
from mooted.claims.lexicon import Phrase
from mooted.claims.scenes import Scene
from mooted.language.automaton import Hit
from mooted.language.gates import has_any
from mooted.language.succession import turn_of
from mooted.model.claim import Claim
from mooted.model.entity import Person

_DONE = ("replaced ", "succeeded ", "successor to ", "took over", "taken over", "took the", "took his")
_OF_HIM = (" who ", " whose ")  # behind both names, where his own clause begins
_APART = (",", ";", " and ", *_OF_HIM)  # where something else is told


class Turn(NamedTuple):
    """One who went before another in a post, and where both have been named; ``done`` where he has left it."""

    former: Group
    successor: Group
    stop: int
    done: bool


def went_before(scene: Scene, trigger: Hit[Phrase], someone: Actor) -> bool:
    """Is he the one whom another follows by a phrase ("Brandt has succeeded Pell as Lens boss")? What stands before
    both, and he first, is about him ("since the appointment of Pell, whom Brandt will succeed"), as is his clause."""
    for former, successor, stop, _ in _turns(scene):
        if former is someone.group and (successor.start < former.start or trigger.start > former.start):
            return not has_any(scene.low[stop : trigger.start], _OF_HIM)
    return False


def of_former(scene: Scene, trigger: Hit[Phrase], claim: Claim, people: Sequence[Person]) -> Iterator[Claim]:
    """What the claim that somebody has got a post tells of the one who had it: he has left."""
    if claim.event != "staff_move" or claim.club_to is None or claim.modality != "actual" or claim.polarity == "denied":
        return
    for turn in _turns(scene):
        former, successor = turn.former.head.person, turn.successor.head.person
        if former is None or successor is None or people[successor].name != claim.player:
            continue
        if turn.done and not has_any(scene.low[turn.stop : trigger.start], _APART):
            yield replace(claim, player=people[former].name, club_to=None, club_from=claim.club_to)


@lru_cache(maxsize=1)  # each phrase of a sentence asks
def _turns(scene: Scene) -> list[Turn]:
    """Who follows whom among the people of a sentence, each two who are named one after the other."""
    found = []
    text = scene.section.folded
    for one, two in pairwise(actor.group for actor in scene.people):
        turn = turn_of(text, one.stop, two.start, two.stop)
        if turn:
            former, successor = (two, one) if turn == "after" else (one, two)
            found.append(Turn(former, successor, two.stop, has_any(text[one.stop : two.start], _DONE)))
    return found
