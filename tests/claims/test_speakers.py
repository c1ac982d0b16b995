"""Who has the word where a line opens with a topic, or with a speaker and his post. All sentences are our own."""

from __future__ import annotations

import pytest

from tests.claims.test_attribution import voices


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        (
            'Lens coach Owen Trask met us. On Karel Dvorsky: "He is not for sale."',
            "not for sale",
            ["Owen Trask"],
        ),
        ('Lens coach Owen Trask met the press. On Dvorsky\'s future: "He will stay here."', "stay", ["Owen Trask"]),
        ('Lens coach Owen Trask: "We won."\nOn Karel Dvorsky: "He is not for sale."', "not for sale", ["Owen Trask"]),
        ('Lens coach Owen Trask: "We won."\nOn winger Karel Dvorsky: "He is staying."', "staying", ["Owen Trask"]),
        ('Owen Trask, the Lens coach: "Karel Dvorsky is not for sale."', "not for sale", ["Owen Trask"]),
        ('Lens coach Owen Trask, 52, on Friday: "Karel Dvorsky is not for sale."', "not for sale", ["Owen Trask"]),
        ('Karel Dvorsky on Lens: "I want to stay here."', "stay", ["Karel Dvorsky"]),
        ('On Karel Dvorsky: "He is not for sale at any price."', "not for sale", []),
        ('Lens want Karel Dvorsky, per Marca: "He would be happy to join."', "join", ["Marca"]),
    ],
)
def test_who_has_the_word(text: str, words: str, said: list[str]) -> None:
    assert voices(text, words) == said
