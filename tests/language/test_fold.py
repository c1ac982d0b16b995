"""Text without its accents and typographic marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.language.fold import fold, key

ACCENTED = st.characters(min_codepoint=0xC0, max_codepoint=0x24F)


@pytest.mark.parametrize(
    "text, plain",
    [
        ("Ødegård", "Odegard"),
        ("Dragușin", "Dragusin"),
        ("Łukasz Šeško", "Lukasz Sesko"),
        ("İlkay Ünal", "Ilkay Unal"),
        ("‘here we go’ – “done”", "'here we go' - \"done\""),
        ("£20m\u00a0fee", "£20m fee"),
        ("plain `words`", "plain 'words'"),
        ("Genk → Lens ➜ Metz", "Genk ➡ Lens ➡ Metz"),
        ("прага 🤝", "прага 🤝"),
        ("", ""),
    ],
)
def test_a_text_is_folded(text: str, plain: str) -> None:
    assert fold(text) == plain


@given(st.text(alphabet=ACCENTED | st.characters()))
def test_folding_keeps_the_length_and_every_plain_character(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert all(one == other for one, other in zip(text, folded, strict=True) if one.isascii() and one != "`")


@given(st.text(alphabet=ACCENTED | st.characters()), st.text())
def test_folding_knows_no_context(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)
    assert fold(fold(one)) == fold(one)


def test_many_kinds_of_marks_are_folded_as_few_are() -> None:
    letters = "".join(map(chr, range(0xC0, 0x250)))
    assert fold(letters) == "".join(map(fold, letters))


@pytest.mark.parametrize("name", ["Jean-Marc N'Dour", "JEAN MARC NDOUR", "Jéan-Marc  N’Dour", "Jean-Marc N.'Dour"])
def test_spellings_of_a_name_have_one_key(name: str) -> None:
    assert key(name) == "jean marc ndour"


@pytest.mark.parametrize("label", [", external", " external-link", "external-link", ", external link"])
def test_the_label_of_a_link_behind_a_source_is_blank(label: str) -> None:
    assert fold(f"He may go. (Sun){label}\nHe stays.") == f"He may go. (Sun){' ' * len(label)}\nHe stays."


@pytest.mark.parametrize("text", ["An external man (Sun) left.", "He (the Dane) external to it\n", "(Sun) externally"])
def test_other_words_are_no_label(text: str) -> None:
    assert fold(text) == text
