"""Names that share their words with clubs, places and nations. Sentences are our own, and the players invented."""

from __future__ import annotations

import pytest

from tests.entities.told import Told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Milan van der Brandt has joined Hull from Leeds.", "Milan van der Brandt"),
        ("Leeds want Coventry City star Leon de Brandt.", "Leon de Brandt"),
        ("Leeds want Paris Brandtley of Norwich.", "Paris Brandtley"),
        ("Georgia Brandtley has joined Hull from Leeds.", "Georgia Brandtley"),
        ("Santos Brandtley has signed for Hull from Leeds.", "Santos Brandtley"),
        ("Valencia Brandtley is set to join Hull from Leeds.", "Valencia Brandtley"),
        ("Chelsea have signed Andre Porto from Vasco.", "Andre Porto"),
        ("Leeds have sold midfielder Jordan Lyon to Hull.", "Jordan Lyon"),
        ("Leeds are close to signing D Kole Brandt on loan.", "Kole Brandt"),
        ("M Pedro Brandtley has joined Hull from Leeds.", "Pedro Brandtley"),
        ("Leeds want M Brandtley from Hull.", "M Brandtley"),
        ("Leeds have rejected a bid for Pablo Santa Cruz. Santa Cruz wants to leave.", "Pablo Santa Cruz"),
        ("Andre San Lorenzo has signed for Hull from Leeds.", "Andre San Lorenzo"),
    ],
)
def test_a_first_name_or_surname_may_be_a_clubs_or_a_countrys_too(text: str, name: str) -> None:
    assert Told(text).people == [name]


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("Milan e Inter want Kole Brandt.", "Milan"),
        ("Chelsea sign Kole Brandt from Leeds.", "Chelsea"),
        ("Kole Brandt, the midfielder Chelsea want, has joined Hull.", "Chelsea"),
        ("Hull want Rodrigo from Valencia.", "Valencia"),
        ("Hull have signed Kole Brandt from Santa Clara.", "Santa Clara"),
    ],
)
def test_a_club_beside_a_name_is_no_part_of_it(text: str, club: str) -> None:
    assert Told(text).club(club) is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Former Bluebird Kole Brandt is a Hull target.", "Kole Brandt"),
        ("Hull want former Blade Kole Brandt.", "Kole Brandt"),
        ("Hull want former Robin Brandtley.", "Robin Brandtley"),
    ],
)
def test_who_goes_by_his_old_clubs_nickname_has_a_name_besides(text: str, name: str) -> None:
    assert Told(text).people == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Zarutsky joins Fulham on loan from Leeds.",
        "Zarutsky is close to joining Fulham.",
        "Zarutsky has asked Leeds for leave.",
        "#Zarutsky to #Fulham, here we go!",
    ],
)
def test_who_joins_or_leaves_a_club_at_the_head_of_a_text_is_a_man(text: str) -> None:
    assert Told(text).people == ["Zarutsky"]


@pytest.mark.parametrize(
    "text", ["Youngster joins Fulham.", "Zarutsky wins at Fulham.", "#Zarutsky to #Zarutskaya.", "Fees to Fulham rise."]
)
def test_no_other_word_there_is(text: str) -> None:
    assert Told(text).people == []


@pytest.mark.parametrize(
    "text",
    [
        "Will Fulham sell Olli Varga this month? - Kole B\n\nIt looks that way, Kole. He has agreed to join Leeds.",
        "Will Fulham sell Olli Varga? – Kole Brandt, Solihull\nIt looks that way. He has agreed to join Leeds.",
        "Kole Brandt asks: will Fulham sell Olli Varga?\nIt looks that way, Brandt. He has agreed to join Leeds.",
        "Kole Brandt via email: will Fulham sell Olli Varga?\nIt looks that way. He has agreed to join Leeds.",
    ],
)
def test_a_reader_with_a_question_is_no_player(text: str) -> None:
    told = Told(text)
    assert [person.role for person in told.reading.people if person.name.startswith("Kole")] == ["other"]
    assert told.whom("He") == "Olli Varga"


def test_a_name_behind_a_dash_signs_nothing_but_a_question() -> None:
    assert Told("Fulham have a new man. - Kole Brandt").person("Kole Brandt").role == "player"


@pytest.mark.parametrize(
    "words",
    [
        "Socceroo",
        "Super Eagle",
        "Ex-Lion",
        "ex-Lion",
        "ex-Chelsea",
        "Old Firm target",
        "The new Messi,",
        "The Kiwi Messi,",
    ],
)
def test_what_somebody_is_called_beside_his_name_is_no_part_of_it_and_nobody(words: str) -> None:
    assert Told(f"{words} Kole Brandt has joined Fulham.").people == ["Kole Brandt"]


@pytest.mark.parametrize("text", ["Messi has joined Fulham.", "The Argentine Messi has joined Fulham."])
def test_a_known_player_with_his_own_country_is_himself(text: str) -> None:
    assert Told(text).people == ["Messi"]


@pytest.mark.parametrize("particle", ["lo", "dal", "ait", "vd"])
def test_small_words_join_names(particle: str) -> None:
    assert Told(f"Fulham have signed Kole {particle} Brandt.").people == [f"Kole {particle} Brandt"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hull have signed Stoke's Will Attenborough-Pike.", "Will Attenborough-Pike"),
        ("Will Ashby stay at Hull?", "Ashby"),
        ("Bienvenue Sacha Kermarrec! He is 22.", "Sacha Kermarrec"),
    ],
)
def test_words_that_are_no_part_of_a_name_where_they_stand(text: str, named: str) -> None:
    assert Told(text).people == [named]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Uruguayan Dvorsky joins Leeds. The 24-year-old Karel Dvorsky was at Lens.", "Karel Dvorsky"),
        ("Leeds sign Argentine Karel Dvorsky.", "Karel Dvorsky"),
        ("German Dvorsky joins Leeds.", "German Dvorsky"),  # a first name in Spain
    ],
)
def test_where_somebody_is_from_is_no_part_of_his_name(text: str, named: str) -> None:
    assert Told(text).people == [named]


def test_a_newspaper_that_has_a_clubs_name_is_no_club() -> None:
    assert Told("According to the Turkish newspaper Sabah, Lens want Karel Dvorsky.").club("Sabah") is None
    assert Told("Sabah want Karel Dvorsky.").club("Sabah") is not None
