"""Forecasts for pages: of one saga as of a day, how the forecast went day by day, and how news has changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from mooted.answers.brief import News
from mooted.answers.player import Player
from mooted.answers.replaying import context
from mooted.answers.stories import by_person
from mooted.forecasts.foretelling import Foretold, forecast, foretell
from mooted.forecasts.parameters import load as load_parameters
from mooted.forecasts.situation import MEMORY, STANCE
from mooted.ledger import Ledger
from mooted.model.claim import PURSUIT
from mooted.model.entry import Entry
from mooted.model.judgement import Forecast
from mooted.model.move import Move
from mooted.model.saga import Outcome, Saga

_STORY = timedelta(days=MEMORY + 1)
"""How long before a day reports bear on its forecast."""
_MOST = 50  # days of a chart, the newest
_BEARS = PURSUIT | STANCE


@dataclass(frozen=True, slots=True)
class Odds:
    """What the chance of a move was before a piece of news, and what it is now."""

    before: float
    now: float


@dataclass(frozen=True, slots=True)
class History:
    """The forecasts of a saga, the oldest first; ``last`` is the last of them with what would change it."""

    forecasts: tuple[Forecast, ...] = ()
    last: Foretold | None = None


def forecast_of(ledger: Ledger, answer: Player) -> Forecast | None:
    """The forecast of a saga's window as of the day asked for; null where there is nothing to forecast (any more)."""
    moments = tuple(_moments(answer))[-1:] if move_of(answer.saga) is None else ()
    told = _entries(ledger, answer, moments)
    return next((_forecast(answer.identity.id, told, moment, answer.moves) for moment in moments), None)


def history_of(ledger: Ledger, answer: Player) -> History:
    """The forecasts on the days on which something was said, and on the day asked for; of a saga that ended with a
    move, those before it."""
    move, person = move_of(answer.saga), answer.identity.id
    moments = [moment for moment in _moments(answer) if move is None or moment.date() < move.day][-_MOST:]
    if not moments:
        return History()
    said = _entries(ledger, answer, moments)
    last = foretell(person, said, moments[-1], context(), load_parameters(), answer.moves)
    before = (_forecast(person, said, moment, answer.moves) for moment in moments[:-1])
    return History((*before, last.forecast), last)


def move_of(saga: Saga) -> Outcome | None:
    """The move with which a saga ended; null where it did not."""
    return saga.outcome if saga.outcome and saga.outcome.kind == "moved" else None


def _entries(ledger: Ledger, answer: Player, moments: Sequence[datetime]) -> list[Entry]:
    """All that bears on the forecasts of a player at these moments."""
    if not moments:
        return []
    return ledger.entries(person=answer.identity.id, since=moments[0] - _STORY, as_of=answer.as_of)


def odds_of(ledger: Ledger, news: Iterable[News], before: datetime, now: datetime) -> Mapping[str, Odds]:
    """By the id of each entry that speaks of a pursuit, how the chance of that move has changed."""
    pursuits = [one for one in news if one.person and one.step.entry.claim.club_to
                and one.step.entry.claim.event in PURSUIT]  # fmt: skip
    people = sorted({one.person for one in pursuits if one.person})
    if not people:
        return {}
    said = by_person(ledger.entries(people=people, since=before - _STORY, as_of=now))
    moves: dict[str, list[Move]] = {}
    for move in ledger.moves(people=people, as_of=now):
        moves.setdefault(move.person or "", []).append(move)
    changes = {person: _change(person, said.get(person, []), moves.get(person, []), before, now) for person in people}
    return {
        one.step.entry.id: change[club]
        for one in pursuits
        if (club := one.step.entry.claim.club_to) and (change := changes[one.person or ""]) and club in change
    }


def _change(
    person: str, said: Sequence[Entry], moves: Sequence[Move], before: datetime, now: datetime
) -> dict[str, Odds]:
    """By club, the chance that the player goes there: before and now."""
    earlier, later = (_chances(_forecast(person, said, moment, moves)) for moment in (before, now))
    return {club: Odds(earlier.get(club, 0.0), chance) for club, chance in later.items()}


def _forecast(person: str, entries: Sequence[Entry], moment: datetime, moves: Iterable[Move]) -> Forecast:
    return forecast(person, entries, moment, context(), load_parameters(), moves)


def _chances(forecast: Forecast) -> dict[str, float]:
    return {one.club: one.probability for one in forecast.chances if one.club}


def _moments(answer: Player) -> Iterator[datetime]:
    """The ends of the days on which something was said that bears on the saga, within its window; then the last day."""
    saga, calendar = answer.saga, context().calendar
    window = calendar.named(saga.window)
    if window is None or not _is_saga_of_a_player(saga):
        return
    last = min(answer.as_of, datetime.combine(window.closes, time.max, UTC))
    days = {step.entry.said_at.date() for step in saga.steps if step.entry.claim.event in _BEARS}
    for day in sorted(days):
        moment = datetime.combine(day, time.max, UTC)
        if moment < last and calendar.window_for(day).id == saga.window:
            yield moment
    if calendar.window_for(last.date()).id == saga.window:
        yield last


def _is_saga_of_a_player(saga: Saga) -> bool:
    return any(step.entry.claim.event in _BEARS for step in saga.steps)
