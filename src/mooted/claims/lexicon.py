"""The phrases of the rule files, ready to be found in text."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from mooted.language.automaton import Phrases
from mooted.language.inflect import expand

RULES = Path(__file__).parent / "rules"


class Meaning(NamedTuple):
    """What a phrase can mean under one rule. ``shape`` tells who stands where (see CONTRIBUTING)."""

    rule: str
    events: tuple[str, ...]
    shape: str


_Meanings = Mapping[str, Mapping[Meaning, str]]
"""By the words of each phrase: what they can mean, and the pattern that says so."""


class Phrase:
    """A phrase as it stands in text, its verb form, and its meanings under the rules that list it.

    ``signs`` are those of the phrase by itself. What it means is worked out when first asked: most phrases never are.
    """

    __slots__ = ("_all", "_meant", "form", "signs", "words")

    def __init__(self, words: str, form: str, meanings: _Meanings) -> None:
        self.words, self.form = words, form
        self.signs = ("bias", "w=" + words, "f=" + form)
        self._all = meanings
        self._meant: tuple[tuple[Meaning, ...], tuple[str, ...]] | None = None

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """What it can mean, by itself and by the phrases within it."""
        return self._told()[0]

    @property
    def patterns(self) -> tuple[str, ...]:
        """For each meaning the pattern of the rule that it comes from."""
        return self._told()[1]

    def _told(self) -> tuple[tuple[Meaning, ...], tuple[str, ...]]:
        if self._meant is None:
            self._meant = _meant(self.words, self._all)
        return self._meant

    def __repr__(self) -> str:
        return f"Phrase({self.words!r})"


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
    """All phrases in one automaton, over folded text in lower case; one that crosses another counts too."""
    meanings: dict[str, dict[Meaning, str]] = defaultdict(dict)
    forms: dict[str, str] = {}
    for rule in rules():
        meaning = Meaning(rule.name, rule.events, rule.shape)
        for pattern in rule.say:
            for words, form in expand(pattern).items():
                meanings[words].setdefault(meaning, pattern)
                forms.setdefault(words, form)
    return Phrases({words: Phrase(words, form, meanings) for words, form in forms.items()}, crossing=True)


def _meant(words: str, meanings: _Meanings) -> tuple[tuple[Meaning, ...], tuple[str, ...]]:
    """The meanings of a phrase and their patterns; what it can mean by itself and by the phrases of two words within.

    The longest phrase wins where several begin, so that without those it would take their events away.
    """
    meant = dict(meanings[words])
    events = {event for meaning in meant for event in meaning.events}
    for part in _parts(words):
        for meaning, pattern in meanings.get(part, _NONE).items():
            if not events.issuperset(meaning.events):
                meant.setdefault(meaning, pattern)
                events.update(meaning.events)
    return tuple(meant), tuple(meant.values())


def _parts(words: str) -> Iterator[str]:
    """What stands within a phrase, two words or more, the longest first."""
    each = words.split(" ")
    for size in range(len(each) - 1, 1, -1):
        for at in range(len(each) - size + 1):
            yield " ".join(each[at : at + size])


_NONE: Mapping[Meaning, str] = {}
