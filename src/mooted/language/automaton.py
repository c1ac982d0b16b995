"""One automaton for many phrases: every place where one of them stands as whole words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from mooted.language.surrogates import whole

T = TypeVar("T")
_FEW = 1_000
_LEAST = 1_000  # phrases, as many as which a small automaton counts at least: they have to be looked for
_words = re.compile(r"[^\W_]+").findall


class Hit(NamedTuple, Generic[T]):
    """A phrase found at ``[start, stop)``, and what it stands for."""

    start: int
    stop: int
    value: T


class Phrases(Generic[T]):
    """Phrases and their values, found leftmost-longest in linear time; a value is asked for where its phrase stands.

    The automaton of tens of thousands takes longer to make than the first texts to read. With ``index``, which is
    ``by_word(phrases)``, these are searched for the few phrases alone of which a word stands there.
    """

    def __init__(self, phrases: Mapping[str, T], index: Mapping[str, Sequence[int]] | None = None) -> None:
        self._phrases = phrases
        self._longest = max(map(len, phrases), default=0)
        self._index = index
        self._spent = 0
        self._automaton = _automaton(phrases) if index is None else None

    def find(self, text: str) -> list[Hit[T]]:
        """The phrases of ``text`` in order, none inside a word, none overlapping.

        The automaton knows no words. Where what it finds cuts one ("ready a" in "already agreed"), the phrases that
        begin there are looked for by themselves.
        """
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

    def _beginning_in(self, text: str, start: int, stop: int) -> Iterator[Hit[T]]:
        """The phrases that begin from ``start`` to ``stop``."""
        at, phrases = start, self._phrases
        while at < stop:
            last = min(at + self._longest, len(text))
            cut = _longest_from(text, at, last, phrases) if text[at] != " " and _apart(text, at) else None
            if cut is not None:
                yield Hit(at, cut, phrases[text[at:cut]])
            at = cut or at + 1

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        automaton = self._automaton or self._for(text)
        try:
            return automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            return automaton.find_matches_as_indexes(whole(text))

    def _for(self, text: str) -> AhoCorasick:
        """What finds all that stands in a text: of its phrases alone, until that has cost as much as all at once."""
        if self._index is None or self._spent > len(self._phrases):
            self._automaton = _automaton(self._phrases)
            return self._automaton
        phrases = list(self._phrases)
        some = [phrases[at] for word in {"", *_words(text)} for at in self._index.get(word, ())]
        self._spent += max(len(some), _LEAST)
        return _automaton(some)


def by_word(phrases: Iterable[str]) -> dict[str, list[int]]:
    """The places of phrases by the longest word of each: whole, it stands wherever the phrase does."""
    index: dict[str, list[int]] = {}
    for at, phrase in enumerate(phrases):
        index.setdefault(max(_words(phrase), key=len, default=""), []).append(at)
    return index


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
