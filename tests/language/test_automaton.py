"""Phrases in text: whole words only, the longest first, and those that cross another where they are wanted."""

from __future__ import annotations

from mooted.language.automaton import Phrases


def found(text: str, *phrases: str, crossing: bool = False) -> list[str]:
    hits = Phrases({phrase: phrase for phrase in phrases}, crossing=crossing).find(text)
    assert [text[hit.start : hit.stop] for hit in hits] == [hit.value for hit in hits]
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)
    return [hit.value for hit in hits]


def test_the_longest_of_several_that_begin_together_is_found() -> None:
    assert found("they want to keep him", "want", "want to", "want to keep") == ["want to keep"]


def test_no_phrase_stands_inside_a_word() -> None:
    assert found("unkeen keenly keen", "keen") == ["keen"]


def test_a_phrase_within_one_that_cuts_a_word_is_found() -> None:
    assert found("they want Ashby", "want", "want A") == ["want"]


def test_a_phrase_that_begins_within_a_cut_one_may_reach_beyond_it() -> None:
    assert found("they have contacted by letter", "have contact", "contacted by", "by letter") == ["contacted by"]


def test_one_that_crosses_another_is_found_only_where_asked_for() -> None:
    phrases = ("is keen", "keen to stay", "to stay put")
    assert found("he is keen to stay put", *phrases) == ["is keen", "to stay put"]
    assert found("he is keen to stay put", *phrases, crossing=True) == ["is keen", "keen to stay", "to stay put"]


def test_of_several_that_cross_at_one_place_the_longest_is_found() -> None:
    phrases = ("is keen", "keen to", "keen to stay")
    assert found("he is keen to stay", *phrases, crossing=True) == ["is keen", "keen to stay"]
    assert found("he is keen to stayed", *phrases, crossing=True) == ["is keen", "keen to"]


def test_nothing_crosses_the_end_of_a_line_or_of_the_text() -> None:
    phrases = ("is keen", "keen to stay")
    assert found("he is keen\nto stay", *phrases, crossing=True) == ["is keen"]
    assert found("he is keen", *phrases, crossing=True) == ["is keen"]
