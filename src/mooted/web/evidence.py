"""The exact words of claims in the sentences around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from mooted.model.document import Document
from mooted.model.entry import Entry
from mooted.web.view import Around

_MOST = 260  # characters before and after
_ENDS = (". ", "! ", "? ", "\n")


class Documents(Protocol):
    """Where documents are found."""

    def document(self, id: str, version: str | None = None) -> Document | None:
        """A document in one of its versions."""


def around(documents: Documents, entries: Iterable[Entry]) -> dict[str, Around]:
    """For each entry whose words stand in its document's text: those words and what is around them, by entry id."""
    texts: dict[tuple[str, str], str] = {}
    found: dict[str, Around] = {}
    for entry in entries:
        span = entry.claim.evidence.span
        if span is None:
            continue
        place = entry.imprint.document, entry.imprint.version
        if place not in texts:
            document = documents.document(*place)
            texts[place] = document.text if document else ""
        text = texts[place]
        if span.of(text) == entry.claim.evidence.words:
            found[entry.id] = _sentence(text, span.start, span.stop, entry.imprint.url or "")
    return found


def last_of_each(entries: Sequence[Entry], contexts: Mapping[str, Around]) -> frozenset[str]:
    """Of entries that follow each other about one person in one sentence, the last, under which the words stand."""
    sentences = [(entry.person, _whole(entry, contexts)) for entry in entries]
    return frozenset(
        entry.id for at, entry in enumerate(entries) if sentences[at : at + 1] != sentences[at + 1 : at + 2]
    )


def _whole(entry: Entry, contexts: Mapping[str, Around]) -> str:
    found = contexts.get(entry.id)
    return f"{found.before}{found.words}{found.after}" if found else entry.claim.evidence.words


def _sentence(text: str, start: int, stop: int, cite: str) -> Around:
    """The words with the rest of their sentence, at most ``_MOST`` characters on each side."""
    floor, ceiling = max(0, start - _MOST), min(len(text), stop + _MOST)
    begins = max((text.rfind(end, floor, start) + len(end) for end in _ENDS if text.rfind(end, floor, start) >= 0),
                 default=floor)  # fmt: skip
    stops = min((text.find(end, stop, ceiling) + 1 for end in _ENDS if text.find(end, stop, ceiling) >= 0),
                default=ceiling)  # fmt: skip
    return Around(
        ("…" if begins == floor > 0 else "") + text[begins:start].lstrip(),
        text[start:stop],
        text[stop:stops].rstrip() + ("…" if stops == ceiling < len(text) else ""),
        cite,
    )
