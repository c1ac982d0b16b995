"""Ages and sums as papers mostly write them."""

from __future__ import annotations

import pytest

from mooted.language.rewriting import rewrite
from mooted.language.spelling import ages, british, dashes, nicknames, sums
from tests.growth import is_linear


@pytest.mark.parametrize(
    "age", ["22 year old", "22-year old", "22 year-old", "22yr-old", "22-yr-old", "22yo", "22 y/o"]
)
def test_ages_have_hyphens(age: str) -> None:
    assert rewrite(f"the {age} winger", ages(age := f"the {age} winger")).text == "the 22-year-old winger"


@pytest.mark.parametrize("text", ["the 22-year-old", "a 122 year old club", "22 years older", "22 yoga lessons", ""])
def test_other_numbers_are_no_ages(text: str) -> None:
    assert not list(ages(text))


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("12m pounds", "£12m"),
        ("12 million pounds", "£12 million"),
        ("a 7.5 million euro bid", "a €7.5 million bid"),
        ("35bn euros", "€35bn"),
    ],
)
def test_a_sum_has_its_sign_before_it(text: str, usual: str) -> None:
    assert rewrite(text, sums(text)).text == usual


@pytest.mark.parametrize(
    "text", ["180 pounds", "at the 2020 Euros", "25-30m euros", "25 to 30 million pounds", "£12m", ""]
)
def test_others_are_left_as_they_are(text: str) -> None:
    assert not list(sums(text))


def test_american_words_are_spelt_as_british_ones() -> None:
    text = "The center-back, a favorite of theirs, is rumored to favor a defense with two center backs; Rumors fly."
    usual = (
        "The centre-back, a favourite of theirs, is rumoured to favour a defence with two centre backs; Rumours fly."
    )
    assert rewrite(text, british(text)).text == usual
    assert not list(british("The training center favours us; no rumour, no defence."))


@pytest.mark.parametrize("piece", ["22", "1.", "9 ", "22 year", "12m ", "12m pounds", "22yo"])
def test_time_grows_with_length(piece: str) -> None:
    assert is_linear(
        lambda size: [list(step(piece * size + "euro old yo favor")) for step in (ages, british, sums)], 12_500
    )


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Tom Ashby—the winger—is fit", "Tom Ashby - the winger - is fit"),
        ("2019—20, £10m—£15m, a — b", "2019—20, £10m—£15m, a — b"),
    ],
)
def test_dashes_stand_apart_from_words(text: str, apart: str) -> None:
    assert rewrite(text, dashes(text)).text == apart


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Leeds sign Tom "Buster" Ashby.', "Leeds sign Tom Ashby."),
        ("Leeds sign José ‘Pipo’ Álvarez and Jan “The Wall” Berg.", "Leeds sign José Álvarez and Jan Berg."),
        (
            'the "Buster" Ashby, Tom "the wall" Ashby, he said "Leeds" Then',
            'the "Buster" Ashby, Tom "the wall" Ashby, he said "Leeds" Then',
        ),
    ],
)
def test_nicknames_are_no_part_of_names(text: str, name: str) -> None:
    assert rewrite(text, nicknames(text)).text == name


@pytest.mark.parametrize("piece", ['Tom "', 'Tom "A', "a—b", "—", "Aa "])
def test_time_of_names_and_dashes_grows_with_length(piece: str) -> None:
    assert is_linear(lambda size: [list(step(piece * size)) for step in (dashes, nicknames)], 20_000)
