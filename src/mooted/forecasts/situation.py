"""What is known of one player's future at a moment: his pursuits in this window, his and his club's stance, his past.

A pure function of the entries said up to the day: nothing that was said later can get in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mooted.model.claim import CONTRACT, PURSUIT
from mooted.model.entity import Club
from mooted.model.entry import Entry
from mooted.model.move import Move
from mooted.model.settled import LAST, is_believed
from mooted.model.window import GRACE, Calendar, Window

MEMORY = 60  # days after which a report is forgotten, so that a saga in August weighs as it would in spring
STANCE = CONTRACT | {"wants_out", "wants_stay", "for_sale", "not_for_sale"}
LATELY = 340  # days within which a move was his last window's or the one before
_MAYBE = {
    "bid": "bid planned", "agreed": "agreement possible", "medical": "agreement possible",
    "signed": "agreement possible", "bid_accepted": "talks possible", "terms_agreed": "talks possible",
    "talks": "talks possible", "contact": "talks possible",
}  # fmt: skip

ClubNamed = Callable[[str], Club | None]


@dataclass(frozen=True, slots=True)
class Context:
    """What forecasts know besides the entries: clubs, windows, and whose paper is whose.

    ``clubs`` finds a club by its book name; ``family`` tells the one voice that a name belongs to; ``named`` the usual
    name of an outlet or journalist.
    """

    calendar: Calendar
    clubs: ClubNamed
    family: Callable[[str], str]
    named: Callable[[str], str]

    def window(self, club: str, day: date) -> Window:
        """The window in which ``club`` could sign somebody of whom there is talk on ``day``."""
        known = self.clubs(club)
        return self.calendar.window_for(day, known.country if known else None, known.league if known else "")


@dataclass(frozen=True, slots=True)
class Past:
    """What moves of earlier windows tell of a player."""

    joined_lately: bool = False
    on_loan: bool = False
    loan_club: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Pursuit:
    """One club's pursuit in this window, the oldest report first."""

    club: str
    window: Window
    reports: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """One player on one day. ``story`` is what is remembered of him; ``stances`` the newest of it of each event."""

    person: str
    day: date
    window: str
    pursuits: tuple[Pursuit, ...]
    stances: tuple[Entry, ...]
    story: tuple[Entry, ...]
    past: Past
    settled: str | None = None


def situation(
    person: str, entries: Sequence[Entry], day: date, window: str, context: Context, moves: Iterable[Move] = ()
) -> Situation:
    """The situation of a player on a day, from his entries (in the order in which they were said) and past moves."""
    said = [entry for entry in entries if entry.said_at.date() <= day]
    since = max(_since(window, context.calendar), day - timedelta(days=MEMORY))
    story = tuple(entry for entry in said if since < entry.said_at.date() and entry.claim.event != "staff_move")
    return Situation(
        person, day, window, _pursuits(story, day, window, context), _stances(story), story,
        _past(moves, day, context), settled_at(story, day, context.family),
    )  # fmt: skip


def _since(window: str, calendar: Calendar) -> date:
    """The day after which talk belongs to a window: when its forerunner closed."""
    here = calendar.named(window)
    before = [other for other in calendar.of(None) if here and other.closes < here.opens]
    return before[-1].closes + timedelta(days=GRACE) if before else date.min


def _pursuits(story: Iterable[Entry], day: date, window: str, context: Context) -> tuple[Pursuit, ...]:
    reports: dict[str, list[Entry]] = {}
    for entry in story:
        if entry.claim.event in PURSUIT and (club := entry.claim.club_to):
            reports.setdefault(club, []).append(entry)
    windows = {club: context.window(club, day) for club in reports}
    return tuple(
        Pursuit(club, windows[club], tuple(said))
        for club, said in sorted(reports.items())
        if windows[club].id == window and context.clubs(club)
    )


def _stances(story: Iterable[Entry]) -> tuple[Entry, ...]:
    newest = {entry.claim.event: entry for entry in story if entry.claim.event in STANCE}
    return tuple(newest.values())


def settled_at(story: Iterable[Entry], day: date, family: Callable[[str], str]) -> str | None:
    """The club of which the news before ``day`` told so that it is believed that he had joined it; null of none."""
    told: dict[str, list[Entry]] = {}
    nearly: dict[str, list[Entry]] = {}
    for entry in story:
        claim = entry.claim
        if claim.club_to and claim.is_actual and entry.said_at.date() < day:
            if claim.event == "signed":
                told.setdefault(claim.club_to, []).append(entry)
            elif claim.event in LAST:
                nearly.setdefault(claim.club_to, []).append(entry)
    return next((club for club, said in told.items() if is_believed(said, nearly.get(club, ()), club, family)), None)


def _past(moves: Iterable[Move], day: date, context: Context) -> Past:
    """What moves known by ``day`` tell: of windows that had closed by then, or with a day before it."""
    known = sorted(
        ((when, move) for move in moves if (when := _when(move, context.calendar)) and when < day),
        key=lambda one: (one[0], one[1].deal == "loan"),
    )
    if not known:
        return Past()
    when, last = known[-1]
    lately = (day - when).days < LATELY
    loan = lately and (last.deal or "").startswith("loan")
    return Past(
        joined_lately=lately and not loan,
        on_loan=loan,
        loan_club=last.club_to if loan else None,
        owner=last.club_from if loan else None,
    )


def _when(move: Move, calendar: Calendar) -> date | None:
    """The day of a move; where only the window is known, its close."""
    if move.day:
        return move.day
    window = calendar.named(move.window)
    return window.closes if window else None


def stage_of(entry: Entry) -> str:
    """How far one report says a pursuit has got: an event, a planned one, "denied" or "off"."""
    claim = entry.claim
    if claim.polarity == "denied":
        return "denied"
    return claim.event if claim.modality == "actual" else _MAYBE.get(claim.event, claim.event)
