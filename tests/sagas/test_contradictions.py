"""Answers that cannot both be so; and changes, which contradict nothing."""

from __future__ import annotations

from dataclasses import replace

from mooted.model.entry import Entry
from mooted.model.saga import Contradiction
from mooted.model.span import Quote, Span
from mooted.sagas.fold import sagas
from tests.sagas.telling import CALENDAR, PRESS, sum_of, told


def _found(*entries: Entry) -> tuple[Contradiction, ...]:
    return tuple(one for saga in sagas(entries, CALENDAR, PRESS) for one in saga.contradictions)


def _said(contradiction: Contradiction) -> dict[str, set[str]]:
    return {side.words: {step.voice.name for step in side.steps} for side in contradiction.sides}


def test_a_bid_rejected_and_no_bid_made() -> None:
    (found,) = _found(
        told("bid_rejected", "Leeds", by="The Ledger"),
        told("bid", "Leeds", by="Morning Whistle", polarity="denied", days=1),
    )
    assert found.question == "Has Leeds made a bid?"
    assert _said(found) == {"yes": {"The Ledger"}, "no": {"Morning Whistle"}}


def test_no_bid_yet_and_days_later_a_bid_is_a_change() -> None:
    assert not _found(
        told("bid", "Leeds", by="Morning Whistle", polarity="denied"), told("bid", "Leeds", by="The Ledger", days=3)
    )


def test_who_takes_back_his_own_word_contradicts_nobody() -> None:
    assert not _found(told("bid", "Leeds"), told("bid", "Leeds", polarity="denied", days=1))


def test_two_fees_agreed() -> None:
    (found,) = _found(
        told("bid_accepted", "Leeds", by="The Ledger", fee=sum_of(35, kind="agreed")),
        told("agreed", "Leeds", by="Morning Whistle", days=2, fee=sum_of(50, "EUR", "agreed")),
    )
    assert _said(found) == {"35,000,000 GBP": {"The Ledger"}, "50,000,000 EUR": {"Morning Whistle"}}


def test_one_fee_in_two_currencies_or_rounded_is_no_contradiction() -> None:
    assert not _found(
        told("bid_accepted", "Leeds", by="The Ledger", fee=sum_of(35, kind="agreed")),
        told("agreed", "Leeds", by="Morning Whistle", days=2, fee=sum_of(40, "EUR", "agreed")),
        told("agreed", "Leeds", by="Third", days=2, fee=sum_of(36, kind="agreed")),
    )


def test_a_higher_bid_is_a_change() -> None:
    assert not _found(
        told("bid", "Leeds", by="The Ledger", fee=sum_of(20)),
        told("bid", "Leeds", by="Whistle", days=1, fee=sum_of(30)),
    )


def test_one_article_says_that_he_asks_to_go_and_that_he_prefers_to_stay() -> None:
    (found,) = _found(told("wants_out", document="both", source="Radio Hollin"), told("wants_stay", document="both"))
    assert found.question == "Does he want to leave?"
    assert _said(found) == {"wants to leave": {"Radio Hollin"}, "wants to stay": {"The Ledger"}}


def test_a_mind_changed_within_weeks_is_a_change() -> None:
    assert not _found(told("wants_stay"), told("wants_out", by="Morning Whistle", days=14))


def test_to_turn_one_club_down_is_not_to_stay() -> None:
    assert not _found(told("wants_stay", "Fulham"), told("wants_out", by="Morning Whistle"))


def test_interest_affirmed_and_denied_within_days() -> None:
    (found,) = _found(
        told("interest", "Leeds", polarity="denied"), told("interest", "Leeds", by="Morning Whistle", days=2)
    )
    assert found.question == "Is Leeds interested?"


def test_what_one_club_does_says_nothing_of_another() -> None:
    assert not _found(told("bid", "Leeds"), told("bid", "Fulham", by="Morning Whistle", polarity="denied"))


def test_a_price_tag_is_no_wish_to_sell() -> None:
    assert not _found(
        told("for_sale", fee=sum_of(40, kind="asking")), told("not_for_sale", by="Morning Whistle", days=1)
    )


def test_two_readings_of_the_same_words_contradict_nothing() -> None:
    quote = Quote("he turned it down and would go", Span(0, 30))
    one, two = (told(event, document="d") for event in ("wants_out", "wants_stay"))
    assert not _found(*(replace(entry, claim=replace(entry.claim, evidence=quote)) for entry in (one, two)))


def test_not_for_sale_to_a_rival_is_no_contradiction() -> None:
    assert not _found(told("for_sale"), told("not_for_sale", "Leeds", by="Morning Whistle"))


def test_what_his_loan_club_wants_is_another_sale() -> None:
    assert not _found(told("for_sale"), told("not_for_sale", by="Morning Whistle", holder="Leeds"))
