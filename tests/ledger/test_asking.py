"""Every store: claims by person, club, source and time, in the order in which they were said."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mooted.ledger import Ledger
from mooted.model.errors import MootedError
from tests.ledger.told import claim, correction, day, interest, read, story


@pytest.fixture(scope="module")
def filled(unchanged: Ledger) -> Ledger:
    """Five claims on four days, said in another order than they come."""
    told = [
        interest("c", "Tom Ashby", "Hull City", "Wigan Athletic", day(14), outlet="Póst"),
        interest("a", "Tom Ashby", "Leeds United", "Wigan Athletic", day(12), sources=("Ada Finch",)),
        interest("d", "Bo Lund", "Leeds United", at=day(15), event="bid"),
        interest("b", "Bo Lund", "Hull City", "Leeds United", day(13)),
    ]
    needs = story("e", "Hull City need a centre-back.", day(13, 10))
    list(
        unchanged.add_all(
            [*told, (needs, read(needs, claim(needs, None, "needs", club_to="Hull City", position="CB")))]
        )
    )
    return unchanged


@pytest.mark.parametrize(
    ("asked", "documents"),
    [
        ({}, "abecd"),
        ({"newest_first": True}, "dceba"),
        ({"person": "tom-ashby"}, "ac"),
        ({"club": "Leeds United"}, "abd"),
        ({"club": "Wigan Athletic"}, "ac"),
        ({"club": "Hull City", "event": "needs"}, "e"),
        ({"source": "ada finch"}, "a"),
        ({"source": "Post"}, "c"),
        ({"source": "The Touchline Gazette"}, "abed"),
        ({"source": "Nobody"}, ""),
        ({"document": "d"}, "d"),
        ({"event": "bid"}, "d"),
        ({"since": day(13), "until": day(14)}, "be"),
        ({"since": day(13, 10)}, "ecd"),
        ({"as_of": day(13)}, "ab"),
        ({"limit": 2}, "ab"),
        ({"limit": 2, "newest_first": True}, "dc"),
        ({"club": "Leeds United", "limit": 1, "newest_first": True}, "d"),
        ({"club": "Leeds United", "limit": 2}, "ab"),
        ({"club": "Hull City", "as_of": day(13, 10), "person": "bo-lund"}, "b"),
        ({"limit": 0}, ""),
    ],
)
def test_what_is_asked_is_what_comes(filled: Ledger, asked: dict, documents: str) -> None:
    assert "".join(entry.claim.document for entry in filled.entries(**asked)) == documents


def test_a_claim_without_a_person_is_about_nobody(filled: Ledger) -> None:
    assert [entry.person for entry in filled.entries(event="needs")] == [None]


def test_a_time_without_a_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(MootedError, match="time zone"):
        ledger.entries(as_of=datetime(2026, 1, 1))


def test_people_by_any_of_their_words(filled: Ledger) -> None:
    assert [person.id for person in filled.people("LUND")] == ["bo-lund"]
    assert [person.id for person in filled.people("tom ash")] == ["tom-ashby"]
    assert [person.id for person in filled.people()] == ["bo-lund", "tom-ashby"]
    assert [person.id for person in filled.people(limit=1, skip=1)] == ["tom-ashby"]
    assert filled.people(as_of=datetime(1990, 1, 1, tzinfo=UTC)) == []
    assert filled.people(as_of=datetime(2100, 1, 1, tzinfo=UTC)) == filled.people()
    assert filled.people("hby") == filled.people("%") == filled.people("a_h") == []
    assert filled.identity("tom-ashby") == filled.people("ashby")[0]
    assert filled.identity("nobody") is None


def test_sightings_of_a_person_and_in_a_document(filled: Ledger) -> None:
    assert [(one.document, one.holder) for one in filled.sightings(person="tom-ashby")] == [
        ("a", "Wigan Athletic"), ("c", "Wigan Athletic"),
    ]  # fmt: skip
    assert [one.name for one in filled.sightings(document="d")] == ["Bo Lund"]
    assert [one.document for one in filled.sightings(as_of=day(12))] == ["a"]
    assert [one.said_at for one in filled.sightings(document="d")] == [day(15)]


def test_documents_in_the_order_in_which_they_spoke(filled: Ledger) -> None:
    assert [one.id for one in filled.documents()] == list("abecd")
    assert [one.id for one in filled.documents(since=day(13), until=day(14))] == list("be")
    assert filled.document("nowhere") is None


def test_families_are_told_by_whoever_knows(address) -> None:
    with Ledger.open(address(), family=str.upper) as ledger:
        ledger.add(*interest("a", "Tom Ashby", "Leeds United"))
        assert ledger.entries()[0].imprint.family == "THE TOUCHLINE GAZETTE"


def test_what_was_in_stock_on_a_day_is_what_was_known_then(ledger: Ledger) -> None:
    """A document of two versions, the later seen later, a claim that is none, and one of this very second."""
    first = interest("a", "Tom Ashby", "Leeds United", at=day(2), seen_at=day(2))
    ledger.add(*first)
    ledger.add(*interest("b", "Bence Varga", "Leeds United", at=day(5)))
    second = replace(first[0], text=f"{first[0].text} So they say.", seen_at=day(9))
    ledger.add(second, read(second, *first[1].claims, claim(second, "Tom Ashby", "bid", club_to="Wigan Athletic")))
    ledger.correct(correction("not_a_claim", ledger.entries(document="b")[0].id))
    for moment in (day(1), day(2), day(4), day(5), day(8), day(9), day(20)):
        known, held = ledger.entries(as_of=moment), ledger.counts(as_of=moment)
        documents = list(ledger.documents(as_of=moment))
        assert (held.documents, held.claims) == (len(documents), len(known)), moment
        assert held.people == len({entry.person for entry in known}), moment
        assert sum(one.documents for one in ledger.outlets(as_of=moment)) == len(documents), moment
        named = Counter(club for entry in known for club in (entry.claim.club_to, entry.claim.club_from) if club)
        clubs = ledger.clubs(as_of=moment)
        assert {one.name: one.claims for one in clubs} == named, moment
        assert [one.name for one in clubs] == sorted(named, key=lambda name: (-named[name], name)), moment
        assert held.newest == max((one.said_at for one in documents if one.said_at), default=None), moment
    assert ledger.counts(as_of=day(20)).documents == ledger.counts().documents == 2


def test_clubs_are_told_by_how_much_is_said_of_them_and_when_the_last(filled: Ledger) -> None:
    told = [(one.name, one.claims, one.last.day) for one in filled.clubs()]
    assert told == [("Hull City", 3, 14), ("Leeds United", 3, 15), ("Wigan Athletic", 2, 14)]
    assert [one.name for one in filled.clubs(limit=1, skip=1)] == ["Leeds United"]
    assert [(one.name, one.claims) for one in filled.clubs(as_of=day(12, 23))] == [
        ("Leeds United", 1),
        ("Wigan Athletic", 1),
    ]
