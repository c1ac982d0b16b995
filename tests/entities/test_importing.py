"""Other people's lists become rows of our own; what cannot be read is reported; adding twice changes nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mooted.entities.check import check
from mooted.entities.importing import add, read
from mooted.entities.openfootball import read_club_text, read_player_text
from mooted.entities.rows import ClubRow, Imported, PlayerRow, slug
from mooted.entities.tables import read_players, read_wikidata
from mooted.model.errors import BookError

CLUBS = """\
===============================
=  England (eng)

# a remark
Northport FC, 1886, @ Quay Road, Northport (Docks) › Westshire   ## a remark
  | Northport | FC Northport [en] |  Northport   Utd.
Old Mill & Weir Albion FC (1898-1901),   Old Mill › Westshire
  | Old Mill,

== Second division
AFC Eastport,      @ Hill Lane,   Eastport

=  Norway

FK Fjordby, 1920-
  | Fjordby
"""

PLAYERS = """\
=================================
=  Egypt

Omar Example,                 F,  1.77 m,  b. 7 Feb 1999 @ Cairo
Ali Sample|Ali S.,            D|M,1.80 m,  b. 19 Sep 1987 @ El-Mahalla El-Kubra
Eyad Specimen,                G,  - ,      b. 24 Dec 2004

=  Spain
José Muster,                  M,  b. 1 May 2003
"""

WIKIDATA_CLUBS = """\
item,itemLabel,countryLabel,leagueLabel,venueLabel,itemAltLabel
http://www.wikidata.org/entity/Q1,Northport F.C.,England,First League,Quay Road,"NPFC, Northport"
http://www.wikidata.org/entity/Q1,Northport F.C.,England,First League,Old Quay,"NPFC, Northport"
http://www.wikidata.org/entity/Q2,Q2,England,First League,,
http://www.wikidata.org/entity/Q3,SK Donau,Türkiye,,,
"""

WIKIDATA_PLAYERS = """\
item,itemLabel,countryLabel,dob,positionLabel,clubLabel
http://www.wikidata.org/entity/Q4,Omar Example,Egypt,1999-02-07T00:00:00Z,forward,Northport
http://www.wikidata.org/entity/Q4,Omar Example,Egypt,1999-02-07T00:00:00Z,forward,Eastport
"""

PLAIN = """\
Player Name,NATION,Pos,Date of Birth,Team,Also known as
Omar Example,Egypt,F,07/02/1999,Northport,Omar|Examplinho
Eve Sample,Korea Republic,AM,1998,,
"""


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def test_openfootball_clubs_are_read() -> None:
    read = read_club_text(lines(CLUBS))
    assert read.problems == ()
    assert read.clubs == (
        ClubRow("northport", "Northport", "England", short=("Northport FC", "FC Northport", "Northport Utd."),
                stadium=("Quay Road",), city="Northport"),
        ClubRow("old-mill-and-weir-albion-fc", "Old Mill & Weir Albion FC", "England", short=("Old Mill",),
                city="Old Mill"),
        ClubRow("afc-eastport", "AFC Eastport", "England", stadium=("Hill Lane",), city="Eastport"),
        ClubRow("fjordby", "Fjordby", "Norway", short=("FK Fjordby",)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("=  England\n\n  | Northport\n", 3),
        ("Northport FC, 1886\n", 1),
        ("=  England\n, 1886, Northport\n", 2),
        ("=  England\nNorthport FC, one, two, three, four\n", 2),
        ("=  England\n??? FC\n", 2),
    ],
)
def test_a_club_line_that_cannot_be_read_is_reported(text: str, line: int) -> None:
    read = read_club_text(lines(text + "=  Norway\nFK Fjordby\n"), "my.clubs.txt")
    assert [(problem.file, problem.line) for problem in read.problems] == [("my.clubs.txt", line)]
    assert read.problems[0].fix
    assert [club.name for club in read.clubs] == ["FK Fjordby"]


def test_names_under_a_bad_line_do_not_go_to_the_club_before() -> None:
    read = read_club_text(lines("= England\nNorthport FC\n??? FC\n  | Wrong\n"))
    assert [problem.line for problem in read.problems] == [3, 4]
    assert read.clubs[0].short == ()


def test_openfootball_players_are_read() -> None:
    read = read_player_text(lines(PLAYERS))
    assert read.problems == ()
    assert read.players == (
        PlayerRow("Omar Example", (), "Egypt", "forward", "1999-02-07"),
        PlayerRow("Ali Sample", ("Ali S.",), "Egypt", "defender|midfielder", "1987-09-19"),
        PlayerRow("Eyad Specimen", (), "Egypt", "goalkeeper", "2004-12-24"),
        PlayerRow("José Muster", (), "Spain", "midfielder", "2003-05-01"),
    )


def test_older_player_texts_are_read() -> None:
    read = read_player_text(lines("= Brazil\n## GK\nNené|Nené DE EXEMPLO,   2 Jan 1983, 190\n"))
    assert read.players == (PlayerRow("Nené", ("Nené DE EXEMPLO",), "Brazil", "", "1983-01-02"),)


@pytest.mark.parametrize(
    "bad", ["Omar Example", "Omar Example, X, 1.80 m", "Omar Example, F, b. 31 Feb 1999", ", F, 1.80 m"]
)
def test_a_player_line_that_cannot_be_read_is_reported(bad: str) -> None:
    read = read_player_text(lines(f"= Egypt\n{bad}\nEyad Specimen, G, -\n"), "eg.players.txt")
    assert [(problem.file, problem.line) for problem in read.problems] == [("eg.players.txt", 2)]
    assert [player.name for player in read.players] == ["Eyad Specimen"]


def test_wikidata_clubs_are_read_and_their_rows_joined() -> None:
    read = read_wikidata(lines(WIKIDATA_CLUBS), "query.csv")
    assert read.clubs == (
        ClubRow("northport-fc", "Northport F.C.", "England", "first-league", ("NPFC", "Northport"),
                stadium=("Quay Road", "Old Quay")),
        ClubRow("sk-donau", "SK Donau", "Turkey"),
    )  # fmt: skip
    assert [(problem.file, problem.line) for problem in read.problems] == [("query.csv", 4)]


def test_wikidata_players_are_told_by_their_columns() -> None:
    read = read_wikidata(lines(WIKIDATA_PLAYERS))
    assert read.players == (PlayerRow("Omar Example", (), "Egypt", "forward", "1999-02-07", "Northport"),)
    assert read.clubs == ()


def test_a_wikidata_club_without_a_country_is_reported() -> None:
    read = read_wikidata(lines("item,itemLabel,countryLabel\nQ5,SK Donau,\n"), "query.csv")
    assert (read.problems[0].line, read.problems[0].what) == (2, "SK Donau has no country")


def test_plain_players_are_read_under_other_column_names() -> None:
    read = read_players(lines(PLAIN))
    assert read.problems == ()
    assert read.players == (
        PlayerRow("Omar Example", ("Omar", "Examplinho"), "Egypt", "forward", "1999-02-07", "Northport"),
        PlayerRow("Eve Sample", (), "South Korea", "attacking-midfielder", "1998"),
    )


def test_bad_rows_of_players_are_reported_and_the_rest_read() -> None:
    text = "name,club,born\n,Northport,1999\nOmar Example,Northport,1999\nCut Short\nEve Sample,,spring\n"
    read = read_players(lines(text), "mine.csv")
    assert [(problem.line, problem.what) for problem in read.problems] == [
        (2, "no name (but '')"),
        (4, "fewer cells than the header has"),
        (5, "born 'spring' is no date"),
    ]
    assert read.players == (PlayerRow("Omar Example", born="1999", club="Northport"), PlayerRow("Eve Sample"))


def test_a_table_without_names_is_reported_once() -> None:
    read = read_players(lines("shirt,club\n9,Northport\n10,Northport\n"), "mine.csv")
    assert [(problem.line, problem.what) for problem in read.problems] == [(1, "no column with names")]


def test_broken_quotes_are_reported_with_their_line() -> None:
    read = read_players(lines('name,club\nEve Sample,\n"Omar"x,Northport\n'), "mine.csv")
    assert [player.name for player in read.players] == ["Eve Sample"]
    assert read.problems[0].line == 3


def test_namesakes_stay_two_players() -> None:
    text = "name,nationality,born\nOmar Example,Egypt,1999-02-07\nOmar Example,Egypt,1987\nÓmar Example,,1999\n"
    assert [player.born for player in read_players(lines(text)).players] == ["1999-02-07", "1987"]


@pytest.mark.parametrize(
    ("name", "text", "clubs", "players"),
    [
        ("eng.clubs.txt", CLUBS, 4, 0),
        ("eg.players.txt", PLAYERS, 0, 4),
        ("anything.txt", PLAYERS, 0, 4),
        ("query.csv", WIKIDATA_CLUBS, 2, 0),
        ("query.csv", WIKIDATA_PLAYERS, 0, 1),
        ("mine.CSV", PLAIN, 0, 2),
    ],
)
def test_each_format_is_told_and_round_trips(tmp_path: Path, name: str, text: str, clubs: int, players: int) -> None:
    source = tmp_path / name
    source.write_text("\ufeff" + text, encoding="utf-8")
    imported = read(source)
    assert (len(imported.clubs), len(imported.players)) == (clubs, players)
    added = add(tmp_path / "book", imported)
    assert (added.new_clubs, added.new_players) == (clubs, players)
    again = add(tmp_path / "book", imported)
    assert (again.new_clubs, again.fuller_clubs, again.new_players, again.fuller_players) == (0, 0, 0, 0)


def test_what_is_written_is_our_own_format(tmp_path: Path) -> None:
    add(tmp_path, read_club_text(lines(CLUBS)))
    add(tmp_path, read_player_text(lines(PLAYERS)))
    with (tmp_path / "clubs.csv").open(encoding="utf-8", newline="") as rows:
        first = next(csv.DictReader(rows))
    assert first == {
        "id": "northport", "name": "Northport", "country": "England", "league": "",
        "short": "Northport FC|FC Northport|Northport Utd.", "nicknames": "", "tags": "", "stadium": "Quay Road",
        "city": "Northport",
    }  # fmt: skip
    assert (tmp_path / "players.csv").read_text(encoding="utf-8").splitlines()[:2] == [
        "name,names,nationality,position,born,club",
        "Omar Example,,Egypt,forward,1999-02-07,",
    ]
    assert check(tmp_path) == []
    assert not list(tmp_path.glob("*.new"))


def test_a_file_that_is_no_text_or_is_not_there_is_reported(tmp_path: Path) -> None:
    (tmp_path / "eng.clubs.txt").write_bytes(b"= England\nK\xf6ln\n")
    assert read(tmp_path / "eng.clubs.txt").problems[0].what == "this is not UTF-8 text"
    assert "cannot be read" in read(tmp_path / "none.csv").problems[0].what


BOOK = """\
id,name,country,league,short,nicknames,tags,stadium,city
northport,Northport,England,first-league,Northport FC,Reds|Dockers,,,
southport-city,Southport City,England,first-league,Southport,,,,
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "clubs.csv").write_text(BOOK, encoding="utf-8")
    return tmp_path


def stored(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "clubs.csv").open(encoding="utf-8", newline="") as rows:
        return {row["id"]: row for row in csv.DictReader(rows)}


def test_a_known_club_gains_what_it_lacked(book: Path) -> None:
    added = add(book, read_club_text(lines("= England\nNorthport FC, @ Quay Road, Northport\n| NPFC | Dockers\n")))
    assert (added.new_clubs, added.fuller_clubs, added.problems) == (0, 1, ())
    row = stored(book)["northport"]
    assert (row["name"], row["short"], row["stadium"]) == ("Northport", "Northport FC|NPFC", "Quay Road")
    assert (row["league"], row["nicknames"]) == ("first-league", "Reds|Dockers")
    assert check(book) == []


def test_the_united_kingdom_is_the_country_of_an_english_club(book: Path) -> None:
    added = add(book, read_wikidata(lines("item,itemLabel,countryLabel\nQ1,Northport F.C.,United Kingdom\n")))
    assert (added.new_clubs, stored(book)["northport"]["country"]) == (0, "England")


def test_a_namesake_abroad_is_another_club(book: Path) -> None:
    added = add(book, Imported(clubs=(ClubRow("northport", "Northport CF", "Chile"),)))
    assert added.new_clubs == 1
    assert stored(book)["northport-2"]["name"] == "Northport CF"


def test_a_form_of_another_club_is_not_taken(book: Path) -> None:
    added = add(book, read_club_text(lines("= England\nEastport FC\n| Eastport | Southport | Reds\n")))
    assert stored(book)["eastport"]["short"] == "Eastport FC"
    assert [problem.what for problem in added.problems] == [
        "'Southport' of Eastport means southport-city already and was not taken",
        "'Reds' of Eastport means northport already and was not taken",
    ]
    assert check(book) == []


def test_a_form_listed_as_shared_is_taken(book: Path) -> None:
    (book / "shared.csv").write_text(
        "form,clubs,default,why\nReds,northport|eastport,northport,both\n", encoding="utf-8"
    )
    added = add(book, read_club_text(lines("= England\nEastport FC\n| Eastport | Reds\n")))
    assert added.problems == ()
    assert stored(book)["eastport"]["short"] == "Eastport FC|Reds"
    assert check(book) == []


def test_a_book_with_columns_of_its_own_is_left_alone(tmp_path: Path) -> None:
    mine = "name,names,nationality,position,born,club,shirt\nOmar Example,,,,,,9\n"
    (tmp_path / "players.csv").write_text(mine, encoding="utf-8")
    with pytest.raises(BookError, match="shirt"):
        add(tmp_path, read_players(lines(PLAIN)))
    assert (tmp_path / "players.csv").read_text(encoding="utf-8") == mine


def test_problems_in_reading_are_passed_on(tmp_path: Path) -> None:
    imported = read_club_text(lines("= England\n??? FC\n"), "my.clubs.txt")
    assert add(tmp_path, imported).problems == imported.problems


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Brighton & Hove Albion", "brighton-and-hove-albion"),
        ("Bodø/Glimt", "bodo-glimt"),
        ("Queen's Park", "queens-park"),
    ],
)
def test_a_slug_is_plain(name: str, id: str) -> None:
    assert slug(name) == id
