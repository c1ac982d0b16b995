"""The sagas that the examples tell together, as they were when somebody last looked; renewed like the claims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mooted.model.saga import Saga
from mooted.pipeline import read_documents
from tests.golden.reading import tell

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "sagas"
NAMES = ("radu-dragusin", "conor-gallagher", "chris-smalling", "harry-kane", "victor-osimhen")
Told = dict[str, tuple[Saga, ...]]


@pytest.fixture(scope="module")
def examples() -> Told:
    read = [one[0] for one in read_documents([EXAMPLES]) if isinstance(one, tuple)]
    return tell(read).sagas


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


def test_a_spun_copy_adds_no_voice(examples: Told) -> None:
    (saga,) = examples["radu-dragusin"]
    spun = [step for step in saga.steps if step.entry.imprint.document == "02-dragusin-spun"]
    assert spun
    assert {step.how for step in spun} <= {"spun", "cites"}
    assert not any(step.new for step in spun)
