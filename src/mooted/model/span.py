"""A stretch of a document's text, and the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``[start, stop)`` of a text."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"no span: start {self.start}, stop {self.stop}")

    def of(self, text: str) -> str:
        """The words that stand here in ``text``."""
        return text[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, verbatim.

    ``span`` gives their place in ``document.text``, with the law ``document.text[span] == words``;
    it is null where the words stand in the document's title (``place == "title"``).
    """

    words: str
    span: Span | None
    place: str = "text"

    @property
    def spelt(self) -> str:
        """What ``repr`` gives, without its care for values within themselves: ids are made of it."""
        span = self.span and f"Span(start={self.span.start}, stop={self.span.stop})"
        return f"Quote(words={self.words!r}, span={span}, place={self.place!r})"

    @property
    def begins(self) -> int:
        """Where the words begin, to order quotes by: the title comes before the text."""
        return -1 if self.span is None or self.place == "title" else self.span.start
