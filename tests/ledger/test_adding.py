"""Every store: what is added is there as it was, once, with each of its versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mooted.ledger import Ledger
from mooted.model.claim import Attribution, Claim, Terms
from mooted.model.errors import Rejected
from mooted.model.moment import Moment
from mooted.model.money import Fee, Money
from mooted.model.move import Move
from mooted.model.span import Quote, Span
from tests.ledger.told import Read, claim, day, interest, read, shown, story


def test_a_claim_comes_back_as_it_was_with_where_it_was_printed(ledger: Ledger) -> None:
    document = story(
        "a", "Leeds United want Tom Ashby. He costs £12m a year.", title="Leeds circle", url="https://a.example"
    )
    told = claim(
        document, "Tom Ashby", club_to="Leeds United", club_from="Wigan Athletic", deal="loan_option",
        fee=Fee(12_000_000, "GBP", "bid"), modality="conditional", condition="if he wants", sources=("Ada Finch",),
        said_at=Moment(date(2026, 1, 1), date(2026, 1, 31), "month", "this month"), stance_of="club", agent="Bo Lund",
        terms=Terms(Money(5, "GBP", Span(1, 2), per="week"), 3.5, "2029", Money(1, "EUR", Span(3, 4)), 0.1, True),
    )  # fmt: skip
    ledger.add(document, read(document, told))
    (entry,) = ledger.entries()
    assert entry.claim == told
    assert (entry.person, entry.corrected, entry.id) == ("tom-ashby", False, told.id)
    imprint = entry.imprint
    assert (imprint.document, imprint.outlet, imprint.title, imprint.url) == (
        "a", document.outlet, "Leeds circle", "https://a.example",
    )  # fmt: skip
    assert (imprint.published_at, imprint.seen_at) == (document.published_at, document.seen_at)
    assert ledger.document("a") == document


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    told = interest("a", "Tom Ashby", "Leeds United")
    assert ledger.add(*told).kind == "new"
    before = ledger.entries(), ledger.people(), ledger.sightings()
    later = replace(told[0], seen_at=day(30)), told[1]
    assert [ledger.add(*again).kind for again in (told, later, told)] == ["repeated"] * 3
    assert (ledger.entries(), ledger.people(), ledger.sightings()) == before


def test_the_same_document_twice_in_a_batch_is_one(ledger: Ledger) -> None:
    told = interest("a", "Tom Ashby", "Leeds United")
    assert [one.kind for one in ledger.add_all([told, told])] == ["new", "repeated"]
    assert len(ledger.entries()) == 1


def test_an_article_that_changed_keeps_both_versions(ledger: Ledger) -> None:
    first = interest("a", "Tom Ashby", "Leeds United", at=day(10), seen_at=day(10))
    second = interest("a", "Tom Ashby", "Hull City", at=day(10), seen_at=day(14))
    receipts = list(ledger.add_all([first, second]))
    assert [one.kind for one in receipts] == ["new", "updated"]
    assert [entry.claim.club_to for entry in ledger.entries()] == ["Hull City"]
    assert [entry.claim.club_to for entry in ledger.entries(as_of=day(12))] == ["Leeds United"]
    assert [entry.claim.club_to for entry in ledger.entries(as_of=day(14))] == ["Hull City"]
    assert ledger.document("a") == second[0]
    assert ledger.document("a", receipts[0].version) == first[0]
    assert [one.text for one in ledger.documents()] == [second[0].text]
    assert [one.text for one in ledger.documents(as_of=day(12))] == [first[0].text]


def test_versions_arrive_in_any_order(ledger: Ledger) -> None:
    first = interest("a", "Tom Ashby", "Leeds United", at=day(10), seen_at=day(10))
    second = interest("a", "Tom Ashby", "Hull City", at=day(10), seen_at=day(14))
    third = interest("a", "Tom Ashby", "Derby County", at=day(10), seen_at=day(18))
    for told in (second, third, first):
        ledger.add(*told)
    clubs = [[entry.claim.club_to for entry in ledger.entries(as_of=day(at))] for at in (9, 10, 13, 14, 17, 18)]
    assert clubs == [[], ["Leeds United"], ["Leeds United"], ["Hull City"], ["Hull City"], ["Derby County"]]


def test_a_better_reading_takes_the_place_of_the_one_before(ledger: Ledger) -> None:
    document, whole = interest("a", "Ashby", "Leeds United", text="Leeds United want Tom Ashby. More soon.")
    ledger.add(document, whole, reader="old")
    better = read(document, claim(document, "Tom Ashby", club_to="Leeds United"))
    assert ledger.add(document, better, reader="new").kind == "updated"
    assert [shown(entry) for entry in ledger.entries()] == [("a", "tom-ashby", "interest", "Leeds United")]
    assert [person.id for person in ledger.people()] == ["tom-ashby"]
    assert [one.name for one in ledger.sightings()] == ["Tom Ashby"]
    assert ledger.known([document], "old") == {}
    assert [one.kind for one in ledger.known([document], "new").values()] == ["repeated"]


def test_what_is_not_dated_was_said_when_it_was_seen(ledger: Ledger) -> None:
    document, whole = interest("a", "Tom Ashby", "Leeds United")
    ledger.add(replace(document, published_at=None, seen_at=day(20)), whole)
    assert [entry.said_at for entry in ledger.entries()] == [day(20)]
    assert ledger.entries(as_of=day(19)) == []


def test_times_of_any_zone_are_kept_in_utc(ledger: Ledger) -> None:
    tokyo = datetime(2026, 1, 1, 3, tzinfo=timezone(timedelta(hours=9)))
    ledger.add(*interest("a", "Tom Ashby", "Leeds United", at=tokyo))
    (entry,) = ledger.entries(until=datetime(2026, 1, 1, tzinfo=UTC))
    assert (entry.said_at, entry.said_at.utcoffset()) == (tokyo, timedelta())


@pytest.mark.parametrize("year", [1, 1969, 1970, 2038, 2243, 9998])
def test_any_year_will_do(ledger: Ledger, year: int) -> None:
    at = datetime(year, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)
    ledger.add(*interest("a", "Tom Ashby", "Leeds United", at=at))
    assert [entry.said_at for entry in ledger.entries(since=at, as_of=at)] == [at]
    assert ledger.entries(until=at) == []


ODD = "Leeds \x00 \ud83d \x1b0000 \x1b want Tom Ashby. \udfff"


def test_characters_that_no_encoding_holds_come_back(ledger: Ledger) -> None:
    document = story("\ud800", ODD, title="\x00", outlet="\udc00", byline="\x1b[0m", place="a\x00b")
    told = claim(document, "Tom \udcff", words=ODD, club_to="\x00", condition="\x1b0041", sources=("\ud811",))
    ledger.add(document, read(document, told))
    assert ledger.add(document, read(document, told)).kind == "repeated"
    assert ledger.document("\ud800") == document
    assert [entry.claim for entry in ledger.entries()] == [told]
    assert [entry.claim for entry in ledger.entries(club="\x00")] == [told]
    assert [one.name for one in ledger.sightings()] == ["Tom \udcff"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(), max_size=30), min_size=6, max_size=6))
def test_any_words_come_back(words: list[str]) -> None:
    text, title, outlet, player, club, condition = words
    with Ledger.open(":memory:") as ledger:
        document = story("a", text, title=title, outlet=outlet)
        told = Claim("a", player, "bid", Quote(text, Span(0, len(text))), "r", club, condition=condition,
                     attribution=Attribution(outlet, (title,)))  # fmt: skip
        ledger.add(document, Read((told,)))
        assert ledger.document("a") == document
        assert [entry.claim for entry in ledger.entries()] == [told]


def test_a_sum_beyond_any_column_is_kept_in_the_claim(ledger: Ledger) -> None:
    document, _ = interest("a", "Tom Ashby", "Leeds United")
    told = claim(document, "Tom Ashby", fee=Fee(10**30, "GBP", "bid"))
    ledger.add(document, Read((told,)))
    assert ledger.entries()[0].claim.fee == Fee(10**30, "GBP", "bid")


def test_many_claims_of_one_second_all_find_room(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mooted.ledger.adding.number_of", lambda at, name: 7 << 29)
    told = [interest(str(at), f"Tom Ashby {at % 3}", "Leeds United") for at in range(20)]
    assert {one.kind for one in ledger.add_all(told[:10])} == {"new"}
    assert {one.kind for one in ledger.add_all(told)} == {"new", "repeated"}
    assert {entry.claim.document for entry in ledger.entries()} == {str(at) for at in range(20)}


def test_more_than_one_batch(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mooted.ledger.ledger.BATCH", 3)
    told = [interest(str(at), f"Player {at}", "Leeds United", at=day(1 + at)) for at in range(8)]
    receipts = ledger.add_all(iter(told))
    assert next(receipts).document == "0"
    assert len(ledger.entries()) == 3
    assert len(list(receipts)) == 7
    assert [entry.person for entry in ledger.entries()] == [f"player-{at}" for at in range(8)]


def test_rejected_inputs_leave_a_receipt_once(ledger: Ledger) -> None:
    broken = Rejected("news.jsonl:3", "is no JSON", "give an object a line")
    ledger.reject([broken, broken])
    ledger.reject([broken, replace(broken, place="\x00")])
    assert ledger.rejections() == [replace(broken, place="\x00"), broken]


def test_moves_are_kept_once_and_known_when_they_were(ledger: Ledger) -> None:
    dated = Move(
        "Tom Ashby", "Wigan Athletic", "Leeds United", "2026-winter", "moves.csv:2", "tom-ashby", date(2026, 1, 20)
    )
    undated = Move("Bo Lund", None, "Hull City", "2025-summer", "moves.csv:3", fee=Fee(5, "EUR", "paid"))
    assert [ledger.add_moves([dated, undated]), ledger.add_moves([undated, dated])] == [2, 0]
    assert ledger.moves() == [undated, dated]
    assert ledger.moves(person="tom-ashby") == ledger.moves(window="2026-winter") == [dated]
    assert ledger.moves(as_of=day(20)) == [undated]
    assert ledger.moves(as_of=day(21)) == [undated, dated]
    assert ledger.moves(as_of=datetime(2025, 9, 20, tzinfo=UTC)) == []
