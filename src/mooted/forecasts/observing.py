"""Replaying a ledger day by day: at each new report, what was known, and later what came of it.

A question is a player, a club and a window; it is put anew on each day with a report of it, and settled on the day that
is set when it is put, the close of the club's window (and a few days' grace): silence until then is a no. Where neither
a table of outcomes covers the window nor the ledger itself goes on past that day, the question is open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mooted.forecasts.signs import Signs, of_player, signs_of, voices_of
from mooted.forecasts.situation import Context, Situation, situation
from mooted.model.claim import PURSUIT
from mooted.model.entry import Entry
from mooted.model.move import Move
from mooted.model.window import GRACE


@dataclass(frozen=True, slots=True)
class Candidate:
    """A suitor on a day: his signs, whether the day brought a report of him, and until when the question runs."""

    club: str
    signs: Signs
    asked: bool
    closes: date
    league: str
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One player on a day with news of him: his suitors and his own signs.

    ``joined`` are the clubs that he joined in the window, null while nobody can know.
    """

    person: str
    day: date
    window: str
    candidates: tuple[Candidate, ...]
    own: Signs
    joined: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Archive:
    """All that is replayed: entries by person in the order in which they were said, and moves by person."""

    entries: Mapping[str, Sequence[Entry]]
    moves: Mapping[str, Sequence[Move]]
    covered: frozenset[str]  # windows of which outcomes are told
    last: date  # the last day of the ledger


def archive(entries: Iterable[Entry], moves: Iterable[Move]) -> Archive:
    """The entries (in any order) and matched moves of a ledger, ready for replay."""
    by_person: dict[str, list[Entry]] = defaultdict(list)
    last = date.min
    for entry in entries:
        last = max(last, entry.said_at.date())
        if entry.person and entry.claim.event != "staff_move":
            by_person[entry.person].append(entry)
    moved: dict[str, list[Move]] = defaultdict(list)
    covered = set()
    for move in moves:
        covered.add(move.window)
        if move.person:
            moved[move.person].append(move)
    told = {person: tuple(sorted(said, key=lambda entry: entry.order)) for person, said in by_person.items()}
    return Archive(told, moved, frozenset(covered), last)


def observe(told: Archive, context: Context, since: date = date.min, until: date = date.max) -> Iterator[Observation]:
    """The observations of each day with news, the earliest first. What is said after a day never bears on it."""
    for day, person, window, clubs in sorted(_days(told, context, since, until)):
        now = situation(person, told.entries[person], day, window, context, told.moves.get(person, ()))
        found = tuple(_candidates(now, frozenset(clubs), context))
        closes = max((one.closes for one in found if one.asked), default=day)
        if any(one.asked for one in found):
            yield Observation(
                person, day, window, found, of_player(now, context), _joined(told, person, window, closes)
            )


def _days(
    told: Archive, context: Context, since: date, until: date
) -> Iterator[tuple[date, str, str, tuple[str, ...]]]:
    """Each player's days with a report, by window, and the clubs reported."""
    for person, said in told.entries.items():
        days: dict[tuple[date, str], set[str]] = defaultdict(set)
        for entry in said:
            day, club = entry.said_at.date(), entry.claim.club_to
            if since <= day <= until and asks(entry) and club and context.clubs(club):
                days[day, context.window(club, day).id].add(club)
        for (day, window), clubs in days.items():
            yield day, person, window, tuple(sorted(clubs))


def asks(entry: Entry) -> bool:
    """Whether a claim puts the question if the player will join a club: any pursuit but a move told as done."""
    return entry.claim.event in PURSUIT and entry.claim.event != "signed" and entry.claim.club_to is not None


def _candidates(now: Situation, clubs: frozenset[str], context: Context) -> Iterator[Candidate]:
    for pursuit in now.pursuits:
        buyer = context.clubs(pursuit.club)
        voices = tuple(
            dict.fromkeys(
                voice for entry in pursuit.reports if entry.said_at.date() == now.day for voice in voices_of(entry)
            )
        )
        yield Candidate(
            pursuit.club, signs_of(pursuit, now, context), pursuit.club in clubs, pursuit.window.closes,
            buyer.league if buyer else "", voices,
        )  # fmt: skip


def _joined(told: Archive, person: str, window: str, closes: date) -> frozenset[str] | None:
    """The clubs that a player joined in a window; null where nobody can know yet."""
    if window in told.covered or told.last > closes + timedelta(days=GRACE):
        return frozenset(move.club_to for move in told.moves.get(person, ()) if move.window == window and move.club_to)
    return None
