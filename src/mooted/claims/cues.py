"""Small signs around a phrase that tell tense, doubt, denial and time."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from mooted.language.automaton import Hit, Phrases


def _words() -> dict[str, dict[str, list[str]]]:
    with (Path(__file__).parent / "words" / "cues.toml").open("rb") as data:
        return tomllib.load(data)


_CUES = _words()
_DIVIDE = frozenset("but while although who which after before as because".split())
_MARKS = ',;:()"'
REACH = 60  # characters


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The cues by their first word, longest first; a word that divides clauses begins none, and ends the search."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, words in _CUES["before"].items():
        for words_of in words:
            parts = tuple(words_of.split())
            table.setdefault(parts[0], []).append((parts, name))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table | {word: [] for word in _DIVIDE}


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
        token = tokens[at]
        entries = _TABLE.get(token)
        if entries is None and token.isalpha():
            continue
        bare = token if entries is not None else _after_mark(token)
        if not bare:
            break
        if bare is not token:
            tokens[at] = bare
            entries = _TABLE.get(bare)
        if entries is not None and not entries:
            break
        name = _cue_at(tokens, at, entries or (), bare)
        if name:
            if name not in found:
                found.append(name)
            if at >= nearest and name not in near:
                near.append(name)
        if bare is not token:
            break
    return tuple(found[::-1]), tuple(near[::-1])


def _after_mark(token: str) -> str:
    """What of a token stands after its last mark; the token itself where there is none."""
    if token[-1] in _MARKS:
        return ""
    cut = max(map(token.rfind, _MARKS)) + 1
    return token[cut:] if cut else token


def _cue_at(tokens: list[str], at: int, entries: Sequence[tuple[tuple[str, ...], str]], token: str) -> str | None:
    for parts, name in entries:
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


def time_phrases(low: str) -> list[Hit[tuple[str, ...]]]:
    """The words of a text that tell a time or a subject, each with what it tells."""
    return _TIME_PHRASES.find(low)


def times_of(told: Iterable[Hit[tuple[str, ...]]], words: str, year: int | None) -> tuple[str, ...]:
    """What kind of time and subject a sentence speaks of, by its phrases; ``year`` is that of publication."""
    found = {name for hit in told for name in hit.value}
    if "20" in words or "19" in words:
        for match in _YEAR.finditer(words):
            named = int(match.group())
            found.add("oldyear" if year is None or named < year else "newyear" if named > year else "sameyear")
    return tuple(sorted(found))
