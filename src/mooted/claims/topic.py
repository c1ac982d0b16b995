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
_CLUB, _MOST_CLUBS = 3, 6
_LEAST, _MARGIN = 3, 1.5
_SHORT = 400


def is_football(reading: Reading) -> bool:
    """Do the words of a document and the clubs it names speak for football, more than for anything else?

    Each word counts once and once more where it recurs; only the beginning of a long document is read.
    """
    counts: Counter[str] = Counter()
    football, other = _CLUB * min(len(reading.clubs), _MOST_CLUBS), 0
    for section in reading.sections:
        low = section.folded[:_READ].lower()
        for hit in _WORDS.find(low):
            word = low[hit.start : hit.stop]
            counts[word] += 1
            if counts[word] <= 2:
                football, other = football + max(hit.value, 0), other - min(hit.value, 0)
    return football >= _LEAST and football > _MARGIN * other if other else football > 0 or len(low) < _SHORT
