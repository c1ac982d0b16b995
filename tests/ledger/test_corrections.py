"""Every store: what somebody set right is honoured everywhere, survives a better reader, and can be undone."""

from __future__ import annotations

import pytest

from mooted.ledger import Ledger
from mooted.ledger.setting_right import CorrectionError
from tests.ledger.told import Read, claim, correction, day, interest, read, shown, story

TEXT = "Leeds United want Tom Ashby of Wigan Athletic. More soon."


@pytest.fixture
def told(ledger: Ledger) -> str:
    """The id of the one claim of a ledger."""
    ledger.add(*interest("a", "Tom Ashby", "Leeds United", "Wigan Athletic", text=TEXT))
    return ledger.entries()[0].id


@pytest.mark.parametrize(
    ("kind", "value", "shows"),
    [
        ("player", "Bo Lund", ("a", "bo-lund", "interest", "Leeds United")),
        ("club_to", "Hull City", ("a", "tom-ashby", "interest", "Hull City")),
        ("club_to", None, ("a", "tom-ashby", "interest", None)),
        ("event", "bid", ("a", "tom-ashby", "bid", "Leeds United")),
    ],
)
def test_a_field_is_replaced_and_undone(ledger: Ledger, told: str, kind: str, value: str | None, shows: tuple) -> None:
    before = ledger.entries()
    made = ledger.correct(correction(kind, told, value))
    (entry,) = ledger.entries()
    assert (shown(entry), entry.id, entry.corrected, entry.read) == (shows, told, True, before[0].claim)
    ledger.correct(correction("undo", made.id))
    assert ledger.entries() == before


def test_what_is_asked_by_is_what_was_corrected(ledger: Ledger, told: str) -> None:
    ledger.correct(correction("player", told, "Bo Lund"))
    ledger.correct(correction("club_to", told, "Hull City"))
    ledger.correct(correction("polarity", told, "denied"))
    assert ledger.entries(person="tom-ashby") == ledger.entries(club="Leeds United") == []
    (entry,) = ledger.entries(person="bo-lund", club="Hull City")
    assert entry.claim.polarity == "denied"
    assert [person.id for person in ledger.people("lund")] == ["bo-lund"]


def test_the_newest_correction_wins_and_undoing_it_shows_the_one_before(ledger: Ledger, told: str) -> None:
    ledger.correct(correction("club_to", told, "Hull City"))
    newer = ledger.correct(correction("club_to", told, "Derby County", at=day(21)))
    assert ledger.entries()[0].claim.club_to == "Derby County"
    undo = ledger.correct(correction("undo", newer.id, at=day(22)))
    assert ledger.entries()[0].claim.club_to == "Hull City"
    ledger.correct(correction("undo", undo.id, at=day(23)))
    assert ledger.entries()[0].claim.club_to == "Derby County"
    assert [one.kind for one in ledger.corrections()] == ["club_to", "club_to", "undo", "undo"]


def test_not_a_claim_takes_it_back(ledger: Ledger, told: str) -> None:
    made = ledger.correct(correction("not_a_claim", told))
    assert ledger.entries() == ledger.entries(as_of=day(12)) == ledger.entries(club="Leeds United") == []
    ledger.correct(correction("undo", made.id))
    assert [entry.id for entry in ledger.entries()] == [told]


@pytest.mark.parametrize(
    "better",
    [
        {"words": "Leeds United want Tom Ashby"},
        {"words": "want Tom Ashby of Wigan Athletic", "club_from": None},
        {"words": TEXT.split(".", maxsplit=1)[0], "club_to": "Hull City"},
        {"words": TEXT, "modality": "possible"},
    ],
)
def test_it_survives_a_better_reader(ledger: Ledger, told: str, better: dict) -> None:
    ledger.correct(correction("club_to", told, "Hull City"))
    document = story("a", TEXT)
    again = claim(document, "Tom Ashby", **{"club_to": "Leeds United", "club_from": "Wigan Athletic", **better})
    assert ledger.add(document, read(document, again)).kind == "updated"
    (entry,) = ledger.entries()
    assert (entry.claim.club_to, entry.corrected) == ("Hull City", True)
    assert entry.id == again.id


@pytest.mark.parametrize("other", [{"player": "Bo Lund"}, {"event": "bid"}, {"words": "More soon"}])
def test_it_speaks_of_no_other_claim(ledger: Ledger, told: str, other: dict) -> None:
    ledger.correct(correction("club_to", told, "Hull City"))
    document = story("a", TEXT)
    fields = {"player": "Tom Ashby", "event": "interest", "club_to": "Leeds United", **other}
    ledger.add(document, read(document, claim(document, fields.pop("player"), fields.pop("event"), **fields)))
    assert [(entry.claim.club_to, entry.corrected) for entry in ledger.entries()] == [("Leeds United", False)]


def test_it_is_honoured_in_a_later_version_of_the_article(ledger: Ledger, told: str) -> None:
    ledger.correct(correction("player", told, "Bo Lund"))
    ledger.add(
        *interest("a", "Tom Ashby", "Leeds United", "Wigan Athletic", text=f"{TEXT} Now with more.", seen_at=day(20))
    )
    assert [entry.person for entry in ledger.entries()] == ["bo-lund"]


def test_merging_two_people_and_undoing_it(ledger: Ledger, told: str) -> None:
    ledger.add(*interest("b", "Thomas Ashby", "Hull City", at=day(13)))
    made = ledger.correct(correction("merge", "thomas-ashby", "tom-ashby"))
    assert [entry.person for entry in ledger.entries()] == ["tom-ashby", "tom-ashby"]
    assert [person.names for person in ledger.people()] == [("Thomas Ashby", "Tom Ashby")]
    ledger.add(*interest("c", "Thomas Ashby", "Derby County", at=day(14)))
    assert {entry.person for entry in ledger.entries()} == {"tom-ashby"}
    ledger.correct(correction("undo", made.id))
    assert [entry.person for entry in ledger.entries()] == ["tom-ashby", "thomas-ashby", "thomas-ashby"]


def test_the_same_correction_twice_is_one(ledger: Ledger, told: str) -> None:
    assert ledger.correct(correction("not_a_claim", told)) == ledger.correct(correction("not_a_claim", told))
    assert len(ledger.corrections()) == 1


def test_what_was_taken_back_is_not_taken_back_again(ledger: Ledger, told: str) -> None:
    made = ledger.correct(correction("not_a_claim", told))
    ledger.correct(correction("undo", made.id, at=day(21)))
    with pytest.raises(CorrectionError, match="taken back already"):
        ledger.correct(correction("undo", made.id, at=day(22)))


def test_who_and_why_are_kept(ledger: Ledger, told: str) -> None:
    made = ledger.correct(correction("club_to", told, "\ud800"))
    assert ledger.corrections() == [made]
    assert (made.by, made.why, made.at) == ("the desk", "it says so", day(20))


@pytest.mark.parametrize(
    ("kind", "target", "value", "says"),
    [
        ("player", "0000", "Bo Lund", "no claim '0000'"),
        ("player", None, None, "the right player is missing"),
        ("event", None, "kidnap", "'kidnap' is no event"),
        ("polarity", None, "maybe", "'maybe' is no polarity"),
        ("merge", "tom-ashby", "nobody", "no person 'nobody'"),
        ("merge", "tom-ashby", "tom-ashby", "one person already"),
        ("split", "tom-ashby", "Ashby", "no name form 'Ashby'"),
        ("undo", "0000", None, "no correction '0000'"),
    ],
)
def test_what_cannot_be_is_refused(
    ledger: Ledger, told: str, kind: str, target: str | None, value: str | None, says: str
) -> None:
    with pytest.raises(CorrectionError, match=says):
        ledger.correct(correction(kind, target or told, value))
    assert ledger.corrections() == []


def test_a_claim_of_nobody_may_get_a_player(ledger: Ledger) -> None:
    document = story("a", "Leeds United want him.")
    ledger.add(document, Read((claim(document, None, "needs", club_to="Leeds United"),)))
    ledger.correct(correction("player", ledger.entries()[0].id, "Tom Ashby"))
    assert [entry.person for entry in ledger.entries()] == ["tom-ashby"]


def test_each_correction_tells_its_claim_and_whether_it_holds(ledger: Ledger, told: str) -> None:
    gone = ledger.correct(correction("not_a_claim", told))
    undone = ledger.correct(correction("undo", gone.id))
    first, second = ledger.rulings()
    assert (first.correction, first.holds, first.claim and first.claim.id) == (gone, False, told)
    assert (second.correction, second.holds, second.claim) == (undone, True, None)
