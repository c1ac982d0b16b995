"""Words in documents and in the evidence of claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.moments import moment_of
from mooted.answers.steprows import entry_row
from mooted.answers.table import Table
from mooted.language.surrogates import whole
from mooted.model.hit import Hit
from mooted.model.phrases import event_words
from mooted.model.sagawire import entry_to_json, imprint_to_json
from mooted.model.wire import Json

if TYPE_CHECKING:
    from mooted.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Search(Table):
    """What was found, the newest first, each with the words around. ``more`` tells that there is more than ``hits``."""

    COLUMNS: ClassVar = (
        "kind", "said_at", "outlet", "document", "title", "url", "player", "event", "club_to", "club_from", "found",
        "claim",
    )  # fmt: skip
    SHOWN: ClassVar = ("said_at", "outlet", "title", "player", "event", "club_to", "found")

    asked: str
    hits: tuple[Hit, ...]
    as_of: datetime
    more: bool

    @property
    def title(self) -> str:
        """What was asked."""
        return f"Search for {self.asked}"

    def rows(self) -> list[Json]:
        """A row for each hit; those of documents have no claim."""
        return [_row(hit) for hit in self.hits]

    def to_json(self) -> Json:
        """The hits, claims in full."""
        return {
            "asked": self.asked,
            "as_of": self.as_of.isoformat(),
            "more": self.more,
            "hits": [
                {
                    "kind": "claim" if hit.entry else "document",
                    "found": hit.words,
                    "document": imprint_to_json(hit.imprint),
                    "claim": entry_to_json(hit.entry) if hit.entry else None,
                    "words": event_words(hit.entry.claim) if hit.entry else None,
                }
                for hit in self.hits
            ],
        }


def _row(hit: Hit) -> Json:
    claim = entry_row(hit.entry) if hit.entry else {}
    imprint = hit.imprint
    return {
        **{name: claim.get(name) for name in ("player", "event", "club_to", "club_from", "claim")},
        "kind": "claim" if hit.entry else "document",
        "said_at": imprint.said_at.isoformat(),
        "outlet": imprint.outlet,
        "document": imprint.document,
        "title": imprint.title,
        "url": imprint.url,
        "found": hit.words,
    }


def search(
    ledger: Ledger,
    words: str,
    *,
    as_of: date | datetime | str | None = None,
    limit: int = 50,
    syntax: bool = False,
) -> Search:
    """Where words stand, the newest first: every word literally, or with ``syntax`` as a query."""
    until = moment_of(as_of)
    hits = tuple(ledger.search(whole(words), as_of=until, limit=limit + 1, syntax=syntax))
    return Search(words, hits[:limit], until, len(hits) > limit)
