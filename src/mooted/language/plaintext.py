"""A text as its author meant it, however it was wrapped, and the way back to the text as it came."""

from __future__ import annotations

from typing import NamedTuple

from mooted.language.composing import composed
from mooted.language.dress import markdown, references, tags, unseen
from mooted.language.lines import parted, unwrapped
from mooted.language.rewriting import Rewritten, rewrite
from mooted.language.spelling import ages, british, dashes, nicknames, sums
from mooted.language.surrogates import whole

_STEPS = (references, tags, unseen, markdown, composed, unwrapped, parted, ages, british, sums, dashes, nicknames)


class PlainText(NamedTuple):
    """A text without what it wore, and the changes that led to it, in their order."""

    text: str
    steps: tuple[Rewritten, ...] = ()

    def back(self, start: int, stop: int) -> tuple[int, int]:
        """Where the characters ``[start, stop)`` of this text stand in the text as written."""
        for step in reversed(self.steps):
            start, stop = step.start(start), step.stop(stop)
        return start, stop

    def forth(self, start: int, stop: int) -> tuple[int, int]:
        """Where the characters ``[start, stop)`` of the text as written stand in this text."""
        for step in self.steps:
            start, stop = step.forth(start, stop)
        return start, stop


def plain_text(text: str) -> PlainText:
    """``text`` as a reader wants it: accents composed, no markup, lines and paragraphs as they were meant.

    Linear in its length; nothing to do for most texts.

    >>> plain_text("<p>Dra\u0306gus\u0326in &amp; co</p>").text.strip()
    'Drăgușin & co'
    """
    text = whole(text)
    steps = []
    for step in _STEPS:
        rewritten = rewrite(text, step(text))
        if rewritten.begins:
            steps.append(rewritten)
            text = rewritten.text
    return PlainText(text, tuple(steps))


def readable(words: str) -> str:
    """Words of a text for people to read: without what they wear there."""
    return plain_text(words).text
