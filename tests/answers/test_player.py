"""What is told of a player: by which name he is found, which window, and what it says."""

from __future__ import annotations

import pytest

from mooted.answers.player import player
from mooted.model.missing import NotFound, Several
from tests.answers.told import Said, a_ledger

VARGA = (
    Said(3),
    Said(4, "interest", outlet="Goal Post", source="The Whistle"),
    Said(9, "bid"),
    Said(10, "bid", polarity="denied", outlet="Radio Kick"),
    Said(12, "talks", club_to="Marrow Town", outlet="Radio Kick"),
    Said(13, "wants_stay", club_to=None),
)


def test_the_json_holds_what_the_contract_names():
    with a_ledger(*VARGA) as ledger:
        told = player(ledger, "Varga", as_of="2026-01-31").to_json()
    assert (told["player"], told["holder"], told["window"]) == ("Bence Varga", "Ajax", "2026-winter")
    suitors = {suitor["club"]: suitor for suitor in told["suitors"]}
    assert set(suitors) == {"Hollin Rovers", "Marrow Town"}
    rovers = suitors["Hollin Rovers"]
    assert (rovers["furthest"], rovers["first"][:10], rovers["furthest_date"][:10]) == (
        "bid",
        "2026-01-03",
        "2026-01-09",
    )
    assert {"state", "deal", "fee"} <= set(rovers)
    assert [step["event"] for step in told["timeline"]] == ["interest", "interest", "bid", "bid", "talks", "wants_stay"]
    assert [stance["event"] for stance in told["stances"]] == ["wants_stay"]
    assert told["contradictions"]


def test_a_repeat_knows_its_origin():
    with a_ledger(*VARGA) as ledger:
        steps = player(ledger, "Varga", as_of="2026-01-31").saga.steps
    assert (steps[1].origin, steps[1].how, steps[1].new) == (steps[0].entry.id, "cites", False)


def test_of_several_windows_the_last_unless_another_is_named():
    with a_ledger(Said(3), Said(60, "bid")) as ledger:
        told = player(ledger, "Varga", as_of="2026-04-01")
        assert told.saga.window == "2026-summer"
        assert [(one.window, one.claims, one.furthest) for one in told.chapters] == [
            ("2026-winter", 1, "interest"),
            ("2026-summer", 1, "bid"),
        ]
        assert (
            player(ledger, "Varga", as_of="2026-04-01", window="2026-winter").saga.steps[0].entry.claim.event
            == "interest"
        )
        with pytest.raises(NotFound, match="did you mean '2026-winter' or '2026-summer'"):
            player(ledger, "Varga", as_of="2026-04-01", window="2025-summer")


def test_what_was_not_yet_said_is_not_known():
    with a_ledger(*VARGA) as ledger:
        told = player(ledger, "Varga", as_of="2026-01-08")
        assert [suitor.furthest for suitor in told.saga.suitors] == ["interest"]
        with pytest.raises(NotFound):
            player(ledger, "Varga", as_of="2026-01-02")


def test_a_name_of_several_people_lists_them():
    others = Said(5, player="Milan Varga", club_to="Marrow Town", club_from="Genk")
    with a_ledger(*VARGA, others) as ledger:
        with pytest.raises(Several) as several:
            player(ledger, "Varga")
        assert {one.name for one in several.value.people} == {"Bence Varga", "Milan Varga"}
        for one in several.value.people:
            assert player(ledger, one.id).identity.name == one.name
        assert player(ledger, "milan varga").identity.name == "Milan Varga"


@pytest.mark.parametrize("name", ["Bence Vargo", "Vargaa", "Bense Varga"])
def test_near_misses_are_told(name):
    with a_ledger(*VARGA) as ledger, pytest.raises(NotFound, match="did you mean 'Bence Varga'"):
        player(ledger, name)


@pytest.mark.parametrize("name", ["", "   ", "Nobody Atall", "%", "_", "' OR 1=1 --", "\x00", "\ud800", "🙂" * 200])
def test_names_of_nobody(name):
    with a_ledger(*VARGA) as ledger, pytest.raises(NotFound):
        player(ledger, name)


def test_accents_do_not_matter():
    with a_ledger(Said(3, player="Radu Vălean")) as ledger:
        assert player(ledger, "valean").identity.name == "Radu Vălean"
