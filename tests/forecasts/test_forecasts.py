"""Forecasts: chances that sum to one, that move the right way, and that never see the future."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mooted.forecasts.backtest import ask_all, backtest
from mooted.forecasts.expected import direction
from mooted.forecasts.foretelling import ANOTHER, foretell, pieces
from mooted.forecasts.observing import Archive, archive, observe
from mooted.forecasts.parameters import ParametersError, load
from mooted.forecasts.signs import signs_of
from mooted.forecasts.situation import situation
from mooted.forecasts.wording import LONGEST, age, senses
from mooted.model.claim import Event
from mooted.model.entry import Entry
from mooted.model.judgement import Forecast
from mooted.model.move import Move
from tests.forecasts.reports import CONTEXT, PLAYER, report

SHIPPED = load()
MOMENT = datetime(2021, 7, 20, 23, tzinfo=UTC)


def _forecast(*entries: Entry, moves: tuple[Move, ...] = ()) -> Forecast:
    said = sorted(entries, key=lambda entry: entry.order)
    return foretell(PLAYER, said, MOMENT, CONTEXT, SHIPPED, moves).forecast


def _chance(found: Forecast, club: str | None) -> float:
    return next(chance.probability for chance in found.chances if chance.club == club)


def test_chances_sum_to_one_over_suitors_another_club_and_staying() -> None:
    found = _forecast(report("interest", "Everton", "2021-07-10"), report("bid", "Leeds United", "2021-07-18"))
    assert {chance.club for chance in found.chances} == {"Everton", "Leeds United", ANOTHER, None}
    assert sum(chance.probability for chance in found.chances) == pytest.approx(1)
    assert found.enough
    assert found.window == "2021-summer"


def test_without_a_suitor_it_says_that_there_is_not_enough() -> None:
    found = _forecast()
    assert not found.enough
    assert {chance.club for chance in found.chances} == {ANOTHER, None}
    assert _chance(found, None) > 0.5


@pytest.mark.parametrize(
    ("lower", "higher"), [("interest", "bid"), ("bid", "agreed"), ("talks", "medical"), ("off", "talks")]
)
def test_a_further_stage_never_lowers_the_chance(lower: Event, higher: Event) -> None:
    low, high = (_chance(_forecast(report(event, "Everton", "2021-07-18")), "Everton") for event in (lower, higher))
    assert low < high


def test_a_rival_that_agrees_takes_from_the_others() -> None:
    alone = _forecast(report("bid", "Everton", "2021-07-18"))
    beside = _forecast(report("bid", "Everton", "2021-07-18"), report("agreed", "Leeds United", "2021-07-19"))
    assert _chance(beside, "Everton") < _chance(alone, "Everton")
    assert _chance(beside, "Leeds United") > _chance(beside, "Everton")


def test_a_move_told_as_done_settles_a_saga_only_where_it_is_believed() -> None:
    bid = report("bid", "Everton", "2021-07-18")
    once = report("signed", "Leeds United", "2021-07-10")
    again = report("signed", "Leeds United", "2021-07-12", by="Evening Rumour")
    for told, settled in (((bid, once), None), ((bid, once, again), "Leeds United")):
        said = sorted(told, key=lambda entry: entry.order)
        assert situation(PLAYER, said, MOMENT.date(), "2021-summer", CONTEXT).settled == settled
    assert _chance(_forecast(bid, once, again), "Everton") < _chance(_forecast(bid, once), "Everton")


def test_in_winter_fewer_leave_for_a_club_that_nobody_has_named() -> None:
    summer, winter = (
        foretell(PLAYER, [], datetime(2021, month, 8, 12, tzinfo=UTC), CONTEXT, SHIPPED).forecast for month in (7, 12)
    )
    assert winter.window == "2022-winter"
    assert _chance(winter, ANOTHER) < _chance(summer, ANOTHER)


def test_a_player_who_wants_to_stay_stays_more_often() -> None:
    bid = report("bid", "Everton", "2021-07-18")
    told = _forecast(bid, report("wants_stay", None, "2021-07-19"))
    assert _chance(told, None) > _chance(_forecast(bid), None)


def test_a_league_that_is_still_open_has_its_own_window() -> None:
    late = datetime(2021, 9, 6, 12, tzinfo=UTC)
    told = foretell(PLAYER, [report("bid", "Galatasaray", "2021-09-05")], late, CONTEXT, SHIPPED).forecast
    assert told.window == "2021-summer"
    assert _chance(told, "Galatasaray") > 0.05


def test_what_is_said_later_changes_nothing() -> None:
    before = report("bid", "Everton", "2021-07-18")
    assert _forecast(before) == _forecast(before, report("signed", "Leeds United", "2021-08-01"))


def test_reasons_sum_to_the_score() -> None:
    entries = (report("bid", "Everton", "2021-07-18", words="Everton are preparing a bid"),)
    now = situation(PLAYER, entries, MOMENT.date(), "2021-summer", CONTEXT)
    signs = signs_of(now.pursuits[0], now, CONTEXT)
    assert sum(one.weight for one in pieces(SHIPPED.suitor, signs)) == pytest.approx(SHIPPED.suitor.of(signs))


def _signs(*entries: Entry, club: str = "Everton") -> dict[str, float]:
    said = sorted(entries, key=lambda entry: entry.order)
    now = situation(PLAYER, said, MOMENT.date(), "2021-summer", CONTEXT)
    return next(signs_of(pursuit, now, CONTEXT) for pursuit in now.pursuits if pursuit.club == club)


@pytest.mark.parametrize("event", ["medical", "signed"])
def test_a_medical_tells_that_the_deal_is_agreed(event: str) -> None:
    signs = _signs(report(event, "Everton", "2021-07-18"))
    assert signs["stage: now agreed"] == signs[f"stage: now {event}"] > 0
    assert "stage: now agreed" not in _signs(report("bid", "Everton", "2021-07-18"))


def test_reasons_tell_what_is_there_and_what_is_missing() -> None:
    entries = (report("bid", "Everton", "2021-07-18", words="Everton are preparing a bid"),)
    now = situation(PLAYER, entries, MOMENT.date(), "2021-summer", CONTEXT)
    told = {one.name: one.words for one in pieces(SHIPPED.suitor, signs_of(now.pursuits[0], now, CONTEXT))}
    assert told["stage"].startswith("beyond interest")
    assert told["wording"].startswith("resolved; no")


def test_a_club_that_holds_him_by_most_reports_shows_so_and_lowers_its_chance() -> None:
    again = report("agreed", "Everton", "2021-07-18")
    held = [report("interest", "Burnley", f"2021-07-{day}", club_from="Everton") for day in (10, 12)]
    away = [report("interest", "Burnley", f"2021-07-{day}", club_from="Wigan Athletic") for day in (10, 12)]
    assert _signs(again, *held)["clubs: holds him already"] == 1
    assert "clubs: holds him already" not in _signs(again, *away)
    assert _chance(_forecast(again, *held), "Everton") < _chance(_forecast(again, *away), "Everton")


def test_the_newest_day_tells_how_far_it_is_now_and_the_furthest_stays() -> None:
    signs = _signs(report("bid", "Everton", "2021-07-10"), report("interest", "Everton", "2021-07-18"))
    assert signs["stage: beyond interest"] == pytest.approx(3 / 9)
    assert "stage: beyond interest on the newest day" not in signs
    assert "voices: a single report" not in signs
    assert _signs(report("bid", "Everton", "2021-07-10"))["voices: a single report"] == 1


def test_only_the_furthest_pursuit_is_ahead_of_all() -> None:
    entries = report("bid", "Everton", "2021-07-18"), report("interest", "Leeds United", "2021-07-18")
    assert _signs(*entries)["rivals: ahead of all"] == 1
    assert "rivals: ahead of all" not in _signs(*entries, club="Leeds United")


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("Everton want the 31-year-old", 31),
        ("Ashby, 18, could join", 18),
        ("a bid of £30,000", None),
        ("99-year-old", None),
        ("in 2021, Everton", None),
    ],
)
def test_his_age_is_read_where_it_is_told(words: str, years: int | None) -> None:
    entry = report("interest", "Everton", "2021-07-18", words=words)
    assert age([entry]) == years
    assert _signs(entry).get("age: 30 or more") == (1.0 if years == 31 else None)
    assert _signs(entry).get("age: 19 or less") == (1.0 if years == 18 else None)


def test_wording_is_read_in_whole_words_and_not_without_end() -> None:
    (certain, hedged) = (
        report("agreed", "Everton", "2021-07-18", words=words)
        for words in ("Ashby will join Everton", "Everton could move, if Ashby goes")
    )
    assert senses([certain]) == {"certain"}
    assert "hedged" in senses([hedged])
    assert not senses([report("agreed", "Everton", "2021-07-18", words="x " * LONGEST + "will join")])


def test_every_weight_points_the_way_that_makes_sense() -> None:
    for name, part in SHIPPED.suitor.weights.items():
        assert part.weight * direction(name) >= 0, name


def test_what_would_change_it_moves_the_right_way() -> None:
    told = foretell(PLAYER, [report("talks", "Everton", "2021-07-18")], MOMENT, CONTEXT, SHIPPED)
    before = told.forecast.chances[0].probability
    after = {one.what: one.probability for one in told.changes}
    assert after["the clubs agree a fee"] > before
    assert after["the pursuit is called off"] < before
    assert told.alike


def test_a_new_bid_does_not_take_a_pursuit_back() -> None:
    told = foretell(PLAYER, [report("bid_accepted", "Everton", "2021-07-18")], MOMENT, CONTEXT, SHIPPED)
    after = {one.what: one.probability for one in told.changes}
    before = told.forecast.chances[0].probability
    assert after.get("a bid is made", before) >= before


def _archive(*entries: Entry, moves: tuple[Move, ...] = (), last: str = "2021-09-30") -> Archive:
    return archive([*entries, report("interest", "Arsenal", last, person="ned-cole")], moves)


def test_a_question_for_each_day_with_a_report_settled_at_the_close() -> None:
    moved = (Move("Tom Ashby", None, "Everton", "2021-summer", "moves.csv:2", PLAYER),)
    told = _archive(
        report("interest", "Everton", "2021-07-01"), report("bid", "Everton", "2021-07-09"),
        report("interest", "Leeds United", "2021-07-09"), moves=moved,
    )  # fmt: skip
    asked = [
        (one.day.day, one.club, one.came) for one in ask_all(observe(told, CONTEXT), SHIPPED) if one.person == PLAYER
    ]
    assert sorted(asked) == [(1, "Everton", True), (9, "Everton", True), (9, "Leeds United", False)]


def test_silence_is_a_no_once_the_ledger_goes_on_past_the_close_and_else_the_question_is_open() -> None:
    bid = report("bid", "Everton", "2021-07-09")
    for last, came in (("2021-08-20", None), ("2021-09-30", False)):
        told = _archive(bid, last=last)
        assert next(one.came for one in ask_all(observe(told, CONTEXT), SHIPPED) if one.person == PLAYER) is came


def test_the_back_test_of_a_day_is_the_same_whatever_was_said_later() -> None:
    early = [report("interest", "Everton", "2021-07-01"), report("bid", "Everton", "2021-07-09")]
    later = [report("signed", "Leeds United", "2021-08-01"), report("agreed", "Leeds United", "2021-07-30")]
    until = date(2021, 7, 10)
    one = [asked.chances for asked in ask_all(observe(_archive(*early), CONTEXT, until=until), SHIPPED)]
    two = [asked.chances for asked in ask_all(observe(_archive(*early, *later), CONTEXT, until=until), SHIPPED)]
    assert one == two


def test_a_back_test_of_nothing_has_no_figures() -> None:
    found = backtest([], SHIPPED, str)
    assert found.n == 0
    assert all(figure.value is None for figure in found.figures.values())


def test_a_loan_of_last_year_is_known_and_one_of_this_window_is_not() -> None:
    loan = Move("Tom Ashby", "Leeds United", "Everton", "2020-summer", "moves.csv:2", PLAYER, deal="loan")
    now = situation(PLAYER, [report("bid", "Everton", "2021-05-01")], date(2021, 5, 1), "2021-summer", CONTEXT, [loan])
    assert now.past.on_loan
    assert now.past.loan_club == "Everton"
    here = Move("Tom Ashby", "Leeds United", "Everton", "2021-summer", "moves.csv:3", PLAYER)
    assert not situation(PLAYER, [], date(2021, 7, 1), "2021-summer", CONTEXT, [here]).past.joined_lately


def test_shipped_parameters_end_before_the_test_begins() -> None:
    assert SHIPPED.until < date(2021, 6, 1)
    with pytest.raises(ParametersError, match="mooted calibrate"):
        load(Path("no-such-file.json"))
