"""The exact words of claims in the sentences around them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, Protocol, TypeVar

from mooted.language.plaintext import readable
from mooted.model.document import Document
from mooted.model.entry import Entry
from mooted.model.span import Span

_MOST = 260  # characters before and after
_ENDS = (". ", "! ", "? ", "\n")
Item = TypeVar("Item")
Version = tuple[str, str]
"""The id of a document and its version."""


class Documents(Protocol):
    """Where documents are found."""

    def versions(self, wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], Document]:
        """Documents by id and version; of those that are there."""


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
    version: Version
    words: str
    span: Span | None


def quotations(
    documents: Documents, items: Iterable[Item], entry_of: Callable[[Item], Entry]
) -> tuple[Quotation[Item], ...]:
    """The items by the sentences they were read in; those that follow each other about one person share theirs."""
    told = [(item, entry_of(item)) for item in items]
    texts = {which: one.text for which, one in documents.versions({_version(entry) for _, entry in told}).items()}
    placed = [(_place(texts, entry), item) for item, entry in told]
    return tuple(
        _quotation(texts, place, tuple(item for _, item in group), entry_of)
        for place, group in groupby(placed, key=lambda one: one[0])
    )


def _version(entry: Entry) -> Version:
    return entry.imprint.document, entry.imprint.version


def _place(texts: Mapping[Version, str], entry: Entry) -> _Place:
    """The sentence that a claim was read in."""
    quote, which = entry.claim.evidence, _version(entry)
    text = texts.get(which, "")
    stands = quote.span is not None and quote.span.of(text) == quote.words
    span = _sentence(text, quote.span) if stands and quote.span else None
    return _Place(entry.person, which, "" if span else quote.words, span)


def _quotation(
    texts: Mapping[Version, str], place: _Place, items: tuple[Item, ...], entry_of: Callable[[Item], Entry]
) -> Quotation[Item]:
    entries = [entry_of(item) for item in items]
    if place.span is None:
        return Quotation(items, ((readable(place.words), True),), entries[-1])
    spans = [entry.claim.evidence.span for entry in entries]
    pieces = tuple((readable(words), on) for words, on in _cut(texts[place.version], place.span, filter(None, spans)))
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
