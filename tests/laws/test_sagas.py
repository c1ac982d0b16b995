"""Laws of who is who and of sagas: they do not depend on arrival, and one story leaves another alone."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mooted.model.claim import EVENTS
from mooted.model.entry import Entry, Sighting
from mooted.model.saga import Saga
from mooted.sagas.echo import echoes
from mooted.sagas.fold import sagas
from mooted.sagas.tenures import tenures
from mooted.sagas.who import identify
from tests.sagas.telling import CALENDAR, PRESS, after, seen, sum_of, told

CLUBS = ("Leeds", "Fulham", "Wigan Athletic", None)
NAMES = (
    "Tom Ashby", "Thomas Ashby", "Ashby", "T. Ashby", "Ben Davies", "Davies", "Emerson", "Emerson Royal",
    "Emerson Palmieri", "Vinicius Jr", "Carlos Vinicius", "Vinicius", "Son Heung-min", "Heung-Min Son", "",
)  # fmt: skip
_days = st.integers(-40, 60)
_told = st.builds(
    told, st.sampled_from([event for event in EVENTS if event != "needs"]), st.sampled_from(CLUBS), days=_days,
    by=st.sampled_from(("Morning Whistle", "Evening Whistle", "The Ledger")),
    source=st.sampled_from(((), "The Ledger", "Radio Hollin", "Leeds")),
    polarity=st.sampled_from(("affirmed", "denied")),
    modality=st.sampled_from(("actual", "possible", "conditional")), deal=st.sampled_from((None, "loan", "permanent")),
    fee=st.sampled_from((None, sum_of(6), sum_of(9, "EUR", "agreed"), sum_of(30, kind="asking"))),
    condition=st.sampled_from((None, "if a replacement is found")), words=st.text("abc", max_size=3),
)  # fmt: skip
_sighted = st.builds(
    seen, st.sampled_from(NAMES), st.sampled_from(CLUBS), days=_days, document=st.sampled_from("abcdefgh"),
    role=st.sampled_from(("player", "manager", "journalist")),
    clubs=st.sampled_from(((), ("Leeds",), ("Fulham", "Leeds"))),
    nations=st.sampled_from(((), ("Wales",), ("England",))),
    age=st.sampled_from((None, 21, 30)), positions=st.sampled_from(((), ("striker",), ("goalkeeper",))),
)  # fmt: skip
entries = st.lists(_told, max_size=25, unique_by=lambda entry: entry.id)
sightings = st.lists(_sighted, max_size=25, unique_by=lambda one: (one.document, one.name))


def _folded(told: list[Entry]) -> tuple[Saga, ...]:
    return sagas(told, CALENDAR, PRESS)


@settings(max_examples=150, deadline=None)
@given(entries, st.randoms(use_true_random=False))
def test_a_saga_does_not_depend_on_the_order_of_arrival(told: list[Entry], random: st.DataObject) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _folded(shuffled) == _folded(told)


@settings(max_examples=150, deadline=None)
@given(sightings, st.randoms(use_true_random=False))
def test_who_is_who_does_not_depend_on_the_order_of_arrival(seen: list[Sighting], random: st.DataObject) -> None:
    shuffled = list(seen)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert identify(shuffled) == identify(seen)
    assert tenures(shuffled, identify(shuffled)) == tenures(seen, identify(seen))


@settings(max_examples=100, deadline=None)
@given(sightings)
def test_everybody_is_somebody(seen: list[Sighting]) -> None:
    found = identify(seen)
    assert found.keys() == {(one.document, one.name) for one in seen}
    by_id: dict[str, object] = {}
    for identity in found.values():
        assert by_id.setdefault(identity.id, identity) == identity
    assert all(name in found[document, name].names for document, name in found)


@settings(max_examples=100, deadline=None)
@given(sightings)
def test_an_article_about_somebody_else_changes_nobody(seen: list[Sighting]) -> None:
    other = Sighting("z", after(3), "Ruaridh Quillfeather", "player", "Motherwell")
    found = identify([*seen, other])
    assert found.pop(("z", "Ruaridh Quillfeather")).id == "ruaridh-quillfeather"
    assert found == identify(seen)


@settings(max_examples=100, deadline=None)
@given(entries)
def test_a_window_knows_nothing_of_what_is_said_after_it(told: list[Entry]) -> None:
    moment = after(5)
    early = [entry for entry in told if entry.said_at <= moment]
    assert sagas(told, CALENDAR, PRESS, as_of=moment) == sagas(early, CALENDAR, PRESS, as_of=moment)


@settings(max_examples=100, deadline=None)
@given(entries)
def test_each_entry_is_told_once_and_suitors_are_branches(told: list[Entry]) -> None:
    found = _folded(told)
    assert sorted(step.entry.id for saga in found for step in saga.steps) == sorted(entry.id for entry in told)
    for saga in found:
        told_here = {step.entry.id for step in saga.steps}
        assert all(step.entry.id in told_here for suitor in saga.suitors for step in suitor.steps)
        assert all(len(one.sides) > 1 and all(side.steps for side in one.sides) for one in saga.contradictions)


@settings(max_examples=100, deadline=None)
@given(entries)
def test_an_echo_leads_to_an_origin_that_is_none(told: list[Entry]) -> None:
    found = echoes(told, PRESS)
    assert found.keys() == {entry.id for entry in told}
    said = {entry.id: entry.said_at for entry in told}
    for id, echo in found.items():
        if echo.origin is not None:
            assert found[echo.origin].origin is None
            assert said[echo.origin] <= said[id] + timedelta(hours=36)
        assert (echo.how is None) == (echo.origin is None) == (echo.delay is None)
