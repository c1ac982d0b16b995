"""Accents and letters as one character."""

from __future__ import annotations

import unicodedata

import pytest

from mooted.language.composing import composed
from mooted.language.rewriting import rewrite
from tests.growth import is_linear

NAME = "Drăgușin"
PARTED = unicodedata.normalize("NFD", NAME)


def test_accents_become_one_with_their_letters() -> None:
    assert PARTED != NAME
    assert rewrite(PARTED, composed(PARTED)).text == NAME


@pytest.mark.parametrize("text", ["", "Leeds", NAME, "“Leeds”\n🚨"])
def test_text_that_needs_nothing_is_left_alone(text: str) -> None:
    assert not list(composed(text))


def test_a_letter_under_a_tower_of_marks_takes_no_longer_than_others() -> None:
    assert is_linear(lambda size: rewrite(text := "a" + "\u0301\u0327" * size, composed(text)), 12_500)
