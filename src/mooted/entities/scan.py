"""A document to a Reading: its sentences, the people, clubs and other things that they mention, and who is who."""

from __future__ import annotations

import re

from mooted.entities.book import Book
from mooted.entities.clubs import last_words, plainly_named, settle, tell_towns
from mooted.entities.company import learn
from mooted.entities.coreference import cast
from mooted.entities.identity import identify
from mooted.entities.mastheads import mastheads
from mooted.entities.part import Part, text_part, title_part
from mooted.entities.people import Draft, most, vote
from mooted.entities.profiles import read_profiles
from mooted.entities.refer import words_of
from mooted.entities.roles import club_of, left_by, role_of
from mooted.entities.sections import section
from mooted.entities.succession import succeed
from mooted.language.fold import fold
from mooted.model.document import Document
from mooted.model.entity import STAFF, Club, Person, Role
from mooted.model.listed import NOTHING_LISTED, Listed
from mooted.model.mention import Reading, Section

_BRACKETED = re.compile(r"\([^()\n]{2,60}\)\.?\s*$", re.MULTILINE)
_COLUMN = 3  # sources in brackets, each at the end of a paragraph
_SETTLED = ("goalkeeper", "defence")  # lines between which nobody is torn, as wingers are
_EARLY = 300  # characters


def scan(document: Document, book: Book, told: Listed = NOTHING_LISTED) -> Reading:
    """Find what a document mentions and to whom it refers. Never raises on any text.

    ``told`` are the names in the lists of its text, where these have been found.
    """
    parts = [title_part(document, book)] if document.title else []
    parts.append(text_part(document, book, told))
    drafts = identify(parts, book.surnames).people
    clubs, called = plainly_named(parts), last_words(parts)
    papers = mastheads(document.text, parts[-1].folded, book.outlets)
    column = bool(papers) or is_column(parts[-1].folded)
    for one in parts:
        settle(one, clubs, called, book, column)
    tell_towns(parts, book)
    for one in parts:
        learn(one, drafts)
        read_profiles(one, drafts)
    day = document.published_at.date().isoformat() if document.published_at else ""
    roles = [role_of(draft, book, day) for draft in drafts]
    if succeed(parts, drafts, roles):
        roles = [role_of(draft, book, day) for draft in drafts]
    people = tuple(_person(draft, role, book, day) for draft, role in zip(drafts, roles, strict=True))
    focus = _focus(parts, people)
    known = cast(people, focus, column, book, document.outlet)
    sections = tuple(section(one, known, words_of(book)) for one in parts)
    return Reading(sections, _described(people, sections), focus, tuple(clubs), papers)


def _person(draft: Draft, role: Role, book: Book, day: str) -> Person:
    """A person as the whole document shows him."""
    holder, left = most(draft.holders), None
    if role in STAFF:
        holder, left = most(draft.staff_of) or club_of(draft, book, day) or holder, left_by(draft, book, day)
    why = "" if draft.strong or draft.full or draft.known else "weak"
    known = book.players.get(fold(draft.name)) if role == "player" else None
    positions, nations = tuple(draft.positions), tuple(draft.nations)
    if known and not positions and known.line in _SETTLED:
        positions = (known.line,)
    if known and not nations and known.nation:
        nations = (known.nation,)
    return Person(draft.name, role, holder, positions, nations, most(draft.ages), why=why, left=left)


def _described(people: tuple[Person, ...], sections: tuple[Section, ...]) -> tuple[Person, ...]:
    """The people, of whom some have a club by their descriptions alone ("The Arsenal winger")."""
    votes: dict[int, dict[Club, int]] = {}
    for mention in (mention for one in sections for sentence in one.sentences for mention in sentence.mentions):
        if mention.of is not None and mention.club and not mention.former:
            vote(votes.setdefault(mention.of, {}), mention.club)
    return tuple(
        person if person.holder or person.role in STAFF or at not in votes else person._replace(holder=most(votes[at]))
        for at, person in enumerate(people)
    )


def _focus(parts: list[Part], people: tuple[Person, ...]) -> int | None:
    """Whom the document is mostly about: the player whom it names most, above all in the headline and early on."""
    counts: dict[int, int] = {}
    for one in parts:
        for named in one.named:
            if people[named.person].role == "player":
                vote(counts, named.person, 4 if one.place == "title" else 2 if named.start < _EARLY else 1)
    return most(counts)


def is_column(text: str) -> bool:
    """Is this a gossip column, whose items each end with their source in brackets, or on the line below?"""
    if text.count("Full story:") >= _COLUMN:
        return True
    return text.count("(") >= _COLUMN and len(_BRACKETED.findall(text)) >= _COLUMN
