"""One automaton for many phrases: every place where one of them stands as whole words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
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
    """Phrases and their values, found leftmost-longest in linear time.

    With ``crossing``, a phrase that begins within another and reaches beyond it is found as well ("keen to stay" of
    "is keen to stay", where "is keen" is a phrase too).
    """

    def __init__(self, phrases: Mapping[str, T], *, crossing: bool = False) -> None:
        self._phrases = dict(phrases)
        self._values = list(phrases.values())
        self._automaton = _automaton(phrases) if phrases else None
        self._crossings = _Crossings(phrases) if crossing else None

    def find(self, text: str) -> list[Hit[T]]:
        """The phrases of ``text`` in order, none inside a word, none inside another; only crossing ones overlap."""
        found = self._separate(text)
        return found if self._crossings is None else self._crossed(text, found, self._crossings)

    def _separate(self, text: str) -> list[Hit[T]]:
        """The phrases that the automaton finds, none overlapping, and those that a cut word would hide."""
        values, size = self._values, len(text)
        found: list[Hit[T]] = []
        covered = 0
        for which, start, stop in self._matches(text):
            if start < covered:
                continue
            if (
                start == 0 or (before := text[start - 1]) == " " or not (before.isalnum() and text[start].isalnum())
            ) and (stop == size or (after := text[stop]) == " " or not (after.isalnum() and text[stop - 1].isalnum())):
                found.append(Hit(start, stop, values[which]))
            elif not text[start:stop].isalnum():
                found += self._within(text, start, stop)
                covered = found[-1].stop if found else 0
        return found

    def _crossed(self, text: str, hits: list[Hit[T]], crossings: _Crossings) -> list[Hit[T]]:
        found: list[Hit[T]] = []
        for hit in hits:
            found.append(hit)
            found += [
                Hit(start, stop, self._phrases[text[start:stop]])
                for start, stop in crossings.after(text, hit.start, hit.stop)
            ]
        return found

    def _within(self, text: str, start: int, stop: int) -> Iterator[Hit[T]]:
        """The phrases that begin inside a longer one that cuts a word ("want" of "want a" in "want Ashby")."""
        at = start
        while at < stop:
            cut = _longest_from(text, at, stop + _FURTHER, self._phrases) if _apart(text, at) else None
            if cut is not None:
                yield Hit(at, cut, self._phrases[text[at:cut]])
            at = cut or at + 1

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        if self._automaton is None:
            return []
        try:
            return self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            return self._automaton.find_matches_as_indexes(whole(text))


_Rests = dict[str, list[str]]


class _Crossings:
    """Which phrases may begin in the last words of another: by the words that they share, then by the next word."""

    def __init__(self, phrases: Collection[str]) -> None:
        self._sorted = sorted(phrases)
        self._after: dict[str, tuple[tuple[int, _Rests], ...]] = {}

    def after(self, text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Where the longest phrases stand that begin within ``[start, stop)``, after its first word, and end later."""
        phrase = text[start:stop]
        rests = self._after.get(phrase)
        if rests is None:
            told = ((len(phrase) - len(end), self._rests(end)) for end in _ends(phrase))
            rests = self._after[phrase] = tuple((offset, by_word) for offset, by_word in told if by_word)
        if rests and (following := _NEXT.match(text, stop)):
            for offset, by_word in rests:
                for rest in by_word.get(following[1], ()):
                    if text.startswith(rest, stop) and _apart(text, stop + len(rest)):
                        yield start + offset, stop + len(rest)
                        break

    def _rests(self, end: str) -> _Rests:
        """How the phrases go on that begin with these words, by the next word, the longest first."""
        begun = self._sorted[bisect_left(self._sorted, end + " ") : bisect_left(self._sorted, end + "!")]
        found: _Rests = {}
        for phrase in sorted(begun, key=len, reverse=True):
            found.setdefault(phrase[len(end) + 1 :].split(" ", 1)[0], []).append(phrase[len(end) :])
        return found


def _ends(phrase: str) -> Iterator[str]:
    """What is left of a phrase without its first word, without its first two, and so on."""
    at = phrase.find(" ")
    while at > 0:
        yield phrase[at + 1 :]
        at = phrase.find(" ", at + 1)


_FURTHER = 30  # how far beyond a cut word a phrase that begins before it may reach
_NEXT = re.compile(r" ([^ \n]{1,40})")


def _longest_from(text: str, start: int, stop: int, phrases: Mapping[str, T]) -> int | None:
    """Where the longest whole phrase that begins at ``start`` ends; phrases are short, so that few ends are tried."""
    last = min(stop, len(text))
    return next((end for end in range(last, start, -1) if text[start:end] in phrases and _apart(text, end)), None)


def _apart(text: str, at: int) -> bool:
    """Is no word cut at ``at``?"""
    return not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum())


def _automaton(words: Iterable[str]) -> AhoCorasick:
    return AhoCorasick(
        words,
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
        store_patterns=False,
    )
