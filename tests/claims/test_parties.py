"""Two clubs that deal with each other: one buys and one sells. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.groups import Group
from mooted.claims.parties import Sides, sides
from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.language.fold import fold
from mooted.model.document import Document
from mooted.pipeline import read_document
from tests.growth import is_linear


def found(text: str) -> Sides | None:
    """The sides of a deal where the clubs of a sentence stand as one list."""
    document = Document("d", text)
    mentions = [m for m in scan(document, load()).sections[-1].sentences[0].mentions if m.kind == "club"]
    return sides(fold(text).lower(), Group(mentions[0].start, mentions[-1].stop, tuple(mentions)))


def moves(text: str) -> set[tuple[str, str | None, str | None]]:
    return {(claim.event, claim.club_to, claim.club_from) for claim in read_document(Document("d", text))}


@pytest.mark.parametrize(
    "text",
    [
        "Fulham and Rennes have reached an agreement over a fee for Aurelien Pasquet.",
        "Fulham and Rennes are exchanging documents for Aurelien Pasquet.",
        "Fulham and Rennes agree fee for Aurelien Pasquet.",
        "Fulham and Rennes remain £2m apart over Aurelien Pasquet.",
        "Fulham and Rennes have agreed a loan with an option to buy for Aurelien Pasquet.",
        "Fulham and Rennes have wrapped up a deal for Aurelien Pasquet.",
        "Fulham and Rennes have concluded the deal for Aurelien Pasquet.",
        "Fulham and Rennes are haggling over the price of Aurelien Pasquet.",
        "Fulham and Rennes settle on €9m for Aurelien Pasquet.",
        "A fee of €9m has been settled by Fulham and Rennes for Aurelien Pasquet.",
        "White smoke between Fulham and Rennes over Aurelien Pasquet.",
        "Deal done between Fulham and Rennes for Aurelien Pasquet.",
        "Fulham and Rennes have come to an agreement about Aurelien Pasquet.",
        "Fulham and Rennes have finalised a £12m agreement over Aurelien Pasquet.",
        "A loan with an option to buy is being discussed between Fulham and Rennes for Aurelien Pasquet.",
    ],
)
def test_two_clubs_that_deal_with_each_other(text: str) -> None:
    assert found(text) == Sides("Fulham", "Rennes", "sure")


def test_talks_may_be_those_of_two_suitors() -> None:
    assert found("Fulham and Rennes are in talks over Aurelien Pasquet.") == Sides("Fulham", "Rennes", "perhaps")
    assert found("Fulham and Rennes have been talking about Aurelien Pasquet.") == Sides("Fulham", "Rennes", "perhaps")


@pytest.mark.parametrize(
    "text",
    [
        "Fulham and Rennes want Aurelien Pasquet.",
        "Fulham and Rennes have agreed personal terms with Aurelien Pasquet.",
        "Fulham and Rennes are in talks with the player about a move.",
        "Fulham and Rennes have agreed to watch Aurelien Pasquet.",
        "The battle between Fulham and Rennes for Aurelien Pasquet goes on.",
    ],
)
def test_two_clubs_that_do_the_same_are_no_sides(text: str) -> None:
    assert found(text) is None


def test_who_holds_the_player_sells_him() -> None:
    both = Sides("Fulham", "Rennes", "perhaps")
    assert both.seller("Fulham", {}, {}) == "Fulham"
    assert both.seller("Lens", {}, {}) is None
    assert both.seller(None, {"Fulham": 0.9}, {}) == "Fulham"
    assert both.seller(None, {"Lens": 0.9, "Fulham": 0.3}, {}) is None


def test_who_pursues_him_elsewhere_buys_him() -> None:
    assert Sides("Fulham", "Rennes", "perhaps").seller(None, {}, {"Rennes": 0.8}) == "Fulham"


def test_where_nothing_else_is_told_the_buyer_comes_first() -> None:
    assert Sides("Fulham", "Rennes", "sure").seller(None, {}, {}) == "Rennes"
    assert Sides("Fulham", "Rennes", "perhaps").seller(None, {}, {}) is None


def test_the_seller_does_not_buy() -> None:
    told = moves("Fulham and Rennes agree fee for Aurelien Pasquet. The winger will have a medical on Tuesday.")
    assert ("medical", "Fulham", "Rennes") in told
    assert {move[1:] for move in told} == {("Fulham", "Rennes")}


def test_the_sides_are_found_in_linear_time() -> None:
    assert is_linear(lambda size: found("Fulham and Rennes " + "are now " * size + "happy."), 1_250)
