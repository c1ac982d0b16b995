"""A text as the reader sees it, asked by its words."""

from __future__ import annotations

from datetime import UTC, datetime

from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.document import Document
from mooted.model.entity import Person
from mooted.model.mention import Kind, Mention, Reading


class Told:
    """What a text, with its title, day and outlet, tells of whom and what."""

    def __init__(self, text: str, title: str | None = None, day: str | None = None, outlet: str | None = None) -> None:
        published = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
        self.reading: Reading = scan(Document("told", text, title, outlet, published_at=published), load())

    def mentions(self, words: str, kind: Kind) -> list[Mention]:
        """The mentions of a kind that are written so, in order."""
        return [
            mention
            for section in self.reading.sections
            for sentence in section.sentences
            for mention in sentence.mentions
            if mention.kind == kind and section.text[mention.start : mention.stop] == words
        ]

    def whom(self, words: str, which: int = 0) -> str | None:
        """The name of the person whom words mean; null where they mean none."""
        found = self.mentions(words, "person")
        person = found[which].person if which < len(found) else None
        return None if person is None else self.reading.people[person].name

    def club(self, words: str, which: int = 0) -> str | None:
        """The club that words mean; null where it stays open or where they mean none."""
        found = self.mentions(words, "club")
        club = found[which].club if which < len(found) else None
        return club.name if club else None

    def person(self, name: str) -> Person:
        """The person of this name."""
        return next(person for person in self.reading.people if person.name == name)

    @property
    def people(self) -> list[str]:
        return [person.name for person in self.reading.people]
