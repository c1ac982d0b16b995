"""When a move told as done is believed.

One report is not believed alone: columns recall old moves, and "have added him to their list" reads like one. It counts
where the joining club or the player says it, where two independent families do, or where one of the last rungs (a fee
or terms agreed, the whole deal, a medical) was reported of the same club before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from mooted.model.claim import Event
from mooted.model.entry import Entry

LAST: frozenset[Event] = frozenset(("bid_accepted", "terms_agreed", "agreed", "medical"))
BEFORE = timedelta(days=60)


def is_believed(said: Sequence[Entry], nearly: Iterable[Entry], club: str, family: Callable[[str], str]) -> bool:
    """Whether reports of one player's move to ``club``, the oldest first, are believed.

    ``nearly`` are the reports of the last rungs of the same pursuit, ``family`` tells the one voice that a name is of.
    """
    voices = {voice for entry in said for voice in entry.claim.sources}
    official = club in voices or any(entry.claim.player in entry.claim.sources for entry in said)
    families = {family(voice) for entry in said for voice in (entry.claim.sources or (entry.imprint.outlet or "?",))}
    first = said[0].said_at
    return official or len(families) > 1 or any(first - BEFORE <= entry.said_at <= first for entry in nearly)
