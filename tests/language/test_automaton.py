"""Many phrases found at once: whole words only, the longest that begins first, and nothing lost to a word cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.language.automaton import Phrases

WORDS = ("a", "an", "al", "ready", "already", "agreed", "interest", "interested", "in", "also", "want", "wanted", "by")


def found(phrases: tuple[str, ...], text: str) -> list[str]:
    """What is found, word by word as in the first texts and by an automaton as in all others."""
    told = {phrase: phrase for phrase in phrases}
    first, later = Phrases(told, tries=10_000), Phrases(told, tries=0)
    hits = first.find(text)
    assert hits == later.find(text)
    return [text[hit.start : hit.stop] for hit in hits]


@pytest.mark.parametrize(
    ("phrases", "text", "wanted"),
    [
        (("interest", "interest in"), "their interest in him", ["interest in"]),
        (("want", "want a"), "they want ashby", ["want"]),
        (("ready a", "agreed"), "they have already agreed", ["agreed"]),
        (("an interest", "interested in"), "milan interested in him", ["interested in"]),
        (("also want", "wanted by"), "he is also wanted by roma", ["wanted by"]),
        (("will be a", "be allowed to"), "he will be allowed to go", ["be allowed to"]),
        (("loan", "on loan"), "reloaned, on loan", ["on loan"]),
        (("bid",), "bids, bidding, forbid", []),
        ((), "nothing to look for", []),
    ],
)
def test_phrases_are_found_as_whole_words(phrases: tuple[str, ...], text: str, wanted: list[str]) -> None:
    assert found(phrases, text) == wanted


def word_by_word(phrases: set[str], text: str) -> list[str]:
    """The longest phrase from each word on, going on after it: slow, and plainly right."""
    words, told, at = text.split(), [], 0
    while at < len(words):
        sizes = (size for size in range(len(words) - at, 0, -1) if " ".join(words[at : at + size]) in phrases)
        size = next(sizes, 0)
        told += [" ".join(words[at : at + size])] if size else []
        at += size or 1
    return told


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), max_size=8),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
)
def test_nothing_is_lost_and_nothing_made_up(phrases: list[str], text: str) -> None:
    assert found(tuple(phrases), text) == word_by_word(set(phrases), text)


def test_first_texts_and_all_others_are_searched_alike() -> None:
    told = {phrase: phrase for phrase in ("on loan", "£", "loan", "loan of £2m", "2-0")}
    phrases, at_once = Phrases(told, tries=4), Phrases(told, tries=0)
    for text in ("a loan of £2m", "on loan", "loaned", "£", "", " ", "a loan of £2m", "2-0, on loan\n", "on loan" * 50):
        assert phrases.find(text) == at_once.find(text)
