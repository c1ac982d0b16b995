"""Clubs as headings: a round-up that goes club by club names each once, and then speaks of it without its name."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from mooted.model.entity import Club
from mooted.model.mention import Section, Sentence

_LONGEST, _INDENT = 40, 5  # characters: of a heading at most, and before its club
_LEAST = 2  # headings that show a text to go club by club: one alone may be any short sentence


class Heading(NamedTuple):
    """The number of a sentence, and the club that it puts over all that follow up to the next heading."""

    sentence: int
    club: Club


def headings(section: Section) -> tuple[Heading, ...]:
    """The headings of a section in order: paragraphs that begin as "Burnley" alone or "BURNLEY: Two in, none out"."""
    found: list[Heading] = []
    paragraph = -1
    for number, sentence in enumerate(section.sentences):
        opens, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        club = _heads(section.text, sentence) if opens and sentence.mentions else None
        if club:
            found.append(Heading(number, club))
    return tuple(found) if len(found) >= _LEAST else ()


def _heads(text: str, sentence: Sentence) -> Club | None:
    """The club that a sentence puts over what follows, if it does."""
    first = sentence.mentions[0]
    if first.how == "pronoun" or first.start - sentence.start > _INDENT:
        return None
    alone = len(sentence.mentions) == 1 and sentence.stop - sentence.start < _LONGEST
    return first.club if alone or text.startswith(":", first.stop) else None


def over(found: tuple[Heading, ...], number: int) -> Heading | None:
    """The heading under which a sentence stands."""
    at = bisect_right(found, number, key=_number)
    return found[at - 1] if at else None


def _number(heading: Heading) -> int:
    return heading.sentence
