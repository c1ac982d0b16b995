"""Whom a name means depends on the names beside it, also through others, and on no other."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from mooted.model.entry import Sighting
from mooted.sagas.beside import CROWD, beside
from mooted.sagas.who import identify
from tests.sagas.telling import seen

FIRST = st.sampled_from(("Ben", "Benjamin", "Tom", "Thomas", "Rui", "Bem", "Kane", "Da Ben"))
LAST = st.sampled_from(("Davies", "Davis", "Wilson", "Kane", "Reis", "Silva", "da Silva", "Junior"))
NAME = st.one_of(st.builds("{} {}".format, FIRST, LAST), FIRST, LAST, st.builds("{} {} {}".format, FIRST, LAST, LAST))
HOLDER = st.sampled_from(("Rovers", "Town", "Albion", None))


def _around(seed: str, names: Iterable[str]) -> set[str]:
    """All names beside the seed, also through others."""
    every = list(names)
    around, edge = {seed}, {seed}
    while edge:
        edge = {other for name in edge for other in beside(name, every)} - around
        around |= edge
    return around


def _names(sightings: Iterable[Sighting]) -> list[str]:
    return [one.name for one in sightings]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(NAME, HOLDER), min_size=1, max_size=24))
def test_what_is_beside_is_all_that_matters(told: list[tuple[str, str | None]]) -> None:
    sightings = [seen(name, holder, document=f"d{at}") for at, (name, holder) in enumerate(told)]
    whole = identify(sightings)
    for seed in set(_names(sightings)):
        around = _around(seed, _names(sightings))
        part = identify([one for one in sightings if one.name in around])
        assert part == {which: identity for which, identity in whole.items() if which[1] in around}


def test_names_that_share_a_first_name_alone_are_not_beside_one_another() -> None:
    every = ["Ben Davies", "Ben White", "Davies", "Tom Davies", "Thomas Davies", "White"]
    assert beside("Ben Davies", every) == {"Ben Davies", "Davies"}
    assert _around("Ben Davies", every) == {"Ben Davies", "Davies", "Tom Davies", "Thomas Davies"}
    assert _around("White", every) == {"Ben White", "White"}
    assert _around("Ben White", [*every, "Ben"]) == {*every, "Ben"}


def test_a_crowd_is_looked_at_whole() -> None:
    crowd = [f"{chr(65 + at // 26)}{chr(97 + at % 26)}x Novak" for at in range(CROWD + 1)]
    assert beside(crowd[0], crowd) == set(crowd)
    assert beside(crowd[0], crowd[:-1]) == {crowd[0]}
