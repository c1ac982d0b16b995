"""Sagas whose end the news did not tell, but a table of transfers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mooted.entities.calendar import load_calendar
from mooted.model.move import Move
from mooted.model.saga import Outcome, Saga, Suitor
from mooted.sagas.holding import holder_after


def settled(saga: Saga, moves: Iterable[Move]) -> Saga:
    """The saga with the move of its window that a table tells, where the news tells of none."""
    move = next((one for one in moves if one.window == saga.window and one.club_to), None)
    window = load_calendar().named(saga.window)
    if move is None or window is None or (saga.outcome is not None and saga.outcome.kind == "moved"):
        return saga
    end = Outcome("moved", move.day or window.closes, move.club_to, move.deal, move.fee, move.source, bool(move.day))
    suitors = sorted((_ended(one, end) for one in saga.suitors), key=lambda one: one.state != "done")
    return replace(saga, holder=holder_after(saga.holder, end), suitors=tuple(suitors), outcome=end)


def _ended(suitor: Suitor, end: Outcome) -> Suitor:
    if suitor.club == end.club:
        return replace(suitor, state="done")
    return suitor if suitor.state == "denied" else replace(suitor, state="off")
