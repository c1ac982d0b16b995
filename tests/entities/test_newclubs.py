"""Clubs that the book does not know, and those it knows under another spelling. All names of people are invented."""

from __future__ import annotations

import pytest

from tests.entities.told import Told


class TestShape:
    @pytest.mark.parametrize(
        "text, words",
        [
            ("Kidderstone Athletic have signed Kole Brandt.", "Kidderstone Athletic"),
            ("Kole Brandt has joined Marbury Town on loan.", "Marbury Town"),
            ("Kole Brandt came from FC Noahville in May.", "FC Noahville"),
            ("Marbury Heath have announced the signing of Kole Brandt.", "Marbury Heath"),
            ("Serie C side Valdarnese want Kole Brandt.", "Valdarnese"),
            ("Kole Brandt left for Turkish club Yildizova.", "Yildizova"),
        ],
    )
    def test_a_club_met_for_the_first_time_is_one(self, text: str, words: str) -> None:
        told = Told(text)
        assert told.club(words) == words
        assert told.people == ["Kole Brandt"]

    @pytest.mark.parametrize(
        "text, people",
        [
            ("Kole Brandt joined Genoa from Tacoma Ridgeway. He is 19.", ["Kole Brandt"]),
            ("Genoa have signed Kole Brandt on loan from Tacoma Ridgeway.", ["Kole Brandt"]),
            ("Kole Brandt signed after a call from Tom Ridgeway.", ["Kole Brandt", "Tom Ridgeway"]),
        ],
    )
    def test_where_somebody_comes_from_is_a_club_but_for_a_given_name(self, text: str, people: list[str]) -> None:
        assert Told(text).people == people

    def test_it_is_the_same_club_wherever_it_is_named_again(self) -> None:
        assert Told("Serie C side Valdarnese wait. Genoa met Valdarnese.").club("Valdarnese", 1) == "Valdarnese"

    @pytest.mark.parametrize(
        "text",
        [
            "Frustrated United boss Ulf Kessner wants Kole Brandt.",
            "Former Genoa man Kole Brandt met City.",
            "Marlon Heath has announced his wish to leave Genoa.",
        ],
    )
    def test_what_stands_before_a_short_form_by_chance_is_no_part_of_it(self, text: str) -> None:
        assert not any(club.id == "" for club in Told(text).reading.clubs)


class TestSpelling:
    @pytest.mark.parametrize(
        "words, club",
        [
            ("Fenerbache", "Fenerbahce"), ("Heerenven", "Heerenveen"), ("Villareal", "Villarreal"),
            ("FC Nuremburg", "Nuremberg"), ("Manchetser United", "Manchester United"),
            ("Woverhampton Wanderers", "Wolverhampton Wanderers"),
        ],
    )  # fmt: skip
    def test_a_letter_gone_wrong_is_seen_through(self, words: str, club: str) -> None:
        assert Told(f"Kole Brandt is a target for {words} too.").club(words) == club

    def test_a_surname_like_a_club_stays_a_surname(self) -> None:
        told = Told("Genoa want Sergi Palencia. They met Palencia on Monday.")
        assert told.whom("Palencia") == "Sergi Palencia"


class TestSharedWithPeople:
    def test_a_surname_that_is_a_town_means_him_who_was_named(self) -> None:
        told = Told("Rangers winger Ryan Kent waits. Leeds want Kent.")
        assert told.whom("Kent") == "Ryan Kent"

    def test_a_surname_that_is_a_club_means_him_too(self) -> None:
        told = Told("Lyon midfielder Bruno Guimaraes waits. Newcastle want Guimaraes.")
        assert told.whom("Guimaraes") == "Bruno Guimaraes"
        assert told.club("Guimaraes") is None

    def test_where_words_before_it_tell_of_the_club_it_is_the_club(self) -> None:
        assert Told("Chelsea want Andrey Santos from Santos.").club("Santos") == "Santos"


class TestNationalTeams:
    def test_a_nation_with_a_coach_is_a_team(self) -> None:
        told = Told("Germany boss Ulf Kessner has been sacked.")
        assert told.club("Germany") == "Germany"
        assert told.person("Ulf Kessner").role == "manager"

    def test_a_coach_of_that_nationality_makes_none(self) -> None:
        assert Told("German coach Ulf Kessner has been sacked.").club("German") is None

    def test_a_nickname_of_several_words_is_the_nations(self) -> None:
        told = Told("Fulham want Super Eagles defender Kole Brandt.")
        assert told.club("Eagles") is None
        assert told.person("Kole Brandt").nations == ("Nigeria",)
