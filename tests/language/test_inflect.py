"""The forms of English verbs, and the phrases that a pattern stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.language.inflect import expand, forms


@pytest.mark.parametrize(
    "verb, third, past, going",
    [
        ("sign", "signs", "signed", "signing"),
        ("try", "tries", "tried", "trying"),
        ("push", "pushes", "pushed", "pushing"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("move", "moves", "moved", "moving"),
        ("stop", "stops", "stopped", "stopping"),
        ("hold", "holds", "held", "holding"),
        ("bid", "bids", "bid", "bidding"),
        ("offer", "offers", "offered", "offering"),
        ("play", "plays", "played", "playing"),
        ("fight", "fights", "fought", "fighting"),
        ("deter", "deters", "deterred", "deterring"),
        ("veto", "vetoes", "vetoed", "vetoing"),
    ],
)
def test_a_verb_has_its_forms(verb: str, third: str, past: str, going: str) -> None:
    assert forms(verb) == {"base": (verb,), "s": (third,), "ed": (past,), "ing": (going,)}


def test_a_form_may_have_several_words() -> None:
    assert forms("take")["ed"] == ("took", "taken")


def test_a_pattern_stands_for_every_form() -> None:
    assert expand("~hold talks") == {
        "hold talks": "base", "holds talks": "s", "held talks": "ed", "holding talks": "ing",
    }  # fmt: skip


def test_a_choice_may_be_empty() -> None:
    assert set(expand("on (the|a|) loan")) == {"on the loan", "on a loan", "on loan"}


def test_a_phrase_without_a_verb_stands_for_itself() -> None:
    assert expand("here we go") == {"here we go": ""}


def test_a_phrase_has_the_form_of_its_first_verb() -> None:
    assert expand("~want to ~sign")["wants to signed"] == "s"


@given(st.from_regex(r"[a-z]{2,12}", fullmatch=True))
def test_any_verb_has_all_forms(verb: str) -> None:
    assert list(forms(verb)) == ["base", "s", "ed", "ing"]
    assert all(word for words in forms(verb).values() for word in words)
