"""Polarity, modality and condition, the times and the stance of claims. All sentences are our own."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mooted.claims.doubt import CLASSES, condition_in, decide, doubt_sheet, doubt_signs
from mooted.claims.packing import packed
from mooted.claims.stance import stance_of
from mooted.claims.times import is_history, said_at
from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.claim import Attribution, Event, Side
from mooted.model.document import Document
from tests.claims.asked import asked
from tests.growth import is_linear

DAY = date(2025, 8, 20)


def signs(text: str, phrase: str) -> set[str]:
    """The signs of doubt about the phrase that stands at ``phrase``."""
    found, _ = asked(text, phrase)
    return set(doubt_signs(found[0]))


@pytest.mark.parametrize(
    ("text", "phrase", "sign"),
    [
        ("Lens could yet be tempted to make an offer for Genk winger Karel Dvorsky.", "offer", "<could"),
        ("Lens are not interested in Genk winger Karel Dvorsky.", "interested in", "<against"),
        ("Lens have made no offer for Genk winger Karel Dvorsky.", "offer", "neg<"),
        ("Lens are planning a bid for Genk winger Karel Dvorsky.", "bid", "=plan"),
        ("Genk insist talks with Lens about Karel Dvorsky are nonsense.", "talks", ">against"),
        ("Lens will sign Karel Dvorsky from Genk if he passes a test.", "sign", "if>"),
    ],
)
def test_words_of_doubt_leave_their_sign(text: str, phrase: str, sign: str) -> None:
    assert sign in signs(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase", "sign"),
    [
        ("Leeds are yet to make a bid for Tom Ashby.", "make a bid", "off<yet"),
        ("Tom Ashby is still to put pen to paper on a new deal at Leeds.", "new deal", "off<yet"),
        ("Tom Ashby turned down a new contract at Leeds.", "turned", "off=down"),
        ("Leeds have played down talk of a bid for Tom Ashby.", "bid", "off<cold"),
        ("Leeds refused to be drawn on a bid for Tom Ashby.", "bid", "off<mum"),
        ("Leeds are in talks over Tom Ashby but are still £1m apart.", "talks", ""),
        ("Talks over Tom Ashby stall: Leeds remain £1m apart in talks.", "talks.", "off<apart"),
    ],
)
def test_denials_of_several_words_leave_their_sign(text: str, phrase: str, sign: str) -> None:
    assert {found for found in signs(text, phrase) if found.startswith("off")} == ({sign} if sign else set())


def test_what_is_yet_to_be_done_is_denied() -> None:
    assert "neg<" in signs("Leeds are yet to make a bid for Tom Ashby.", "make a bid")
    assert "neg<" not in signs("The best is still to come, say Leeds, who want Tom Ashby.", "want")


def test_denial_in_another_clause_is_not_this_ones() -> None:
    assert "<against" not in signs("Genk do not need money, but Lens want winger Karel Dvorsky.", "want")


def test_the_class_with_most_weight_is_chosen() -> None:
    weights = {
        "neg<": {"denied/actual": 2.0},
        "<could": {"affirmed/possible": 1.0},
        "x": {"affirmed/possible|bid": 3.0},
    }
    sheet = doubt_sheet(packed(weights))
    assert decide([("neg<", "<could")], "talks", sheet) == ("denied", "actual")
    assert decide([("<could",)], "talks", sheet) == ("affirmed", "possible")
    assert decide([("neg<",), ("x",)], "bid", sheet) == ("affirmed", "possible")
    assert decide([("neg<",), ("x",)], "talks", sheet) == ("denied", "actual")


def test_without_signs_a_claim_is_so() -> None:
    assert decide([], "bid", doubt_sheet(packed({}))) == CLASSES[0]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Lens will sell Dvorsky if Metz pay £20m.", "if Metz pay £20m"),
        ("If Metz pay £20m, Lens will sell Dvorsky.", "If Metz pay £20m"),
        ("Lens would sell, but only if he asks to and a buyer is found.", "only if he asks to and a buyer is found"),
        ("Unless Metz raise their offer, Dvorsky stays.", "Unless Metz raise their offer"),
        ("Lens are ready to part with Dvorsky for the right price.", "for the right price"),
        ("Should Dvorsky leave, Lens want Abadie of Metz.", "Should Dvorsky leave"),
        ("He could go if a club meets his clause, according to Marca.", "if a club meets his clause"),
        ("Lens want Abadie in case Dvorsky goes to Metz.", "in case Dvorsky goes to Metz"),
        ("Metz want Dvorsky if the English striker, 23, leaves Lens.", "if the English striker, 23, leaves Lens"),
        ("If they sell Dvorsky, 28, to Metz, Lens want Abadie.", "If they sell Dvorsky, 28, to Metz"),
        ("If they sell Dvorsky, 28, Lens want Abadie.", "If they sell Dvorsky, 28"),
        ("Lens should sign Abadie.", None),
        ("Lens want Karel Dvorsky should they miss out on Abadie.", "should they miss out on Abadie"),
        ("Lens asked why should the fee rise.", None),
        ("Lens want Abadie.", None),
    ],
)  # fmt: skip
def test_the_condition_is_cut_from_its_sentence(sentence: str, condition: str | None) -> None:
    found = condition_in(sentence)
    assert (found or "").removeprefix("but ") == (condition or "")


@pytest.mark.parametrize(
    ("event", "text", "phrase", "start", "precision"),
    [
        ("past_move", "Dvorsky joined Lens from Genk in January 2021.", "joined", date(2021, 1, 1), "month"),
        ("medical", "Dvorsky will have a medical at Lens on Thursday.", "medical", date(2025, 8, 21), "day"),
        ("bid", "Lens have made a bid for Dvorsky.", "bid", DAY, "day"),
        ("contract_ending", "His contract expires in 2026.", "expires", date(2026, 1, 1), "year"),
        ("signed", "Dvorsky has signed a contract until 2029.", "signed", DAY, "day"),
        ("signed", "Lens signed Dvorsky from Genk in October.", "signed", date(2024, 10, 1), "month"),
        ("signed", "Lens unveiled Dvorsky on Thursday.", "unveiled", date(2025, 8, 14), "day"),
        ("signed", "Dvorsky, bought from Genk, arrives in October.", "bought", date(2025, 10, 1), "month"),
        ("agreed", "Lens will unveil Dvorsky on Thursday.", "unveil", date(2025, 8, 21), "day"),
    ],
)
def test_the_time_of_a_claim(event: Event, text: str, phrase: str, start: date, precision: str) -> None:
    at = text.index(phrase)
    moment = said_at(event, text, (0, len(text)), (at, at + len(phrase)), DAY)
    assert moment is not None
    assert (moment.start, moment.precision) == (start, precision)


@pytest.mark.parametrize(
    ("words", "history"),
    [
        ("in January", True), ("last summer", True), ("in February 2024", True), ("in July", False),
        ("this summer", False), ("from January", False), ("on Monday", False), ("in 2021", False),
    ],
)  # fmt: skip
def test_a_time_before_the_open_window_is_history(words: str, history: bool) -> None:
    text = f"Lens signed Dvorsky from Genk {words}."
    told = said_at("signed", text, (0, len(text)), (5, 11), DAY)
    assert told is not None
    assert is_history(told, DAY) == history


def test_history_without_a_time_has_none() -> None:
    assert said_at("past_move", "Dvorsky joined Lens.", (0, 20), (8, 14), DAY) is None
    assert said_at("bid", "Lens have bid.", (0, 14), (10, 13), None) is None


def test_a_publication_with_an_hour_gives_a_day() -> None:
    moment = said_at("bid", "Lens have bid.", (0, 14), (10, 13), datetime(2025, 8, 20, 9, 30, tzinfo=UTC))
    assert moment is not None and moment.start == moment.stop == DAY


@pytest.mark.parametrize(
    ("event", "text", "said", "side"),
    [
        ("wants_out", "Karel Dvorsky wants to leave Lens.", (), "player"),
        ("not_for_sale", "Lens will not sell Karel Dvorsky.", (), "club"),
        ("not_for_sale", "Lens manager Owen Trask says Karel Dvorsky will stay.", ("Owen Trask",), "manager"),
        ("for_sale", "Lens president Ada Moss says Karel Dvorsky can go.", ("Ada Moss",), "owner"),
        ("interest", "Karel Dvorsky is wanted, says his agent.", ("his agent",), "agent"),
        ("interest", "Lens boss Owen Trask wants Karel Dvorsky.", (), "manager"),
        ("signed", "Karel Dvorsky has signed for Lens.", (), None),
    ],
)
def test_whose_stance_it_is(event: Event, text: str, said: tuple[str, ...], side: Side | None) -> None:
    reading = scan(Document("d", text), load())
    low = text.lower()
    at = next((low.index(word) for word in ("wants", "sell", "stay", "can go", "wanted") if word in low), 10)
    roles = {person.name: person.role for person in reading.people}
    assert stance_of(event, Attribution(None, said), roles, low, at) == side


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_a_condition_is_words_of_its_sentence(text: str) -> None:
    found = condition_in(text)
    assert found is None or found in text


@given(
    st.lists(st.sampled_from(["if ", "should ", "unless", ", ", "The ", "but ", "he ", "goes", ". ", '"']), max_size=40)
)
@settings(max_examples=200, deadline=None)
def test_any_mix_of_conditions_is_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = condition_in(text)
    assert found is None or found in text


@pytest.mark.parametrize("piece", ["if he goes, ", "should the ", "for the right ", "unless "])
def test_conditions_take_linear_time(piece: str) -> None:
    assert is_linear(lambda size: condition_in(piece.replace("if", "of") * size), 1_250)


@pytest.mark.parametrize(
    ("text", "phrase", "sign"),
    [
        ("Lens have denied that they are in talks with Karel Dvorsky.", "talks", "gov<verb"),
        ("The Lens coach has denied the club want Karel Dvorsky.", "want", "gov<verb"),
        ("Lens have dismissed recent reports of a bid for Karel Dvorsky.", "bid", "gov<verb"),
        ("Lens played down suggestions that Karel Dvorsky is a target.", "target", "gov<verb"),
        ("There is no truth in the story that Lens want Karel Dvorsky.", "want", "gov<untrue"),
        ("Contrary to reports, Lens have not bid for Karel Dvorsky.", "bid", "gov<untrue"),
        ("Lens were not the club who made a bid for Karel Dvorsky.", "bid", "gov<instead"),
        ("Supporters were told to ignore claims that Lens want Karel Dvorsky.", "want", "gov<verb"),
        ("Readers should disregard reports of a bid for Karel Dvorsky.", "bid", "gov<verb"),
        ("Reports of a bid from Lens for Karel Dvorsky are wide of the mark.", "bid", "gov>"),
        ("A move to Lens for Karel Dvorsky has since been ruled out.", "move to", "gov>"),
    ],
)
def test_a_denial_governs_what_it_denies(text: str, phrase: str, sign: str) -> None:
    assert sign in signs(text, phrase)


@pytest.mark.parametrize(
    "text",
    [
        "Lens denied Metz a point on Sunday and made a bid for Karel Dvorsky.",
        "Lens have denied they are for sale, but made a bid for Karel Dvorsky.",
        "Lens - who saw a bid rejected on Friday - have returned with a bid for Karel Dvorsky.",
        "Lens rejected a bid for Olli Brandt; Genk made a bid for Karel Dvorsky.",
        "A bid for Karel Dvorsky arrived as reports of debts were dismissed by Lens.",
        "Lens ignored reports of a rival and made a bid for Karel Dvorsky.",
    ],
)
def test_a_denial_of_something_else_does_not(text: str) -> None:
    assert not [sign for sign in signs(text, "bid for Karel") if sign.startswith("gov")]


def test_a_word_or_two_in_quotes_is_no_clause_of_its_own() -> None:
    assert "<not" in signs('Lens are "not interested" in Karel Dvorsky.', "interested")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Leeds have not ruled out making a bid for Luke Varga.", "bid"),
        ("Leeds refuse to give up on signing Luke Varga.", "signing"),
        ("Leeds are leaving no stone unturned in the pursuit of Luke Varga.", "pursuit"),
        ("Leeds have never stopped wanting Luke Varga.", "wanting"),
        ("Leeds have not lost hope of signing Luke Varga.", "signing"),
    ],
)
def test_words_that_only_look_like_denials_are_no_sign(text: str, phrase: str) -> None:
    assert not {"<not", "<deny", "<refuse", "<against", "neg<"} & signs(text, phrase)


def test_a_denial_of_the_phrase_itself_stays_a_sign() -> None:
    assert "neg<" in signs("Leeds have not made a bid for Luke Varga.", "bid")
