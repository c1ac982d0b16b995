"""Clubs that lose somebody are not those that get him. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.partings import parts
from mooted.model.claim import PURSUIT
from mooted.model.document import Document
from mooted.pipeline import read_document


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lens could lose Karel Varga.", True),
        ("Lens are set to lose three men, with Karel Varga on his way.", True),
        ("Lens are in danger of losing captain Karel Varga.", True),
        ("Lens have now lost Karel Varga.", True),
        ("Lens lost out to Genk on Karel Varga.", False),
        ("Lens have lost interest in Karel Varga.", False),
        ("Lens could lose the cup final but want Karel Varga.", False),
        ("Lens lost their captain and have signed Karel Varga.", False),
        ("Lens have confirmed Karel Varga's departure.", True),
        ("Lens expect to announce Karel Varga's imminent exit.", True),
        ("Lens have announced Karel Varga's arrival.", False),
        ("Lens are watching Karel Varga's exit talks.", False),
    ],
)
def test_a_club_that_loses_somebody_is_told_by_its_words(text: str, wanted: bool) -> None:
    start = text.index("Karel Varga")
    assert parts(text.lower(), len("Lens"), start, start + len("Karel Varga")) is wanted


@pytest.mark.parametrize(
    "text",
    [
        "Everton could lose a whole group, with Karel Varga, Luca Tardelli and Owen Pell all on their way.",
        "Leeds are set to lose several men: Karel Varga and Luca Tardelli are all on their way.",
        "Everton expect to confirm Karel Varga's departure in the coming days.",
        "Everton have confirmed Karel Varga's departure.",
    ],
)
def test_who_is_leaving_is_not_read_as_arriving(text: str) -> None:
    claims = read_document(Document("d", text))
    assert not [claim for claim in claims if claim.event in PURSUIT and claim.club_to]


def test_a_club_may_sign_one_after_it_lost_another() -> None:
    claims = read_document(Document("d", "Leeds lost Karel Varga to Everton but want to sign Luca Tardelli."))
    assert ("Luca Tardelli", "interest", "Leeds United") in {(c.player, c.event, c.club_to) for c in claims}
