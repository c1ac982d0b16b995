"""What a claim says, without its particulars: the key under which the answers of a document are taken together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from mooted.claims.choice import Answer
from mooted.claims.groups import Group, in_turn
from mooted.model.claim import CONTRACT
from mooted.model.mention import Mention

_FOR_ONE_CLUB = frozenset(("medical", "agreed", "signed"))


class Key(NamedTuple):
    """Who (by his place among the people), what, which club or position."""

    person: int | None
    event: str
    club: str | None
    position: str | None = None


def keys_of(answer: Answer) -> Iterator[tuple[Key, Mention | None, Mention | None]]:
    """The claims of an answer, one for each person and club of its lists, with the mentions of both."""
    option = answer.option
    position = option.position.text or None if option.position else None
    for person, club in _pairs(answer):
        name = club.club.name if club and club.club and option.event not in CONTRACT else None
        yield Key(person.person if person else None, option.event, name, position), person, club


def _pairs(answer: Answer) -> Iterable[tuple[Mention | None, Mention | None]]:
    """Each of the people with each of the clubs; where they go to them "respectively", the first with the first, as do
    as many people as clubs by a move, since nobody moves to two at once."""
    people, clubs = answer.option.people, answer.option.clubs
    if people and clubs and len(people.members) == len(clubs.members) and _each_for_one(answer, people, clubs):
        return zip(people.members, clubs.members, strict=True)
    return product(people.members if people else (None,), clubs.members if clubs else (None,))


def _each_for_one(answer: Answer, people: Group, clubs: Group) -> bool:
    return answer.option.event in _FOR_ONE_CLUB or in_turn(people, clubs, answer.question.scene.low)
