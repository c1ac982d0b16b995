"""A section while its voices are read: who has spoken last, what is quoted, which outlets were heard."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from mooted.claims.speech import Quoted
from mooted.model.claim import Attribution
from mooted.model.entity import Person
from mooted.model.mention import Reading, Section, Sentence

_OTHERS = (" from ", " with ")
_REPORTS_ON = re.compile(r" also | (?:added|adds|claimed|claims|reported|reports|understands|writes|wrote)$")
Sort = Literal["person", "club", "outlet", "writer", "none"]


@dataclass(frozen=True, slots=True)
class Press:
    """What a reader knows of outlets: forms in folded text to names, journalists, and both by the letters of all that
    they are called; ``houses`` are the outlets that journalists write for, by the letters of their names."""

    outlets: Mapping[str, str]
    journalists: frozenset[str]
    called: Mapping[str, str]
    houses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Voice(NamedTuple):
    """A source named in a sentence: who, from where, and over which characters of the section it carries; ``others``
    are the outlets named in one breath with it, and ``relays`` tells one that only passes on ("via")."""

    name: str
    sort: Sort
    start: int
    low: int
    high: int
    others: tuple[str, ...] = ()
    relays: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All that say it."""
        return self.name, *self.others


@dataclass(slots=True)
class Page:
    """A section while its voices are being read."""

    section: Section
    reading: Reading
    press: Press
    outlet: str | None
    own: frozenset[str]
    quoted: list[Quoted] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    speaker: str | None = None
    spoke_in: int = -9
    carried: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    heard: set[str] = field(default_factory=set)
    initials: dict[str, str] | None = None
    closing: dict[int, str | None] = field(default_factory=dict)
    asked: int = -1
    chains: dict[tuple[tuple[str, ...], tuple[str, ...]], Attribution] = field(default_factory=dict)
    nobody: Attribution = field(default_factory=Attribution)


def as_source(person: Person) -> tuple[str, Sort]:
    """A person as a source: his name, and whether he reports or speaks for himself."""
    return person.name, "writer" if person.role == "journalist" else "person"


def in_quote(page: Page, where: int) -> bool:
    """Does a place stand in a quotation of whole sentences?"""
    if not page.ends:
        return False
    at = bisect_left(page.ends, where)
    return at < len(page.ends) and page.quoted[at].start <= where and page.quoted[at].full


def club_meant(page: Page, sentence: Sentence, start: int) -> str | None:
    """Which club "the club" is: the one that the words resolve to, else the first of the sentence; of a sentence that
    has a subject beside it none from or with which somebody comes ("Hull signed him from Genk, the club said")."""
    clubs = [m for m in sentence.mentions if m.kind == "club" and m.club]
    near = next((m for m in clubs if abs(m.start - start) < 5), None)
    named = [m for m in clubs if m.start < start and m is not near]
    others = {m.club for m in named if page.section.folded.endswith(_OTHERS, 0, m.start)}
    if near and near.club in others:
        near = next((m for m in named if m.club not in others), near)
    chosen = near or next(iter(named), None)
    return chosen.club.name if chosen and chosen.club else None


def he_who_speaks(page: Page, sentence: Sentence, said: str) -> str | None:
    """Who "he" is that speaks: the reporter who reports on ("He also claimed"), whoever spoke last, else the last man
    named before. ``said`` are the words from "he" to his verb."""
    if _REPORTS_ON.search(said) and (writer := _who_wrote(page, sentence)):
        return writer
    if page.speaker and sentence.paragraph - page.spoke_in <= 3:
        return page.speaker
    return _last_named(page, sentence, ("manager", "director", "agent", "player"))


def _who_wrote(page: Page, sentence: Sentence) -> str | None:
    """The journalist of whose report the sentence before tells, where no other man but players is named there."""
    people = page.reading.people
    at = bisect_left(page.section.sentences, sentence.start, key=lambda s: s.start)
    if not page.carried or not at or page.spoke_in == sentence.paragraph:
        return None
    named = [people[m.person] for m in page.section.sentences[at - 1].mentions if m.person is not None]
    others = any(one.role not in ("player", "journalist") for one in named)
    wrote = any(one.role == "journalist" and one.name == page.carried[0] for one in named)
    return page.carried[0] if wrote and not others else None


def boss_meant(page: Page, sentence: Sentence, start: int) -> str | None:
    """Who "the Ajax boss" is: the manager or director named last, else whoever spoke last."""
    return _last_named(page, sentence, ("manager", "director")) or page.speaker


def _last_named(page: Page, sentence: Sentence, roles: tuple[str, ...]) -> str | None:
    people = page.reading.people
    at = bisect_left(page.section.sentences, sentence.start, key=lambda s: s.start)
    for earlier in page.section.sentences[max(0, at - 3) : at + 1][::-1]:
        for mention in earlier.mentions:
            if mention.kind != "person" or mention.person is None or mention.how not in ("name", "surname"):
                continue
            if people[mention.person].role in roles and not in_quote(page, mention.start):
                return people[mention.person].name
    return None
