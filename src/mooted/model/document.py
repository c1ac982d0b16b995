"""A page as the reader gets it: text, and what is known of where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Document:
    """One article, column, post or statement.

    ``published_at`` and ``seen_at`` are aware datetimes; null where unknown. ``place`` tells where the
    document was read from (``"news.jsonl:12"``), for messages.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    published_at: datetime | None = None
    seen_at: datetime | None = None
    place: str | None = None

    @property
    def said_at(self) -> datetime | None:
        """When it spoke: when it was published, else when it was seen."""
        return self.published_at or self.seen_at

    def __post_init__(self) -> None:
        for moment in (self.published_at, self.seen_at):
            if moment is not None and moment.tzinfo is None:
                raise ValueError(f"document {self.id}: {moment.isoformat()} has no time zone")
