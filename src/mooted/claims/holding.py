"""Whose player he is: the club that holds the person of a claim, chosen among those the sentence names."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from mooted.claims.candidates import Features, Option, Question, pair_signs
from mooted.claims.choice import Weights
from mooted.model.entity import Club
from mooted.model.mention import Reading

_FROM = re.compile(r"\b(from|leave|leaving|left|leaves|quit|departed|exit|at|with|by|for|to|of) (?:[\w'-]+ ){0,2}$")


class Holder(NamedTuple):
    """A club that may hold the person, and the signs for and against it."""

    club: Club
    parts: tuple[Features, ...]


def holders(question: Question, option: Option, reading: Reading) -> list[Holder]:
    """The clubs that may hold the person of an option; the club of the option itself is none of them."""
    if option.people is None or option.people.head.person is None:
        return []
    person = reading.people[option.people.head.person]
    taken = {mention.club for mention in option.clubs.members} if option.clubs else set()
    found: list[Holder] = []
    for group in question.clubs:
        for mention in group.members[:3]:
            club = mention.club
            if club is None or club in taken or any(other.club == club for other in found):
                continue
            pair = pair_signs(question, option.people, group, person.holder)
            known = "held" if person.holder else "free"
            extra = (f"h:reg={club == person.holder}|{known}", f"h:of={mention.of == option.people.head.person}", f"h:n={min(len(group.members), 3)}", _preceded(question, mention.start))
            found.append(Holder(club, (question.club_signs[id(group)], pair, extra)))
    if person.holder and person.holder not in taken and all(h.club != person.holder for h in found):
        found.append(Holder(person.holder, (("h:registered", f"h:registered|{min(len(question.clubs), 2)}"),)))
    return found


def _preceded(question: Question, start: int) -> str:
    low = question.scene.low
    match = _FROM.search(low[max(question.scene.sentence.start, start - 40) : start])
    return "h:" + (match.group(1) if match else "-")


def holder_heads(option: Option) -> tuple[str, str, str]:
    """Under which a sign of a holder is weighed."""
    return "*", option.event, "*:" + option.meaning.shape


def chances(found: list[Holder], option: Option, weights: Weights) -> list[float]:
    """How probable each holder is; what is missing to one is that the text does not tell."""
    tables = [weights[head] for head in holder_heads(option) if head in weights]
    scores = [sum(table.get(sign, 0.0) for table in tables for part in holder.parts for sign in part) for holder in found]
    top = max(0.0, max(scores, default=0.0))
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers) + math.exp(-top)
    return [power / total for power in powers]
