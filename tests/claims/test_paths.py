"""The words between a phrase and somebody, and between a person and a club, as signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.claims.paths import path, path_between
from tests.growth import is_linear


@pytest.mark.parametrize(
    ("side", "gap", "signs"),
    [
        ("L", " have made an ", {"p:L=have made an", "p:L~have w"}),
        ("L", ", who is in ", {"p:L=, who is in", "p:L~, who is in", "p:Lwho0"}),
        ("L", ", 24, who has, we hear, begun ", {"p:L~, w ..", "p:L~.. w , w", "p:Lwho2"}),
        ("L", "'s arrival lets Olli Varga go, who is in ", {"p:L~'s w , who is in", "p:Lwho else"}),
        ("R", " for ", {"p:R=for", "p:R~for"}),
        ("R", " ", {"p:R=", "p:R~"}),
    ],
)  # fmt: skip
def test_what_stands_between_a_phrase_and_somebody(side: str, gap: str, signs: set[str]) -> None:
    assert signs <= set(path("p", side, gap))


def test_a_clause_behind_the_phrase_tells_nothing_of_who() -> None:
    assert not [sign for sign in path("p", "R", " who wants ") if "who" in sign.partition("~")[0].partition("=")[0]]


def test_what_stands_between_a_person_and_a_club() -> None:
    assert path_between("CTP", " want to sign ") == ("o:CTP~w to w",)
    assert path_between("PCT", "'s former club ") == ("o:PCT~'s w",)


@given(st.text(max_size=300), st.sampled_from("LR"))
def test_any_gap_leaves_a_few_signs_that_are_no_longer_than_it(gap: str, side: str) -> None:
    signs = path("c", side, gap)
    assert 1 <= len(signs) <= 4
    assert all(sign.startswith(f"c:{side}") and len(sign) <= len(gap) * 2 + 20 for sign in signs)


def test_long_gaps_take_no_longer() -> None:
    assert is_linear(lambda size: path.__wrapped__("p", "L", ", who " * size), 2_000)
