"""The explanation on a terminal: it fits, it is plain, and it shows what somebody who adds a rule looks for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from mooted.claims.explain import Found
from mooted.model.document import Document
from mooted.pipeline import explain_document
from mooted.show.explanation import explain_text, explanation_text
from mooted.show.terminal import Screen, columns

STORY = (
    "Leeds United have made a £6m bid for Wigan Athletic midfielder Tom Ashby, according to Marca. "
    "Derby County and Stoke City were also named.\n\nThe Blues want Ashby too. The weather was fine."
)


@pytest.fixture(scope="module")
def shown() -> str:
    return explain_text(Document("story", STORY, title="Leeds bid for Ashby", outlet="The Whistle"), Screen(80))


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_it_fits_the_screen(width: int, colour: bool) -> None:
    text = explain_text(Document("story", STORY, title="Leeds bid for Ashby " * 9), Screen(width, colour))
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert [line for line in plain.splitlines() if columns(line) > width] == []
    assert ("\x1b" in text) == colour


def test_it_begins_with_the_document(shown: str) -> None:
    claims = len(explain_document(Document("story", STORY, title="Leeds bid for Ashby", outlet="The Whistle")).claims)
    assert shown.splitlines()[:2] == [
        "Leeds bid for Ashby",
        f"The Whistle · no date · 5 sentences · {claims} claim{'' if claims == 1 else 's'}",
    ]


def test_people_are_listed_with_what_is_known_of_them(shown: str) -> None:
    assert "  Tom Ashby: player, of Wigan Athletic, midfield" in shown


def test_a_phrase_is_shown_with_its_rule_and_its_claim(shown: str) -> None:
    assert "fires “made a £”  makes-bid (bid.toml)" in shown
    assert "✓ bid made: Tom Ashby, to Leeds United" in shown
    assert "in all" in shown
    assert "held by  Wigan Athletic" in shown
    assert "says  Marca" in shown


def test_what_is_no_football_says_by_which_words() -> None:
    text = "The scrum-half has signed for Leeds on loan. The rugby side want another prop, says the fly-half."
    assert "No claims: by its words this is not about football: scrum-half, rugby, fly-half, prop" in re.sub(
        r"\s+", " ", explain_text(Document("rugby", text), Screen(80))
    )


def test_a_shared_name_shows_whom_it_could_mean() -> None:
    explanation = explain_document(Document("blues", "The Blues want Ashby."))
    (sentence,) = explanation.sentences
    settled = Found("Blues", 4, 9, "club", "nickname of Chelsea", ("Everton", "Ipswich Town"), True)
    left_open = Found("Blues", 4, 9, "club", "shared nickname, left open", ("Chelsea", "Everton"), False)
    sentence = replace(sentence, found=(settled, left_open))
    shown = " ".join(explanation_text(replace(explanation, sentences=(sentence,)), Screen(120)).split())
    assert "Blues: nickname of Chelsea (not Everton, Ipswich Town)" in shown
    assert "Blues: shared nickname, left open (Chelsea, Everton)" in shown


def test_a_sentence_with_clubs_and_no_phrase_says_so(shown: str) -> None:
    text = explain_text(Document("x", "Derby County and Stoke City have blue seats."), Screen(80))
    assert "none  no phrase of the rules stands here" in text


def test_nothing_from_the_page_steers_the_terminal() -> None:
    page = Document("x", "Leeds \x1b[31mbid for Tom\x07 Ashby\u202e.\x9b2J", title="\x1b]0;title\x07", outlet="\x00")
    assert not set(explain_text(page, Screen(80))) & set("\x1b\x07\x00\x9b\u202e")


def test_plain_screens_get_plain_signs() -> None:
    text = explanation_text(explain_document(Document("story", STORY)), Screen(80, unicode=False))
    assert "✓" not in text
    assert "·" not in text


def test_an_empty_document_is_explained() -> None:
    assert "0 sentences" in explain_text(Document("empty", ""), Screen(80))
