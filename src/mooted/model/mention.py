"""What a stretch of text refers to: the common ground between finding names and reading claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from mooted.model.entity import Club, Person
from mooted.model.span import Quote, Span

Kind = Literal["person", "club", "nation", "position", "league", "outlet", "age", "place"]
How = Literal["name", "surname", "nickname", "description", "pronoun", "stadium", "manager"]


class Mention(NamedTuple):
    """Characters ``[start, stop)`` of a section that refer to something.

    ``person`` and ``club`` are what it refers to, where that is known; a club name that several clubs
    share and that stays open has no ``club`` but ``candidates``. ``of`` is the index of the person to whose
    noun group a club belongs ("Chelsea" in "Chelsea midfielder Mason Mount"); ``former`` marks "ex-" and "former".
    """

    start: int
    stop: int
    kind: Kind
    how: How
    person: int | None = None
    club: Club | None = None
    candidates: tuple[Club, ...] = ()
    text: str = ""
    of: int | None = None
    former: bool = False


class Sentence(NamedTuple):
    """A sentence of a section with what it mentions, in order."""

    start: int
    stop: int
    paragraph: int
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The title or the text of a document: as written, folded, and cut into sentences."""

    place: Literal["title", "text"]
    text: str
    folded: str
    sentences: tuple[Sentence, ...]

    def quote(self, start: int, stop: int) -> Quote:
        """The words that stand at ``[start, stop)``."""
        words = self.text[start:stop]
        return Quote(words, None, "title") if self.place == "title" else Quote(words, Span(start, stop))


class Masthead(NamedTuple):
    """Where a line of a text begins that names the paper of what follows, and the paper."""

    start: int
    paper: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's sections and the people they speak of; mentions point into ``people``.

    ``focus`` is the person the document is mostly about, ``clubs`` those it names outright, the most named first,
    ``mastheads`` the papers that stand over parts of its text, in order.
    """

    sections: tuple[Section, ...]
    people: tuple[Person, ...]
    focus: int | None = None
    clubs: tuple[Club, ...] = ()
    mastheads: tuple[Masthead, ...] = ()
