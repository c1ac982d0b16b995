"""What came true, as the news tells."""

from __future__ import annotations

from mooted.answers.replaying import country_of
from mooted.entities.calendar import load_calendar
from mooted.model.entry import Entry
from mooted.sagas.settle import told_by_news
from tests.forecasts.reports import report


def _told(*entries: Entry) -> list[tuple[str | None, str]]:
    found = told_by_news(entries, load_calendar(), country_of, str.casefold)
    return [(move.club_to, move.window) for move in found]


def test_one_report_of_a_move_as_done_is_not_believed_alone() -> None:
    assert not _told(report("signed", "Everton", "2021-08-10"))


def test_two_families_are() -> None:
    done = report("signed", "Everton", "2021-08-10"), report("signed", "Everton", "2021-08-11", by="Morning Whistle")
    assert _told(*done) == [("Everton", "2021-summer")]


def test_so_is_the_joining_club() -> None:
    assert _told(report("signed", "Everton", "2021-08-10", sources=("Everton",))) == [("Everton", "2021-summer")]


def test_so_is_a_move_that_was_agreed_before() -> None:
    done = report("agreed", "Everton", "2021-08-08"), report("signed", "Everton", "2021-08-10")
    assert _told(*done) == [("Everton", "2021-summer")]


def test_a_denial_or_a_plan_is_no_outcome() -> None:
    official = ("Everton",)
    assert not _told(report("signed", "Everton", "2021-08-10", sources=official, polarity="denied"))
    assert not _told(report("signed", "Everton", "2021-08-10", sources=official, modality="possible"))


def test_before_the_window_only_a_free_agent_moves_and_after_it_a_move_counts_for_the_next() -> None:
    official = ("Everton",)
    assert not _told(report("signed", "Everton", "2021-04-10", sources=official))
    assert _told(report("signed", "Everton", "2021-04-10", sources=official, deal="free")) == [
        ("Everton", "2021-summer")
    ]
    assert _told(report("signed", "Everton", "2021-10-10", sources=official, deal="free")) == [
        ("Everton", "2022-winter")
    ]
