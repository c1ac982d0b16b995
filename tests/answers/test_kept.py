"""What is told from gists and kept chapters is what all claims would tell, whatever came late or was corrected."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from mooted.answers import brief, chapters, keeping
from mooted.answers.chapters import story_of
from mooted.answers.player import player
from mooted.answers.stories import by_person, stories
from mooted.answers.threads import threads
from mooted.model.entry import Correction
from tests.answers.told import START, Said, a_ledger, document_of

NOW = datetime(2028, 6, 1, tzinfo=UTC)
VARGA = "bence-varga"
EVENTS = ("interest", "talks", "bid", "agreed", "signed", "off", "wants_out", "wants_stay", "for_sale", "past_move")
CLUBS = ("Hollin Rovers", "Marrow Town", None)
LAST = Said(830, "talks")  # by then all windows before are over
OUTLETS = ("The Whistle", "Goal Post", "Radio Kick")


@pytest.fixture(autouse=True)
def kept_of_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mooted.answers.chapters.FEW", 2)
    monkeypatch.setattr("mooted.answers.keeping.FEW", 2)


def some(luck: random.Random, count: int, days: int) -> list[Said]:
    """Claims about two players, in the order of time."""
    drawn = sorted(luck.randrange(1, days) for _ in range(count))
    return [
        Said(
            day, luck.choice(EVENTS), luck.choice(("Bence Varga", "Bence Varga", "Milan Kerr")), luck.choice(CLUBS),
            outlet=luck.choice(OUTLETS), source=luck.choice((None, *OUTLETS)),
            polarity="denied" if luck.random() < 0.15 else "affirmed",
        )
        for day in drawn
    ]  # fmt: skip


def told(ledger, as_of: datetime | None = None, window: str | None = None) -> dict:
    return player(ledger, VARGA, as_of=as_of or NOW, window=window).to_json()


@pytest.mark.parametrize("seed", range(4))
def test_a_saga_is_the_same_from_kept_chapters(seed: int) -> None:
    with a_ledger(*some(random.Random(seed), 90, 800), LAST) as ledger:
        windows = [chapter["window"] for chapter in told(ledger)["windows"]]
        moments = [NOW, *(START + timedelta(days=at) for at in (150, 420, 640))]
        asked = [(moment, None) for moment in moments] + [(NOW, window) for window in windows]
        before = [told(ledger, *one) for one in asked]
        assert story_of(ledger, VARGA, NOW, None) is None
        assert keeping.keep_chapters(ledger) >= len(windows) - 1
        assert story_of(ledger, VARGA, NOW, None) is not None
        assert [told(ledger, *one) for one in asked] == before
        assert keeping.keep_chapters(ledger) == 0


def test_chapters_told_by_other_rules_are_told_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    with a_ledger(*some(random.Random(1), 90, 800), LAST) as ledger:
        kept = keeping.keep_chapters(ledger)
        for module in (keeping, chapters):
            monkeypatch.setattr(module, "rules", lambda: "others")
        assert story_of(ledger, VARGA, NOW, None) is None
        assert keeping.keep_chapters(ledger) == kept
        assert story_of(ledger, VARGA, NOW, None) is not None
        assert keeping.keep_chapters(ledger) == 0


def test_late_news_and_corrections_overtake_a_chapter() -> None:
    said = [*some(random.Random(9), 90, 800), LAST]
    late = document_of(500, Said(40, "bid", club_to="Late Albion"))
    with a_ledger(*said) as ledger, a_ledger(*said) as plain:
        keeping.keep_chapters(ledger)
        first = min((one for one in plain.entries(person=VARGA) if one.claim.club_to), key=lambda one: one.order)
        correction = Correction("club_to", first.id, "Corrected City", "me", "misread", NOW)
        for change in (lambda one: one.add(*late), lambda one: one.correct(correction)):
            for one in (ledger, plain):
                change(one)
            assert story_of(ledger, VARGA, NOW, None) is None
            assert told(ledger) == told(plain)
            keeping.keep_chapters(ledger, again=True)
            assert story_of(ledger, VARGA, NOW, None) is not None
            assert told(ledger) == told(plain)
        ledger.rebuild()
        assert (ledger.chapters_until(), told(ledger)) == (None, told(plain))


@pytest.mark.parametrize("seed", range(6))
def test_a_brief_tells_what_whole_sagas_tell_to_be_new(seed: int) -> None:
    luck = random.Random(seed)
    with a_ledger(*some(luck, 120, 240)) as ledger:
        until = START + timedelta(days=luck.randrange(120, 240))
        since = until - timedelta(days=luck.choice((20, 40)))
        found = brief(ledger, since=since, as_of=until)
        fresh = {one.id for one in ledger.entries(since=since, as_of=until)}
        whole = {
            thread.step.entry.id: thread.voices
            for entries in by_person(ledger.entries(as_of=until)).values()
            for saga in stories(ledger, entries, until)
            for thread in threads(saga.steps)
            if thread.step.new and thread.step.entry.id in fresh and thread.step.entry.claim.event != "past_move"
        }
        assert {step.entry.id for one in found.news for step in (one.step, *one.also)} == set(whole)
        assert {one.step.entry.id: one.voices for one in found.news}.items() <= whole.items()
        assert whole
