"""Traps of the field, each as short articles of our own, from the text to claims, sagas, people and ties."""

from __future__ import annotations

import pytest

from mooted.model.saga import Saga
from mooted.sagas.tenures import at, tenures
from mooted.sagas.ties import linked
from tests.golden.reading import page, tell
from tests.sagas.telling import after

_MISREAD = pytest.mark.xfail(reason="misread so far: learn the weights anew", strict=True)
Fact = tuple[str | None, str, str | None]


def _claims(text: str) -> set[Fact]:
    return {(one.claim.player, one.claim.event, one.claim.club_to) for one in tell([page("d", text)]).entries}


def _saga(*texts: str) -> Saga:
    """The one saga that articles on following days tell."""
    told = tell(page(f"d{day}", text, day, outlet=f"Paper {day}") for day, text in enumerate(texts))
    ((saga,),) = told.sagas.values()
    return saga


def test_two_stories_in_one_document_are_two_sagas() -> None:
    told = tell(
        [
            page(
                "d",
                "Leeds United have made a bid for Tom Ashby of Wigan Athletic. Fulham are keen on Luke Varga of Ajax.",
            )
        ]
    )
    assert {id: [one.club for one in saga.suitors] for id, (saga,) in told.sagas.items()} == {
        "tom-ashby": ["Leeds United"], "luke-varga": ["Fulham"],
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Roma want Tottenham defender Radu Dragusin. He joined Spurs from Genoa for £27m in January 2024.",
        "Roma want Tottenham defender Radu Dragusin, who joined from Genoa for £27m in January 2024.",
    ],
)
def test_historical_fees_are_no_bids(text: str) -> None:
    saga = _saga(text)
    assert [(one.club, one.fee) for one in saga.suitors] == [("AS Roma", None)]
    assert saga.outcome is None


def test_diacritics_and_full_names_of_clubs_are_one_saga() -> None:
    saga = _saga(
        "AS Roma are interested in Tottenham defender Radu Drăgușin.",
        "Roma have made a bid for Radu Dragusin, the Tottenham defender.",
    )
    assert [(one.club, one.furthest, one.voices) for one in saga.suitors] == [("AS Roma", "bid", 2)]


def test_no_interest_is_a_denial_and_no_suitor_that_is_live() -> None:
    saga = _saga("Chelsea are not interested in Leeds United striker Tom Ashby, according to Sky Sports.")
    assert [(one.club, one.state) for one in saga.suitors] == [("Chelsea", "denied")]


@pytest.mark.parametrize(
    "text",
    [
        "Liverpool are not dismissing links with West Ham forward Luke Varga.",
        "Chelsea are leaving no stone unturned in their pursuit of Ajax striker Luke Varga.",
        "Arsenal have not given up on signing Ajax winger Luke Varga.",
    ],
)
def test_what_only_looks_like_a_denial_is_none(text: str) -> None:
    (suitor,) = _saga(text).suitors
    assert suitor.state == "live"


def test_the_same_enquiry_told_twice_is_one_claim() -> None:
    told = tell(
        [
            page(
                "d",
                "Napoli have enquired about Tottenham defender Radu Dragusin. In the last few hours Napoli have asked "
                "about Dragusin's situation at Tottenham.",
            )
        ]
    )
    assert [one.claim.event for one in told.entries].count("contact") == 1


def test_an_exit_hangs_on_the_search_for_a_replacement() -> None:
    told = tell(
        [
            page(
                "a",
                "Tottenham head coach Thomas Frank might let Radu Dragusin leave this month, but only if Spurs sign a "
                "replacement at centre-back.",
            ),
            page("b", "Tottenham are looking for a new centre-back this month.", 1, "North Bank Notes"),
            page("c", "Tottenham are in talks with Ajax over a deal for centre-back Luke Varga.", 2, "Far Post Radio"),
        ]
    )
    (saga,) = told.sagas["radu-dragusin"]
    assert [(tie.club, tie.position) for tie in saga.ties] == [("Tottenham Hotspur", "centre-back")]
    places = {identity.id: identity.positions for identity in told.names.values()}
    waited = linked(saga, told.entries, places)
    assert {(tie.position, tie.person) for tie in waited} >= {("centre-back", None), ("defence", "luke-varga")}


def test_a_loanee_belongs_to_his_owner() -> None:
    saga = _saga("Hamburg want to sign Luka Vuskovic, who is on loan from Tottenham, on a permanent deal.")
    assert (saga.holder, [one.club for one in saga.suitors]) == ("Tottenham Hotspur", ["Hamburg"])


def test_an_option_to_buy_or_a_sale_is_one_pursuit() -> None:
    saga = _saga(
        "Roma want to sign Tottenham defender Radu Dragusin on loan with an option to buy or on a permanent deal."
    )
    assert [(one.club, one.deal) for one in saga.suitors] == [("AS Roma", "loan_option")]


def test_a_transfer_request_and_a_wish_to_stay_in_one_article_are_a_contradiction() -> None:
    saga = _saga(
        "Chelsea winger Luke Varga has handed in a transfer request, according to Sky Sports. The Athletic says that "
        "Varga would prefer to stay at Chelsea."
    )
    assert [one.question for one in saga.contradictions] == ["Does he want to leave?"]


def test_roles_change_with_the_years() -> None:
    told = tell(
        [
            page("a", "Tottenham manager Antonio Conte wants to sign Luke Varga of Ajax.", -1080),
            page("b", "Napoli coach Antonio Conte wants to sign Tom Ashby of Wigan Athletic.", 0),
        ]
    )
    found = tenures(told.sightings, told.names, told.entries)
    (then,), (now,) = (at(found, after(days), person="antonio-conte") for days in (-1070, 5))
    assert (then.job, then.club, now.club) == ("manager", "Tottenham Hotspur", "Napoli")


def test_who_speaks_for_him_is_kept_with_dates() -> None:
    told = tell([page("d", "Luke Varga's agent Piet Hoek says the Ajax winger wants to join Leeds United.")])
    (entry,) = told.entries
    assert (entry.claim.agent, entry.claim.sources) == ("Piet Hoek", ("Piet Hoek",))
    agents = [one for one in tenures(told.sightings, told.names, told.entries) if one.job == "agent"]
    assert [(one.person, one.represents, one.since) for one in agents] == [("piet-hoek", "luke-varga", after(0))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wolves have appointed Ana Berg as their new head coach.",
         {("Ana Berg", "staff_move", "Wolverhampton Wanderers")}),
        ("Wigan Athletic have received a bid from Rangers for midfielder Tom Ashby.",
         {("Tom Ashby", "bid", "Rangers")}),
        ("Reports from L'Equipe say that Lyon are in talks over Ajax winger Luke Varga.",
         {("Luke Varga", "talks", "Lyon")}),
        ("Leeds United target Tom Ashby of Wigan Athletic.", {("Tom Ashby", "interest", "Leeds United")}),
        ("There is interest in Ajax winger Luke Varga from Fulham.", {("Luke Varga", "interest", "Fulham")}),
        ("David Brooks of Bournemouth is a target for Leeds United.", {("David Brooks", "interest", "Leeds United")}),
        ("Leeds manager Daniel Farke has confirmed that Luke Varga has joined Fulham.",
         {("Luke Varga", "signed", "Fulham")}),
        ("A Brazilian midfielder is wanted by Fulham, who have made a bid for Tom Ashby of Wigan Athletic.",
         {("Tom Ashby", "bid", "Fulham"), ("Tom Ashby", "interest", "Fulham")}),
        pytest.param("Leeds United are close to a deal for City's winger Tom Ashby.",
                     {("Tom Ashby", "talks", "Leeds United")}, marks=_MISREAD),
        pytest.param("Ajax winger Luke Varga has pulled out of talks with Tottenham.",
                     {("Luke Varga", "off", "Tottenham Hotspur")}, marks=_MISREAD),
        ("Johan Lange has agreed to become the new sporting director of Leeds United.",
         {("Johan Lange", "staff_move", "Leeds United")}),
    ],
)  # fmt: skip
def test_each_trap_is_read_as_it_should(text: str, expected: set[Fact]) -> None:
    assert _claims(text) == expected


def test_one_name_beside_fuller_ones_is_nobody_else() -> None:
    told = tell(
        [
            page("a", "Newcastle United have turned down a bid from Arsenal for Bruno Guimaraes."),
            page("b", "Bruno Fernandes wants to stay at Manchester United.", 1),
        ]
    )
    assert set(told.sagas) == {"bruno-guimaraes", "bruno-fernandes"}


@pytest.mark.parametrize(
    "text",
    ["Fulham are trying to hijack Luke Varga's move to Leeds United.", "Fulham are set to bid for Luke Varga of Ajax."],
)
def test_to_and_a_verb_is_no_destination(text: str) -> None:
    assert {club for _, _, club in _claims(text)} <= {"Fulham", "Leeds United"}
