"""Who follows whom in a post: one gets it, the other has left it. All sentences are our own."""

from __future__ import annotations

import pytest

from tests.claims.test_extract import claims, links

BRANDT, PELL_LEFT = "Carl Brandt | staff_move | to Leeds United", "Jon Pell | staff_move"


@pytest.mark.parametrize(
    "text",
    [
        "Carl Brandt, who has succeeded Jon Pell as Leeds boss, took training.",
        "The winger will work with Carl Brandt, who succeeded Jon Pell as Leeds manager last month.",
        "Carl Brandt has replaced Jon Pell as Leeds head coach.",
        "Carl Brandt took over from Jon Pell at Elland Road.",
        "Jon Pell was replaced by Carl Brandt as Leeds head coach.",
        "Leeds are now coached by Carl Brandt, who took over from Jon Pell.",
    ],
)
def test_who_follows_gets_the_post_and_who_went_before_has_left(text: str) -> None:
    assert links(text) == {BRANDT, PELL_LEFT}


@pytest.mark.parametrize(
    "text",
    [
        "Carl Brandt is in line to succeed Jon Pell as Leeds boss.",
        "Carl Brandt is the leading candidate to succeed Jon Pell as Leeds manager.",
        "Carl Brandt is tipped to replace Jon Pell as Leeds head coach.",
    ],
)
def test_who_may_follow_has_no_post_yet(text: str) -> None:
    (claim,) = [claim for claim in claims(text) if claim.club_to]
    assert (claim.player, claim.club_to, claim.modality) == ("Carl Brandt", "Leeds United", "possible")


def test_who_is_lined_up_for_a_post_is_of_the_staff() -> None:
    text = "Hull are set to sack Carl Brandt, with Nick Tarn lined up as his replacement."
    told = {(claim.player, claim.event, claim.club_to, claim.modality) for claim in claims(text)}
    assert told == {
        ("Carl Brandt", "staff_move", None, "possible"), ("Nick Tarn", "staff_move", "Hull City", "possible"),
    }  # fmt: skip


def test_candidates_are_a_list_though_one_is_told_as_a_coach() -> None:
    text = "Hull's Jon Pell and former Derby manager Nick Tarn are the leading candidates to take over at Leeds."
    told = {(claim.player, claim.club_to, claim.modality) for claim in claims(text)}
    assert told == {("Jon Pell", "Leeds United", "possible"), ("Nick Tarn", "Leeds United", "possible")}


def test_who_sacked_him_had_him() -> None:
    told = {
        (c.player, c.club_to, c.club_from)
        for c in claims("Jon Pell left Hull for Leeds, who sacked Nick Tarn last week.")
    }
    assert ("Nick Tarn", None, "Leeds United") in told


def test_one_player_who_comes_on_for_another_moves_nowhere() -> None:
    assert links("Kole Brandt replaced Kit Dorn for Leeds with ten minutes left.") == set()
