"""Reports of invented players for tests of forecasts, settlement and track records."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from mooted.answers.replaying import context
from mooted.model.claim import Attribution, Claim, Event
from mooted.model.entry import Entry, Imprint
from mooted.model.span import Quote, Span

CONTEXT = context()
PLAYER = "tom-ashby"


def report(
    event: Event,
    club: str | None,
    day: str,
    *,
    by: str = "The Ledger",
    words: str = "",
    person: str = PLAYER,
    **claim: Any,
) -> Entry:
    """One claim of one document on a day."""
    moment = datetime.combine(date.fromisoformat(day), time(9), UTC)
    words = words or f"{event} {club}"
    document = f"{by}-{person}-{day}-{event}-{club}"
    return Entry(
        Claim(
            document, person.replace("-", " ").title(), event, Quote(words, Span(0, len(words))), "told", club_to=club,
            attribution=Attribution(by, claim.pop("sources", (by,))), **claim,
        ),
        Imprint(document, "1", moment, by, published_at=moment),
        person,
    )  # fmt: skip
