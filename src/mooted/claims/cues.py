"""Small signs around a phrase that tell tense, doubt, denial and time."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from mooted.language.automaton import Phrases


def _words() -> dict[str, dict[str, list[str]]]:
    with (Path(__file__).parent / "words" / "cues.toml").open("rb") as data:
        return tomllib.load(data)


_CUES = _words()
_DIVIDE = frozenset("but while although who which after before as because".split())
_MARKS = re.compile(r"[,;:()\"]")
REACH = 60  # characters


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The cues by their first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, words in _CUES["before"].items():
        for words_of in words:
            parts = tuple(words_of.split())
            table.setdefault(parts[0], []).append((parts, name))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_TABLE = _by_first_word()
_SHORT = {"n't": "not", "'ll": "will", "'d": "would", "'ve": "have", "'re": "is", "'s": "is"}


def cues_before(low: str, start: int, floor: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The cues before ``start`` in its clause, each once in the order of the text; and those of the last three words.

    Only the last 60 characters are read, and none before ``floor``.
    """
    tokens = low[max(floor, start - REACH) : start].split()
    found: list[str] = []
    near: list[str] = []
    nearest = len(tokens) - 3
    for at in range(len(tokens) - 1, -1, -1):
        token, begins = tokens[at], False
        if not token.isalpha():
            bare = _MARKS.split(token)[-1]
            begins = bare != token
            token = tokens[at] = bare
        if not token or token in _DIVIDE:
            break
        name = _cue_at(tokens, at, token) if token in _TABLE or "'" in token else None
        if name:
            if name not in found:
                found.append(name)
            if at >= nearest and name not in near:
                near.append(name)
        if begins:
            break
    return tuple(found[::-1]), tuple(near[::-1])


def _cue_at(tokens: list[str], at: int, token: str) -> str | None:
    for parts, name in _TABLE.get(token, ()):
        if len(parts) == 1 or tuple(tokens[at : at + len(parts)]) == parts:
            return name
    return next((name for end, name in _SHORT.items() if token.endswith(end)), None) if "'" in token else None


_YEAR = re.compile(r"\b(?:19[89]\d|20[0-4]\d)\b")


def _time_phrases() -> Phrases[tuple[str, ...]]:
    meant: dict[str, list[str]] = {}
    for name, words in _CUES["sentence"].items():
        for phrase in words:
            meant.setdefault(phrase, []).append(name)
    return Phrases({phrase: tuple(names) for phrase, names in meant.items()})


_TIME_PHRASES = _time_phrases()


def times_of(low: str, year: int | None) -> tuple[str, ...]:
    """What kind of time and subject a sentence speaks of; ``year`` is that of publication."""
    found = {name: None for hit in _TIME_PHRASES.find(low) for name in hit.value}
    if "20" in low or "19" in low:
        for match in _YEAR.finditer(low):
            told = int(match.group())
            found["oldyear" if year is None or told < year else "newyear" if told > year else "sameyear"] = None
    return tuple(sorted(found))
