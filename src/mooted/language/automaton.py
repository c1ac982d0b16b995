"""One automaton for many phrases: every place where one of them stands as whole words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import repeat
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from mooted.language.surrogates import whole

T = TypeVar("T")
_FEW = 1_000
_TRIES = 5  # about as long as these take to make a phrase part of an automaton
_tokens = re.compile(r"[^\W_]+|[^ ]").finditer  # words, and each character that is in none


class Hit(NamedTuple, Generic[T]):
    """A phrase found at ``[start, stop)``, and what it stands for."""

    start: int
    stop: int
    value: T


class Phrases(Generic[T]):
    """Phrases and their values, found leftmost-longest in linear time; a value is asked for where its phrase stands.

    The automaton of tens of thousands takes longer to make than the first texts to read. So it is made once trying
    what stands in texts, word by word, has cost as much (``tries`` a phrase); what is found is the same.
    """

    def __init__(self, phrases: Mapping[str, T], tries: int = _TRIES) -> None:
        self._phrases = phrases
        self._automaton: AhoCorasick | None = None
        self._tries_left = tries * len(phrases)

    @cached_property
    def _heads(self) -> frozenset[str]:
        """What phrases begin with, up to their first space."""
        return frozenset(map(itemgetter(0), map(str.partition, self._phrases, repeat(" "))))

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._phrases), default=0)

    def find(self, text: str) -> list[Hit[T]]:
        """The phrases of ``text`` in order, none inside a word, none overlapping.

        The automaton knows no words. Where what it finds cuts one ("ready a" in "already agreed"), the phrases that
        begin there are looked for by themselves.
        """
        if self._automaton is None and len(text) <= self._tries_left:
            told = self._word_by_word(text)
            if told is not None:
                return told
        phrases, size, free = self._phrases, len(text), 0
        found: list[Hit[T]] = []
        for _, start, stop in self._matches(text):
            if (
                start >= free
                and (
                    start == 0 or (before := text[start - 1]) == " " or not (before.isalnum() and text[start].isalnum())
                )
                and (stop == size or (after := text[stop]) == " " or not (after.isalnum() and text[stop - 1].isalnum()))
            ):
                found.append(Hit(start, stop, phrases[text[start:stop]]))
                free = stop
            elif stop > free and not text[start:stop].isalnum():
                found += self._beginning_in(text, max(start, free), stop)
                free = max(free, found[-1].stop) if found else free
        return found

    def inside(self, words: str, wanted: Callable[[T], bool]) -> Iterator[Hit[T]]:
        """The longest phrases from each word of ``words`` on that are wanted, going on after it."""
        phrases, free = self._phrases, 0
        spans = [token.span() for token in _tokens(words)]
        for start, _ in spans:
            for _, stop in reversed(spans):
                value = phrases.get(words[start:stop]) if stop > start >= free else None
                if value is not None and wanted(value):
                    yield Hit(start, stop, value)
                    free = stop

    def _beginning_in(self, text: str, start: int, stop: int) -> Iterator[Hit[T]]:
        """The phrases that begin from ``start`` to ``stop``."""
        at, phrases = start, self._phrases
        while at < stop:
            last = min(at + self._longest, len(text))
            cut = _longest_from(text, at, last, phrases) if text[at] != " " and _apart(text, at) else None
            if cut is not None:
                yield Hit(at, cut, phrases[text[at:cut]])
            at = cut or at + 1

    def _word_by_word(self, text: str) -> list[Hit[T]] | None:
        """The longest phrase from each word on, going on after it; null where that would take too many tries.

        Where no phrase begins with all that stands up to the next space, none goes on beyond that.
        """
        phrases, heads, longest, left = self._phrases, self._heads, self._longest, self._tries_left
        found: list[Hit[T]] = []
        spans = [token.span() for token in _tokens(text)]
        stops = [stop for _, stop in spans]
        free = 0
        for at, (start, stop) in enumerate(spans):
            if start < free:
                continue
            space = text.find(" ", stop, start + longest + 1)
            limit = start + longest if space < 0 or text[start:space] in heads else space
            last = bisect_right(stops, limit, at)
            left -= last - at
            if left < 0:
                break
            for end in reversed(stops[at:last]):
                if (words := text[start:end]) in phrases:
                    found.append(Hit(start, end, phrases[words]))
                    free = end
                    break
        self._tries_left = left
        return found if left >= 0 else None

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        if self._automaton is None:
            self._automaton = _automaton(self._phrases)
        try:
            return self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            return self._automaton.find_matches_as_indexes(whole(text))


def shared_out(hits: list[Hit[T]], stops: Iterable[int]) -> Iterator[list[Hit[T]]]:
    """The hits of a text, sentence by sentence; ``stops`` tells where each sentence ends."""
    at, size = 0, len(hits)
    for stop in stops:
        first = at
        while at < size and hits[at].start < stop:
            at += 1
        yield hits[first:at]


def _longest_from(text: str, start: int, stop: int, phrases: Mapping[str, T]) -> int | None:
    """Where the longest whole phrase that begins at ``start`` ends; phrases are short, so that few ends are tried."""
    return next((end for end in range(stop, start, -1) if text[start:end] in phrases and _apart(text, end)), None)


def _apart(text: str, at: int) -> bool:
    """Is no word cut at ``at``?"""
    return not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum())


def _automaton(words: Collection[str]) -> AhoCorasick:
    """A few phrases as a table of all transitions, which is three times as fast; many in the compact form, since such
    a table no longer fits a processor's cache."""
    few = len(words) < _FEW
    return AhoCorasick(
        words,
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.DFA if few else Implementation.ContiguousNFA,
        store_patterns=False,
    )
