"""Short ways to say what was told, by whom and when, for tests of sagas; all players are invented unless public."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

from mooted.model.claim import Attribution, Claim, Event
from mooted.model.entry import Entry, Imprint, Sighting
from mooted.model.money import Fee, FeeKind
from mooted.model.span import Quote
from mooted.model.window import Calendar, Window

DAY = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)
CALENDAR = Calendar(
    (
        Window(date(2025, 6, 16), date(2025, 9, 1), "england", "summer"),
        Window(date(2026, 1, 1), date(2026, 2, 2), "england", "winter"),
        Window(date(2026, 6, 15), date(2026, 9, 1), "england", "summer"),
    )
)


@dataclass(frozen=True, slots=True)
class Press:
    """A press of two outlets of one publisher, a third, and a reporter of it."""

    families: dict[str, str] = field(
        default_factory=lambda: {
            "Morning Whistle": "north", "Evening Whistle": "north", "The Ledger": "south", "Ida Brandt": "south",
        }
    )  # fmt: skip

    def of(self, name: str) -> str:
        """The publisher, or the name itself."""
        return self.families.get(name, name.lower().replace(" ", "-"))

    def name(self, name: str) -> str:
        """The name as it is."""
        return name

    def kind(self, name: str) -> Literal["outlet", "journalist"] | None:
        """Outlets, and one journalist."""
        if name == "Ida Brandt":
            return "journalist"
        return "outlet" if name in self.families else None


PRESS = Press()


def after(days: float) -> datetime:
    """So many days after the first."""
    return DAY + timedelta(days=days)


def sum_of(amount: int, currency: str = "GBP", kind: FeeKind = "bid") -> Fee:
    """A fee in millions."""
    return Fee(amount * 1_000_000, currency, kind)


def told(  # noqa: PLR0913 (a test names only what matters to it)
    event: Event, club: str | None = None, *, days: float = 0, by: str | None = "The Ledger", document: str = "",
    source: str | tuple[str, ...] = (), player: str = "Tom Ashby", holder: str | None = "Wigan Athletic",
    words: str = "", unnamed: str | None = None, **fields: Any,
) -> Entry:  # fmt: skip
    """One claim of one document, said so many ``days`` after the first."""
    document = document or f"{by or 'page'}-{days:g}".replace(" ", "-").lower()
    sources = (source,) if isinstance(source, str) else source
    quote = Quote(words or f"{event} {club} {days:g} {document}", None, "title")
    claim = Claim(
        document, player, event, quote, "test", club_to=club, club_from=holder,
        attribution=Attribution(by, sources, (), unnamed), **fields,
    )  # fmt: skip
    family = PRESS.of(by) if by else None
    imprint = Imprint(document, "1", after(days), by, family, published_at=after(days))
    return Entry(claim, imprint, player.lower().replace(" ", "-"))


def seen(
    name: str, holder: str | None = None, *, days: float = 0, document: str = "", role: str = "player", **fields: Any
) -> Sighting:
    """A person as one document shows him."""
    return Sighting(document or f"{name}-{holder}-{days:g}", after(days), name, role, holder, **fields)
