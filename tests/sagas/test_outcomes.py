"""Outcomes from a table: rows that can be used and rows that cannot, misfiled lists, and whose move it is."""

from __future__ import annotations

from datetime import date

from mooted.entities.book import load
from mooted.entities.calendar import load_calendar
from mooted.entities.naming import club_named
from mooted.model.entry import Identity
from mooted.model.errors import Rejected
from mooted.model.move import Move
from mooted.sagas.matching import match
from mooted.sagas.misfiled import refile
from mooted.sagas.moves import Moves, moves_of
from mooted.sagas.outcome_table import Table, read_table

HEADER = "season,window,player,age,club,other_club,movement,fee_eur,is_loan,loan_status,league\n"


def _table(*rows: str, header: str = HEADER) -> Table:
    lines = "".join((header, *(f"{row}\n" for row in rows))).splitlines(keepends=True)
    return read_table(lines, "moves.csv", club_named(load()), load_calendar())


def _moves(*rows: str, header: str = HEADER) -> Moves:
    return moves_of(refile(_table(*rows, header=header), "moves.csv"), "moves.csv")


def _ends(found: Moves) -> list[tuple[str | None, str | None, str]]:
    return [(move.club_from, move.club_to, move.window) for move in found.moves]


def test_a_move_told_from_both_ends_is_one() -> None:
    found = _moves(
        "2021,summer,Tom Ashby,22,Leeds United,Wigan,in,5000000.0,False,,premier-league",
        "2021,summer,Tom Ashby,22,Wigan Athletic,Leeds,out,5000000.0,False,,championship",
    )
    assert _ends(found) == [("Wigan Athletic", "Leeds United", "2021-summer")]
    assert found.moves[0].fee
    assert found.moves[0].fee.amount == 5_000_000
    assert not found.problems


def test_winter_belongs_to_the_year_in_which_it_closes() -> None:
    found = _moves("2020,winter,Tom Ashby,22,Leeds United,Wigan,in,,True,free loan,premier-league")
    assert _ends(found) == [("Wigan Athletic", "Leeds United", "2021-winter")]
    assert found.moves[0].deal == "loan"


def test_a_plain_table_with_days() -> None:
    found = _moves("Tom Ashby,Wigan,Galatasaray,2021-09-06", header="player,from,to,date\n")
    assert _ends(found) == [("Wigan Athletic", "Galatasaray", "2021-summer")]  # Turkey was still open


def test_the_end_of_a_loan_settles_nothing() -> None:
    assert not _moves("2021,summer,Tom Ashby,22,Leeds United,Wigan,out,0.0,True,end of loan,premier-league").moves


def test_rows_that_cannot_be_used_are_reported_by_line_and_the_rest_is_used() -> None:
    found = _moves(
        "2021,summer,,22,Leeds United,Wigan,in,,False,,premier-league",
        "2021,summer,Tom Ashby,22,Leeds United,Leeds,in,,False,,premier-league",
        "2021,autumn,Tom Ashby,22,Leeds United,Wigan,in,,False,,premier-league",
        "1821,summer,Tom Ashby,22,Leeds United,Wigan,in,,False,,premier-league",
        "2021,summer,Tom Ashby,22,Leeds United,Wigan,sideways,,False,,premier-league",
        "2021,summer,Tom Ashby,22,Leeds United,Wigan,in,much,False,,premier-league",
        "2021,summer,Tom Ashby,22,Leeds United,Wigan,in,much,False,,premier-league",
        "2021,summer,Ned Cole,22,Leeds United,Nowhere Rovers,in,,False,,premier-league",
    )
    assert [problem.place for problem in found.problems] == [
        f"moves.csv:{line}" for line in (2, 3, 4, 5, 6, 7, 8, 8, 9)
    ]
    assert {move.player for move in found.moves} == {"Tom Ashby", "Ned Cole"}


def test_days_that_cannot_be() -> None:
    found = _moves(
        "Tom Ashby,Wigan,Leeds,2021-02-31", "Ned Cole,Wigan,Leeds,0021-01-01", header="player,from,to,date\n"
    )
    assert [problem.place for problem in found.problems] == ["moves.csv:2", "moves.csv:3"]
    assert all(isinstance(problem, Rejected) for problem in found.problems)


def test_what_lies_ahead_has_not_happened() -> None:
    lines = [
        "player,from,to,date,window\n",
        "Tom Ashby,Wigan,Leeds,2021-08-03,\n",
        "Ned Cole,Wigan,Leeds,,2022-winter\n",
    ]
    found = read_table(lines, "moves.csv", club_named(load()), load_calendar(), date(2021, 8, 2))
    assert not found.rows
    assert [problem.place for problem in found.problems] == ["moves.csv:2", "moves.csv:3"]


def test_a_quote_that_is_never_closed_costs_its_own_line_alone() -> None:
    found = _moves(
        "Tom Ashby,Wigan,Leeds,2021-08-02", '"Jo Penn,Wigan,Leeds,2021-08-02', "Ned Cole,Wigan,Leeds,2021-08-02",
        header="player,from,to,date\n",
    )  # fmt: skip
    assert [move.player for move in found.moves] == ["Tom Ashby", "Ned Cole"]
    assert [problem.place for problem in found.problems] == ["moves.csv:3"]


def test_a_cell_may_hold_a_line_break() -> None:
    found = _moves('"Tom\nAshby",Wigan,Leeds,2021-08-02', header="player,from,to,date\n")
    assert [move.player for move in found.moves] == ["Tom Ashby"]
    assert not found.problems


def test_a_missing_destination_and_an_unknown_deal_are_told() -> None:
    found = _moves(
        "Tom Ashby,Wigan,,2021-08-02,loan", "Ned Cole,Wigan,without club,2021-08-02,free",
        "Jo Penn,Wigan,Leeds,2021-08-02,barter", header="player,from,to,date,deal\n",
    )  # fmt: skip
    assert [(move.player, move.deal) for move in found.moves] == [("Jo Penn", None)]
    assert [problem.place for problem in found.problems] == ["moves.csv:2", "moves.csv:4"]
    assert "club that he joined" in found.problems[0].reason


def test_contradictory_rows_are_set_aside() -> None:
    found = _moves(
        "2021,summer,Tom Ashby,22,Leeds United,Wigan,in,,False,,premier-league",
        "2021,summer,Tom Ashby,22,Wigan Athletic,Everton,out,,False,,championship",
    )
    assert not found.moves
    assert [problem.place for problem in found.problems] == ["moves.csv:2", "moves.csv:3"]


def test_two_destinations_on_one_day_contradict_each_other_whatever_the_deal() -> None:
    rows = ("Tom Ashby,Wigan,Leeds,2021-08-03", "Tom Ashby,Wigan,Everton,2021-08-03")
    found = _moves(*rows, header="player,from,to,date\n")
    assert not found.moves
    assert [problem.place for problem in found.problems] == ["moves.csv:2", "moves.csv:3"]
    assert (
        len(_moves(rows[0], rows[1].replace("-03", "-30"), header="player,from,to,date\n").moves) == 2
    )  # lent, then sold


def test_a_table_without_the_columns_says_which_it_needs() -> None:
    (problem,) = _moves("1,2", header="a,b\n").problems
    assert problem.place == "moves.csv:1"
    assert "club_to" in problem.remedy


def test_lists_under_a_neighbours_name_are_found_by_the_other_end() -> None:
    buyers = ("Everton", "Leeds United", "Burnley")
    shifted = {"Everton": "Leeds United", "Leeds United": "Burnley", "Burnley": "Everton"}
    rows = []
    for number in range(12):
        buyer = buyers[number % 3]
        rows.append(f"2021,summer,Player {number}x,20,{shifted[buyer]},Reading,in,{number}000000,False,,premier-league")
        rows.append(f"2021,summer,Player {number}x,20,Reading,{buyer},out,{number}000000,False,,championship")
    found = _moves(*rows)
    assert {move.player: move.club_to for move in found.moves} == {f"Player {n}x": buyers[n % 3] for n in range(12)}
    assert sum("read as that of" in problem.reason for problem in found.problems) == 3


def test_a_league_that_agrees_is_left_alone() -> None:
    rows = [
        row
        for n in range(12)
        for row in (
            f"2021,summer,Player {n}x,20,Everton,Reading,in,{n}000000,False,,premier-league",
            f"2021,summer,Player {n}x,20,Reading,Everton,out,{n}000000,False,,championship",
        )
    ]
    assert not _moves(*rows).problems


def _who(name: str, club_to: str, *people: Identity) -> str | None:
    found = match([Move(name, "Wigan Athletic", club_to, "2021-summer", "moves.csv:2")], people)
    return found.matches[0].move.person if found.matches else None


def test_whose_move_it_is() -> None:
    ashby = Identity("tom-ashby", "Tom Ashby", ("Tom Ashby",), "player", ("Leeds United",))
    assert _who("Tom Ashby", "Everton", ashby) == "tom-ashby"
    assert _who("Tom Ashbey", "Leeds United", ashby) == "tom-ashby"
    assert _who("Tom Ashbey", "Everton", ashby) is None  # spelled nearly so, but no club in common
    assert _who("Ashby", "Leeds United", ashby) == "tom-ashby"
    assert _who("Ashby", "Everton", ashby) is None
    assert _who("Ned Cole", "Leeds United", ashby) is None


def test_of_namesakes_the_one_with_the_club() -> None:
    one = Identity("ben-cole.leeds", "Ben Cole", ("Ben Cole",), "player", ("Leeds United",))
    two = Identity("ben-cole.everton", "Ben Cole", ("Ben Cole",), "player", ("Everton",))
    assert _who("Ben Cole", "Everton", one, two) == "ben-cole.everton"
    assert _who("Ben Cole", "Burnley", one, two) is None


def test_a_bare_name_does_not_take_a_move_from_whom_a_short_form_and_a_club_fit() -> None:
    bare = Identity("cole", "Cole", ("Cole",), "player", ("Burnley",))
    short = Identity("ben-cole", "Ben Cole", ("Ben Cole",), "player", ("Everton",))
    assert _who("Benjamin Cole", "Everton", bare, short) == "ben-cole"


def test_a_name_of_one_word_is_rather_his_who_has_no_other() -> None:
    whole = Identity("elano", "Elano", ("Elano",), "player", ("Everton",))
    part = Identity("elano-reis", "Elano Reis", ("Elano Reis",), "player", ("Wigan Athletic",))
    assert _who("Elano", "Everton", whole, part) == "elano"


def test_who_has_another_first_name_is_somebody_else() -> None:
    ashby = Identity("tom-ashby", "Tom Ashby", ("Tom Ashby", "Ashby"), "player", ("Leeds United",))
    assert _who("Ned Ashby", "Leeds United", ashby) is None
    assert _who("Ashby", "Leeds United", ashby) == "tom-ashby"
    alone = Identity("ashby", "Ashby", ("Ashby",), "player", ("Leeds United",))
    assert _who("Ned Ashby", "Leeds United", alone) == "ashby"


def test_a_first_name_alone_needs_both_clubs() -> None:
    one = Identity("elano-reis", "Elano Reis", ("Elano Reis",), "player", ("Everton",))
    both = Identity("elano-reis", "Elano Reis", ("Elano Reis",), "player", ("Everton", "Wigan Athletic"))
    assert _who("Elano", "Everton", one) is None
    assert _who("Elano", "Everton", both) == "elano-reis"


def test_who_is_known_with_other_clubs_alone_is_a_namesake() -> None:
    clubs = ("Leeds United", "Stoke City", "Derby County")
    known = Identity("tom-ashby", "Tom Ashby", ("Tom Ashby",), "player", clubs)
    assert _who("Tom Ashby", "Everton", known) is None
    assert _who("Tom Ashby", "Stoke City", known) == "tom-ashby"
    assert _who("Tom Ashby", "Everton", Identity("tom-ashby", "Tom Ashby", ("Tom Ashby",), "player", clubs[:2]))
