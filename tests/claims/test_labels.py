"""Sources set apart from the text: brackets before it, and handles. All sentences are our own."""

from __future__ import annotations

import pytest

from tests.claims.test_attribution import chain_at, voices


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("[Ornstein] Betis want Karel Dvorsky.", "want", ["David Ornstein"]),
        ("\U0001f6a8 [Law] Betis want Karel Dvorsky.", "want", ["Matt Law"]),
        ("[Matt Law, Telegraph] Betis want Karel Dvorsky.", "want", ["Matt Law"]),
        ("[The Athletic - David Ornstein] Betis want Karel Dvorsky.", "want", ["David Ornstein"]),
        ("[David Ornstein & Matt Law] Betis want Karel Dvorsky.", "want", ["David Ornstein", "Matt Law"]),
        ("[Marca, AS] Betis want Karel Dvorsky.", "want", ["Marca", "AS"]),
        ("[Official] Betis want Karel Dvorsky.", "want", []),
        ("[Betis] Karel Dvorsky is a target of Lens.", "target", []),
        ("[Guillem Balague] No agreement yet. Betis want Karel Dvorsky.", "want", ["Guillem Balague"]),
    ],
)  # fmt: skip
def test_a_bracket_before_a_text_names_its_source(text: str, words: str, said: list[str]) -> None:
    assert voices(text, words) == said


def test_a_handle_within_a_sentence_is_credited_for_its_paragraph_alone() -> None:
    text = "Parma want Karel Dvorsky.\n\nGenk have never received a bid for him, as @MatteMoretto reports."
    assert voices(text, "want") == []
    assert voices(text, "bid") == ["Matteo Moretto"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Parma want Karel Dvorsky. (Source: @_pauljoyce)", "Paul Joyce"),
        ("Parma want Karel Dvorsky. [@lequipe]", "L'Equipe"),
        ("@Gazzetta_it: Parma want Karel Dvorsky.", "La Gazzetta dello Sport"),
        ("[@LukeEdwardsTele] Parma want Karel Dvorsky.", "Luke Edwards"),
        ("Parma want Karel Dvorsky, per @DavidOrnsteinBBC.", "David Ornstein"),
        ("[@_tomwrites] Parma want Karel Dvorsky.", "tomwrites"),
    ],
)
def test_a_handle_is_whose_it_is(text: str, said: str) -> None:
    assert voices(text, "want") == [said]


def test_a_bracket_before_a_text_tells_who_passed_it_on() -> None:
    chain = chain_at("[Di Marzio via GdS] Parma want Karel Dvorsky.", "want")
    assert (chain.voices, chain.via) == (("Gianluca Di Marzio",), ("GdS",))


def test_a_bracket_before_one_of_several_paragraphs_holds_for_its_sentence() -> None:
    text = "[Marca] Parma want Karel Dvorsky. He is 24.\n\nLens have asked about him too."
    assert voices(text, "want") == ["Marca"]
    assert voices(text, "asked") == []


def test_a_paper_with_its_writer_before_a_text_holds_up_to_the_next() -> None:
    text = "Il Tempo (Neri): Parma want Karel Dvorsky.\nLens have asked about him too.\nMarca (Ruiz): Betis sold him."
    assert voices(text, "want") == voices(text, "asked") == ["Il Tempo"]
    assert voices(text, "sold") == ["Marca"]
