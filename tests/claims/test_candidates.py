"""Which club a phrase cannot be for. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.model.document import Document
from mooted.pipeline import read_document


def test_a_name_is_no_phrase() -> None:
    text = "Jon Pell has emerged as a surprise contender for the Leeds job, with Nick Tarn having withdrawn."
    assert {claim.modality for claim in read_document(Document("d", text)) if claim.player == "Jon Pell"} == {
        "possible"
    }


@pytest.mark.parametrize(
    ("text", "seller", "bidder"),
    [
        ("Everton need money but they rejected a £20m bid for Karel Varga.", "Everton", None),
        ("Lille already rejected €15m for Karel Varga.", "Lille", None),
        ("Celtic have turned away another suitor for midfielder Karel Varga, this time Leeds.", "Celtic",
         "Leeds United"),
    ],
)  # fmt: skip
def test_who_answers_a_bid_by_name_or_pronoun_did_not_make_it(text: str, seller: str, bidder: str | None) -> None:
    told = {(c.event, c.club_to, c.club_from) for c in read_document(Document("d", text))}
    assert ("bid_rejected", bidder, seller) in told
    assert not {one for one in told if one[1] == seller}


@pytest.mark.parametrize(
    "text",
    [
        "Everton are reluctant to let Karel Varga join Liverpool.",
        "Everton boss David Pell will be reluctant to see Karel Varga join Liverpool.",
        "Everton refuse to let Karel Varga leave for Liverpool.",
    ],
)
def test_nobody_gets_a_player_whom_his_club_will_not_let_go(text: str) -> None:
    assert {claim.event for claim in read_document(Document("d", text))} == {"not_for_sale"}


def test_each_of_two_clubs_after_neither_is_denied() -> None:
    claims = read_document(Document("d", "Neither Leeds nor Derby has bid for Karel Varga."))
    told = {(claim.event, claim.club_to, claim.polarity) for claim in claims}
    assert told == {("bid", "Leeds United", "denied"), ("bid", "Derby County", "denied")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Everton will resist Leeds' attempts to sign Karel Varga.", "interest"),
        ("Everton have accepted Leeds United's offer for Karel Varga.", "bid_accepted"),
    ],
)
def test_what_a_club_is_said_to_have_tried_is_its_own(text: str, event: str) -> None:
    told = {(claim.event, claim.club_to, claim.club_from) for claim in read_document(Document("d", text))}
    assert told == {(event, "Leeds United", "Everton")}


def test_a_refused_approach_was_made() -> None:
    text = "Blackburn want Karel Varga of Sunderland but an approach has been rejected."
    claims = read_document(Document("d", text))
    assert "bid_rejected" in {claim.event for claim in claims}
    assert not [claim for claim in claims if claim.polarity == "denied"]
