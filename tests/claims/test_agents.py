"""Who represents whom, by the words of a document. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.model.document import Document
from mooted.pipeline import read_document


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
