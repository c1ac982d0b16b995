"""What a document's words alone say, before anybody in it is looked for: the phrases that fire, sentence by sentence.

Most phrases are no claim, and most of those show it by their words, by what stands just before and after and by the
sentence: a small log-linear model, learned as the chooser's is, lets only the others through. Where none is left, the
document needs no further reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from mooted.claims.collocates import Collocates, collocates
from mooted.claims.cues import cues_before, time_phrases, times_of
from mooted.claims.deals.lists import Deals, find_deals, listed
from mooted.claims.lexicon import Phrase
from mooted.claims.shadowed import with_shadowed
from mooted.claims.weighing import Features, Scorer
from mooted.language.automaton import Hit, Phrases, shared_out
from mooted.language.fold import fold
from mooted.language.money import SIGNS
from mooted.language.sentences import Sentence, split
from mooted.model.document import Document
from mooted.model.listed import Place, stands_in

_ITEM = re.compile(r"\([^()\n]{2,60}\)\.?[ ]*(?:\n|$)")
_POSTED = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff]|https://t\.co/|(?:^|\s)#\w")
_SAID = re.compile(r"[A-Z][a-z]+ (?:said|told|added)")
_WHEN = ("oldyear", "ago", "last", "recent", "this", "next", "newyear", "sameyear")
_BESIDE = 12  # characters between phrases that stand beside each other
_CONVERSION = 40  # characters in which a sum and its brackets stand
_CONVERTED = re.compile(r"[£€$][\d.,]{1,12} ?(?:m|bn|k|million|billion)? \([^()]{0,20}$")  # "€50m (£44.5m, $58m)"
HOPE = 1.0  # what a phrase may still gain by what stands before it
_MOST_ITEMS = 20_000  # characters of a column that are read to know it
POST = 700  # characters that no post has
LINE = 300  # nor a line or two alone
Basis = tuple[Features, Features, Features, Features]
Part = Literal["title", "text"]


class Passage(NamedTuple):
    """A sentence in which phrases fire: which one of its section, and those phrases that may be a claim.

    ``live`` are their places among ``hits``, ``bases`` their signs: of the words, of the sentence, of what stands
    before, of what stands beside.
    """

    number: int
    hits: list[Hit[Phrase]]
    live: list[int]
    bases: list[Basis]
    times: tuple[str, ...]


class Heard(NamedTuple):
    """A title or text in small letters, and its passages in order."""

    place: Part
    low: str
    passages: list[Passage]


class Hearing(NamedTuple):
    """What is heard in a document: its form ("column", "post", "line", "article"), its title and text, and lists of
    deals.

    No passage is of a line that a list has: its entries are read by their form.
    """

    kind: str
    parts: tuple[Heard, ...]
    deals: tuple[Deals, ...] = ()

    @property
    def silent(self) -> bool:
        """Is there neither a list nor a phrase left that may be a claim?"""
        return not self.deals and not any(part.passages for part in self.parts)


def hear(document: Document, phrases: Phrases[Phrase], gate: Scorer | None, least: float) -> Hearing:
    """The phrases of a document whose signs weigh at least ``least``; all of them where there is no ``gate``."""
    year = document.published_at.year if document.published_at else None
    kind = kind_of(fold(document.text), bool(document.title))
    listener = _Listener(phrases, gate, least, kind, year)
    parts = [listener.listen("title", document.title)] if document.title else []
    deals = find_deals(document.text)
    text = listener.listen("text", document.text)
    return Hearing(kind, (*parts, _outside(text, listed(deals).lines, document.text) if deals else text), deals)


def _outside(heard: Heard, lines: Sequence[Place], text: str) -> Heard:
    """What is heard in a text outside of some of its lines, which are in order."""
    sentences = split(text)
    left = [passage for passage in heard.passages if not stands_in(sentences[passage.number].start, lines)]
    return heard._replace(passages=left)


def kind_of(text: str, titled: bool) -> str:
    """The form of a document: a column of short items, a post, a line or two alone, or an article.

    Whoever writes down a line alone says something by it, where most lines of an article say nothing of a move.
    """
    items = len(_ITEM.findall(text[:_MOST_ITEMS])) if "(" in text else 0
    if items >= 3 or (items and items >= text.strip().count("\n") + 1):
        return "column"
    if len(text) < POST and _POSTED.search(text):
        return "post"
    return "article" if titled or len(text) >= LINE else "line"


class _Listener(NamedTuple):
    """What holds for all sentences of a document."""

    phrases: Phrases[Phrase]
    gate: Scorer | None
    least: float
    kind: str
    year: int | None

    def listen(self, place: Part, text: str) -> Heard:
        """The passages of a title or text."""
        folded = fold(text)
        low = folded.lower()
        hits = [*with_shadowed((hit for hit in self.phrases.find(low) if hit.value.meanings), self.phrases)]
        return Heard(place, low, list(self._passages(place, split(text), folded, low, hits)) if hits else [])

    def _passages(
        self, place: Part, sentences: Sequence[Sentence], folded: str, low: str, hits: list[Hit[Phrase]]
    ) -> Iterator[Passage]:
        paragraph, quoting = -1, False
        stops = [sentence.stop for sentence in sentences]
        each = zip(sentences, shared_out(hits, stops), shared_out(time_phrases(low), stops), strict=True)
        for number, (sentence, here, told) in enumerate(each):
            start, stop, own = sentence
            first = folded[start]
            quoting = (
                _opens(folded, sentence, first)
                if first in "\"'"
                else quoting and own == paragraph and not _SAID.match(folded, start)
            )
            paragraph = own
            if here:
                words = low[start:stop]
                times = times_of(told, words, self.year)
                money = "£" in words or "€" in words
                everywhere = _of_sentence(self.kind, place == "title", quoting, money, times)
                live, bases = self._live(low, sentence, here, everywhere)
                if live:
                    yield Passage(number, here, live, bases, times)

    def _live(
        self, low: str, sentence: Sentence, hits: list[Hit[Phrase]], everywhere: Features
    ) -> tuple[list[int], list[Basis]]:
        """The phrases of a sentence that may be a claim, by their places, and their signs."""
        live: list[int] = []
        bases: list[Basis] = []
        gate, least = self.gate, self.least
        base = gate[everywhere] if gate is not None else 0.0
        for at, (start, _, phrase) in enumerate(hits):
            if phrase.words in SIGNS and _CONVERTED.search(low, max(sentence.start, start - _CONVERSION), start):
                continue
            beside = _stands_beside(low, sentence, hits, at)
            score = least if gate is None else base + gate[phrase.signs] + gate.once(beside)
            if score < least - HOPE:
                continue
            before = _before(*cues_before(low, start, sentence.start), phrase.form)
            if gate is None or score + gate[before] >= least:
                live.append(at)
                bases.append((phrase.signs, everywhere, before, beside))
        return live, bases


def _opens(folded: str, sentence: Sentence, first: str) -> bool:
    """Does a sentence that begins with a quotation mark stand inside a quotation?"""
    if first == "'":
        return True
    count = folded.count('"', sentence.start, sentence.stop)
    return count % 2 == 1 or count == 2


@lru_cache(maxsize=10_000)
def _of_sentence(kind: str, title: bool, quoted: bool, money: bool, times: tuple[str, ...]) -> Features:
    """The signs of a sentence, which all its phrases share."""
    when = next((time for time in _WHEN if time in times), "-")
    marks = (("quoted", quoted), ("money", money))
    return (
        f"kind={kind}{'T' if title else ''}",
        f"when={when}",
        *(mark for mark, holds in marks if holds),
        *(f"time={time}" for time in times),
    )


def _stands_beside(low: str, sentence: Sentence, hits: list[Hit[Phrase]], at: int) -> Features:
    """The signs of what stands on either side of a phrase in its sentence: other phrases, and the next words."""
    start, stop, _ = hits[at]
    rule_before = words_before = rule_after = ""
    if at:
        _, end, previous = hits[at - 1]
        if start - end < _BESIDE:
            rule_before, words_before = previous.meanings[0].rule, previous.words
    if at + 1 < len(hits):
        begin, _, following = hits[at + 1]
        if begin - stop < _BESIDE:
            rule_after = following.meanings[0].rule
    return _beside(rule_before, words_before, rule_after, collocates(low, start, stop, sentence.start, sentence.stop))


@lru_cache(maxsize=20_000)
def _before(cues: tuple[str, ...], near: tuple[str, ...], form: str) -> Features:
    last = ".".join(near[-2:])
    return ("near=" + last, f"f+near={form}|{last}", *("cue=" + cue for cue in cues), *("near1=" + cue for cue in near))


def _beside(rule_before: str, words_before: str, rule_after: str, words: Collocates) -> Features:
    earlier, before, after, later = words
    found = [f"after={after}", f"after={after} {later}", f"before={before}", f"before={earlier} {before}"]
    if rule_before:
        found += ["prev=" + rule_before, "prevw=" + words_before]
    if rule_after:
        found.append("next=" + rule_after)
    return tuple(found)
