"""Who holds the player: the club that sources say he belongs to, until the news moves him."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from mooted.model.claim import CONTRACT, Event
from mooted.model.saga import Outcome, Step
from mooted.sagas.timeline import OPEN

_KNOWN = 3  # who held him when the last window ended is known better than what one text says in passing
_SURE = 2  # what contracts and stances say of his club counts double: they are about it


def holder(steps: Iterable[Step], before: str | None) -> str | None:
    """The club that most steps say holds him, background left out; where none says, the one ``before``."""
    votes = Counter((step.entry.claim.event, step.entry.claim.club_from) for step in steps)
    return most_named(votes, before)


def most_named(said: Mapping[tuple[Event, str | None], int], before: str | None = None) -> str | None:
    """``holder`` by how often claims of each event name each club as his."""
    votes: Counter[str] = Counter()
    for (event, club), times in said.items():
        if club and event != "past_move":
            votes[club] += times * (_SURE if event in OPEN or event in CONTRACT else 1)
    if before is not None:
        votes[before] += _KNOWN
    return min(votes, key=lambda club: (-votes[club], club)) if votes else None


def holder_after(holder: str | None, outcome: Outcome | None) -> str | None:
    """Who holds him once the saga has ended: a loan leaves him with his owner."""
    if outcome is None or outcome.kind != "moved" or outcome.deal in ("loan", "loan_option"):
        return holder
    return outcome.club or holder
