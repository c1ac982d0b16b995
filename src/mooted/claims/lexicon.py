"""The phrases of the rule files, ready to be found in text."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from mooted.keeping import kept
from mooted.language.automaton import Phrases
from mooted.language.inflect import expand
from mooted.language.later import LateValues

HERE = Path(__file__).parent
RULES = HERE / "rules"
IDIOMS = HERE / "words" / "idioms.toml"
LANGUAGE = HERE.parent / "language"


class Meaning(NamedTuple):
    """What a phrase can mean under one rule. ``shape`` tells who stands where (see CONTRIBUTING)."""

    rule: str
    events: tuple[str, ...]
    shape: str


class Phrase(NamedTuple):
    """A phrase as it stands in text, its verb form, and its meanings under the rules that list it; an idiom has none.

    ``signs`` are those of the phrase by itself.
    """

    words: str
    form: str
    meanings: tuple[Meaning, ...]
    patterns: tuple[str, ...]
    signs: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of a rule file: a name, what it can mean, its patterns, and sentences to prove it."""

    name: str
    events: tuple[str, ...]
    shape: str
    say: tuple[str, ...]
    reads: tuple[str, ...]
    passes: tuple[str, ...]
    file: str


def rules(folder: Path = RULES) -> Iterator[Rule]:
    """Every rule of the rule files, in the order of the files."""
    for file in sorted(folder.glob("*.toml")):
        with file.open("rb") as data:
            for entry in tomllib.load(data)["phrase"]:
                yield Rule(
                    entry["name"], tuple(entry["events"]), entry["shape"], tuple(entry["say"]),
                    tuple(entry.get("reads", ())), tuple(entry.get("passes", ())), file.name,
                )  # fmt: skip


@lru_cache(maxsize=1)
def load() -> Phrases[Phrase]:
    """All phrases, to be found in folded text in lower case."""
    told = _read()
    at = {words: place for place, words in enumerate(told.words)}
    return Phrases(LateValues(at, cache(lambda words: _phrase(told, words, at[words]))))


def meanings() -> tuple[Meaning, ...]:
    """All that phrases can mean, in the order of the rule files."""
    return tuple(_read().meanings)


class _Told(NamedTuple):
    """What the rules say: each phrase with its verb form and the place in ``meant`` of what it means.

    That is its meanings, each with the pattern that gives it, by their places; most phrases share theirs with others.
    """

    meanings: list[Meaning]
    patterns: list[str]
    meant: list[list[tuple[int, int]]]
    words: list[str]
    forms: list[str]
    places: list[int]


def _phrase(told: _Told, words: str, at: int) -> Phrase:
    """The phrase of this number."""
    places = told.meant[told.places[at]]
    meanings = tuple(told.meanings[meaning] for meaning, _ in places)
    patterns = tuple(told.patterns[pattern] for _, pattern in places)
    return Phrase(words, told.forms[at], meanings, patterns, ("bias", "w=" + words, "f=" + told.forms[at]))


@lru_cache(maxsize=1)
def _read() -> _Told:
    code = (HERE / "lexicon.py", LANGUAGE / "inflect.py")
    return kept("phrases", _Told, (*sorted(RULES.glob("*.toml")), IDIOMS, *code), _told)


def _idioms() -> Iterator[str]:
    with IDIOMS.open("rb") as data:
        for group in tomllib.load(data).values():
            yield from group["say"]


def _told() -> _Told:
    """The phrases that the patterns of the rule files stand for."""
    meanings: list[Meaning] = []
    patterns: list[str] = []
    forms: dict[str, str] = {}
    said: dict[str, dict[int, int]] = defaultdict(dict)
    for meaning, rule in enumerate(rules()):
        meanings.append(Meaning(rule.name, rule.events, rule.shape))
        for at, pattern in enumerate(rule.say, len(patterns)):
            for words, form in expand(pattern).items():
                forms.setdefault(words, form)
                said[words].setdefault(meaning, at)
        patterns += rule.say
    for pattern in _idioms():
        for words, form in expand(pattern).items():
            forms.setdefault(words, form)
            said.setdefault(words, {})
    meant: dict[tuple[tuple[int, int], ...], int] = {}
    places = [meant.setdefault(tuple(each.items()), len(meant)) for each in said.values()]
    of_each = [forms[one] for one in said]
    return _Told(meanings, patterns, [list(each) for each in meant], list(said), of_each, places)
