"""The people and clubs of a sentence as actors: how each is named and led to, as far as no phrase matters."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from mooted.claims.collocates import collocates
from mooted.claims.groups import Group
from mooted.claims.opponents import is_opponent
from mooted.claims.selling import sells
from mooted.claims.weighing import Features
from mooted.model.entity import STAFF, Club
from mooted.model.mention import Reading, Sentence

ABSENT = "absent"
"""How somebody is named who does not stand in the sentence."""
HOME = "home"
"""How a club is named that does not stand in the sentence, but holds somebody who does."""
_PREPOSITIONS = frozenset(
    "to from with by at for of in on over about between than into against join joining joined sign signing signed "
    "leave leaving like including as and or but both that see is are have has after rejoin".split()
)
_FILLERS = frozenset(
    "the a an fellow club rivals side boss turkish french italian spanish german giants champions clubs outfit "
    "former old new their london serie la ligue premier league liga".split()
)
_STAFF_NEXT = re.compile(
    r"(?:'s?)? (?:(?:assistant|interim|caretaker|new|former|current|head|sporting|technical|club|chief) )*"
    r"(?:manager|boss|coach|director|chairman|president|owner|chief|executive|supremo|gaffer)"
)
_TEAM_NEXT = re.compile(r" (?:bench|line-up|starting (?:line-up|eleven|xi)|dressing room|matchday squad)\b")


class Actor(NamedTuple):
    """A list of people or of clubs, and what about it does not depend on the phrase.

    ``before`` and ``after`` are the signs of how it is named, where it stands before or after a phrase; ``first`` and
    ``last`` how many phrases of the sentence begin before its start and its end; ``eleven`` is for a club of which only
    the team of a match is meant ("the Lens bench"), ``opponent`` where it plays another one there; the others tell of
    people.
    """

    group: Group
    preposition: str
    how: str
    before: Features
    after: Features
    first: int = 0
    last: int = 0
    holder: Club | None = None
    staff: bool = False
    left: Club | None = None
    eleven: bool = False
    opponent: bool = False
    sells: bool = False

    @property
    def absent(self) -> bool:
        """Is he or it not named in the sentence?"""
        return self.how in (ABSENT, HOME)


def person_actor(group: Group, at: int, sentence: Sentence, low: str, starts: list[int], reading: Reading) -> Actor:
    """The ``at``-th people of a sentence; ``starts`` tells where its phrases begin."""
    head = group.members[0]
    person = reading.people[head.person or 0]
    start = _noun_group_start(group, sentence)
    marks = []
    if person.why == "weak":
        marks.append("p:weak")
    if len(group.members) > 1:
        marks.append("p:many")
    if person.role != "player":
        marks.append("p:role=" + person.role)
    elif person.positions or person.age:
        marks.append("p:plays")
    if at == 0:
        marks.append("p:first")
    if head.person == reading.focus:
        marks.append("p:focus")
    if person.holder is not None:
        marks.append("p:held")
    preposition = _preposition(low, start, sentence.start)
    words = collocates(low, start, group.stop, sentence.start, sentence.stop)
    before, after = _manner("p", preposition, head.how, tuple(marks), words.before, words.after)
    first, last = bisect_left(starts, group.start), bisect_left(starts, group.stop)
    staff = person.role in STAFF
    return Actor(group, preposition, head.how, before, after, first, last, person.holder, staff, person.left)


def club_actor(group: Group, at: int, sentence: Sentence, low: str, starts: list[int]) -> Actor:
    """The ``at``-th clubs of a sentence."""
    head, stop = group.members[0], group.stop
    marks = []
    if head.of is not None:
        marks.append("c:owned")
    if head.former:
        marks.append("c:former")
    if low.startswith("'", stop):
        marks.append("c:tail='s")
    elif _STAFF_NEXT.match(low, stop):
        marks.append("c:tail=staff")
    if len(group.members) > 1:
        marks.append("c:many")
    if head.club is not None and head.club.is_nation:
        marks.append("c:nation")
    if at == 0:
        marks.append("c:first")
    preposition = _preposition(low, group.start, sentence.start)
    words = collocates(low, group.start, stop, sentence.start, sentence.stop)
    before, after = _manner("c", preposition, head.how, tuple(marks), words.before, words.after)
    first, last = bisect_left(starts, group.start), bisect_left(starts, stop)
    opponent = is_opponent(low, group.start, stop, sentence.start)
    eleven = opponent or _TEAM_NEXT.match(low, stop) is not None
    seller = sells(low, group.start, stop, sentence.stop)
    return Actor(
        group, preposition, head.how, before, after, first, last, eleven=eleven, opponent=opponent, sells=seller
    )


def _preposition(low: str, start: int, floor: int) -> str:
    """The small word that leads to what begins at ``start``."""
    if start - floor < 3:
        return "^"
    words = low[max(floor, start - 32) : start]
    if not words.endswith(" "):
        return "-"
    for word in reversed(words.split()):
        if word in _PREPOSITIONS:
            return word
        if word not in _FILLERS:
            return "-"
    return "-"


@lru_cache(maxsize=10_000)
def _manner(
    sort: str, preposition: str, how: str, marks: Features, before: str, after: str
) -> tuple[Features, Features]:
    """The signs of how somebody is named: where he stands before the phrase, and where after it."""
    beside = (f"{sort}:<{before}", f"{sort}:>{after}")
    sided = [*(mark for mark in marks if mark.startswith(("c:owned", "c:tail"))), *beside]
    anywhere = (f"{sort}:{preposition}", f"{sort}:how={how}", *marks, *beside)
    left, right = (
        (*anywhere, f"{sort}:{side}{preposition}", *(f"{sort}:{side}{mark}" for mark in sided)) for side in "LR"
    )
    return left, right


def _noun_group_start(group: Group, sentence: Sentence) -> int:
    """Where the noun group of a name begins ("Chelsea midfielder Mount" begins with Chelsea)."""
    start = group.start
    for mention in reversed(sentence.mentions):
        if mention.stop <= start < mention.stop + 14 and (
            mention.kind in ("position", "nation") or (mention.of is not None and mention.of == group.head.person)
        ):
            start = mention.start
    return start
