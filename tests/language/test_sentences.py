"""Where sentences and paragraphs begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mooted.language.sentences import split


def words(text: str) -> list[str]:
    return [text[sentence.start : sentence.stop] for sentence in split(text)]


@pytest.mark.parametrize(
    "text, sentences",
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("He left!  “Yes.” She stayed", ["He left!", "“Yes.”", "She stayed"]),
        ("Really?! No… Yes.", ["Really?!", "No…", "Yes."]),
        ("He said: 'Go.' Then he left.", ["He said: 'Go.'", "Then he left."]),
        ("One line\nand another\r\n\r\nand a third", ["One line", "and another", "and a third"]),
        ("\u2022 One item\n \u25aa another\n\u2022\n", ["One item", "another"]),
        ("\u27a1\ufe0f One item\n\u2192 another", ["One item", "another"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_an_end_ends_a_sentence(text: str, sentences: list[str]) -> None:
    assert words(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "St. Pauli met Mr. Berg.",
        "J. R. Berg scored.",
        "It cost £1.5m in all.",
        "Hull vs. Genoa was off.",
        "He waited... and left.",
        '"Yes." she said.',
        "Signed in Jan. 2020, sold in Sept. 2021.",
    ],
)
def test_a_stop_within_a_sentence_does_not(text: str) -> None:
    assert words(text) == [text]


def test_paragraphs_are_counted() -> None:
    assert [sentence.paragraph for sentence in split("One. Two.\nThree.\n\nFour.")] == [0, 0, 1, 2]


# Bullets before a sentence belong to none.
MARKS = "\u2022\u25aa\u25cf\u25e6\u2023\u25a0\u25ba\u25b6\u2192\u27a1\u279c\u2794\u27a4\ufe0f"
BULLETS = dict.fromkeys(map(ord, MARKS))


@given(st.text(alphabet=st.sampled_from(" .!?…\n\r\t\"'ABcd1\u2003") | st.characters()))
@example("\u2022")
@example("\u2022 One. \u25aa Two.")
def test_sentences_hold_every_word_in_order(text: str) -> None:
    found = split(text)
    held, told = ("".join(one.translate(BULLETS).split()) for one in ("".join(words(text)), text))
    assert held == told
    assert all(one.stop <= two.start and one.paragraph <= two.paragraph for one, two in pairwise(found))
    assert all(sentence == sentence.strip() for sentence in words(text))
