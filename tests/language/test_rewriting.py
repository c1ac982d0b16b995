"""A text with changes, and the way back to it as written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mooted.language.rewriting import Change, rewrite

WRITTEN = "x **Tom Ashby** &amp; a\u0306 glued.The end"
CHANGES = (Change(2, 4), Change(13, 15), Change(16, 21, "&"), Change(22, 24, "ă"), Change(31, 31, "\n"))


def test_changes_are_made() -> None:
    assert rewrite(WRITTEN, CHANGES).text == "x Tom Ashby & ă glued.\nThe end"
    assert rewrite(WRITTEN, ()).text == WRITTEN


def test_what_stands_in_the_new_text_is_found_in_the_old() -> None:
    new = rewrite(WRITTEN, CHANGES)

    def written(words: str) -> str:
        start = new.text.index(words)
        return WRITTEN[new.start(start) : new.stop(start + len(words))]

    assert written("Tom Ashby") == "Tom Ashby"
    assert written("x Tom") == "x **Tom"
    assert written("Ashby &") == "Ashby** &amp;"
    assert written("ă") == "a\u0306"
    assert written("glued.") == "glued."
    assert written("The end") == "The end"
    assert written("glued.\nThe") == "glued.The"


def test_what_stands_in_the_old_text_is_found_in_the_new() -> None:
    new = rewrite(WRITTEN, CHANGES)

    def read(words: str) -> str:
        start = WRITTEN.index(words)
        there = new.forth(start, start + len(words))
        return new.text[slice(*there)]

    assert read("Tom Ashby") == "Tom Ashby"
    assert read("x **Tom") == "x Tom"
    assert read("Ashby** &amp;") == "Ashby &"
    assert read("amp") == "&"
    assert read("a\u0306 glued.") == "ă glued."
    assert read("glued.The end") == "glued.\nThe end"
    assert rewrite(WRITTEN, ()).forth(3, 7) == (3, 7)


@given(st.text("ab ", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["", "x"])), max_size=8))
def test_each_place_has_one_before_it_and_goes_no_further_back(text: str, at: list[tuple[int, str]]) -> None:
    places = sorted(dict(one for one in at if one[0] < len(text)).items())
    new = rewrite(text, [Change(start, start + 1, words) for start, words in places])
    starts = [new.start(place) for place in range(len(new.text) + 1)]
    stops = [new.stop(place) for place in range(len(new.text) + 1)]
    assert starts == sorted(starts)
    assert stops == sorted(stops)
    assert all(stop <= start for start, stop in zip(starts, stops, strict=True))
