"""Whom surnames, descriptions and pronouns mean."""

from __future__ import annotations

import pytest

from tests.entities.told import Told

TWO = (
    "Fulham have bid for the Norwegian striker Kole Brandt, 21, and the Swedish goalkeeper Olli Varga, 30. "
    "Nobody else has called. "
)


class TestSurnames:
    def test_a_surname_is_the_man_named_in_full(self) -> None:
        assert Told("Porto want Tiaguinho Berilo. Berilo has said yes.").whom("Berilo") == "Tiaguinho Berilo"

    def test_a_surname_may_come_before_the_full_name(self) -> None:
        assert Told("Fulham say Brandt is sold. Kole Brandt is 20.").whom("Brandt") == "Kole Brandt"

    def test_of_two_with_one_surname_it_is_the_one_named_last(self) -> None:
        told = Told("Tom Ashby has an offer. Then Ashby trained. Luke Ashby has none, and Ashby is hurt.")
        assert [told.whom("Ashby", 0), told.whom("Ashby", 1)] == ["Tom Ashby", "Luke Ashby"]

    def test_in_another_paragraph_it_is_the_one_named_most_often(self) -> None:
        told = Told("Tom Ashby has an offer. Tom Ashby, 20, is keen. So is Luke Ashby.\n\nThe club met Ashby.")
        assert told.whom("Ashby") == "Tom Ashby"

    @pytest.mark.parametrize(
        "father", ["his father Rudi Brandt", "Rudi Brandt, the player's father", "Brandt's dad and agent Rudi Brandt"]
    )
    def test_it_is_no_relative_but_of_himself(self, father: str) -> None:
        told = Told(f"Kole Brandt is keen on Porto. Fulham met {father}. Now Brandt has to decide.")
        assert told.whom("Brandt", -1) == "Kole Brandt"

    @pytest.mark.parametrize("words", ["Brandt-ball", "Brandt-less", "Brandt-Varga"])
    def test_a_word_that_begins_with_a_surname_names_nobody_new(self, words: str) -> None:
        told = Told(f"Fulham like Kole Brandt. They know {words} well.")
        assert told.people == ["Kole Brandt"]

    def test_a_double_name_is_a_name_of_its_own(self) -> None:
        told = Told("Alan Brandt spoke. Fulham like Kole Brandt-Varga. They know Brandt-Varga well.")
        assert told.whom("Brandt-Varga") == "Kole Brandt-Varga"

    def test_an_elder_is_never_meant_without_his_snr(self) -> None:
        told = Told("Kole Brandt is keen. On Friday Brandt Snr met the club. Now Brandt has to decide.")
        assert [told.whom("Brandt Snr"), told.whom("Brandt")] == ["Brandt Snr", "Kole Brandt"]

    @pytest.mark.parametrize("pet, full", [("Mo", "Mohamed"), ("Gini", "Georginio"), ("Dave", "David")])
    def test_a_pet_name_is_the_same_man(self, pet: str, full: str) -> None:
        assert Told(f"Fulham like {full} Kinghorn. Still {pet} Kinghorn is not sold.").people == [f"{full} Kinghorn"]
        assert Told(f"Fulham like {pet} Kinghorn. Still {full} Kinghorn is not sold.").people == [f"{full} Kinghorn"]

    def test_a_given_name_or_the_last_words_of_a_name_will_do(self) -> None:
        told = Told("Now Trincada Gomes Silveira has signed. His friends call Trincada the best. Silveira smiled.")
        assert told.whom("Trincada") == told.whom("Silveira") == "Trincada Gomes Silveira"

    def test_another_spelling_of_a_given_name_is_the_same_man(self) -> None:
        told = Told("Fulham like Joshua Kinghorn. They say Josh Kinghorn is ready.")
        assert told.people == ["Joshua Kinghorn"]


class TestDescriptions:
    @pytest.mark.parametrize(
        "description, name",
        [
            ("The 21-year-old", "Kole Brandt"),
            ("The 30-year-old", "Olli Varga"),
            ("The Norwegian", "Kole Brandt"),
            ("The Swede", "Olli Varga"),
            ("The striker", "Kole Brandt"),
            ("The goalkeeper", "Olli Varga"),
            ("The young Norwegian striker", "Kole Brandt"),
            ("The experienced 30-year-old", "Olli Varga"),
        ],
    )
    def test_a_description_is_the_man_whom_it_fits(self, description: str, name: str) -> None:
        assert Told(f"{TWO}{description} is keen.").whom(description) == name

    def test_who_is_too_old_to_play_is_the_coach(self) -> None:
        told = Told("Fulham manager Olli Varga likes Lens striker Kole Brandt. The 45-year-old watched him on Sunday.")
        assert told.whom("The 45-year-old") == "Olli Varga"

    def test_a_former_club_is_nobodys_now(self) -> None:
        told = Told("Fulham want Lens defender Olli Varga. Kole Brandt is hurt. The former Genk centre-back is keen.")
        assert told.whom("The former Genk centre-back") == "Olli Varga"

    def test_an_age_that_fits_nobody_means_nobody(self) -> None:
        assert Told(f"{TWO}The 25-year-old is at home.").whom("The 25-year-old") is None

    def test_a_description_before_a_name_is_part_of_it(self) -> None:
        assert Told(f"{TWO}The striker Bence Nagy is keen.").whom("The striker") is None

    def test_a_man_of_the_headline_may_be_described_below(self) -> None:
        told = Told("The striker has agreed terms.", title="Kole Brandt nears Fulham")
        assert told.whom("The striker") == "Kole Brandt"

    def test_a_club_is_described_by_its_country(self) -> None:
        told = Told("Genoa play at home. Fulham are away. The Italian club have said no.")
        assert told.club("The Italian club") == "Genoa"

    @pytest.mark.parametrize(
        "description, name",
        [
            ("The south London club", "Crystal Palace"),
            ("The west London side", "Fulham"),
            ("The Merseyside club", "Everton"),
            ("The Craven Cottage club", "Fulham"),
            ("The south coast club", "Southampton"),
            ("The London club", "Fulham"),
        ],
    )
    def test_a_club_is_described_by_its_place(self, description: str, name: str) -> None:
        told = Told(f"Southampton, Inter and Everton play at home. Crystal Palace and Fulham meet. {description} lead.")
        assert told.club(description) == name

    def test_a_place_that_no_club_is_from_means_none(self) -> None:
        assert Told("Genoa play at home. Fulham are away. The Turin club have said no.").club("The Turin club") is None

    def test_any_club_is_the_one_named_last(self) -> None:
        assert Told("Genoa waited. Fulham called. Later the club paid.").club("the club") == "Fulham"

    @pytest.mark.parametrize("how", ["from Genoa", "by Genoa", "at Genoa"])
    def test_the_club_that_opens_a_sentence_did_something_before(self, how: str) -> None:
        told = Told(f"Fulham want Kole Brandt, who was wanted {how}. The club have paid. Later the club waited.")
        assert told.club("The club") == "Fulham"


class TestPronouns:
    @pytest.mark.parametrize("pronoun", ["He", "His", "She"])
    def test_a_pronoun_is_the_one_named_before(self, pronoun: str) -> None:
        assert Told(f"Fulham want Kole Brandt. {pronoun} is a fine word.").whom(pronoun) == "Kole Brandt"

    def test_they_are_the_club_that_did_it(self) -> None:
        assert Told("Fulham and Everton met Genoa. They will meet again.").club("They") == "Fulham"

    def test_a_player_is_likelier_than_his_manager(self) -> None:
        told = Told("Porto coach Rui Salgueiro praised Kole Brandt. He will sign.")
        assert told.whom("He") == "Kole Brandt"

    @pytest.mark.parametrize(
        "text, pronoun",
        [
            ("Kole Brandt has been told by manager Rui Salgueiro that he may go.", "he"),
            ("Kole Brandt has told Porto boss Rui Salgueiro that he wants to go.", "he"),
            ("Kole Brandt could follow Olli Varga out of Porto. His deal ends in June.", "His"),
        ],
    )
    def test_whoever_leads_the_sentence_is_likelier_than_whom_it_names_by_the_way(
        self, text: str, pronoun: str
    ) -> None:
        assert Told(text).whom(pronoun) == "Kole Brandt"

    @pytest.mark.parametrize("words", ["the", "There", "Hers", "o'he", "he'x", "other"])
    def test_a_word_that_looks_like_one_is_none(self, words: str) -> None:
        assert Told(f"Fulham want Kole Brandt. {words} was fine.").mentions(words, "person") == []

    def test_a_contraction_holds_a_pronoun(self) -> None:
        assert Told("Fulham want Kole Brandt. He's keen.").whom("He") == "Kole Brandt"

    def test_nobody_named_is_nobody_meant(self) -> None:
        assert Told("He is fine. They are fine. The striker is fine.").reading.people == ()

    def test_each_item_of_a_column_stands_alone(self) -> None:
        told = Told(
            "Kole Brandt is to join Fulham (Sky Sports)\n\nThe board of Genoa say they will listen if he goes (Mirror)"
            "\n\nEverton want Olli Varga (Marca)\n\nA bid has come from them (AS)"
        )
        assert told.whom("he") is None
        assert told.club("them") is None

    def test_an_item_that_opens_with_a_reference_goes_on_with_the_one_before(self) -> None:
        told = Told(
            "Kole Brandt, 21, is to join Fulham (Sky Sports)\n\nThe London club also want Olli Varga (Mirror)\n\n"
            "He has a year left on his deal (Marca)\n\nGenoa have bid (AS)"
        )
        assert told.club("The London club") == "Fulham"
        assert told.whom("He") == told.whom("his") == "Olli Varga"


class TestAClubThatPrints:
    @pytest.mark.parametrize("outlet", ["Lens", "Lens FC", "Lens official site", "Lens (X)"])
    def test_we_and_the_club_are_the_one_that_prints_the_text(self, outlet: str) -> None:
        told = Told("We have signed Kole Brandt from Genk. The club will present him with our kit.", outlet=outlet)
        assert [told.club("We"), told.club("The club"), told.club("our")] == ["Lens"] * 3

    def test_another_club_may_still_be_described(self) -> None:
        told = Told("We have signed Kole Brandt from Genk. The Belgian club thank him.", outlet="Lens")
        assert told.club("The Belgian club") == "Genk"

    @pytest.mark.parametrize("outlet", [None, "The Whistle", "Marca", "Sport"])
    def test_we_of_a_paper_is_no_club(self, outlet: str | None) -> None:
        told = Told("We hear that Lens want Kole Brandt. The club are keen.", outlet=outlet)
        assert [told.club("We"), told.club("The club")] == [None, "Lens"]


def test_they_are_the_men_of_whom_a_sentence_tells() -> None:
    told = Told("Spurs host Hull. Marco Brandt and Vedran Dunn have made it clear that they want to leave.")
    assert not [mention for mention in told.reading.sections[-1].sentences[1].mentions if mention.club]
