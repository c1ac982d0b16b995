"""The shipped book is consistent, and each kind of inconsistency is found where it is."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mooted.entities.check import Problem, check

SHIPPED = Path(__file__).parents[2] / "src" / "mooted" / "entities" / "data"

GOOD = {
    "clubs.csv": [
        "id,name,country,league,short,nicknames,tags,stadium,city",
        "northport,Northport,England,first-league,Northport FC|NPFC,Reds|Dockers,NPFC,Quay Road,Northport",
        "southport-city,Southport City,England,first-league,Southport,Reds,,,Southport",
        "rovers-oslo,Rovers Oslo,Norway,,Rovers,,,,Oslo",
    ],
    "leagues.csv": [
        "id,name,country,level,kind,names",
        "first-league,First League,England,1,league,First League",
        "the-cup,The Cup,,0,cup,The Cup",
    ],
    "nations.csv": [
        "name,demonyms,people,nicknames,code",
        "England,English,Englishman,Three Lions,ENG",
        "Norway,Norwegian,,,NOR",
    ],
    "places.csv": ["name,kind,country", "Northport,city,England"],
    "shared.csv": ["form,clubs,default,why", "Reds,northport|southport-city,northport,both play in red"],
    "staff.csv": [
        "person,club,role,start,end,names,verified",
        "Ann Example,northport,manager,2020-07,2021-05-30,,no",
        "Bo Example,,manager,2019,,,no",
    ],
    "outlets.csv": [
        "id,name,country,kind,family,names,domain",
        "the-post,The Post,England,newspaper,,The Post,post.example",
    ],
    "journalists.csv": ["name,outlets,country,names,handle", "Cy Example,the-post,England,,"],
}


def book(folder: Path, **changed: tuple[int, str]) -> Path:
    """The good book in a folder, with a line replaced (or added at the end) in some files."""
    for file, lines in GOOD.items():
        at, line = changed.get(file.removesuffix(".csv"), (0, ""))
        text = [*lines[: at - 1], line, *lines[at:]] if at else lines
        (folder / file).write_text("\n".join(text) + "\n", encoding="utf-8")
    return folder


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, problems
    return problems[0]


def test_the_shipped_book_has_no_problems() -> None:
    assert check(SHIPPED) == []


def test_the_shipped_book_is_large() -> None:
    with (SHIPPED / "clubs.csv").open(encoding="utf-8", newline="") as lines:
        clubs = list(csv.DictReader(lines))
    assert len(clubs) >= 600
    assert all(club["league"] for club in clubs)
    assert len({club["country"] for club in clubs}) >= 60


@pytest.mark.parametrize(("file", "least"), [("leagues.csv", 120), ("places.csv", 400), ("shared.csv", 50)])
def test_the_other_shipped_files_are_large(file: str, least: int) -> None:
    with (SHIPPED / file).open(encoding="utf-8", newline="") as lines:
        assert sum(1 for _ in csv.DictReader(lines)) >= least


def test_a_good_book_has_no_problems(tmp_path: Path) -> None:
    assert check(book(tmp_path)) == []


def test_a_book_without_the_optional_files_has_no_problems(tmp_path: Path) -> None:
    book(tmp_path)
    for file in ("nations.csv", "leagues.csv", "places.csv", "staff.csv", "outlets.csv", "journalists.csv"):
        (tmp_path / file).unlink()
    assert check(tmp_path) == []


def test_an_empty_folder_lacks_its_clubs(tmp_path: Path) -> None:
    problem = only(check(tmp_path))
    assert (problem.file, problem.line, problem.what) == ("clubs.csv", 1, "the file is missing")


SEEDED = {
    "id twice": ("clubs", 5, "northport,Otherport,England,,,,,,", "id 'northport' is on line 2 too"),
    "name twice": ("clubs", 5, "otherport,Northport,England,,,,,,", "name 'Northport' is on line 2 too"),
    "no slug": ("clubs", 5, "Other Port,Otherport,England,,,,,,", "id 'Other Port' is no slug"),
    "no country": ("clubs", 5, "otherport,Otherport,,,,,,,", "no country"),
    "unknown country": ("clubs", 5, "otherport,Otherport,Narnia,,,,,,", "country 'Narnia' is not in nations.csv"),
    "unknown league": ("clubs", 5, "otherport,Otherport,England,top,,,,,", "league 'top' is not in leagues.csv"),
    "form twice": ("clubs", 5, "otherport,Otherport,England,,Port|Port,,,,", "the form 'Port' is given twice"),
    "form with an accent twice": ("clubs", 5, "otherport,Otherport,England,,Port|Pórt,,,,", "'Pórt' is given twice"),
    "empty form": ("clubs", 5, "otherport,Otherport,England,,Port||Oport,,,,", "an empty form in short"),
    "short form of two": ("clubs", 5, "otherport,Otherport,England,,Rovers,,,,", "'Rovers' means otherport and rovers"),
    "name is another's short form": ("clubs", 5, "rov,Rovers,England,,,,,,", "'Rovers' means rov and rovers-oslo"),
    "nickname is another's short form": ("clubs", 5, "oth,Otherport,England,,,Rovers,,,", "'Rovers' means oth"),
    "too short": ("clubs", 5, "otherport,Otherport,England,,O,,,,", "short 'O' is too short"),
    "stray space": ("clubs", 5, "otherport,Otherport ,England,,,,,,", "stray spaces in name"),
    "stray space inside": ("clubs", 5, "otherport,Otherport,England,,The  Port,,,,", "stray spaces in short"),
    "control character": ("clubs", 5, "otherport,Other\x07port,England,,,,,,", "a control character in name"),
    "hidden character": ("clubs", 5, "otherport,Other\u200bport,England,,,,,,", "a control character in name"),
    "cells missing": ("clubs", 5, "otherport,Otherport,England", "3 cells where the header has 9"),
    "league kind": ("leagues", 4, "x,X League,England,1,friendly,X League", "kind 'friendly' is not known"),
    "league twice": ("leagues", 4, "first-league,X League,,1,league,X League", "id 'first-league' is on line 2 too"),
    "place kind": ("places", 3, "Ex,village,England", "kind 'village' is not known"),
    "shared by one": ("shared", 3, "Dockers,northport,northport,", "'Dockers' is shared by fewer than two clubs"),
    "shared with nobody known": ("shared", 3, "NPFC,northport|nowhere,,", "clubs 'nowhere' is not in clubs.csv"),
    "shared but not so called": ("shared", 3, "Dockers,northport|rovers-oslo,,", "rovers-oslo is not called 'Dockers'"),
    "default of another club": ("shared", 2, "Reds,northport|southport-city,rovers-oslo,", "is none of its clubs"),
    "ends before it begins": ("staff", 4, "Di Example,,manager,2021-05,2020-07-01,,no", "it ends (2020-07-01)"),
    "no date": ("staff", 4, "Di Example,northport,manager,May 2021,,,no", "start 'May 2021' is no date"),
    "no such day": ("staff", 4, "Di Example,northport,manager,2021-02-30,,,no", "start '2021-02-30' is no date"),
    "unknown club of staff": ("staff", 4, "Di Example,nowhere,manager,2021,,,no", "club 'nowhere' is not in clubs.csv"),
    "unknown outlet": ("journalists", 3, "Ed Example,the-post|the-mail,England,,", "'the-mail' is not in outlets.csv"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "line", "row", "what"), SEEDED.values(), ids=SEEDED)
def test_a_seeded_problem_is_found_on_its_line(tmp_path: Path, file: str, line: int, row: str, what: str) -> None:
    problem = only(check(book(tmp_path, **{file: (line, row)})))
    assert (problem.file, problem.line) == (f"{file}.csv", line)
    assert what in problem.what
    assert problem.fix


def test_a_form_listed_as_shared_is_no_problem(tmp_path: Path) -> None:
    book(
        tmp_path, clubs=(5, "otherport,Otherport,England,,Rovers,,,,"), shared=(3, "Rovers,rovers-oslo|otherport,,both")
    )
    assert check(tmp_path) == []


def test_a_shared_form_names_all_its_clubs(tmp_path: Path) -> None:
    book(tmp_path, clubs=(5, "otherport,Reds,England,,,,,,"))
    assert only(check(tmp_path)).what == "'Reds' means northport and otherport and southport-city"


def test_a_month_that_ends_in_the_month_it_begins_is_no_problem(tmp_path: Path) -> None:
    assert check(book(tmp_path, staff=(4, "Di Example,northport,caretaker,2021-05,2021-05-09,,no"))) == []
    assert check(book(tmp_path, staff=(4, "Di Example,northport,caretaker,2021-05-09,2021-05,,no"))) == []


def test_lines_are_counted_through_cells_of_several_lines(tmp_path: Path) -> None:
    book(tmp_path)
    with (tmp_path / "clubs.csv").open("a", encoding="utf-8") as clubs:
        clubs.write('two,"Two\nLines",England,,,,,,\nthree,Three ,England,,,,,,\n')
    assert {(p.line, p.what.split(" in ")[0]) for p in check(tmp_path)} == {
        (5, "a control character"), (5, "stray spaces"), (7, "stray spaces"),
    }  # fmt: skip


def test_a_missing_column_is_said_on_the_header(tmp_path: Path) -> None:
    book(tmp_path, places=(1, "name,country"))
    problem = only(check(tmp_path))
    assert (problem.file, problem.line, problem.what) == ("places.csv", 1, "no column kind")


def test_text_in_another_encoding_is_said_on_its_line(tmp_path: Path) -> None:
    book(tmp_path)
    (tmp_path / "places.csv").write_bytes(b"name,kind,country\nOslo,city,Norway\nK\xf6ln,city,England\n")
    problem = only(check(tmp_path))
    assert (problem.file, problem.line, problem.what) == ("places.csv", 3, "this is not UTF-8 text")


def test_broken_quotes_are_said_on_their_line(tmp_path: Path) -> None:
    book(tmp_path, places=(2, 'Oslo,"city"x,Norway'))
    problem = only(check(tmp_path))
    assert (problem.file, problem.line) == ("places.csv", 2)
    assert "this is not CSV" in problem.what
