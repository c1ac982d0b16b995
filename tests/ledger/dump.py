"""All that a ledger says, put so that two ledgers can be compared: nothing of when or in which order it was written."""

from __future__ import annotations

from mooted.ledger import Ledger


def dump(ledger: Ledger) -> tuple:
    """Documents with their versions, entries, people, sightings, corrections, moves, and what searches find."""
    entries = ledger.entries()
    return (
        [(one.id, one.text, one.title, one.published_at) for one in ledger.documents()],
        [(one.id, one.claim, one.person, one.imprint.version, one.said_at, one.corrected) for one in entries],
        sorted(ledger.people(limit=10_000), key=lambda one: one.id),
        ledger.sightings(),
        sorted((one.kind, one.target, one.value or "") for one in ledger.corrections()),
        ledger.moves(),
        [hit.words for hit in ledger.search("want", limit=100_000)],
    )
