"""Clubs that stand alone as headings over what is told of them, as in previews club by club."""

from __future__ import annotations

from typing import NamedTuple

from mooted.model.entity import Club
from mooted.model.mention import Section, Sentence

_AROUND = " \t*#_•-–:.>[]()"  # what may stand around a heading
_FEWEST = 2


class Heading(NamedTuple):
    """The number of a sentence that is but the name of a club, and that club."""

    sentence: int
    club: Club


def headings(section: Section) -> list[Heading]:
    """The headings of a section, in order; one club alone is none, and of several in a row the last is one."""
    sentences = section.sentences
    alone = [_alone(section, sentence) for sentence in sentences]
    found = [
        Heading(at, club)
        for at, club in enumerate(alone[:-1])
        if club and not alone[at + 1] and sentences[at + 1].paragraph != sentences[at].paragraph
    ]
    return found if len({heading.club for heading in found}) >= _FEWEST else []


def _alone(section: Section, sentence: Sentence) -> Club | None:
    """The club that makes up a whole sentence."""
    for start, stop, kind, _, _, club, *_ in sentence.mentions[:1]:
        if kind == "club" and club and not section.folded[sentence.start : start].strip(_AROUND):
            return None if section.folded[stop : sentence.stop].strip(_AROUND) else club
    return None
