"""Who holds the player: the club that sources say he belongs to, until the news moves him."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from mooted.model.claim import CONTRACT, Event
from mooted.model.saga import Outcome, Step
from mooted.sagas.timeline import OPEN, is_pursuit

_KNOWN = 3  # who held him when the last window ended is known better than what one text says in passing
_SURE = 2  # what contracts and stances say of his club counts double: they are about it
_ABOUT_IT = OPEN | CONTRACT


def holder(steps: Iterable[Step], before: str | None, left: str | None = None) -> str | None:
    """The club that most steps say holds him, background left out; where none says, the one ``before``.

    A club that pursues him by more documents than say that it has him does not hold him. The club that he has just
    ``left`` is named in looking back, and counts half.
    """
    line = tuple(steps)
    claims = (step.entry.claim for step in line)
    said = Counter((claim.event, claim.club_from) for claim in claims if claim.club_from)
    votes = _votes(said, lambda club: _pursuits(club, line))
    if left is not None:
        votes[left] //= 2
    return _most(votes, before)


def most_named(said: Mapping[tuple[Event, str], int], pursued: Callable[[str], int] = lambda club: 0) -> str | None:
    """``holder`` by how often claims of each event name each club as his, and how often they tell that it pursues
    him."""
    return _most(_votes(said, pursued), None)


def is_his(club: str, named: Counter[str]) -> bool:
    """Does he belong to a club already, by most of what is said? Then what was read as a move to it is an earlier one.

    ``named`` counts how often each club is said to have him, background left out.
    """
    return named[club] * 2 > named.total()


def _votes(said: Mapping[tuple[Event, str], int], pursued: Callable[[str], int]) -> Counter[str]:
    """How often each club is said to hold him, those left out that are said more often to pursue him."""
    votes: dict[str, int] = {}
    for (event, club), times in said.items():
        if event != "past_move":
            votes[club] = votes.get(club, 0) + times * (_SURE if event in _ABOUT_IT else 1)
    return Counter({club: count for club, count in votes.items() if count >= pursued(club)})


def _most(votes: Counter[str], before: str | None) -> str | None:
    if before is not None:
        votes[before] += _KNOWN
    return min(votes, key=lambda club: (-votes[club], club)) if +votes else None


def _pursuits(club: str, line: Iterable[Step]) -> int:
    """How many documents say that a club pursues him."""
    pursued = (step for step in line if step.entry.claim.club_to == club and is_pursuit(step))
    return len({step.entry.imprint.document for step in pursued if step.entry.claim.event != "signed"})


def holder_after(holder: str | None, outcome: Outcome | None) -> str | None:
    """Who holds him once the saga has ended: a loan leaves him with his owner."""
    if outcome is None or outcome.kind != "moved" or outcome.deal in ("loan", "loan_option"):
        return holder
    return outcome.club or holder
