"""Who and which club a clause leaves out, and what the same words only name. All sentences are our own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.pipeline import read_document

PUBLISHED = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)


def claims(text: str) -> tuple[Claim, ...]:
    return read_document(Document("page", text, published_at=PUBLISHED))


def links(text: str) -> set[str]:
    """Each claim as player, event and suitor."""
    found = ((claim.player or "-", claim.event, claim.club_to and f"to {claim.club_to}") for claim in claims(text))
    return {" | ".join(filter(None, one)) for one in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Karel Brandt has been offered to Lens, who are close to signing Jonas Petersen.",
            "Karel Brandt | for_sale | to Lens; Jonas Petersen | agreed | to Lens",
        ),
        (
            "Karel Brandt could join Lens, who are on the verge of a deal for Jonas Petersen.",
            "Karel Brandt | agreed | to Lens; Jonas Petersen | agreed | to Lens",
        ),
        ("Lens were offered the chance to sign Karel Brandt.", "Karel Brandt | for_sale | to Lens"),
        ("Karel Brandt's move to Lens is off.", "Karel Brandt | off | to Lens"),
        ("Lens have agreed a £9m fee with Genk to sign Karel Brandt.", "Karel Brandt | bid_accepted | to Lens"),
        (
            "Ann Hill, interim manager at Lens, is keen on Genk striker Karel Brandt.",
            "Karel Brandt | interest | to Lens",
        ),
        ("Ann Hill has been named interim manager at Lens.", "Ann Hill | staff_move | to Lens"),
        ("Karel Brandt has rejected a move from Lens to Genk.", "Karel Brandt | wants_stay | to Genk"),
    ],
)
def test_each_clause_keeps_to_its_own(text: str, wanted: str) -> None:
    """Whom else a club wants, to whom he is offered, what fell through, what was agreed: no more than that."""
    assert links(text) == set(wanted.split("; "))


@pytest.mark.parametrize(
    "text",
    [
        "Genk winger Karel Brandt has drawn widespread interest across Europe.",
        "Genk winger Karel Brandt is wanted abroad.",
        "Turkish clubs want Genk winger Karel Brandt.",
        "More clubs are keen on Genk winger Karel Brandt.",
    ],
)
def test_clubs_may_have_no_name(text: str) -> None:
    assert links(text) == {"Karel Brandt | interest"}


@pytest.mark.parametrize(
    "text",
    [
        "Lens sign another striker.",
        "Lens are expected to unveil a new striker tomorrow.",
        "Lens have signed Karel Brandt as new backup goalkeeper.",
    ],
)
def test_a_place_that_is_filled_is_no_need(text: str) -> None:
    assert not [claim for claim in claims(text) if claim.event == "needs"]


@pytest.mark.parametrize("text", ["Lens must sign another striker.", "Lens is looking for a striker."])
def test_a_place_to_fill_is_a_need(text: str) -> None:
    assert links(text) == {"- | needs | to Lens"}


@pytest.mark.parametrize("asked", ["were approached by", "have been contacted by"])
def test_the_club_that_is_asked_does_not_ask(asked: str) -> None:
    (claim,) = claims(f"Lens {asked} Genk about winger Karel Brandt.")
    assert (claim.event, claim.club_to, claim.club_from) == ("contact", "Genk", "Lens")


def test_a_pre_contract_is_one_with_another_club() -> None:
    found = links("Genk are to open talks with Lens winger Karel Brandt over a pre-contract agreement.")
    assert found == {"Karel Brandt | talks | to Genk"}


def test_a_clause_with_its_own_object_is_not_about_who_stands_before_it() -> None:
    found = links(
        "Genk winger Karel Brandt is close, but Lens have also shown an interest in Tom Ashcombe and Leo Marr."
    )
    assert {"Tom Ashcombe | interest | to Lens", "Leo Marr | interest | to Lens"} <= found
    assert "Karel Brandt | interest | to Lens" not in found


def test_who_is_asked_for_a_player_does_not_get_him() -> None:
    text = "Genk made an approach to Lens to sign winger Karel Brandt, but it was turned down."
    assert "Karel Brandt | bid_rejected | to Lens" not in links(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Leeds rejoiced. Karel Brandt will move from German side Mainz.", "Karel Brandt | agreed | to Leeds United"),
        ("Karel Brandt will move from Genk to Lens.", "Karel Brandt | agreed | to Lens"),
        ("Karel Brandt is set to arrive from Belgian club Genk.", ""),
        ("Lens have roped in Karel Brandt from Belgian outfit Genk.", "Karel Brandt | signed | to Lens"),
        ("There is interest in Karel Brandt from Lens.", "Karel Brandt | interest | to Lens"),
    ],
)
def test_nobody_goes_to_the_club_that_he_comes_from(text: str, wanted: str) -> None:
    assert links(text) == set(filter(None, wanted.split("; ")))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Karel Brandt has accepted an offer from Lens.", "Karel Brandt | terms_agreed | to Lens"),
        ("Genk have accepted an offer from Lens for Karel Brandt.", "Karel Brandt | bid_accepted | to Lens"),
        ("An agreement between Lens and Karel Brandt has been reached.", "Karel Brandt | terms_agreed | to Lens"),
        (
            "A full agreement has been reached between Lens and Genk for Karel Brandt.",
            "Karel Brandt | bid_accepted | to Lens",
        ),
    ],
)
def test_a_player_agrees_to_terms_and_his_club_to_an_offer(text: str, wanted: str) -> None:
    assert links(text) == {wanted}
