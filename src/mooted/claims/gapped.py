"""Moves of which the verb is told once: "sold Anna Berg to Lyon, Mia Holt to Lille and Eva Lund to Lens"."""

from __future__ import annotations

import re

from mooted.claims.groups import Group

_NOUNS = r"(?:the |(?:[\w.-]+ ){0,3}(?:side|club|outfit|giants|rivals|neighbours|champions|newcomers|strugglers) )?"
_LED = re.compile(rf" (to|for|at|with) {_NOUNS}$")
_LED_REACH = 50  # characters
_NEXT = re.compile(
    r"(?: on (?:loan|a free(?: transfer)?|a season-long loan)| for (?:about |an initial )?[£€$][\w.]+(?: million)?)?"
    r"(?:,? (?:and|with|while|plus) |[,;] )(?:(?:the |fellow |team-mate |\d\d-year-old |[a-z-]+er |[a-z-]+-back ))*"
)
_Cast = tuple[list[Group], list[Group]]


def in_pairs(people: list[Group], clubs: list[Group], folded: str) -> _Cast:
    """The lists of a sentence, those together of which each of the people goes to the club behind him."""
    if len(people) < 2 or len(clubs) < 2:
        return people, clubs
    names = sorted((*people, *clubs))
    for at, club in enumerate(names[:-2]):
        chain = _chain(names, at, people, folded) if club in clubs else []
        if len(chain) > 2:
            return _joined(people, chain[0::2]), _joined(clubs, chain[1::2])
    return people, clubs


def _chain(names: list[Group], at: int, people: list[Group], folded: str) -> list[Group]:
    """Whoever goes to the club at a place of the names, that club, and the pairs that go on behind it."""
    club = names[at]
    led = _LED.search(folded, max(0, club.start - _LED_REACH), club.start)
    first = next((name for name in reversed(names[:at]) if name in people), None)
    if led is None or first is None:
        return []
    to = re.compile(rf"(?:,? \(?\d\d\)?,?)? {led[1]} {_NOUNS}")
    chain = [first, club]
    for person, other in zip(names[at + 1 :: 2], names[at + 2 :: 2], strict=False):
        goes_on = person in people and other not in people and _NEXT.fullmatch(folded, chain[-1].stop, person.start)
        if not (goes_on and to.fullmatch(folded, person.stop, other.start)):
            break
        chain += [person, other]
    return chain if all(len(one.members) == 1 for one in chain) else []


def _joined(groups: list[Group], chain: list[Group]) -> list[Group]:
    """The groups with those of a chain as one."""
    members = tuple(one.head for one in chain)
    whole = Group(chain[0].start, chain[-1].stop, members)
    return [whole if group == chain[0] else group for group in groups if group not in chain[1:]]
