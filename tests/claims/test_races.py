"""Two clubs in a race for one player: who wins him and who loses him. All sentences are our own."""

from __future__ import annotations

import pytest

from tests.claims.test_extract import claims, links

LEEDS_SIGN, LEEDS_AGREE = "Kit Dorn | signed | to Leeds United", "Kit Dorn | agreed | to Leeds United"
LEEDS_WANT, HULL_WANT = "Kit Dorn | interest | to Leeds United", "Kit Dorn | interest | to Hull City"
HULL_LOSE = "Kit Dorn | off | to Hull City"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Leeds beat Hull to the signing of Stoke forward Kit Dorn.", {LEEDS_SIGN, HULL_LOSE}),
        ("Stoke forward Kit Dorn has joined Leeds, who beat Hull to his signature.", {LEEDS_SIGN, HULL_LOSE}),
        ("Leeds have seen off Hull in the race for Stoke forward Kit Dorn.", {LEEDS_AGREE, HULL_LOSE}),
        ("Leeds saw off Hull in the chase for Stoke's Kit Dorn.", {LEEDS_AGREE, HULL_LOSE}),
        ("Leeds have pipped Hull to the signature of Stoke forward Kit Dorn.", {LEEDS_AGREE, HULL_LOSE}),
        ("Leeds look set to pip Hull to Stoke forward Kit Dorn for £7m.", {LEEDS_AGREE, HULL_LOSE}),
        ("Leeds mean to beat Hull to Stoke's Kit Dorn.", {LEEDS_WANT, HULL_WANT}),
        ("Leeds hope to pip Hull to Stoke forward Kit Dorn.", {LEEDS_WANT, HULL_WANT}),
        ("Leeds, for their part, hope to beat Ann Hill's old club Hull to Stoke's Kit Dorn.", {LEEDS_WANT, HULL_WANT}),
        ("Leeds have fended off Hull to sign Stoke forward Kit Dorn.", {LEEDS_AGREE, HULL_LOSE}),
        ("Hull wanted Stoke's Kit Dorn, but Leeds beat them to the forward.", {HULL_WANT, HULL_LOSE}),
        ("Leeds beat Hull to reach the final as Stoke forward Kit Dorn looked on.", set()),
        ("Leeds are set to beat Hull on Saturday with Kit Dorn back in the side.", set()),
    ],
)
def test_who_beats_whom_to_a_player(text: str, wanted: set[str]) -> None:
    assert links(text) == wanted


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Leeds have pipped Hull to the signature of Stoke forward Kit Dorn.", "actual"),
        ("Leeds are poised to beat Hull to the signing of Stoke forward Kit Dorn.", "possible"),
        ("Hull are set to miss out on Stoke forward Kit Dorn.", "possible"),
        ("Hull have missed out on Stoke forward Kit Dorn.", "actual"),
    ],
)
def test_a_race_that_is_not_over_may_still_be_lost(text: str, modality: str) -> None:
    assert [claim.modality for claim in claims(text) if claim.event == "off"] == [modality]


def test_what_the_winner_pays_is_not_told_of_the_loser() -> None:
    text = "Leeds look set to pip Hull and Derby to Stoke forward Kit Dorn for £7m."
    fees = {claim.club_to: claim.fee is not None for claim in claims(text)}
    assert fees == {"Leeds United": True, "Hull City": False, "Derby County": False}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Stoke forward Kit Dorn's loan to Hull has fallen through.", {HULL_LOSE}),
        ("Hull came close to signing Stoke forward Kit Dorn on loan.", {HULL_LOSE}),
    ],
)
def test_a_move_that_is_off_is_no_move(text: str, wanted: set[str]) -> None:
    assert links(text) == wanted


def test_where_he_went_instead_has_not_lost_him() -> None:
    said = links("Kit Dorn's move from Stoke to Hull collapsed and he joined Leeds instead.")
    assert HULL_LOSE in said
    assert "Kit Dorn | off | to Leeds United" not in said
