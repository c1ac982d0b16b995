"""Ends that a table of transfers tells and the news does not."""

from __future__ import annotations

from datetime import date

import pytest

from mooted import answers
from mooted.model.move import Move
from tests.answers.told import Said, a_ledger


def _move(club: str, day: date | None = None, deal: str = "permanent") -> Move:
    return Move("Bence Varga", "Ajax", club, "2026-winter", "moves.csv:2", "bence-varga", day, deal)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "ended", "exact"), [(None, date(2026, 2, 2), False), (date(2026, 1, 20),) * 2 + (True,)]
)
def test_a_table_ends_a_saga_of_which_the_news_tells_no_end(day: date | None, ended: date, exact: bool) -> None:
    told = (Said(3, "agreed", club_to="Hollin Rovers"), Said(4, "interest", club_to="Marrow Town"))
    with a_ledger(*told) as ledger:
        ledger.add_moves([_move("Hollin Rovers", day)])
        saga = answers.player(ledger, "Bence Varga", as_of="2026-03-01").saga
        assert saga.outcome is not None
        assert (saga.outcome.club, saga.outcome.day, saga.outcome.exact) == ("Hollin Rovers", ended, exact)
        assert [(one.club, one.state) for one in saga.suitors] == [("Hollin Rovers", "done"), ("Marrow Town", "off")]
        assert saga.holder == "Hollin Rovers"
        (coming,) = answers.club(ledger, "Hollin Rovers", as_of="2026-03-01").coming
        assert coming.suitor.state == "done"
        before = answers.player(ledger, "Bence Varga", as_of="2026-01-10").saga
        assert (before.outcome, before.suitors[0].state) == (None, "live")


def test_a_loan_leaves_him_with_his_owner() -> None:
    with a_ledger(Said(3, "talks", club_to="Hollin Rovers")) as ledger:
        ledger.add_moves([_move("Hollin Rovers", deal="loan")])
        assert answers.player(ledger, "Bence Varga", as_of="2026-03-01").saga.holder == "Ajax"
