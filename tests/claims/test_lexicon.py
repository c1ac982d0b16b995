"""What the phrases of the rule files mean where one stands within another."""

from __future__ import annotations

from itertools import islice

import pytest

from mooted.claims.lexicon import load


def events(words: str) -> list[set[str]]:
    """What each phrase of the words can mean."""
    hits = load().find(words)
    return [{event for meaning in hit.value.meanings for event in meaning.events} for hit in hits]


@pytest.mark.parametrize("words", ["is keen to stay", "is interested in joining", "were keen to remain"])
def test_a_longer_phrase_takes_no_event_away(words: str) -> None:
    found = set().union(*events(words))
    assert "interest" in found
    assert {"wants_stay", "wants_out"} & found


def test_a_phrase_keeps_what_the_phrases_within_it_can_mean() -> None:
    (found,) = islice(events("could make a move"), 1)
    assert {"bid", "interest"} <= found
