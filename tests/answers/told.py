"""Ledgers for tests: of the examples, and of claims about invented players."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from mooted.documents import open_documents
from mooted.ledger import Ledger
from mooted.model.claim import Attribution, Claim
from mooted.model.document import Document
from mooted.model.entry import Sighting
from mooted.model.span import Quote, Span
from mooted.opening import open_ledger
from mooted.pipeline import Whole, read_whole

EXAMPLES = Path(__file__).parents[2] / "examples"
SEEN = datetime(2026, 11, 1, tzinfo=UTC)
START = datetime(2026, 1, 1, 9, tzinfo=UTC)


class Said(NamedTuple):
    """One claim in a document of its own: on which day of January 2026, by whom, about what."""

    day: int
    event: str = "interest"
    player: str | None = "Bence Varga"
    club_to: str | None = "Hollin Rovers"
    club_from: str | None = "Ajax"
    outlet: str = "The Whistle"
    source: str | None = None
    polarity: str = "affirmed"
    position: str | None = None


def document_of(number: int, said: Said) -> tuple[Document, Whole]:
    """The document that says it, and what a reader would find there."""
    moment = START + timedelta(days=said.day - 1, minutes=number)
    who = said.player or said.position or "a club"
    own = " ".join(f"w{number}x{at}" for at in range(14))  # words of its own: no copy of any other
    text = f"{who}: {said.event} {said.polarity} {said.club_to or ''} {said.club_from or ''} {own}"
    document = Document(f"d{number}", text, outlet=said.outlet, published_at=moment, seen_at=SEEN)
    claim = Claim(
        document.id, said.player, said.event, Quote(text, Span(0, len(text))), "a rule", said.club_to, said.club_from,  # type: ignore[arg-type]
        said.polarity, position=said.position,  # type: ignore[arg-type]
        attribution=Attribution(said.outlet, (said.source,) if said.source else ()),
    )  # fmt: skip
    clubs = tuple(club for club in (said.club_from, said.club_to) if club)
    role = "manager" if said.event == "staff_move" else "player"
    people = (Sighting(document.id, moment, said.player, role, said.club_from, clubs),) if said.player else ()
    return document, Whole((claim,), people)


def a_ledger(*told: Said, **options: Any) -> Ledger:
    """A ledger in memory that holds these."""
    return filled(enumerate(told), **options)


def filled(told: Any) -> Ledger:
    """A ledger in memory that holds these, by their numbers."""
    ledger = open_ledger(":memory:")
    assert all(ledger.add_all(document_of(number, said) for number, said in told))
    return ledger


def examples() -> Ledger:
    """A ledger in memory that holds the examples."""
    ledger = open_ledger(":memory:")
    read = (one for one in open_documents([EXAMPLES]) if isinstance(one, Document))
    assert sum(1 for _ in ledger.add_all((one, read_whole(one, seen_at=SEEN)) for one in read)) > 30
    return ledger
