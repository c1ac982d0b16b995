"""Who is who: one identity for the names of a person, two for namesakes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest

from mooted.model.entry import Correction, Identity, Sighting
from mooted.sagas.naming import relate, tokens
from mooted.sagas.who import identify
from tests.sagas.telling import DAY, seen


def _ids(sightings: Iterable[Sighting]) -> dict[str, str]:
    """The id that each document's one name got."""
    return {document: identity.id for (document, _), identity in identify(sightings).items()}


def _one(*sightings: Sighting) -> Identity:
    found = set(identify(sightings).values())
    assert len(found) == 1, sorted(identity.id for identity in found)
    return found.pop()


def test_accents_case_and_surname_alone_are_one_person() -> None:
    person = _one(
        seen("Radu Dragusin", "Tottenham Hotspur", document="a"),
        seen("Radu Drăgușin", "Tottenham Hotspur", document="b"),
        seen("Dragusin", "Tottenham Hotspur", document="c"),
        seen("RADU DRAGUSIN", document="d"),
    )
    assert person.id == "radu-dragusin"
    assert person.name in ("Radu Dragusin", "Radu Drăgușin")
    assert "surname of a fuller name" in {reason.name for reason in person.reasons}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Danny Ings", "Daniel Ings"), ("Mo Salah", "Mohamed Salah"), ("Son Heung-min", "Heung-Min Son"),
        ("Pierre-Emerick Aubameyang", "Pierre Emerick Aubameyang"), ("Vinicius Jr", "Vinícius Júnior"),
        ("Duje Caleta-Car", "Duje Ćaleta Car"), ("Virgil van Dijk", "Virgil Van Dijk"),
        ("J. Bellingham", "Jude Bellingham"),
        ("Erling Braut Haaland", "Erling Haaland"), ("Josh King", "Joshua King"),
        ("Dayot Upamecano", "Dayot Upamencano"),
        ("Rafa Benitez", "Rafael Benítez"), ("Hueng-min Son", "Heung-min Son"),
        ("Gunnar Solskajer", "Ole Gunnar Solskjaer"), ("Gunner Solskjaer", "Ole Gunnar Solskjaer"),
        ("Phillipe Coutinho", "Philippe Coutinho"), ("Virgil van Djik", "Virgil van Dijk"),
        ("Antoine Giezmann", "Antoine Griezmann"), ("Calvin Phillips", "Kalvin Phillips"),
    ],
)  # fmt: skip
def test_spellings_and_short_forms_are_one_person(one: str, two: str) -> None:
    _one(seen(one, "Rovers", document="a"), seen(two, "Rovers", document="b"))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Emerson Royal", "Emerson Palmieri"), ("Thiago Silva", "Thiago Alcantara"), ("Vinicius Jr", "Carlos Vinicius"),
        ("Bruno Fernandes", "Bruno Guimaraes"), ("Kyle Walker", "Kyle Walker-Peters"), ("Jordan Ayew", "Andre Ayew"),
        ("Cristiano Ronaldo", "Ronaldo Nazario"), ("Steven Gerrard", "Gerard Pique"), ("Ryan Giggs", "Ryan Giles"),
        ("Jorge Messi", "Lionel Messi"), ("Dean Henderson", "Jordan Henderson"), ("Reece James", "Daniel James"),
    ],
)  # fmt: skip
def test_names_that_only_share_a_part_are_two_people(one: str, two: str) -> None:
    found = _ids((seen(one, document="a"), seen(two, document="b")))
    assert found["a"] != found["b"]


def test_namesakes_with_two_clubs_at_once_are_two_people() -> None:
    spurs = [seen("Ben Davies", "Tottenham Hotspur", days=days, document=f"t{days}") for days in (0, 20, 40)]
    reds = [seen("Ben Davies", "Liverpool", days=days, document=f"l{days}") for days in (10, 30)]
    found = _ids(spurs + reds)
    assert {found["t0"], found["t20"], found["t40"]} == {"ben-davies"}
    assert {found["l10"], found["l30"]} == {"ben-davies.liverpool"}


def test_namesakes_are_told_apart_by_nation_and_age() -> None:
    found = _ids(
        (
            seen("Ben Davies", "Tottenham Hotspur", document="a", nations=("Wales",), age=28),
            seen("Ben Davies", "Liverpool", days=1, document="b", nations=("England",), age=25),
        )
    )
    assert found["a"] != found["b"]


def test_one_slip_of_the_reading_makes_no_namesake() -> None:
    right = [seen("Harry Kane", "Tottenham Hotspur", days=days, document=f"d{days}") for days in range(12)]
    _one(*right, seen("Harry Kane", "Newcastle United", days=5, document="slip"))


def test_who_moves_stays_the_same() -> None:
    before = [seen("Glenn Murray", "Brighton", days=days, document=f"b{days}") for days in range(4)]
    after = [seen("Glenn Murray", "Watford", days=30 + days, document=f"w{days}") for days in range(4)]
    _one(*before, *after)


def test_a_lone_name_goes_where_the_club_points() -> None:
    people = [
        *(seen("Emerson Royal", "Barcelona", document=f"r{at}") for at in range(3)),
        *(seen("Emerson Palmieri", "Chelsea", document=f"p{at}") for at in range(3)),
    ]
    found = _ids((*people, seen("Emerson", "Chelsea", document="blue"), seen("Emerson", "Barcelona", document="red")))
    assert found["blue"] == "emerson-palmieri"
    assert found["red"] == "emerson-royal"


def test_a_lone_name_of_which_nothing_tells_stays_apart() -> None:
    people = [
        *(seen("Emerson Royal", "Barcelona", document=f"r{at}") for at in range(3)),
        *(seen("Emerson Palmieri", "Chelsea", document=f"p{at}") for at in range(3)),
    ]
    assert _ids((*people, seen("Emerson", document="open")))["open"] == "emerson"


def test_a_player_and_a_manager_share_no_first_name() -> None:
    found = _ids(
        (
            *(seen("Marcelo Bielsa", "Leeds United", document=f"b{at}", role="manager") for at in range(8)),
            seen("Marcelo", "Real Madrid", document="m", clubs=("Real Madrid", "Leeds United")),
        )
    )
    assert found["m"] == "marcelo"


def test_a_namesake_who_comes_later_changes_nobodys_id() -> None:
    first = [seen("Ben Davies", "Tottenham Hotspur", days=days, document=f"t{days}") for days in (0, 20, 40)]
    later = [seen("Ben Davies", "Liverpool", days=days, document=f"l{days}") for days in (10, 30, 50)]
    assert {identity.id for identity in identify(first).values()} == {"ben-davies"}
    assert {_ids(first + later)[f"t{days}"] for days in (0, 20, 40)} == {"ben-davies"}


def test_people_of_one_document_keep_their_own_names() -> None:
    found = identify((seen("Tom Ashby", document="d"), seen("Luke Varga", document="d")))
    assert {name: identity.id for (_, name), identity in found.items()} == {
        "Tom Ashby": "tom-ashby",
        "Luke Varga": "luke-varga",
    }


def _correction(kind: str, target: str, value: str | None, id: str = "c1") -> Correction:
    return Correction(kind, target, value, "Nell", "seen on the club's page", DAY + timedelta(days=1), id)  # type: ignore[arg-type]


def test_two_people_are_merged_by_hand() -> None:
    sightings = (seen("Emerson", document="a"), seen("Emerson Royal", document="b"))
    found = identify(sightings, (_correction("merge", "emerson", "emerson-royal"),))
    assert {identity.id for identity in found.values()} == {"emerson-royal"}
    assert any(reason.name == "corrected" for reason in found["a", "Emerson"].reasons)


def test_a_name_form_is_split_off_by_hand() -> None:
    sightings = (seen("Mo Salah", "Liverpool", document="a"), seen("Mohamed Salah", "Liverpool", document="b"))
    found = identify(sightings, (_correction("split", "mohamed-salah", "Mo Salah"),))
    assert found["a", "Mo Salah"].id == "mo-salah"
    assert found["b", "Mohamed Salah"].id == "mohamed-salah"


def test_a_correction_that_was_taken_back_holds_no_more() -> None:
    sightings = (seen("Emerson", document="a"), seen("Emerson Royal", document="b"))
    undo = Correction("undo", "c1", None, "Nell", "wrong man", DAY + timedelta(days=2), "c2")
    found = identify(sightings, (_correction("merge", "emerson", "emerson-royal"), undo))
    assert {identity.id for identity in found.values()} == {"emerson", "emerson-royal"}


def test_a_correction_of_nobody_changes_nothing() -> None:
    sightings = (seen("Tom Ashby", document="a"),)
    assert identify(sightings, (_correction("merge", "nobody", "tom-ashby"),)) == identify(sightings)


def test_names_are_compared_by_words_that_tell_people_apart() -> None:
    assert tokens("Virgil van Dijk") == ("virgil", "dijk")
    assert tokens("Des Walker") == ("des", "walker")
    assert tokens("De") == ("de",)
    assert relate(tokens("Tom Ashby"), tokens("Luke Varga")).reasons == ()
    assert relate(tokens("Ashby"), tokens("Tom Ashby")) == relate(tokens("Tom Ashby"), tokens("Ashby"))


def test_a_slip_in_a_long_surname_needs_no_club() -> None:
    _one(seen("Pierre-Emile Hojbjerg", document="a"), seen("Pierre-Emile Hjojberg", document="b"))


def test_a_name_within_another_is_no_short_form_of_it() -> None:
    found = _ids((seen("Angel Di Maria", document="a"), seen("Miguel Angel Gil Marin", document="b")))
    assert found["a"] != found["b"]


def test_a_particle_and_another_place_on_the_field_make_two_people() -> None:
    striker = [seen("Fabio Silva", "Porto", days=days, document=f"s{days}", positions=("attack",)) for days in (0, 9)]
    back = seen("Fabio da Silva", days=4, document="b", positions=("defence",))
    found = _ids((*striker, back))
    assert found["b"] not in (found["s0"], found["s9"])


def test_who_played_and_now_manages_is_one_person() -> None:
    wales = [seen("Ryan Giggs", "Wales", days=days, document=f"w{days}", role="manager") for days in (0, 5, 9)]
    _one(*wales, seen("Ryan Giggs", "Manchester United", days=4, document="p"))


def test_a_single_name_grows_known_with_those_it_takes() -> None:
    full = [
        seen("Gabriel Magalhaes", "Lille", days=days, document=f"f{days}", clubs=("Lille", "Arsenal"),
             nations=("Brazil",), positions=("defence",))
        for days in range(6)
    ]  # fmt: skip
    lille = seen("Gabriel", "Lille", days=2, document="l", nations=("Brazil",), positions=("defence",))
    arsenal = seen("Gabriel", "Arsenal", days=9, document="a", clubs=("Arsenal",), nations=("Brazil",),
                   positions=("defence",))  # fmt: skip
    rival = seen("Gabriel Martinelli", "Arsenal", days=3, document="m", nations=("Brazil",))
    found = _ids((*full, lille, arsenal, rival))
    assert found["l"] == found["a"] == found["f0"] != found["m"]


def test_a_slip_of_the_pen_is_not_the_name_to_show() -> None:
    managers = [
        seen("Steve Bruce", "Newcastle United", days=days, document=f"d{days}", role="manager") for days in (0, 9)
    ]
    person = _one(*managers, seen("Steve Brunce", "Newcastle United", days=4, document="s", role="manager"))
    assert (person.id, person.name) == ("steve-bruce", "Steve Bruce")


def test_a_man_of_another_nation_is_not_meant_by_the_first_name_of_a_fuller_one() -> None:
    ids = _ids(
        [
            seen("Brunel", "Rovers", nations=("Brazil",), document="a"),
            seen("Brunel", "Rovers", nations=("Brazil",), document="b"),
            seen("Brunel Saint-Aubin", "Rovers", nations=("France",), document="c"),
        ]
    )
    assert ids["a"] == ids["b"] == "brunel"
    assert ids["c"] == "brunel-saint-aubin"
