"""One automaton for many phrases: every place where one of them stands as whole words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from mooted.language.surrogates import whole

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A phrase found at ``[start, stop)``, and what it stands for."""

    start: int
    stop: int
    value: T


class Phrases(Generic[T]):
    """Phrases and their values, found leftmost-longest in linear time."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._values = list(phrases.values())
        self._automaton = _automaton(phrases) if phrases else None

    def find(self, text: str) -> list[Hit[T]]:
        """The phrases of ``text`` in order, none inside a word, none overlapping."""
        values, size = self._values, len(text)
        return [
            Hit(start, stop, values[which])
            for which, start, stop in self._matches(text)
            if (start == 0 or (before := text[start - 1]) == " " or not (before.isalnum() and text[start].isalnum()))
            and (stop == size or (after := text[stop]) == " " or not (after.isalnum() and text[stop - 1].isalnum()))
        ]

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        if self._automaton is None:
            return []
        try:
            return self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            return self._automaton.find_matches_as_indexes(whole(text))


def _automaton(words: Iterable[str]) -> AhoCorasick:
    return AhoCorasick(
        words,
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
        store_patterns=False,
    )
