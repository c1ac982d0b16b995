"""One automaton for many phrases: every place where one of them stands as whole words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A phrase found at ``[start, stop)``, and what it stands for."""

    start: int
    stop: int
    value: T


class Phrases(Generic[T]):
    """Phrases and their values, found leftmost-longest in linear time."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        words = sorted(phrases)
        self._values = [phrases[word] for word in words]
        self._automaton = (
            AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
            if words
            else None
        )

    def find(self, text: str) -> list[Hit[T]]:
        """The phrases of ``text`` in order, none inside a word, none overlapping."""
        if self._automaton is None:
            return []
        values, size = self._values, len(text)
        return [
            Hit(start, stop, values[which])
            for which, start, stop in self._automaton.find_matches_as_indexes(text)
            if (start == 0 or not (text[start - 1].isalnum() and text[start].isalnum()))
            and (stop == size or not (text[stop].isalnum() and text[stop - 1].isalnum()))
        ]


def first_letters(phrases: Iterable[str]) -> frozenset[str]:
    """The letters with which phrases begin: a cheap test before a search."""
    return frozenset(phrase[0] for phrase in phrases if phrase)
