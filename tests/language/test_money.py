"""Sums of money: what is read, how neighbours join, what is no sum, and that any text is safe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.language.money import find_money
from mooted.model.money import Money
from mooted.model.phrases import sum_words

M = 1_000_000

ONE_SUM = [
    ("£35million", 35 * M, "GBP"),
    ("£35m", 35 * M, "GBP"),
    ("£1.5bn", 1_500 * M, "GBP"),
    ("£2.2 billion", 2_200 * M, "GBP"),
    ("£120,000", 120_000, "GBP"),
    ("£137", 137, "GBP"),
    ("£20.75million", 20_750_000, "GBP"),
    ("£20mIllion", 20 * M, "GBP"),
    ("£108-million", 108 * M, "GBP"),
    ("35 million euros", 35 * M, "EUR"),
    ("40m euro", 40 * M, "EUR"),
    ("30 mln euros", 30 * M, "EUR"),
    ("60M€", 60 * M, "EUR"),
    ("60 M€", 60 * M, "EUR"),
    ("€27,5m", 27_500_000, "EUR"),
    ("€60.000", 60_000, "EUR"),
    ("€1.200.000", 1_200_000, "EUR"),
    ("€1.2 billion", 1_200 * M, "EUR"),
    ("€100k", 100_000, "EUR"),
    ("EUR 30m", 30 * M, "EUR"),
    ("30m EUR", 30 * M, "EUR"),
    ("23,800 euros", 23_800, "EUR"),
    ("$10 million", 10 * M, "USD"),
    ("US$10m", 10 * M, "USD"),
    ("20 million US dollars", 20 * M, "USD"),
    ("20 million Australian dollars", 20 * M, "AUD"),
    ("R$12m", 12 * M, "BRL"),
    ("CHF 5m", 5 * M, "CHF"),
    ("5 million Swiss francs", 5 * M, "CHF"),
    ("300 million Turkish lira", 300 * M, "TRY"),
    ("50m Saudi riyals", 50 * M, "SAR"),
    ("20m Danish kroner", 20 * M, "DKK"),
    ("half a million pounds", 500_000, "GBP"),
    ("five-million-pound", 5 * M, "GBP"),
    ("twenty-five million euros", 25 * M, "EUR"),
    ("a hundred million euros", 100 * M, "EUR"),
]


@pytest.mark.parametrize(("words", "amount", "currency"), ONE_SUM)
def test_one_sum(words: str, amount: int, currency: str) -> None:
    text = f"They made a bid of {words} for the winger."
    (money,) = find_money(text)
    assert (money.amount, money.currency, money.upper, money.per, money.add_ons) == (amount, currency, None, None, None)
    assert money.span.of(text) == words


@pytest.mark.parametrize(
    ("words", "amount", "per"),
    [
        ("£120,000-a-week", 120_000, "week"),
        ("£120k per week", 120_000, "week"),
        ("£45,000-per-week", 45_000, "week"),
        ("£250-000-a-week", 250_000, "week"),
        ("£550,000 p/w", 550_000, "week"),
        ("£6m a year", 6 * M, "year"),
        ("£5million-a-season", 5 * M, "year"),
        ("€12m net per season", 12 * M, "year"),
        ("£1.1m per month", 1_100_000, "month"),
        ("£250,000 weekly wages", 250_000, "week"),
        ("weekly wage of around £200,000", 200_000, "week"),
        ("wages of £90,000", 90_000, "week"),
        ("£9million salary", 9 * M, "year"),
    ],
)
def test_wages_are_no_fees(words: str, amount: int, per: str) -> None:
    (money,) = find_money(f"He is on {words} at the club.")
    assert (money.amount, money.per, money.is_wage) == (amount, per, True)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("25-30m euros", 25 * M, 30 * M),
        ("25 to 30 million euros", 25 * M, 30 * M),
        ("between 25 and 30 million euros", 25 * M, 30 * M),
        ("€25-30m", 25 * M, 30 * M),
        ("€4/5m", 4 * M, 5 * M),
        ("£15-£20million", 15 * M, 20 * M),
        ("£25 to £30m", 25 * M, 30 * M),
        ("£25m to £30m", 25 * M, 30 * M),
        ("between £25m and £30m", 25 * M, 30 * M),
        ("between £60m and around £70m", 60 * M, 70 * M),
        ("an initial £20m rising to £25m", 20 * M, 25 * M),
        ("an initial £8.5million, rising to a possible £10m", 8_500_000, 10 * M),
        ("an £18million fee for the striker which could rise to £20m", 18 * M, 20 * M),
    ],
)
def test_ranges_keep_both_ends(words: str, low: int, high: int) -> None:
    (money,) = find_money(f"The price is {words}.")
    assert (money.amount, money.upper, money.per) == (low, high, None)


def test_a_range_of_wages() -> None:
    (money,) = find_money("He would earn between £100,000 and £120,000 a week.")
    assert (money.amount, money.upper, money.per) == (100_000, 120_000, "week")


@pytest.mark.parametrize(
    ("words", "base", "extra"),
    [
        ("£25m plus £5m in add-ons", 25 * M, 5 * M),
        ("£15m plus £4m in add ons", 15 * M, 4 * M),
        ("£20m + £3m", 20 * M, 3 * M),
        ("£15m up front, with a further £4m in bonuses", 15 * M, 4 * M),
        ("an initial £14m fee with a further £2m in add-ons", 14 * M, 2 * M),
    ],
)
def test_add_ons_join_their_base(words: str, base: int, extra: int) -> None:
    (money,) = find_money(f"They offered {words} for him.")
    assert (money.amount, money.add_ons, money.upper) == (base, extra, None)


@pytest.mark.parametrize(
    ("words", "sums"),
    [
        ("€50million (£44.5m)", [(50 * M, "EUR"), (44_500_000, "GBP")]),
        ("wages fell from £210,000 to below £150,000", [(210_000, "GBP"), (150_000, "GBP")]),
        ("from £95.2m to £88.1m", [(95_200_000, "GBP"), (88_100_000, "GBP")]),
        ("Ake for £41m and Torres for £20.75m", [(41 * M, "GBP"), (20_750_000, "GBP")]),
        ("12m and 15m euros", [(15 * M, "EUR")]),
        ("a £40m bid with wages of £100,000 a week", [(40 * M, "GBP"), (100_000, "GBP")]),
    ],
)
def test_neighbours_that_stay_apart(words: str, sums: list[tuple[int, str]]) -> None:
    assert [(money.amount, money.currency) for money in find_money(words)] == sums


def test_add_ons_behind_a_sum_in_brackets_go_with_the_first() -> None:
    first, second = find_money("€50m (£44.5m) plus €5m in add-ons")
    assert (first.add_ons, second.add_ons) == (5 * M, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "They won 3-2 in 2019, and the 24-year-old wore shirt number 10.",
        "500,000-a-week",
        "Euro 2020 and the 2020 Euros",
        "He weighs 180 pounds",
        "the pound and the euro fell",
        "a quarter of a billion pounds",
        "£, € and $",
        "£0",
        "£99999999999999999999m",
        "Doyen's 20 years in Europe",
        "12 yentas",
    ],
)
def test_no_sum(text: str) -> None:
    assert find_money(text) == []


@given(st.integers(1, 10**12), st.sampled_from(["GBP", "EUR", "USD", "BRL", "TRY", "CHF", "SAR"]))
def test_what_is_written_is_read_again(amount: int, currency: str) -> None:
    (money,) = find_money(f"for {sum_words(amount, currency)} now")
    assert money.currency == currency
    assert abs(money.amount - amount) <= amount / 100


PIECES = st.sampled_from(
    ["£", "€", "$", "US$", "25", "m", " million", " euros", "-", " to ", " plus ", "1,000", ".", " a week", "between "]
)


def _check(text: str, sums: list[Money]) -> None:
    ends = 0
    for money in sums:
        assert ends <= money.span.start < money.span.stop <= len(text)
        assert money.amount > 0
        assert money.upper is None or money.upper > money.amount
        ends = money.span.stop


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_safe(text: str) -> None:
    _check(text, find_money(text))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_pile_of_pieces_is_safe(text: str) -> None:
    _check(text, find_money(text))


@pytest.mark.parametrize("piece", ["£", "1", " ", "£ ", "-£", "1,000,", "euro", "a million euros ", "\ud800£1\x00"])
def test_a_megabyte_of_one_piece_comes_to_an_end(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    _check(text, find_money(text))


def test_a_sum_across_the_pieces_of_a_long_text() -> None:
    for padding in range(65_500, 65_545):
        (money,) = find_money("x" * padding + " 30 million euros " + "x" * 100)
        assert money.amount == 30 * M
