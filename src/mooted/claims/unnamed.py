"""Whom and which club a sentence may mean that it does not name: those before it, and those a text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mooted.claims.actors import ABSENT, HOME, Actor
from mooted.claims.groups import Group
from mooted.claims.headings import Heading
from mooted.model.entity import STAFF, Club
from mooted.model.mention import Mention, Reading

_BY_NAME = frozenset(("name", "surname"))
_SELLERS = ("from", "with")  # words that lead to clubs of which others may buy ("a fee agreed with Genk")
_ABOVE_OTHERS = 2  # times as often as the next club an article names the one that it is about
Marked = tuple[Group | None, str]
"""A club or person that may be meant, and why."""


class Before(NamedTuple):
    """The people and clubs last on stage, and whom the document is about: who may be meant though not named.

    ``person`` and ``last`` are the first and the last player of one sentence; ``beside`` tells that ``club`` stands in
    the same paragraph. ``suitor`` goes with the ``focus``, ``about`` with anybody, the club of a ``heading`` with all
    that stands below it, where nobody from above it is meant.
    """

    person: Group | None = None
    last: Group | None = None
    club: Group | None = None
    beside: bool = False
    heading: Heading | None = None
    focus: Group | None = None
    suitor: Group | None = None
    about: Group | None = None

    def above(self, headed: set[Club]) -> Before:
        """Above the first heading: no club is meant there only because it has a part of its own below."""
        suitor, about = (None if one and one.head.club in headed else one for one in (self.suitor, self.about))
        return self._replace(suitor=suitor, about=about)

    def people_for(self, people: list[Group], reading: Reading) -> list[Actor]:
        """Of whom the sentence may go on to speak, where it does not call all its people by name."""
        hows = {member.how for group in people for member in group.members}
        named = not hows.isdisjoint(_BY_NAME)
        if named and hows.issubset(_BY_NAME):
            return []
        beside = "named" if named else str(bool(people))
        told = {member.person for group in people for member in group.members}
        found = []
        for group, mark in ((self.person, "earlier"), (None if people else self.last, "last"), (self.focus, "topic")):
            if group is not None and group.head.person not in told:
                told.add(group.head.person)
                found.append(_absent(group, mark, beside, reading))
        return found

    def clubs_for(self, clubs: list[Actor], people: list[Actor], absent: list[Actor]) -> list[Actor]:
        """Which the sentence may mean: that of its heading and, where none in it could buy, those left out."""
        holders = {actor.holder for actor in (*people, *absent) if actor.holder and not actor.staff}
        told = {member.club for club in clubs for member in club.group.members}
        found = []
        unnamed = () if any(_could_buy(club, holders) for club in clubs) else self._unnamed(people)
        for group, mark in (*self._headed(), *unnamed):
            if group is not None and group.head.club not in told:
                told.add(group.head.club)
                marks = (f"c:{mark}", f"c:{mark}|{_beside(clubs)}")
                found.append(Actor(group, "", ABSENT, marks, marks))
        return found + _homes(people, absent, told)

    def _headed(self) -> tuple[Marked, ...]:
        return ((_of(self.heading.club), "heading"),) if self.heading else ()

    def _unnamed(self, people: list[Actor]) -> Iterator[Marked]:
        """Which a sentence may leave out: those whose staff it names, that of the sentence before, and the page's."""
        yield from ((_of(actor.holder), "staff") for actor in people if actor.staff and actor.holder)
        if self._goes_on(self.person, people):
            yield self.club, "earlier"
        elif self.beside:
            yield self.club, "before"
        yield self.suitor if self._goes_on(self.focus, people) else None, "topic"
        yield self.about, "about"

    def _goes_on(self, person: Group | None, people: list[Actor]) -> bool:
        """Does a sentence go on to speak of a person: name him, or nobody?"""
        named = {member.person for actor in people for member in actor.group.members}
        return not named or (person is not None and person.head.person in named)


def _homes(people: list[Actor], absent: list[Actor], told: set[Club | None]) -> list[Actor]:
    """The clubs that hold those of whom a sentence speaks, where it does not name them: he "joined from Leeds"."""
    homes = dict.fromkeys(actor.holder for actor in (*people, *absent) if actor.holder and not actor.staff)
    return [Actor(_of(club), "", HOME, ("c:home",), ("c:home",)) for club in homes if club not in told]


def _could_buy(club: Actor, holders: set[Club]) -> bool:
    """May a club of the sentence be the one that buys, or is it only where somebody is or comes from?"""
    head = club.group.head
    return (
        club.how not in ("pronoun", "description")
        and head.of is None
        and club.preposition not in _SELLERS
        and head.club not in holders
        and not club.sells
    )


def _beside(clubs: list[Actor]) -> str:
    led = {club.preposition for club in clubs}
    return next((word for word in _SELLERS if word in led), str(bool(clubs)))


def _absent(group: Group, mark: str, beside: str, reading: Reading) -> Actor:
    """A person who does not stand in the sentence; ``beside`` tells whether others do."""
    person = reading.people[group.head.person or 0]
    marks = (f"p:{mark}", f"p:{mark}|{beside}", "p:weak" if person.why == "weak" else "p:strong")
    return Actor(group, "", ABSENT, marks, marks, holder=person.holder, staff=person.role in STAFF, left=person.left)


def before_all(reading: Reading) -> Before:
    """Whom an article is about, before anybody is on stage."""
    focus = _focus(reading)
    return Before(focus, focus, focus=focus, suitor=_suitor(reading), about=_about(reading))


def _focus(reading: Reading) -> Group | None:
    """Whom an article is about, before anybody is named in it."""
    if reading.focus is None:
        return None
    return Group(0, 0, (Mention(0, 0, "person", "description", reading.focus),))


def _suitor(reading: Reading) -> Group | None:
    """The club that an article names most, other than that of whom it is about."""
    holder = reading.people[reading.focus].holder if reading.focus is not None else None
    club = next((club for club in reading.clubs if club != holder and not club.is_nation), None)
    return _of(club) if club else None


def _about(reading: Reading) -> Group | None:
    """The club that an article is about: the one that it names far more often than any other."""
    sentences = (sentence for section in reading.sections for sentence in section.sentences)
    named = Counter(m.club for sentence in sentences for m in sentence.mentions if m.club and m.how != "pronoun")
    (first, times), (_, others), *_ = (*named.most_common(2), (None, 0), (None, 0))
    return _of(first) if first and times >= _ABOVE_OTHERS * others else None


def _of(club: Club) -> Group:
    """A club that is named nowhere near."""
    return Group(0, 0, (Mention(0, 0, "club", "description", club=club),))
