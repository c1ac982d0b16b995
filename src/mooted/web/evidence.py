"""The exact words of claims in the sentences around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, Protocol, TypeVar

from mooted.model.document import Document
from mooted.model.entry import Entry
from mooted.model.span import Span

_MOST = 260  # characters before and after
_ENDS = (". ", "! ", "? ", "\n")
Item = TypeVar("Item")


class Documents(Protocol):
    """Where documents are found."""

    def document(self, id: str, version: str | None = None) -> Document | None:
        """A document in one of its versions."""


@dataclass(frozen=True, slots=True)
class Quotation(Generic[Item]):
    """What one sentence says of one person, and the sentence cut at the words that carry it.

    ``pieces`` are pairs of words and whether a claim rests on them; ``entry`` tells where it was printed.
    """

    items: tuple[Item, ...]
    pieces: tuple[tuple[str, bool], ...]
    entry: Entry


class _Place(NamedTuple):
    """A sentence of a document; ``span`` is null for words that do not stand in its text."""

    person: str | None
    document: str
    version: str
    words: str
    span: Span | None


def quotations(
    documents: Documents, items: Iterable[Item], entry_of: Callable[[Item], Entry]
) -> tuple[Quotation[Item], ...]:
    """The items by the sentences they were read in; those that follow each other about one person share theirs."""
    texts = _Texts(documents)
    placed = ((texts.place(entry_of(item)), item) for item in items)
    return tuple(
        _quotation(texts, place, tuple(item for _, item in group), entry_of)
        for place, group in groupby(placed, key=lambda one: one[0])
    )


class _Texts:
    """The texts of documents, each asked for once."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._texts: dict[tuple[str, str], str] = {}

    def of(self, document: str, version: str) -> str:
        """The text of a document; empty where there is none."""
        if (document, version) not in self._texts:
            found = self._documents.document(document, version)
            self._texts[document, version] = found.text if found else ""
        return self._texts[document, version]

    def place(self, entry: Entry) -> _Place:
        """The sentence that a claim was read in."""
        imprint, quote = entry.imprint, entry.claim.evidence
        text = self.of(imprint.document, imprint.version)
        stands = quote.span is not None and quote.span.of(text) == quote.words
        span = _sentence(text, quote.span) if stands and quote.span else None
        return _Place(entry.person, imprint.document, imprint.version, "" if span else quote.words, span)


def _quotation(
    texts: _Texts, place: _Place, items: tuple[Item, ...], entry_of: Callable[[Item], Entry]
) -> Quotation[Item]:
    entries = [entry_of(item) for item in items]
    if place.span is None:
        return Quotation(items, ((place.words, True),), entries[-1])
    spans = [entry.claim.evidence.span for entry in entries]
    pieces = tuple(_cut(texts.of(place.document, place.version), place.span, filter(None, spans)))
    return Quotation(items, pieces, entries[-1])


def _sentence(text: str, span: Span) -> Span:
    """The words with the rest of their sentence, at most ``_MOST`` characters on each side."""
    floor, ceiling = max(0, span.start - _MOST), min(len(text), span.stop + _MOST)
    begins = max((text.rfind(end, floor, span.start) + len(end) for end in _ENDS
                  if text.rfind(end, floor, span.start) >= 0), default=floor)  # fmt: skip
    stops = min((text.find(end, span.stop, ceiling) + 1 for end in _ENDS if text.find(end, span.stop, ceiling) >= 0),
                default=ceiling)  # fmt: skip
    return Span(begins, stops)


def _cut(text: str, sentence: Span, spans: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """The sentence in pieces: what claims rest on, and what stands around it."""
    if text[sentence.start - 1 : sentence.start].isalnum():
        yield "…", False
    at = sentence.start
    for span in sorted(spans):
        if span.stop > at:
            yield text[at : span.start], False
            yield text[max(at, span.start) : span.stop], True
            at = span.stop
    yield text[at : sentence.stop].rstrip(), False
    if text[sentence.stop - 1 : sentence.stop + 1].isalnum():
        yield "…", False
