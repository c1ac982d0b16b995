"""Who holds whom, and whom a club cannot get because he leaves it. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.model.document import Document
from mooted.pipeline import read_document


def staff_moves(text: str) -> set[tuple[str | None, str | None, str | None]]:
    return {
        (claim.player, claim.club_to, claim.club_from)
        for claim in read_document(Document("d", text))
        if claim.event == "staff_move"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Derby County have parted company with head coach Gareth Pell.",
        "Derby County have sacked manager Gareth Pell.",
        "Derby County head coach Gareth Pell was dismissed on Monday.",
    ],
)
def test_a_coach_who_leaves_a_club_does_not_come_to_it(text: str) -> None:
    assert staff_moves(text) == {("Gareth Pell", None, "Derby County")}


def test_a_coach_may_leave_one_club_for_another() -> None:
    told = staff_moves("Stoke City have appointed Gareth Pell as manager, a week after he was sacked by Derby County.")
    assert ("Gareth Pell", "Stoke City", "Derby County") in told or ("Gareth Pell", "Stoke City", None) in told
    assert not {move for move in told if move[1] == "Derby County"}


@pytest.mark.parametrize(
    "text",
    [
        "Karel Dvorsky has been linked with Lens and other clubs.",
        "Karel Dvorsky is wanted by Lens and several other sides.",
    ],
)
def test_who_pursues_a_player_with_others_does_not_hold_him(text: str) -> None:
    told = {(claim.event, claim.club_to, claim.club_from) for claim in read_document(Document("d", text))}
    assert told == {("interest", "Lens", None)}


@pytest.mark.parametrize(
    ("text", "event", "holder"),
    [
        ("Celtic have rejected a bid for Karel Varga. Southampton, whose boss Ian Pell had Varga at MK Dons, want him.",
         "interest", "Celtic"),
        ("Ian Pell had Karel Varga at MK Dons. Southampton want the winger.", "interest", None),
        ("Alaves have an interest in Karel Varga, who finished the season on loan at Getafe.", "interest", None),
        ("Lazio are trying to hijack Spurs' Karel Varga deal. Chelsea will only allow him to leave on loan.",
         "for_sale", "Chelsea"),
        ("Lazio want Spurs' Karel Varga.", "interest", "Tottenham Hotspur"),
        ("Karel Varga joined Lens from Genk for £2m in 2021. Last year he scored ten. Lazio have made him a target.",
         "interest", "Lens"),
        ("Karel Varga rejected Leeds in favour of a move to Hull.", "agreed", None),
        ("Lens may bid £6m for Karel Varga, but first must sell Jan Velken, who is wanted by Derby.", "bid", None),
        ("Winger Karel Varga, on loan at Lens from Genk, is wanted by Lazio.", "interest", "Genk"),
        ("Boro, who drew 2-2 with Hull, have signed Karel Varga.", "signed", None),
        ("Karel Varga signed for Boro on Monday and watched his new side lose 2-1 to Leeds.", "signed", None),
        ("Hull have signed Karel Varga, who scored in a pre-season friendly against Stoke.", "signed", None),
        ("Everton beat Hull 2-0 and then signed Karel Varga.", "signed", None),
        ("Lazio want Karel Varga, formerly of Lens and currently at Genk.", "interest", "Genk"),
        ("Leeds signed Karel Varga from Genk.\nVarga began his career with Lens in 2011.", "past_move", None),
    ],
)  # fmt: skip
def test_a_club_where_he_once_was_or_that_seeks_him_does_not_hold_him(
    text: str, event: str, holder: str | None
) -> None:
    claims = read_document(Document("d", text))
    assert {claim.club_from for claim in claims if claim.event == event} == {holder}


@pytest.mark.parametrize(
    "text",
    [
        "Hull have signed Tom Ashcombe, and the Blades added Karel Varga.",
        "Hull have signed Tom Ashcombe, while Sheffield United have completed the signing of Karel Varga.",
    ],
)
def test_a_clause_beside_another_has_a_business_of_its_own(text: str) -> None:
    told = {(claim.player, claim.club_to, claim.club_from) for claim in read_document(Document("d", text))}
    assert told == {("Tom Ashcombe", "Hull City", None), ("Karel Varga", "Sheffield United", None)}


def test_who_spent_a_season_on_loan_is_still_his_own_clubs() -> None:
    text = "Genk hope to sell Karel Varga. Lens have an interest in the winger, who ended the season on loan at Metz."
    told = {(claim.event, claim.club_to, claim.club_from) for claim in read_document(Document("d", text))}
    assert ("past_move", "Metz", "Genk") in told


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Genk have ended Lens's hopes of Karel Dvorsky by agreeing that he will sign an extension.", "Genk"),
        ("Lens would be Karel Dvorsky's dream destination if he left Genk. Lille are keen on him too.", "Genk"),
    ],
)
def test_the_club_whose_suit_is_told_does_not_hold_him(text: str, holder: str) -> None:
    found = read_document(Document("d", text))
    assert found
    assert {claim.club_from for claim in found} == {holder}
