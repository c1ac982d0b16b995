"""Whose player he is: the club that holds the person of a claim, chosen among those the sentence names."""

from __future__ import annotations

import re
from typing import NamedTuple

from mooted.claims.candidates import Option, Question
from mooted.claims.weighing import Features, Scorer, Weights, beside_none
from mooted.model.entity import Club, Person
from mooted.model.mention import Mention, Reading

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
    found: dict[Club, Holder] = {}
    number = next((n for n, someone in enumerate(question.people) if someone.actor.group is option.people), 0)
    for which, (actor, place, manner) in enumerate(question.clubs):
        for mention in actor.group.members[:3]:
            if mention.club is None or mention.club in taken or mention.club in found:
                continue
            pair = question.pair(number, which).signs
            found[mention.club] = Holder(
                mention.club,
                (place, manner, pair, _own_signs(question, option, mention, person, len(actor.group.members))),
            )
    if person.holder and person.holder not in taken and person.holder not in found:
        found[person.holder] = Holder(person.holder, (("h:registered", f"h:registered|{min(len(question.clubs), 2)}"),))
    return list(found.values())


def _own_signs(question: Question, option: Option, mention: Mention, person: Person, members: int) -> Features:
    known = "held" if person.holder else "free"
    belongs = option.people is not None and mention.of is not None and mention.of == option.people.head.person
    return (
        f"h:reg={mention.club == person.holder}|{known}",
        f"h:of={belongs}",
        f"h:n={min(members, 3)}",
        _preceded(question, mention.start),
    )


def _preceded(question: Question, start: int) -> str:
    low = question.scene.low
    match = _FROM.search(low, max(question.scene.sentence.start, start - 40), start)
    return "h:" + (match.group(1) if match else "-")


def holder_heads(option: Option) -> tuple[str, str, str]:
    """Under which a sign of a holder is weighed."""
    return "*", option.event, "*:" + option.meaning.shape


def chances(found: list[Holder], option: Option, weights: Weights) -> list[float]:
    """How probable each holder is; what is missing to one is that the text does not tell."""
    if not found:
        return []
    scorer = _scorer(id(weights), holder_heads(option), weights)
    return beside_none([scorer.weigh(holder.parts) for holder in found])


_SCORERS: dict[tuple[int, tuple[str, ...]], tuple[Weights, Scorer]] = {}
MOST_SCORERS = 500


def _scorer(key: int, heads: tuple[str, ...], weights: Weights) -> Scorer:
    """What weighs under some heads, remembered while the weights are the same."""
    known = _SCORERS.get((key, heads))
    if known is not None and known[0] is weights:
        return known[1]
    if len(_SCORERS) >= MOST_SCORERS:
        _SCORERS.clear()
    scorer = Scorer([weights[head] for head in heads if head in weights])
    _SCORERS[key, heads] = weights, scorer
    return scorer
