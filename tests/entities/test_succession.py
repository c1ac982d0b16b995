"""Who is taken for a manager or director though no title stands beside his name."""

from __future__ import annotations

import pytest

from mooted.model.entity import STAFF
from tests.entities.told import Told


class TestPosts:
    """What a man does, or is in line for, tells his post."""

    @pytest.mark.parametrize(
        "text, name",
        [
            ("Leeds have approached Motherwell's Ewan Rintoul, who was in charge of Stoke before.", "Ewan Rintoul"),
            ("Motherwell's Ewan Rintoul is the early favourite to take over.", "Ewan Rintoul"),
            ("Leeds gave the job to Ewan Rintoul, who had left Motherwell in the autumn.", "Ewan Rintoul"),
            ("Leeds have turned to Stoke's scouting head Gareth Pell.", "Gareth Pell"),
            ("Ewan Rintoul, who held the post for four years, resigned in May.", "Ewan Rintoul"),
            ("Gareth Pell and Ewan Rintoul head the market.", "Gareth Pell"),
            ("Ewan Rintoul has been linked with the vacant Leeds job.", "Ewan Rintoul"),
            ("Ewan Rintoul has turned down the Leeds job and stays where he is.", "Ewan Rintoul"),
            ("Ewan Rintoul is in talks to become Leeds manager.", "Ewan Rintoul"),
            ("Leeds will sack manager Gareth Pell, with Ewan Rintoul lined up as his successor.", "Ewan Rintoul"),
            ("Ewan Rintoul has been handed the reins at Leeds until May.", "Ewan Rintoul"),
        ],
    )
    def test_a_post_makes_a_manager(self, text: str, name: str) -> None:
        assert Told(text).person(name).role in STAFF

    @pytest.mark.parametrize(
        "text, name",
        [
            ("Tom Ashby is expected to take over the captaincy at Leeds.", "Tom Ashby"),
            ("Tom Ashby told the paper in an interview with Kieran Moffatt that he is happy.", "Kieran Moffatt"),
            ("Striker Tom Ashby is the favourite to take over from Dean Farrow up front.", "Tom Ashby"),
            ("Tom Ashby was given the job of taking the penalty.", "Tom Ashby"),
            ("Tom Ashby wants to become the first name on the sheet.", "Tom Ashby"),
            ("Tom Ashby has done the job that Leeds signed him for.", "Tom Ashby"),
        ],
    )
    def test_a_player_stays_one(self, text: str, name: str) -> None:
        assert Told(text).person(name).role == "player"


class TestSuccession:
    """Who comes before or after a manager is one too; who replaces a player is none."""

    @pytest.mark.parametrize(
        "text, name",
        [
            ("Manager Ewan Rintoul, who left Stoke to replace Gareth Pell, wants a striker.", "Gareth Pell"),
            ("Leeds have sacked manager Gareth Pell. His successor, Ewan Rintoul, starts on Monday.", "Ewan Rintoul"),
            ("Manager Gareth Pell was replaced by Ewan Rintoul in May.", "Ewan Rintoul"),
            ("Leeds have sacked manager Gareth Pell. Scot Ewan Rintoul is tipped to replace him.", "Ewan Rintoul"),
        ],
    )
    def test_the_post_is_passed_on(self, text: str, name: str) -> None:
        assert Told(text).person(name).role in STAFF

    @pytest.mark.parametrize(
        "text, name",
        [
            ("Manager Ewan Rintoul wants a striker to replace Tom Ashby.", "Tom Ashby"),
            ("Manager Ewan Rintoul is set to replace Tom Ashby with Dean Farrow.", "Tom Ashby"),
            ("Dean Farrow joined from Stoke to replace Tom Ashby.", "Tom Ashby"),
        ],
    )
    def test_a_player_is_replaced_by_a_player(self, text: str, name: str) -> None:
        assert Told(text).person(name).role == "player"
