"""Is a document about football at all? Loans and signings are told of in rugby, banks and record labels too."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mooted.language.automaton import Phrases
from mooted.language.fold import fold
from mooted.model.document import Document
from mooted.model.mention import Reading


def _points() -> dict[str, int]:
    """The words of ``words/topic.toml`` and what each is worth, below nought where it speaks against football."""
    with (Path(__file__).parent / "words" / "topic.toml").open("rb") as data:
        return {word: group["points"] for group in tomllib.load(data).values() for word in group["words"]}


_WORDS = Phrases(_points())
_READ = 12_000
_CLUB, _LONE_CLUB, _MOST_CLUBS, _MOST_HELD = 3, 2, 6, 4
_STRONG = 3
_MOST_TIMES = 2
_LEAST, _MARGIN = 3, 1.5
_SHORT = 400


class Topic(NamedTuple):
    """What the words of a document speak for: points for football and against it; ``length`` in characters read.

    ``sure`` where a word that only football has is among them.
    """

    football: int
    other: int
    sure: bool
    length: int

    @property
    def elsewhere(self) -> bool:
        """Do the words speak so clearly for something else that no names could make it football?"""
        return not _is_football(self, _CLUB * _MOST_CLUBS + _MOST_HELD if self.sure else _LONE_CLUB * _MOST_CLUBS)


def topic_of(document: Document) -> Topic:
    """What the words of a document speak for. Each counts once and once more where it recurs; only the beginning of a
    long document is read."""
    counts: Counter[str] = Counter()
    football = other = length = 0
    sure = False
    for low in _begun(document):
        length += len(low)
        for start, stop, points in _WORDS.find(low):
            word = low[start:stop]
            counts[word] += 1
            if counts[word] <= _MOST_TIMES:
                football, other = football + max(points, 0), other - min(points, 0)
                sure = sure or points >= _STRONG
    return Topic(football, other, sure, length)


def elsewhere_by(document: Document) -> tuple[str, ...]:
    """The words of a document that speak for something other than football, each once, those of most weight first."""
    worth: dict[str, int] = {}
    for low in _begun(document):
        worth.update((low[start:stop], points) for start, stop, points in _WORDS.find(low) if points < 0)
    return tuple(sorted(worth, key=worth.__getitem__))


def _begun(document: Document) -> Iterator[str]:
    """The title and the beginning of the text, folded and in small letters."""
    return (fold(text[:_READ]).lower() for text in (document.title or "", document.text))


def is_football(reading: Reading, topic: Topic) -> bool:
    """Do the words of a document, its clubs and their players speak for football, more than for anything else?"""
    return _is_football(topic, _named(reading, topic.sure))


def _is_football(topic: Topic, named: int) -> bool:
    football = topic.football + named
    if not topic.other:
        return football > 0 or topic.length < _SHORT
    return football >= _LEAST and football > _MARGIN * topic.other


def _named(reading: Reading, sure: bool) -> int:
    """What clubs and players count for: more where a word that only football has stands with them."""
    clubs = min(len(reading.clubs), _MOST_CLUBS)
    if not sure:
        return _LONE_CLUB * clubs
    held = sum(1 for person in reading.people if person.role == "player" and person.holder)
    return _CLUB * clubs + min(held, _MOST_HELD)
