"""The phrases of the rule files, ready to be found in text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
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


class Phrase(NamedTuple):
    """A phrase as it stands in text, its verb form, and its meanings under the rules that list it.

    ``signs`` are those of the phrase by itself.
    """

    words: str
    form: str
    meanings: tuple[Meaning, ...]
    patterns: tuple[str, ...]
    signs: tuple[str, str, str]

    def also(self, meaning: Meaning, pattern: str) -> Phrase:
        """The phrase with one more meaning, under the pattern of another rule."""
        return self._replace(meanings=(*self.meanings, meaning), patterns=(*self.patterns, pattern))


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
    """All phrases in one automaton, over folded text in lower case."""
    found: dict[str, Phrase] = {}
    for rule in rules():
        meaning = Meaning(rule.name, rule.events, rule.shape)
        for pattern in rule.say:
            for words, form in expand(pattern).items():
                before = found.get(words)
                if before is None:
                    signs = ("bias", "w=" + words, "f=" + form)
                    found[words] = Phrase(words, form, (meaning,), (pattern,), signs)
                elif meaning not in before.meanings:
                    found[words] = before.also(meaning, pattern)
    return Phrases(found)
