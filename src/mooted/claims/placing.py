"""Where the people and clubs of a sentence stand to a phrase, and to each other, as signs.

The signs come in small tuples that recur, so that what they weigh can be remembered: places from a table of all
that there are, manners (preposition, kind of name, marks) as they are met.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from mooted.claims.actors import Actor
from mooted.claims.exchanges import is_left_by
from mooted.claims.groups import Group
from mooted.claims.partings import parts
from mooted.claims.scenes import Scene
from mooted.claims.weighing import Features

MOST_PEOPLE, MOST_CLUBS = 4, 5
_DISTANCES = (3, 15, 40, 90)  # characters; where the next step of "near" begins
_MOST_CROSSED = _MOST_ORDER = 3
_FROM = " from "
ITS_WORDS = r"(?:(?!(?:to|for|in|on|at|and|or|by|with|after) )[\w'-]+ ){0,4}"  # that lead to a club, "German side"
_ITS_WORDS = re.compile(ITS_WORDS)
_LONG = 12  # characters between a person and a club


class Placed(NamedTuple):
    """Somebody near a phrase, with the signs of where he stands to it and of how he is named there."""

    actor: Actor
    place: Features
    manner: Features

    @property
    def signs(self) -> tuple[Features, Features]:
        return self.place, self.manner


def _places(sort: str) -> list[Features]:
    """The signs of every place: side, how near, across a break or not, across how many phrases, the how-manieth."""
    every = product("LR", range(5), ("whole", "broken"), range(_MOST_CROSSED + 1), range(_MOST_ORDER + 1))
    return [
        (f"{sort}:{side}", f"{sort}:{side}{near}", f"{sort}:{side}{broken}", f"{sort}:{side}x{crossed}",
         f"{sort}:{side}#{order}")
        for side, near, broken, crossed, order in every
    ]  # fmt: skip


_PLACES = {"p": _places("p"), "c": _places("c")}
_SIDE = 5 * 2 * (_MOST_CROSSED + 1) * (_MOST_ORDER + 1)


def placed(scene: Scene, at: int, actors: list[Actor], most: int, sort: str) -> list[Placed]:
    """The actors nearest to the phrase that is the ``at``-th of its scene, ``most`` on each side."""
    trigger, places = scene.passage.hits[at], _PLACES[sort]
    start, stop, breaks = trigger.start, trigger.stop, scene.breaks
    right = 0
    for actor in actors:
        if actor.group.start >= start:
            break
        right += 1
    found = []
    for number in range(max(0, right - most + 1), min(len(actors), right + most - 1)):
        actor = actors[number]
        group = actor.group
        if number >= right:
            low, high, order, code = stop, group.start, number - right, _SIDE
            crossed = actor.first - at - 1
        else:
            low, high, order, code = group.stop, start, right - 1 - number, 0
            crossed = at - actor.last
        near = bisect_right(_DISTANCES, high - low)
        broken = bool(breaks) and bisect_left(breaks, low) < bisect_left(breaks, high)
        crossed = 0 if crossed < 0 or near == 0 else min(crossed, _MOST_CROSSED)
        code += ((near * 2 + broken) * 4 + crossed) * 4 + min(order, _MOST_ORDER)
        found.append(Placed(actor, places[code], actor.after if number >= right else actor.before))
    return found


class Pair(NamedTuple):
    """A person and a club beside a phrase: signs of the two together; ``own`` where the club is his by all that is
    told, ``holds`` where it is told so beside his name, or that it is losing him, ``left`` where "from" leads from him
    to it, or others come to it for him."""

    signs: Features
    own: bool
    holds: bool
    left: bool


def pair(scene: Scene, trigger: int, people: Actor, club: Actor) -> Pair:
    """The signs of people and a club taken together; ``trigger`` is where the phrase begins."""
    a, b = people.group, club.group
    person, holder = a.head.person, people.holder
    own = attached = holds = False
    was = people.left is not None and any(member.club == people.left for member in b.members)
    for member in b.members:
        hers = holder is not None and member.club == holder
        own = own or hers
        if member.of is not None and member.of == person:
            attached, holds = True, holds or member.club == holder
    low = scene.low
    holds = holds or _parts(scene, a, club)
    start, stop = (a.stop, b.start) if a.stop <= b.start else (b.stop, a.start)
    between = low[start:stop].strip() if stop - start < _LONG else "long"
    order = _order(trigger, a, b)
    signs = _together(order, own, holder is not None, attached, between, club.preposition)
    left = len(b.members) == 1 and low.startswith(_FROM, a.stop)
    left = left and _ITS_WORDS.fullmatch(low, a.stop + len(_FROM), b.start) is not None
    left = left or is_left_by(scene, a, club)
    return Pair(("o:was", *signs) if was else signs, own, holds, left)


def _parts(scene: Scene, people: Group, club: Actor) -> bool:
    """Do the words tell that a club of the sentence, or the one that a pronoun stands for, parts with people?"""
    if club.absent:
        return False
    if club.how != "pronoun":
        return parts(scene.low, club.group.stop, people.start, people.stop)
    same = (one.group for one in scene.clubs if one.group.head.club == club.group.head.club)
    return any(parts(scene.low, group.stop, people.start, people.stop) for group in same)


def _order(t: int, people: Group, club: Group) -> str:
    """The order of phrase (T), people (P) and club (C) in the text."""
    p, c = people.start or -1, club.start or -1
    if p < c:
        return "TPC" if t < p else "PTC" if t < c else "PCT"
    if c < p:
        return "TCP" if t < c else "CTP" if t < p else "CPT"
    return "TCP" if t < p else "CPT"


@lru_cache(maxsize=20_000)
def _together(order: str, own: bool, held: bool, attached: bool, gap: str, preposition: str) -> Features:
    return (
        f"o:{order}", f"o:own={own}", f"o:own={own}|{held}", f"o:attached={attached}", f"o:{order}|own={own}",
        f"o:gap={gap}", f"o:{order}|{preposition}",
    )  # fmt: skip


@lru_cache(maxsize=16)
def clubless(unnamed: bool, clubs: int) -> Features:
    """Signs for a claim that names no club: are clubs hinted at, how many are near (at most two count)?"""
    return "noclub", f"noclub|{clubs}", f"noclub|{unnamed}", f"noclub|{unnamed}|{clubs}"
