"""What came true, as the news itself tells: moves that are done, where they are believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from mooted.model.entry import Entry
from mooted.model.move import Move
from mooted.model.settled import LAST, is_believed
from mooted.model.window import Calendar, Window

_Key = tuple[str, str, str]  # person, club, window


def told_by_news(
    entries: Iterable[Entry],
    calendar: Calendar,
    country_of: Callable[[str], str | None],
    family: Callable[[str], str],
) -> Iterator[Move]:
    """The moves that entries (in the order in which they were said) tell as done, each once, on the day it was said.

    A free agent's move or one agreed after the close counts for the window that is then open or opens next.
    """
    told: dict[_Key, list[Entry]] = defaultdict(list)
    nearly: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        claim = entry.claim
        if not (entry.person and claim.club_to and claim.is_actual):
            continue
        if claim.event in LAST:
            nearly[entry.person, claim.club_to].append(entry)
        elif claim.event == "signed":
            window = calendar.window_for(entry.said_at, country_of(claim.club_to))
            if _is_time(entry, window):
                told[entry.person, claim.club_to, window.id].append(entry)
    for (person, club, window_id), said in sorted(told.items()):
        if is_believed(said, nearly[person, club], club, family):
            yield _move(person, club, window_id, said)


def _is_time(entry: Entry, window: Window) -> bool:
    """Whether a move told on a day can be one of the window: it is open, or he comes for free or on a pre-contract."""
    return window.opens <= entry.said_at.date() or entry.claim.deal == "free"


def _move(person: str, club: str, window: str, said: list[Entry]) -> Move:
    first = said[0]
    return Move(
        player=first.claim.player or person,
        club_from=next((entry.claim.club_from for entry in said if entry.claim.club_from), None),
        club_to=club,
        window=window,
        source=first.id,
        person=person,
        day=first.said_at.date(),
        deal=next((entry.claim.deal for entry in said if entry.claim.deal), None),
        fee=next((entry.claim.fee for entry in said if entry.claim.fee and entry.claim.fee.kind == "paid"), None),
    )
