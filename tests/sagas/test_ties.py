"""Conditions that tie one saga to another."""

from __future__ import annotations

from mooted.model.entry import Entry
from mooted.model.saga import Saga
from mooted.sagas.fold import sagas
from mooted.sagas.ties import linked
from tests.sagas.telling import CALENDAR, PRESS, told

EXIT = told(
    "for_sale", holder="Tottenham Hotspur", player="Radu Dragusin", modality="conditional", stance_of="manager",
    condition="if the club can find a replacement",
)  # fmt: skip
POSITIONS = {"radu-dragusin": ("centre-back",), "luke-varga": ("defender",), "tom-ashby": ("striker",)}


def _saga(entry: Entry) -> Saga:
    return sagas((entry,), CALENDAR, PRESS)[0]


def test_an_exit_waits_for_a_replacement() -> None:
    (tie,) = _saga(EXIT).ties
    assert (tie.club, tie.condition, tie.entry) == ("Tottenham Hotspur", "if the club can find a replacement", EXIT.id)


def test_it_is_tied_to_the_search_and_the_pursuits_for_his_place() -> None:
    need = told("needs", "Tottenham Hotspur", holder=None, player="", position="centre-back", days=2)
    wanted = told("talks", "Tottenham Hotspur", player="Luke Varga", holder="Napoli", days=3)
    striker = told("bid", "Tottenham Hotspur", player="Tom Ashby", days=3)
    elsewhere = told("talks", "Fulham", player="Luke Varga", holder="Napoli", days=3)
    long_ago = told("talks", "Tottenham Hotspur", player="Luke Varga", holder="Napoli", days=-200)
    found = linked(_saga(EXIT), (need, wanted, striker, elsewhere, long_ago), POSITIONS)
    assert [(tie.entry, tie.person, tie.position) for tie in found] == [
        (EXIT.id, None, None), (need.id, None, "centre-back"), (wanted.id, "luke-varga", "defender"),
    ]  # fmt: skip


def test_a_purchase_waits_for_a_sale() -> None:
    entry = told("bid", "Leeds", modality="conditional", condition="if they sell a striker first")
    (tie,) = _saga(entry).ties
    assert (tie.club, tie.position) == ("Leeds", "striker")


def test_a_price_is_no_other_saga() -> None:
    assert _saga(told("for_sale", modality="conditional", condition="for the right price")).ties == ()


def test_a_pursuit_that_ends_if_another_is_signed_waits_for_him() -> None:
    entry = told("off", "Leeds", modality="conditional", condition="if they sign Luke Varga")
    (tie,) = _saga(entry).ties
    assert tie.club == "Leeds"
    wanted = told("bid", "Leeds", player="Luke Varga", holder="Napoli", days=1)
    other = told("bid", "Leeds", player="Tom Ashby", holder="Wigan", days=1)
    found = linked(_saga(entry), (wanted, other), {entry.person or "": ("striker",), "tom-ashby": ("striker",)})
    assert [one.person for one in found] == [None, "luke-varga"]
