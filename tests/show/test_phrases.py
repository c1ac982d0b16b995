from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mooted.model.claim import EVENTS, Terms
from mooted.model.moment import Moment
from mooted.model.money import Money
from mooted.model.phrases import (
    EVENT_WORDS,
    event_words,
    moment_words,
    money_words,
    rung,
    stance_words,
    sum_words,
    terms_words,
)
from mooted.model.saga import Stance
from mooted.model.span import Span
from mooted.show.stage import condition_words
from mooted.show.terminal import Screen, columns, tame, wrap


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        (35_000_000, "GBP", "£35m"),
        (12_500_000, "EUR", "€12.5m"),
        (1_200_000_000, "USD", "$1.2bn"),
        (120_000, "GBP", "£120,000"),
        (2_000_000, "CHF", "CHF 2m"),
        (999, "GBP", "£999"),
        (999_999_999, "EUR", "€1bn"),
        (12_000_000, "BRL", "R$12m"),
    ],
)
def test_sums(amount, currency, words):
    assert sum_words(amount, currency) == words


def test_wages_and_ranges():
    assert money_words(Money(120_000, "GBP", Span(0, 1), per="week")) == "£120,000 a week"
    assert money_words(Money(25_000_000, "EUR", Span(0, 1), upper=30_000_000)) == "€25m to €30m"


def test_every_event_has_words():
    assert set(EVENT_WORDS) == set(EVENTS)


def test_words_depend_on_the_club(claim):
    assert event_words(claim(event="wants_out", club_to=None)) == "wants to go"
    assert event_words(claim(event="wants_out")) == "wants the move"
    assert event_words(claim(event="past_move", club_to=None)) == "left earlier"
    assert event_words(claim(event="staff_move")) == "joins"
    assert event_words(claim(event="staff_move", club_to=None, modality="possible")) == "may leave"


def test_rungs(claim):
    assert [rung(claim(event=event)) for event in ("interest", "signed", "off", "needs")] == [1, 10, 0, 0]
    assert rung(claim(event="signed", polarity="denied")) == rung(claim(event="signed", modality="possible")) == 0


@pytest.mark.parametrize(
    ("start", "stop", "precision", "words"),
    [
        (date(2026, 1, 5), date(2026, 1, 5), "day", "5 Jan 2026"),
        (date(2024, 1, 1), date(2024, 1, 31), "month", "Jan 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "year", "2024"),
        (date(2023, 7, 1), date(2024, 6, 30), "season", "2023/24"),
        (date(2026, 1, 5), date(2026, 1, 11), "week", "5 Jan 2026 to 11 Jan 2026"),
    ],
)
def test_times(start, stop, precision, words):
    assert moment_words(Moment(start, stop, precision, "then")) == words


def test_wide_characters_count_twice_and_marks_not():
    assert [columns(words) for words in ("abc", "明治", "e\u0301", "\u2068x\u2069")] == [3, 4, 1, 1]


def test_wrapping_keeps_all_words_and_the_width():
    rows = wrap([("one two", "bold"), (" · ", "dim"), ("three fourfivesixseven", "")], 9, Screen())
    assert all(columns(row) <= 9 for row in rows)
    assert "".join("".join(rows).split()) == "onetwo·threefourfivesixseven"


def test_tamed_words_are_one_line():
    assert tame(" a\r\n\tb\u2028c ") == "a b c"


@pytest.mark.parametrize(
    ("event", "affirmed", "club", "deal", "words"),
    [
        ("wants_out", True, None, None, "wants to go"),
        ("wants_out", True, "Marrow Town", None, "wants to go to Marrow Town"),
        ("wants_stay", True, "Marrow Town", None, "turned down Marrow Town"),
        ("not_for_sale", True, "Marrow Town", None, "would NOT sell him to Marrow Town"),
        ("not_for_sale", True, None, "loan", "would NOT lend him"),
        ("for_sale", False, None, None, "would NOT sell him"),
    ],
)
def test_a_stance_is_told_of_whoever_takes_it(event, affirmed, club, deal, words):
    moment = datetime(2026, 1, 3, tzinfo=UTC)
    assert stance_words(Stance("club", "Ajax", event, affirmed, club, deal, None, moment, moment)) == words


def test_years_of_a_contract_that_ends_are_those_left(claim):
    years = Terms(years=1)
    assert terms_words(claim(event="contract_ending", terms=years)) == ["1 year left"]
    assert terms_words(claim(event="signed", terms=years)) == ["1-year contract"]


def test_a_condition_begins_where_it_begins():
    assert condition_words("but only if Spurs sign a centre-back") == "only if Spurs sign a centre-back"
    assert condition_words("Ajax find a replacement") == "if: Ajax find a replacement"
