"""The sagas that the examples tell together, as they were when somebody last looked at them; renewed like the claims.

And the traps of the field as short articles of our own, from the text to the saga.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from mooted.entities.families import load_families
from mooted.model.document import Document
from mooted.model.entry import Entry, Imprint
from mooted.model.saga import Saga
from mooted.pipeline import Whole, read_documents, read_whole
from mooted.sagas.copies import copies
from mooted.sagas.fold import sagas
from mooted.sagas.who import identify
from tests.sagas.telling import CALENDAR, after

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "sagas"
NAMES = ("radu-dragusin", "conor-gallagher", "chris-smalling", "harry-kane", "victor-osimhen")
Told = dict[str, tuple[Saga, ...]]


def _sagas(documents: Iterable[Document]) -> Told:
    """The sagas of all people whom some documents speak of, by id."""
    read: list[tuple[Document, Whole]] = [(document, read_whole(document)) for document in documents]
    names = identify(sighting for _, whole in read for sighting in whole.people)
    families, derived = load_families(), copies(document for document, _ in read)
    found: dict[str, list[Entry]] = {}
    for document, whole in read:
        said = document.published_at or after(0)
        imprint = Imprint(document.id, "1", said, document.outlet, None, document.url, published_at=said)
        for claim in whole.claims:
            who = names.get((document.id, claim.player or ""))
            if who:
                found.setdefault(who.id, []).append(Entry(claim, imprint, who.id))
    return {id: sagas(told, CALENDAR, families, derived=derived) for id, told in found.items()}


@pytest.fixture(scope="module")
def examples() -> Told:
    read = [one[0] for one in read_documents([EXAMPLES]) if isinstance(one, tuple)]
    return _sagas(read)


def _written(told: tuple[Saga, ...]) -> list[object]:
    """Sagas as somebody would look at them: what stands, and each step in a line."""
    return [
        {
            "saga": saga.id,
            "player": saga.player,
            "holder": saga.holder,
            "outcome": f"{saga.outcome.kind} {saga.outcome.club} {saga.outcome.day}" if saga.outcome else None,
            "suitors": [
                f"{one.club}: {one.furthest}, {'firm' if one.firm else 'possible'}, {one.state}, {one.voices} voices"
                for one in saga.suitors
            ],
            "stances": [
                f"{one.side} {one.who}: {one.event} {one.deal or ''} {one.condition or ''}" for one in saga.stances
            ],
            "contradictions": [one.question for one in saga.contradictions],
            "ties": [f"{one.club}: {one.condition}" for one in saga.ties],
            "steps": [
                f"{step.entry.said_at:%Y-%m-%d} {'new' if step.new else 'told'} {step.entry.claim.event} "
                f"{step.entry.claim.club_to} ({step.voice.name}{', ' + step.how if step.how else ''})"
                for step in saga.steps
            ],
        }
        for saga in told
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_saga_of_the_examples_is_told_as_before(name: str, examples: Told, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{name}.json"
    told = _written(examples[name])
    if request.config.getoption("--renew"):
        golden.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert told == json.loads(golden.read_text(encoding="utf-8")), "look at the difference, then --renew"


def _page(id: str, text: str, days: float = 0, outlet: str = "The Touchline Gazette") -> Document:
    return Document(id, text, outlet=outlet, published_at=after(days))


def test_two_stories_in_one_document_are_two_sagas() -> None:
    told = _sagas(
        [
            _page(
                "d",
                "Leeds United have made a bid for Tom Ashby of Wigan Athletic. Fulham are keen on Luke Varga of Ajax.",
            )
        ]
    )
    assert {id: [one.club for one in saga.suitors] for id, (saga,) in told.items()} == {
        "tom-ashby": ["Leeds United"], "luke-varga": ["Fulham"],
    }  # fmt: skip


def test_historical_fees_are_no_bids() -> None:
    told = _sagas(
        [_page("d", "Roma want Tottenham defender Radu Dragusin, who joined from Genoa for £27m in January 2024.")]
    )
    (saga,) = told["radu-dragusin"]
    assert [(one.club, one.fee) for one in saga.suitors] == [("AS Roma", None)]
    assert saga.outcome is None


def test_diacritics_and_full_names_of_clubs_are_one_saga() -> None:
    told = _sagas(
        [
            _page("a", "AS Roma are interested in Tottenham defender Radu Drăgușin."),
            _page("b", "Roma have made a bid for Radu Dragusin, the Tottenham defender.", 1, "Calcio Corriere"),
        ]
    )
    ((saga,),) = told.values()
    assert [(one.club, one.furthest, one.voices) for one in saga.suitors] == [("AS Roma", "bid", 2)]


def test_no_chance_is_a_denial_and_no_suitor_that_is_live() -> None:
    told = _sagas(
        [_page("d", "Chelsea are not interested in Leeds United striker Tom Ashby, according to Sky Sports.")]
    )
    (saga,) = told["tom-ashby"]
    assert [(one.club, one.state) for one in saga.suitors] == [("Chelsea", "denied")]


def test_a_spun_copy_adds_no_voice(examples: Told) -> None:
    (saga,) = examples["radu-dragusin"]
    spun = [step for step in saga.steps if step.entry.imprint.document == "02-dragusin-spun"]
    assert spun
    assert {step.how for step in spun} <= {"spun", "cites"}
    assert not any(step.new for step in spun)
