"""A move that happened, as a table of transfers or the news itself tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mooted.model.claim import Deal
from mooted.model.money import Fee


@dataclass(frozen=True, slots=True)
class Move:
    """``player`` went from ``club_from`` to ``club_to`` in ``window`` ("2021-summer").

    ``person`` is the id of the player in the ledger, null where he is not matched. ``day`` is null where only the
    window is known. ``source`` tells where it was read (``"moves.csv:12"``, or the id of an entry).
    """

    player: str
    club_from: str | None
    club_to: str | None
    window: str
    source: str
    person: str | None = None
    day: date | None = None
    deal: Deal | None = None
    fee: Fee | None = None
