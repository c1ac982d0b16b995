"""The words beside a place: two on either side, within its sentence."""

from __future__ import annotations

import pytest

from mooted.claims.collocates import Collocates, collocates

LOW = "on monday, lens said no. metz have made a bid for karel dvorsky, who is 21."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a bid", Collocates("have", "made", "for", "karel")),
        ("metz", Collocates("^", "^", "have", "made")),
        ("21", Collocates("who", "is", ".", "$")),
        ("karel dvorsky", Collocates("bid", "for", ",", "who")),
    ],
)
def test_the_words_beside_a_place(words: str, told: Collocates) -> None:
    at, first = LOW.index(words), LOW.index("metz")
    assert collocates(LOW, at, at + len(words), first, len(LOW)) == told
