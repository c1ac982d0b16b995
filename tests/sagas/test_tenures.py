"""Roles are true at their time: who plays, manages and represents, with dates."""

from __future__ import annotations

from datetime import UTC, datetime

from mooted.sagas.tenures import at, tenures
from mooted.sagas.who import identify
from tests.sagas.telling import after, seen, told


def test_a_manager_has_one_club_in_one_year_and_another_later() -> None:
    spurs = [seen("Antonio Conte", "Tottenham Hotspur", days=days, role="manager") for days in (-1100, -1090, -1080)]
    napoli = [seen("Antonio Conte", "Napoli", days=days, role="manager") for days in (0, 5)]
    found = tenures((*spurs, *napoli), identify((*spurs, *napoli)))
    assert [(one.club, one.seen) for one in found] == [("Tottenham Hotspur", 3), ("Napoli", 2)]
    (then,) = at(found, datetime(2023, 1, 29, tzinfo=UTC), person="antonio-conte")
    (now,) = at(found, datetime(2026, 1, 29, tzinfo=UTC), person="antonio-conte")
    assert (then.club, now.club) == ("Tottenham Hotspur", "Napoli")


def test_a_slip_of_the_reading_makes_no_tenure() -> None:
    sightings = [seen("Marek Dvorak", "Leeds", days=days, role="manager") for days in range(6)]
    sightings.append(seen("Marek Dvorak", "Chelsea", days=2.5, role="manager"))
    assert [one.club for one in tenures(sightings, identify(sightings))] == ["Leeds"]


def test_a_club_has_one_manager_at_a_time() -> None:
    old = [seen("Marek Dvorak", "Leeds", days=days, role="manager") for days in (0, 1)]
    new = [seen("Ewan Rintoul", "Leeds", days=days, role="manager") for days in (20, 21)]
    found = tenures((*old, *new), identify((*old, *new)))
    assert [one.person for one in at(found, after(10), club="Leeds", job="manager")] == ["marek-dvorak"]
    assert [one.person for one in at(found, after(30), club="Leeds", job="manager")] == ["ewan-rintoul"]


def test_a_move_that_is_done_begins_and_ends_tenures() -> None:
    sightings = [seen("Marek Dvorak", "Leeds", days=days, role="manager") for days in (0, 1)]
    sacked = told("staff_move", player="Marek Dvorak", holder="Leeds", days=9)
    hired = told("staff_move", "Celtic", player="Marek Dvorak", holder=None, days=40)
    found = tenures(sightings, identify(sightings), (sacked, hired))
    assert [(one.club, one.closed) for one in found] == [("Leeds", True), ("Celtic", False)]
    assert at(found, after(20), person="marek-dvorak") == ()


def test_wanted_is_not_hired() -> None:
    wanted = told("staff_move", "Celtic", player="Marek Dvorak", modality="possible")
    assert tenures((), {}, (wanted,)) == ()


def test_an_agent_represents_his_player() -> None:
    agent = seen("Florin Manea", document="d", role="agent")
    said = told("wants_out", document="d", source="Florin Manea", stance_of="agent")
    (found,) = tenures((agent,), identify((agent,)), (said,))
    assert (found.person, found.represents, found.job) == ("florin-manea", "tom-ashby", "agent")


def test_a_club_named_in_passing_again_and_again_makes_no_tenure() -> None:
    days = {"Inter Milan": (0, 1, 2, 3, 3.6, 4.5, 5, 6), "Chelsea": (3.5, 4)}
    sightings = [
        seen("Marek Dvorak", club, days=day, role="manager") for club, seen_on in days.items() for day in seen_on
    ]
    assert [(one.club, one.seen) for one in tenures(sightings, identify(sightings))] == [("Inter Milan", 8)]
