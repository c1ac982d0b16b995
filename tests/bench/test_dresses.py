"""Pages in another dress."""

from __future__ import annotations

import pytest

from bench.corpus import examples
from bench.dresses import DRESSES, measured

LOSSLESS = ("line ends of Windows", "HTML", "names linked (Markdown)", "places to break words", "22 year old")


@pytest.mark.parametrize("name", LOSSLESS)
def test_what_only_dresses_a_page_costs_nothing(name: str) -> None:
    (page,) = [one for one in examples() if one.document.id == "02-dragusin-spun"]
    assert DRESSES[name](page.document.text) != page.document.text
    bare, dressed = (measured([page], DRESSES[dress]) for dress in ("as it is", name))
    assert bare.claims.f1 > 0
    assert dressed == bare


def test_every_dress_can_be_read() -> None:
    pages = examples()[:2]
    for dress in DRESSES.values():
        assert measured(pages, dress).links.f1 > 0
