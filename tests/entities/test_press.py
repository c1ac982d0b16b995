"""The people-and-press half of the reference book: big enough, consistent within itself, and clean."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import mooted
from mooted.language.fold import fold

DATA = Path(mooted.__file__).parent / "entities" / "data"
Row = dict[str, str]
HEADERS = {
    "nations.csv": "name,demonyms,people,nicknames,code",
    "positions.csv": "id,line,names",
    "outlets.csv": "id,name,country,kind,family,names,domain",
    "journalists.csv": "name,outlets,country,names,handle",
    "staff.csv": "person,club,role,start,end,names,verified",
    "players.csv": "name,names,nationality,position,born",
}
FLOORS = {
    "nations.csv": 211,
    "positions.csv": 20,
    "outlets.csv": 250,
    "journalists.csv": 200,
    "staff.csv": 600,
    "players.csv": 900,
}
LISTS = {"demonyms", "people", "nicknames", "names", "domain", "outlets"}
KINDS = {"newspaper", "broadcaster", "site", "agency", "fan", "podcast", "social"}
LINES = {"goalkeeper", "defence", "midfield", "attack"}
ROLES = {
    *("manager", "coach", "sporting director", "director", "chairman", "president", "owner"),
    *("chief executive", "agent", "pundit", "national coach"),
}
INTENDED = {  # one form of two nations, or the name of two players
    "nations.csv": {"Congolese", "Dominican", "La Roja"},
    "players.csv": {"Joao Mario", "João Mário", "Luis Suarez", "Luis Suárez"},
}
DATE = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")


def read(file: str) -> list[Row]:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def values(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def words(row: Row) -> Iterator[tuple[str, str]]:
    for column, cell in row.items():
        for piece in values(cell) if column in LISTS else [cell]:
            yield column, piece


@pytest.mark.parametrize("file", HEADERS)
def test_a_file_has_its_columns_and_enough_rows(file: str) -> None:
    text = (DATA / file).read_text(encoding="utf-8")
    assert text.splitlines()[0] == HEADERS[file]
    rows = read(file)
    assert len(rows) >= FLOORS[file]
    assert all(None not in row and None not in row.values() for row in rows), "a row has too many or too few cells"


@pytest.mark.parametrize("file", HEADERS)
def test_cells_hold_no_stray_space_or_control_character(file: str) -> None:
    for row in read(file):
        for column, piece in words(row):
            assert piece == " ".join(piece.split()), (row, column)
            assert column not in LISTS or piece, f"an empty value in {column} of {row}"
            assert not any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn") for c in piece), (row, column)
            assert unicodedata.normalize("NFC", piece) == piece, (row, column)


@pytest.mark.parametrize(
    ("file", "column"),
    [("nations.csv", "demonyms"), ("nations.csv", "people"), ("nations.csv", "nicknames"), ("positions.csv", "names"),
     ("outlets.csv", "names"), ("outlets.csv", "domain"), ("journalists.csv", "names"), ("players.csv", "names")],
)  # fmt: skip
def test_a_form_is_given_once(file: str, column: str) -> None:
    counts = Counter(form for row in read(file) for form in values(row[column]))
    twice = {form for form, count in counts.items() if count > 1}
    assert twice <= INTENDED.get(file, set())


def test_a_form_of_staff_means_one_person() -> None:
    owners: dict[str, str] = {}
    for row in read("staff.csv"):
        assert row["person"] in values(row["names"])
        for form in values(row["names"]):
            assert owners.setdefault(form, row["person"]) == row["person"], form


@pytest.mark.parametrize(
    ("file", "column"),
    [("nations.csv", "code"), ("nations.csv", "name"), ("positions.csv", "id"), ("outlets.csv", "id"),
     ("outlets.csv", "name"), ("journalists.csv", "name")],
)  # fmt: skip
def test_keys_are_unique(file: str, column: str) -> None:
    keys = Counter(fold(row[column]).casefold() for row in read(file))
    assert [key for key, count in keys.items() if count > 1] == []


def test_ids_are_slugs() -> None:
    for file in ("positions.csv", "outlets.csv"):
        for row in read(file):
            assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", row["id"]), row["id"]


def test_every_nation_says_how_it_is_named() -> None:
    for row in read("nations.csv"):
        assert row["name"] in values(row["demonyms"]), row
        assert re.fullmatch("[A-Z]{3}", row["code"]), row
    names = {row["name"] for row in read("nations.csv")}
    assert {"England", "Scotland", "Wales", "Northern Ireland", "Republic of Ireland"} <= names


def test_countries_and_positions_exist() -> None:
    nations = {row["name"] for row in read("nations.csv")}
    positions = {row["id"] for row in read("positions.csv")}
    assert {row["country"] for row in read("outlets.csv")} <= nations
    assert {row["country"] for row in read("journalists.csv")} <= nations
    assert {row["nationality"] for row in read("players.csv")} <= nations | {""}
    assert {row["position"] for row in read("players.csv")} <= positions | {""}
    assert {row["line"] for row in read("positions.csv")} == LINES


def test_every_outlet_of_a_journalist_exists() -> None:
    outlets = {row["id"] for row in read("outlets.csv")}
    unknown = {(row["name"], o) for row in read("journalists.csv") for o in values(row["outlets"]) if o not in outlets}
    assert unknown == set()
    assert sum(1 for row in read("journalists.csv") if row["outlets"]) >= 400


def test_handles_are_one_word_and_one_persons() -> None:
    handles = [row["handle"] for row in read("journalists.csv") if row["handle"]]
    assert all(re.fullmatch(r"\w{1,20}", handle, re.ASCII) for handle in handles)
    assert len({handle.casefold() for handle in handles}) == len(handles)


def test_outlets_have_a_known_kind_and_plain_domains() -> None:
    rows = read("outlets.csv")
    assert {row["kind"] for row in rows} == KINDS
    domains = [domain for row in rows for domain in values(row["domain"])]
    assert [d for d in domains if not re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", d)] == []
    assert all(row["names"] for row in rows)


@pytest.mark.parametrize(
    ("form", "outlet"),
    [("Sportsmail", "daily-mail"), ("MailOnline", "daily-mail"), ("the Sun", "the-sun"), ("Sun", "the-sun"),
     ("Sky Sport Italia", "sky-italia"), ("Sky Germany", "sky-germany"), ("Marca", "marca"), ("AS", "as"),
     ("Calciomercato", "calciomercato"), ("La Gazzetta", "gazzetta"), ("L'Equipe", "lequipe"),
     ("HLN", "het-laatste-nieuws"), ("TEAMtalk", "teamtalk"),
     ("Fanatik", "fanatik"), ("Fanatik.ro", "fanatik-ro"), ("Athletic", "the-athletic")],
)  # fmt: skip
def test_an_outlet_is_found_by_the_form_that_cites_it(form: str, outlet: str) -> None:
    owners = [row["id"] for row in read("outlets.csv") if form in values(row["names"])]
    assert owners == [outlet]


def test_papers_of_one_house_share_a_family() -> None:
    family = {row["id"]: row["family"] for row in read("outlets.csv")}
    assert family["daily-mirror"] == family["manchester-evening-news"] == family["daily-record"] == "reach"
    assert family["the-sun"] == family["the-times"] != family["daily-mail"]
    assert family["gazzetta"] == family["corriere-della-sera"] != family["corriere-dello-sport"]


def test_positions_are_found_in_both_numbers_and_spellings() -> None:
    where = {form: row["id"] for row in read("positions.csv") for form in values(row["names"])}
    for form in ("centre-back", "centre backs", "center-back", "central defenders", "centre-half"):
        assert where[form] == "centre-back"
    assert where["shot-stopper"] == where["keepers"] == "goalkeeper"
    assert where["left wing-back"] == "left-wing-back"
    assert where["hitman"] == where["strikers"] == "striker"


def test_tenures_are_dated_and_of_a_known_club() -> None:
    clubs = {row["id"] for row in read("clubs.csv")}
    for row in read("staff.csv"):
        assert row["role"] in ROLES, row
        assert row["verified"] in ("yes", "no"), row
        assert DATE.fullmatch(row["start"]) and DATE.fullmatch(row["end"]), row
        shared = min(len(row["start"]), len(row["end"]))
        assert not shared or row["start"][:shared] <= row["end"][:shared], row
        assert not row["club"] or row["club"] in clubs, row
        assert row["club"] or row["role"] in ("agent", "pundit", "national coach"), row


def test_a_persons_tenures_stand_in_order() -> None:
    rows = [(row["person"], row["start"]) for row in read("staff.csv")]
    assert rows == sorted(rows)


@pytest.mark.parametrize(
    ("day", "club", "person"),
    [("2023-01-15", "tottenham-hotspur", "Antonio Conte"), ("2025-01-15", "napoli", "Antonio Conte"),
     ("2024-06-30", "liverpool", "Arne Slot"), ("2022-03-01", "manchester-united", "Ralf Rangnick"),
     ("2023-10-01", "bayern-munich", "Thomas Tuchel"), ("2020-12-01", "paris-saint-germain", "Thomas Tuchel"),
     ("2009-01-12", "aston-villa", "Martin O'Neill"), ("2009-01-12", "inter-milan", "Jose Mourinho")],
)  # fmt: skip
def test_a_day_tells_who_was_manager(day: str, club: str, person: str) -> None:
    at = [
        row["person"]
        for row in read("staff.csv")
        if row["club"] == club and row["role"] == "manager" and row["start"] <= day <= (row["end"] or "9999")
    ]
    assert at == [person]


def test_one_word_players_are_known() -> None:
    forms = {form for row in read("players.csv") for form in values(row["names"])}
    assert {"Neymar", "Alisson", "Ederson", "Kepa", "Pedri", "Gavi", "Rodri", "Raphinha", "Casemiro", "Isco"} <= forms
    assert {"Son Heung-min", "Heung-min Son", "Ousmane Dembele"} <= forms
    assert all(row["name"] in values(row["names"]) for row in read("players.csv"))


def test_players_were_born_in_a_year_that_can_be() -> None:
    for row in read("players.csv"):
        assert DATE.fullmatch(row["born"]), row
        assert not row["born"] or 1975 <= int(row["born"][:4]) <= 2011, row


def test_no_club_is_taken_for_a_player() -> None:
    clubs = {fold(form) for row in read("clubs.csv") for form in (row["name"], *values(row["short"]))}
    players = {fold(form) for row in read("players.csv") for form in values(row["names"])}
    assert players & clubs == set()


def test_given_names_are_sorted_plain_and_no_sentence_openers() -> None:
    names = (DATA / "given_names.txt").read_text(encoding="utf-8").splitlines()
    assert len(names) >= 1800
    assert names == sorted(set(names))
    assert [name for name in names if not re.fullmatch(r"[A-Z][A-Za-z'-]+", name)] == []
    assert {"Ollie", "Callum", "Kylian", "Erling", "Dejan", "Mamadou", "Heung-Min", "Takehiro", "David"} <= set(names)
    ordinary = set((DATA / "ordinary.txt").read_text(encoding="utf-8").split())
    assert set(names) & (ordinary | {"Will", "May", "Grant", "Rob", "Drew", "Can"}) == set()
