"""Deals, fees and terms: which belong to a claim, and which are somebody else's. All sentences are our own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mooted.claims.prices import fee_next, fee_of, head_of, sums_in
from mooted.claims.terms import Sought, deal_of, read_terms
from mooted.language.money import find_money
from mooted.model.claim import Event
from mooted.model.money import Money
from tests.growth import TIMES, is_linear


def sought(event: Event, text: str, phrase: str, own: str = "", other: str = "") -> Sought:
    """A claim whose phrase stands in a text of one sentence."""
    start = text.index(phrase)
    place = (start, start + len(phrase))

    def spans(name: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(name), text.index(name) + len(name)),) if name else ()

    named = [*spans(own), place]
    words = min(a for a, _ in named), max(b for _, b in named)
    return Sought(event, words[0], words[1], place, (0, len(text)), spans(own), spans(other))


def deal(event: Event, text: str, phrase: str, other: str = "", own: str = "") -> str | None:
    return deal_of(sought(event, text, phrase, own, other), text.lower())


def fee(event: Event, text: str, phrase: str, own: str = "", other: str = "") -> tuple[int, str, str] | None:
    found = fee_of(sought(event, text, phrase, own, other), find_money(text), text.lower())
    return (found.amount, found.currency, found.kind) if found else None


@pytest.mark.parametrize(
    ("event", "text", "phrase", "kind"),
    [
        ("interest", "Lens want Dvorsky on loan until June.", "want", "loan"),
        ("signed", "Lens have signed Dvorsky on loan with an option to buy.", "signed", "loan_option"),
        ("agreed", "Lens will take Dvorsky on loan with an obligation to buy.", "take", "loan_obligation"),
        ("agreed", "Lens will take Dvorsky on loan, with no option to buy.", "take", "loan"),
        ("signed", "Lens have signed Dvorsky on a free transfer.", "signed", "free"),
        ("agreed", "Lens will sign Dvorsky when his contract expires in June.", "sign", "free"),
        ("bid", "Lens have offered Abadie in a swap deal for Dvorsky.", "offered", "swap"),
        ("signed", "Lens have signed Dvorsky on a permanent deal.", "signed", "permanent"),
        ("agreed", "Lens are close to making Dvorsky's loan move permanent.", "close to", "permanent"),
        ("past_move", "Dvorsky joined Lens on loan in 2019.", "joined Lens", "loan"),
        ("interest", "Lens want Dvorsky, who spent last season on loan at Metz.", "want", None),
        ("interest", "Lens are keen on Dvorsky, on loan at Metz since July.", "keen on", None),
        ("interest", "Dvorsky, who went on loan to Metz, is wanted by Lens.", "wanted", None),
        ("interest", "Lens want to sign on-loan midfielder Dvorsky.", "want", None),
        ("wants_out", "Dvorsky would swap Lens for Metz.", "would swap", None),
        ("for_sale", "Lens would sell Dvorsky rather than lose him for nothing.", "sell", None),
        ("contract_signed", "Dvorsky has signed a new deal after his loan.", "signed", None),
        ("signed", "Dvorsky joined Lens in exchange for Abadie.", "joined", "swap"),
        ("signed", "Dvorsky joined Lens in exchange for $300,000 in allocation money.", "joined", None),
        ("interest", "Lens want Dvorsky.", "want", None),
    ],
)
def test_the_deal_is_the_one_that_the_claims_own_clause_names(
    event: Event, text: str, phrase: str, kind: str | None
) -> None:
    assert deal(event, text, phrase) == kind


def test_a_deal_beyond_another_player_is_his() -> None:
    text = "Lens signed Dvorsky from Metz and Abadie on a free transfer."
    assert deal("signed", text, "signed Dvorsky", other="Abadie") is None


def test_who_costs_millions_does_not_come_free() -> None:
    text = "Lens have splashed £231m on Varga, Ashby and Dvorsky, with Abadie signing on a free."
    assert deal("signed", text, "splashed £231m on Varga, Ashby and Dvorsky") is None
    assert deal("signed", "Lens give Dvorsky £90,000 a week on a free transfer.", "give Dvorsky £90,000") == "free"


def test_a_loan_before_another_verb_is_not_of_those_behind_it() -> None:
    text = "Lens took Abadie on loan and bought Dvorsky for £25m."
    assert deal("signed", text, "took", own="Dvorsky", other="Abadie") is None
    assert deal("signed", text, "bought", own="Dvorsky", other="Abadie") is None
    assert deal("signed", text, "took", own="Abadie", other="Dvorsky") == "loan"
    assert fee("signed", text, "took", own="Abadie", other="Dvorsky") is None
    text = "Lens would let Abadie leave on loan, as could Dvorsky."
    assert deal("for_sale", text, "leave on loan", own="Dvorsky", other="Abadie") == "loan"


@pytest.mark.parametrize(
    ("event", "text", "phrase", "found"),
    [
        ("bid", "Lens have made a £12m bid for Dvorsky.", "bid", (12_000_000, "GBP", "bid")),
        ("bid_rejected", "Metz rejected an offer of €9m for Dvorsky.", "rejected", (9_000_000, "EUR", "bid")),
        ("bid_accepted", "The clubs have agreed a fee of £20m.", "agreed a fee", (20_000_000, "GBP", "agreed")),
        ("signed", "Lens have signed Dvorsky for £8.5m.", "signed", (8_500_000, "GBP", "paid")),
        ("past_move", "Dvorsky cost Metz £3m in 2018.", "cost", (3_000_000, "GBP", "paid")),
        ("for_sale", "Metz want £30m for Dvorsky.", "want", (30_000_000, "GBP", "asking")),
        ("interest", "Lens are keen on the £25m-rated Dvorsky.", "keen on", (25_000_000, "GBP", "valuation")),
        ("not_for_sale", "Metz will not sell below the €50m clause.", "not sell", (50_000_000, "EUR", "clause")),
        ("bid", "Lens bid £25m plus £5m in add-ons for Dvorsky.", "bid", (25_000_000, "GBP", "bid")),
        ("contract_signed", "Dvorsky signed a deal worth £90,000 a week.", "signed", None),
        ("signed", "Dvorsky signed a deal worth £90,000 a week.", "signed", None),
        ("interest", "Lens want Dvorsky, but Metz are holding out for £40m.", "want", None),
        ("off", "Lens have pulled out after Metz turned down a £14m bid.", "pulled out", None),
        ("interest", "Lens want Dvorsky.", "want", None),
    ],
)  # fmt: skip
def test_the_fee_is_the_sum_told_of_that_claim(
    event: Event, text: str, phrase: str, found: tuple[int, str, str] | None
) -> None:
    assert fee(event, text, phrase) == found


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Lens want Dvorsky, who would cost at least £5m.", 5_000_000),
        ("Lens want Dvorsky, 22, who could fetch about £5m.", 5_000_000),
        ("Lens want Dvorsky, but he would cost £5m.", 5_000_000),
        ("Lens want Dvorsky, who would have cost £5m.", None),
    ],
)
def test_what_he_would_cost_is_what_he_is_worth(text: str, amount: int | None) -> None:
    assert fee("interest", text, "want", own="Dvorsky") == (amount and (amount, "GBP", "valuation"))


def test_a_sum_in_brackets_belongs_to_the_name_before_it() -> None:
    text = "Lens brought in Dvorsky (£12m) and Abadie (£30m)."
    assert fee("signed", text, "brought in", own="Abadie", other="Dvorsky") == (30_000_000, "GBP", "paid")
    assert fee("signed", text, "brought in", own="Dvorsky", other="Abadie") == (12_000_000, "GBP", "paid")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("a £5m bid", "bid"),
        ("the £5m-rated winger", "rated"),
        ("a fee of £5m", "fee"),
        ("his £5m release clause", "clause"),
        ("an asking price of £5m", "asking"),
        ("their £5m striker", "bought"),
        ("could cost £5m", "cost"),
        ("for £5m", "for"),
        ("their spending this summer to £5m", "outlay"),
        ("as their outlay has passed £5m", "outlay"),
        ("beyond the £5m barrier", "outlay"),
        ("around the £5m mark", ""),
        ("a total outlay of £5m", ""),
        ("then £5m", ""),
    ],
)
def test_the_words_beside_a_sum_say_what_it_is(text: str, head: str) -> None:
    (sum_,) = find_money(text)
    assert head_of(sum_, text.lower()) == head


@pytest.mark.parametrize(
    ("event", "after", "found"),
    [
        ("bid", "42M€ fixed + 8M€ in variables.", (42_000_000, "EUR", "bid")),
        ("signed", "8M€ + bonus.", (8_000_000, "EUR", "paid")),
        ("agreed", "Fee expected to be close to 90m €.", (90_000_000, "EUR", "agreed")),
        ("bid", "The club lost £42m last year.", None),
        ("signed", "That takes their spending to £265m.", None),
        ("interest", "£20m.", None),
    ],
)
def test_the_sentence_after_a_claim_may_be_its_price(
    event: Event, after: str, found: tuple[int, str, str] | None
) -> None:
    text = f"Lens and Dvorsky. {after}"
    price = fee_next(sought(event, text, "and"), find_money(text), text.lower(), (18, len(text)))
    assert (price and (price.amount, price.currency, price.kind)) == found


def test_length_end_wage_and_clauses_of_a_contract() -> None:
    text = "a four-and-a-half-year deal until june 2030 on £60,000 a week with a 20% sell-on and a buy-back option"
    terms = read_terms(text, find_money(text))
    assert terms.years == 4.5
    assert terms.until == "june 2030"
    assert terms.wage is not None and terms.wage.amount == 60_000
    assert terms.sell_on == 20
    assert terms.buy_back


def test_an_age_is_no_length() -> None:
    assert read_terms("the 5-year-old stand", []).years is None
    assert read_terms("a switch to lens two years ago", []).years is None


def test_sums_of_a_stretch() -> None:
    money = find_money("£1m here, £2m there and £3m nowhere")
    assert [one.amount for one in sums_in(money, 5, 20)] == [2_000_000]
    assert sums_in([], 0, 10) == []


EVENTS: tuple[Event, ...] = ("bid", "signed", "past_move", "for_sale", "interest", "agreed")
PIECES = [
    "£5m",
    " on loan",
    " permanent",
    " free transfer",
    ", who",
    " and ",
    "option to buy",
    " for ",
    "spent ",
    ".",
    " when his contract expires",
]


@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)),
    st.integers(0, 200), st.integers(0, 40), st.sampled_from(EVENTS),
)  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_any_text_has_some_terms_or_none(text: str, start: int, size: int, event: Event) -> None:
    start = min(start, len(text))
    stop = min(start + size, len(text))
    low = text.lower() if len(text.lower()) == len(text) else text
    wanted = Sought(event, start, stop, (start, stop), (0, len(text)))
    deal_of(wanted, low)
    found = fee_of(wanted, find_money(text), low)
    assert found is None or found.amount > 0
    read_terms(low, find_money(text))


@pytest.mark.parametrize("piece", ["on loan ", "£5m bid and ", ", who spent ", "permanent option "])
def test_time_does_not_grow_with_the_sentence(piece: str) -> None:
    texts = {size: piece * size for size in (2_000, TIMES * 2_000)}
    money: list[Money] = find_money(texts[2_000][:4000])

    def read(size: int) -> None:
        wanted = Sought("signed", 900, 910, (900, 910), (0, len(texts[size]))).clipped()
        for _ in range(20):
            deal_of(wanted, texts[size])
            fee_of(wanted, sums_in(money, *wanted.sentence), texts[size])

    assert is_linear(read, 2_000, steep=6)
