"""A club in one window: who may come, who may go, contracts, needs, staff, and the squad as far as it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.clubs import club_of
from mooted.answers.gauge import Gauge
from mooted.answers.moments import moment_of
from mooted.answers.needs import Need, needs_of
from mooted.answers.settled import settled
from mooted.answers.spoken import spoken_of
from mooted.answers.squad import Member, squad_of
from mooted.answers.steprows import STEP_COLUMNS, step_row
from mooted.answers.stories import window_of
from mooted.answers.table import Table
from mooted.model.claim import rung_of
from mooted.model.phrases import window_words
from mooted.model.saga import Saga, Stance, Step, Suitor
from mooted.model.sagawire import stance_to_json, step_to_json, suitor_to_json
from mooted.model.wire import Json

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_DOUBT = 0.3  # what may be is worth of what is


@dataclass(frozen=True, slots=True)
class Arrival:
    """A player whom the club pursues; ``rivals`` are the other clubs that do, furthest first."""

    person: str
    player: str
    holder: str | None
    suitor: Suitor
    rivals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Departure:
    """A player of the club whom others pursue, or about whose going something is said."""

    person: str
    player: str
    suitors: tuple[Suitor, ...]
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True)
class Club(Table):
    """All that was known of a club at ``as_of``, in the window that was talked of last."""

    COLUMNS: ClassVar = ("part", *STEP_COLUMNS)
    SHOWN: ClassVar = ("part", "day", "player", "words", "club_to", "club_from", "voice", "independent", "evidence")

    club: str
    window: str
    coming: tuple[Arrival, ...]
    going: tuple[Departure, ...]
    contracts: tuple[Step, ...]
    needs: tuple[Need, ...]
    staff: tuple[Step, ...]
    squad: tuple[Member, ...]
    as_of: datetime
    last: datetime

    @property
    def title(self) -> str:
        """Which club and window."""
        return f"{self.club}, {window_words(self.window)}"

    def rows(self) -> list[Json]:
        """A row for each step, with the part of the page that it belongs to."""
        return [{"part": part, **step_row(step)} for part, step in self._steps()]

    def _steps(self) -> Iterator[tuple[str, Step]]:
        yield from (("in", step) for one in self.coming for step in one.suitor.steps)
        for one in self.going:
            yield from (("out", step) for suitor in one.suitors for step in suitor.steps)
            yield from (("out", step) for stance in one.stances for step in stance.steps)
        yield from (("contract", step) for step in self.contracts)
        yield from (("needs", step) for need in self.needs for step in need.steps)
        yield from (("staff", step) for step in self.staff)

    def to_json(self) -> Json:
        """The page; steps stand in full only where nothing else tells them."""
        return {
            "club": self.club,
            "window": self.window,
            "as_of": self.as_of.isoformat(),
            "last": self.last.isoformat(),
            "in": [_arrival_to_json(one) for one in self.coming],
            "out": [_departure_to_json(one) for one in self.going],
            "contracts": [step_to_json(step) for step in self.contracts],
            "needs": [need.to_json() for need in self.needs],
            "staff": [step_to_json(step) for step in self.staff],
            "squad": [member.to_json() for member in self.squad],
        }


def club(ledger: Ledger, name: str, *, as_of: date | datetime | str | None = None) -> Club:
    """What was known of a club, in the window that was talked of last. Raises ``NotFound`` with near misses."""
    until = moment_of(as_of)
    called = club_of(ledger, name, until)
    last = ledger.entries(club=called, as_of=until, newest_first=True, limit=1)[0].said_at
    window = window_of(last)
    sagas, gauges = spoken_of(ledger, called, window, until)
    moves = ledger.moves(people=sorted(saga.person for saga in sagas), window=window.id, as_of=until)
    done = {move.person: move for move in moves}
    sagas = tuple(settled(saga, (done[saga.person],) if saga.person in done else ()) for saga in sagas)
    return Club(
        club=called,
        window=window.id,
        coming=_coming(sagas, called, gauges),
        going=_going(sagas, called),
        contracts=tuple(_contracts(sagas, called)),
        needs=needs_of(ledger, called, window, until),
        staff=tuple(_staff(sagas, called)),
        squad=squad_of(sagas, called),
        as_of=until,
        last=last,
    )


def _coming(sagas: Sequence[Saga], club: str, gauges: Mapping[str, Gauge]) -> tuple[Arrival, ...]:
    """Whom the club pursues, the furthest first; ``gauges`` name the rivals for those whose sagas are told in part."""
    found = []
    for saga in sagas:
        suitor = next((one for one in saga.suitors if one.club == club), None)
        gauge = gauges.get(saga.person)
        left = came_from(saga) if gauge is None or suitor is None or suitor.state != "done" else gauge.left
        if suitor is None or left == club:
            continue
        clubs = gauge.suitors if gauge else (one.club for one in saga.suitors if one.club)
        rivals = tuple(name for name in clubs if name not in (club, saga.holder, left))
        found.append(Arrival(saga.person, saga.player, left, suitor, rivals))
    return tuple(sorted(found, key=lambda one: (standing(one.suitor), one.player)))


def came_from(saga: Saga) -> str | None:
    """The club that held him when the window began: of one who has moved, the club that most name as left."""
    end = saga.outcome
    if end is None or end.kind != "moved":
        return saga.holder
    left = Counter(
        step.entry.claim.club_from
        for step in saga.steps
        if step.entry.claim.event != "past_move" and step.entry.claim.club_from not in (None, end.club)
    )
    return left.most_common(1)[0][0] if left else None


def _going(sagas: Sequence[Saga], club: str) -> tuple[Departure, ...]:
    """Whom others pursue or who may leave, the furthest first."""
    found = []
    for saga in sagas:
        suitors = tuple(suitor for suitor in saga.suitors if suitor.club != club)
        if came_from(saga) == club and (suitors or saga.stances):
            found.append(Departure(saga.person, saga.player, suitors, saga.stances))
    return tuple(sorted(found, key=lambda one: (min(map(standing, one.suitors), default=(9, 0.0, 0.0)), one.player)))


def standing(suitor: Suitor) -> tuple[int, float, float]:
    """The order in which pursuits are shown: what is done, then what goes on, the furthest first."""
    states = {"done": 0, "live": 1, "cooled": 1, "dormant": 2, "off": 3, "denied": 4}
    rung = rung_of(suitor.furthest)
    return states[suitor.state], -rung if suitor.firm else -rung * _DOUBT, -suitor.last.timestamp()


def _contracts(sagas: Sequence[Saga], club: str) -> Iterator[Step]:
    """Of each player and kind of news about his contract with the club, the latest word."""
    for saga in sagas:
        newest = {step.entry.claim.event: step for step in saga.contract if step.entry.claim.club_from in (club, None)}
        if saga.holder == club:
            yield from newest.values()


def _staff(sagas: Sequence[Saga], club: str) -> Iterator[Step]:
    """Managers and directors who come, go or may: the latest word on each."""
    for saga in sagas:
        newest = {
            (step.entry.claim.club_to, step.entry.claim.club_from): step
            for step in saga.steps
            if step.entry.claim.event == "staff_move" and club in (step.entry.claim.club_to, step.entry.claim.club_from)
        }
        yield from newest.values()


def _arrival_to_json(one: Arrival) -> Json:
    return {
        "player": one.player,
        "person": one.person,
        "holder": one.holder,
        "rivals": list(one.rivals),
        **suitor_to_json(one.suitor),
    }


def _departure_to_json(one: Departure) -> Json:
    return {
        "player": one.player,
        "person": one.person,
        "suitors": [suitor_to_json(suitor) for suitor in one.suitors],
        "stances": [stance_to_json(stance) for stance in one.stances],
    }
