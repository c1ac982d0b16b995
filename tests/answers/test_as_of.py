"""No later word leaks: an answer as of a day is that of a ledger which holds only what was said until then."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mooted.answers.brief import brief
from mooted.answers.club import club
from mooted.answers.player import player
from mooted.answers.search import search
from mooted.answers.source import source
from mooted.model.missing import NotFound
from tests.answers.told import START, Said, filled

PLAYERS = st.sampled_from(("Bence Varga", "Milan Kovac", "Tom Ashby"))
CLUBS = st.sampled_from(("Hollin Rovers", "Marrow Town", "Ajax"))
OUTLETS = st.sampled_from(("The Whistle", "Goal Post", "BBC Sport", "The Sun"))
PURSUIT = st.sampled_from(
    ("interest", "talks", "bid", "bid_rejected", "agreed", "signed", "off", "wants_out", "for_sale")
)
SAID = st.builds(
    Said,
    day=st.integers(1, 60),
    event=PURSUIT,
    player=PLAYERS,
    club_to=CLUBS,
    club_from=st.sampled_from(("Ajax", "Genk")),
    outlet=OUTLETS,
    source=st.none() | OUTLETS,
    polarity=st.sampled_from(("affirmed", "affirmed", "denied")),
    position=st.none(),
)
NEED = st.builds(
    Said, day=st.integers(1, 60), event=st.just("needs"), player=st.none(), club_to=CLUBS, club_from=st.none(),
    position=st.sampled_from(("striker", "left-back")), outlet=OUTLETS, source=st.none(), polarity=st.just("affirmed"),
)  # fmt: skip
ASKED = {
    "player": lambda ledger, day: player(ledger, "Bence Varga", as_of=day),
    "club": lambda ledger, day: club(ledger, "Hollin Rovers", as_of=day),
    "brief": lambda ledger, day: brief(ledger, since="3d", as_of=day),
    "brief of a club": lambda ledger, day: brief(ledger, club="Ajax", since="2026-01-01", as_of=day),
    "source": lambda ledger, day: source(ledger, "The Whistle", as_of=day),
    "search": lambda ledger, day: search(ledger, "varga", as_of=day),
}


def answered(ask: Any, ledger: Any, day: str) -> tuple[object, object]:
    """The whole answer as JSON and rows; or that there is none."""
    try:
        found = ask(ledger, day)
    except NotFound as error:
        return type(error), error.asked
    return found.to_json(), found.rows()


@settings(
    max_examples=3, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(st.lists(SAID | NEED, min_size=1, max_size=14), st.integers(1, 60))
def test_an_answer_as_of_a_day_knows_nothing_later(told, day):
    asked = (START + timedelta(days=day - 1)).date().isoformat()
    numbered = list(enumerate(told))
    with filled(numbered) as whole, filled([(n, said) for n, said in numbered if said.day <= day]) as until:
        for name, ask in ASKED.items():
            assert answered(ask, whole, asked) == answered(ask, until, asked), name


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(SAID | NEED, min_size=1, max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(told, shuffler):
    numbered = list(enumerate(told))
    mixed = list(numbered)
    shuffler.shuffle(mixed)
    with filled(numbered) as one, filled(mixed) as other:
        for name, ask in ASKED.items():
            assert answered(ask, one, "2026-03-01") == answered(ask, other, "2026-03-01"), name


@pytest.mark.parametrize("day", ["2026-01-09", "2026-01-09T23:59:59Z", "2026-01-10T00:59+01:00"])
def test_a_day_counts_to_its_end(day):
    with filled([(0, Said(9)), (1, Said(10, "bid"))]) as ledger:
        assert [step.entry.claim.event for step in player(ledger, "Varga", as_of=day).saga.steps] == ["interest"]
