"""A text with changes, and the way back to it as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.language.rewriting import Change, rewrite

WRITTEN = "x **Tom Ashby** &amp; a\u0306 glued.The end"
CHANGES = (Change(2, 4), Change(13, 15), Change(16, 21, "&"), Change(22, 24, "ă"), Change(31, 31, "\n"))


def test_changes_are_made() -> None:
    assert rewrite(WRITTEN, CHANGES).text == "x Tom Ashby & ă glued.\nThe end"
    assert rewrite(WRITTEN, ()).text == WRITTEN


BOTH_WAYS = (
    ("Tom Ashby", "Tom Ashby"), ("x **Tom", "x Tom"), ("Ashby** &amp;", "Ashby &"), ("a\u0306", "ă"),
    ("glued.", "glued."), ("The end", "The end"), ("glued.The", "glued.\nThe"), ("a\u0306 glued.", "ă glued."),
    ("glued.The end", "glued.\nThe end"),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new"), BOTH_WAYS)
def test_what_stands_in_the_new_text_is_found_in_the_old(old: str, new: str) -> None:
    changed = rewrite(WRITTEN, CHANGES)
    start = changed.text.index(new)
    assert WRITTEN[changed.start(start) : changed.stop(start + len(new))] == old


@pytest.mark.parametrize(("old", "new"), (*BOTH_WAYS, ("amp", "&")))
def test_what_stands_in_the_old_text_is_found_in_the_new(old: str, new: str) -> None:
    changed = rewrite(WRITTEN, CHANGES)
    start = WRITTEN.index(old)
    assert changed.text[slice(*changed.forth(start, start + len(old)))] == new


def test_a_text_without_changes_keeps_its_places() -> None:
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
