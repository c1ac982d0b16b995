"""Who represents whom, by the words of a document. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.agents import agents_of
from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.document import Document
from mooted.model.mention import Reading
from mooted.pipeline import read_document
from tests.growth import TIMES, is_linear


@pytest.mark.parametrize(
    "text",
    [
        "Luke Varga's agent Piet Hoek says the Ajax winger wants to join Leeds United.",
        "Leeds United are in talks with Piet Hoek, the agent of Ajax winger Luke Varga, over a deal.",
        "Luke Varga, the Ajax winger, wants to join Leeds United, says his agent, Piet Hoek.",
    ],
)
def test_an_agent_named_beside_his_player(text: str) -> None:
    (claim,) = read_document(Document("d", text))
    assert (claim.player, claim.agent) == ("Luke Varga", "Piet Hoek")


@pytest.mark.parametrize(
    "text",
    [
        "Luke Varga's agent says the Ajax winger wants to join Leeds United.",
        "Leeds United are keen on Ajax winger Luke Varga. His agent, Piet Hoek, watched from the stands.",
        "Free agent Luke Varga is in talks with Leeds United.",
    ],
)
def test_no_agent_is_named_where_the_claim_is_made(text: str) -> None:
    assert {claim.agent for claim in read_document(Document("d", text))} == {None}


def test_the_time_is_linear_in_the_number_of_people() -> None:
    def reading(size: int) -> Reading:
        return scan(Document("long", "His agent came. " + "Luke Varga met Piet Hoek. " * size), load())

    readings = {size: reading(size) for size in (400, TIMES * 400)}
    assert is_linear(lambda size: agents_of(readings[size]), 400)
