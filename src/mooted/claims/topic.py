"""Is a document about football at all? Loans and signings are told of in rugby, banks and record labels too."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

from mooted.language.automaton import Phrases
from mooted.model.mention import Reading


def _points() -> dict[str, int]:
    """The words of ``words/topic.toml`` and what each is worth, below nought where it speaks against football."""
    with (Path(__file__).parent / "words" / "topic.toml").open("rb") as data:
        return {word: group["points"] for group in tomllib.load(data).values() for word in group["words"]}


_WORDS = Phrases(_points())
_READ = 12_000
_CLUB, _LONE_CLUB, _MOST_CLUBS, _MOST_HELD = 3, 2, 6, 4
_STRONG = 3
_LEAST, _MARGIN = 3, 1.5
_SHORT = 400


def is_football(reading: Reading) -> bool:
    """Do the words of a document, its clubs and their players speak for football, more than for anything else?

    Each word counts once and once more where it recurs; only the beginning of a long document is read.
    """
    counts: Counter[str] = Counter()
    football = other = strong = length = 0
    for section in reading.sections:
        low = section.folded[:_READ].lower()
        length += len(low)
        for hit in _WORDS.find(low):
            word = low[hit.start : hit.stop]
            counts[word] += 1
            if counts[word] <= 2:
                football, other = football + max(hit.value, 0), other - min(hit.value, 0)
                strong += hit.value >= _STRONG
    football += _named(reading, strong > 0)
    if not other:
        return football > 0 or length < _SHORT
    return football >= _LEAST and football > _MARGIN * other


def _named(reading: Reading, sure: bool) -> int:
    """What clubs and players count for: more where a word that only football has stands with them."""
    clubs = min(len(reading.clubs), _MOST_CLUBS)
    if not sure:
        return _LONE_CLUB * clubs
    held = sum(1 for person in reading.people if person.role == "player" and person.holder)
    return _CLUB * clubs + min(held, _MOST_HELD)
