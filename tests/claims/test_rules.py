"""The rule files: every rule loads, is documented, reads the sentences that it must, and passes over the others.

A sentence of ``reads`` is followed by the claims that it makes, each after `` > ``, as in ``tests/corpus``:
``"Leeds are keen on Wigan midfielder Tom Ashby. > Tom Ashby | interest | to Leeds United"``.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mooted.claims.lexicon import RULES, Rule, load, rules
from mooted.language.fold import fold
from mooted.language.inflect import expand
from mooted.model.claim import EVENTS, Claim
from mooted.model.document import Document
from mooted.pipeline import read_document

ALL = list(rules())
PUBLISHED = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)
CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
each_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)


def read(sentence: str) -> tuple[Claim, ...]:
    return read_document(Document("sentence", sentence, published_at=PUBLISHED))


def told(claim: Claim) -> str:
    """A claim as the files write it."""
    fields = [claim.player or "-", claim.event]
    fields += [f"to {claim.club_to}"] if claim.club_to else []
    fields += [f"from {claim.club_from}"] if claim.club_from else []
    fields += [claim.modality] if claim.modality != "actual" else []
    fields += ["denied"] if claim.polarity == "denied" else []
    fields += [f"position {claim.position}"] if claim.position else []
    return " | ".join(fields)


def says(claim: Claim, wanted: str) -> bool:
    """Does a claim say at least what is wanted? Player, event and suitor always, the rest where it is written."""
    player, event, *rest = (field.strip() for field in wanted.split(" | "))
    to = next((field[3:] for field in rest if field.startswith("to ")), None)
    same = (claim.player or "-", claim.event, claim.club_to) == (player, event, to)
    return same and set(rest) <= set(told(claim).split(" | "))


def missing(example: str) -> list[str]:
    """The claims of an example that its sentence does not give, each with what it gives instead."""
    sentence, *wanted = example.split(" > ")
    found = read(sentence)
    lost = [claim for claim in wanted if not any(says(one, claim) for one in found)]
    return [f"{sentence!r} gives no {claim!r} but {[told(one) for one in found]}" for claim in lost]


def fires(rule: Rule, sentence: str) -> bool:
    hits = load().find(fold(sentence).lower())
    return any(meaning.rule == rule.name for hit in hits for meaning in hit.value.meanings)


def test_there_are_rules_for_every_event() -> None:
    assert {event for rule in ALL for event in rule.events} == set(EVENTS)


def test_each_name_is_given_once() -> None:
    assert [name for name, times in Counter(rule.name for rule in ALL).items() if times > 1] == []


def test_each_file_says_what_it_is_about() -> None:
    assert [path.name for path in sorted(RULES.glob("*.toml")) if not path.read_text("utf-8").startswith("# ")] == []


@each_rule
def test_a_rule_is_well_formed(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name)
    assert rule.events
    assert set(rule.events) <= set(EVENTS)
    assert len(set(rule.events)) == len(rule.events)
    assert rule.say
    assert [pattern for pattern in rule.say if pattern != pattern.strip() or pattern != fold(pattern).lower()] == []


@each_rule
def test_every_pattern_stands_for_phrases_that_can_be_found(rule: Rule) -> None:
    phrases = {words for pattern in rule.say for words in expand(pattern)}
    assert [words for words in phrases if not words.strip() or ".." in words or set("|()~") & set(words)] == []


@each_rule
def test_the_shape_is_described(rule: Rule) -> None:
    assert f"| `{rule.shape}` |" in CONTRIBUTING.read_text(encoding="utf-8")


@each_rule
def test_a_rule_stands_in_its_own_examples(rule: Rule) -> None:
    sentences = [example.partition(" > ")[0] for example in (*rule.reads, *rule.passes)]
    assert [sentence for sentence in sentences if not fires(rule, sentence)] == []


@each_rule
def test_a_rule_reads_what_it_must(rule: Rule) -> None:
    assert [example for example in rule.reads if " > " not in example] == []
    assert [failure for example in rule.reads for failure in missing(example)] == []


@each_rule
def test_a_rule_passes_over_what_only_looks_like_it(rule: Rule) -> None:
    read_anyway = {sentence: [told(claim) for claim in read(sentence)] for sentence in rule.passes}
    assert {sentence: claims for sentence, claims in read_anyway.items() if claims} == {}


def test_a_missing_claim_is_told() -> None:
    assert missing("Leeds beat Derby 2-0. > Tom Ashby | bid | to Leeds United") == [
        "'Leeds beat Derby 2-0.' gives no 'Tom Ashby | bid | to Leeds United' but []"
    ]


@each_rule
def test_a_rule_has_examples_for_and_against(rule: Rule) -> None:
    assert len(rule.reads) >= 2
    assert rule.passes
