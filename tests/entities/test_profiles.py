"""Lines that tell whose player somebody is."""

from __future__ import annotations

import pytest

from tests.entities.told import Told


def holder(text: str, name: str = "Tom Ashby") -> str | None:
    """The club that holds somebody by a text."""
    club = Told(text).person(name).holder
    return club.name if club else None


@pytest.mark.parametrize(
    "text",
    [
        "Tom Ashby\nAge: 23\nCurrent club: Hull City\nPosition: winger\n\nLeeds are keen on him.",
        "Name: Tom Ashby\nCurrent club: Hull\nLinked with: Leeds",
        "Current club: Hull City\n\nPossible destinations: Leeds\n\nTom Ashby may be sold.",
        "Nick Tarn has scored ten goals.\n\nParent club: Hull\n\nTom Ashby may be sold.",
    ],
)
def test_a_label_tells_whose_player_he_is(text: str) -> None:
    assert holder(text) == "Hull City"


@pytest.mark.parametrize(
    "text",
    [
        "Tom Ashby\nClub: Hull City\n\nLeeds are keen on him.",
        "Tom Ashby\nCurrent club: Hull City are third\n\nLeeds are keen on him.",
        "Current club: Hull City\n\n" + "Nothing is known of anybody. " * 12 + "Tom Ashby may be sold.",
    ],
)
def test_other_lines_do_not(text: str) -> None:
    assert holder(text) is None
