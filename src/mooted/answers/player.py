"""A player: his saga in one window, and what else the ledger knows of him."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.chapters import Chapter, Story, chapter_of, story_of
from mooted.answers.moments import moment_of
from mooted.answers.people import known_by, person_of, told_in
from mooted.answers.settled import settled
from mooted.answers.steprows import STEP_COLUMNS, STEP_SHOWN, step_row
from mooted.answers.stories import stories
from mooted.answers.table import Table
from mooted.answers.waiting import tied
from mooted.model.entry import Identity
from mooted.model.missing import NotFound
from mooted.model.move import Move
from mooted.model.phrases import window_words
from mooted.model.saga import Saga, Step
from mooted.model.sagawire import identity_to_json, move_to_json, saga_to_json
from mooted.model.wire import Json

if TYPE_CHECKING:
    from mooted.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Player(Table):
    """All that was known of a player at ``as_of``: the saga of one window, ``chapters`` for all of them.

    ``moves`` are those that the ledger was told of in a table of transfers.
    """

    COLUMNS: ClassVar = STEP_COLUMNS
    SHOWN: ClassVar = tuple(name for name in STEP_SHOWN if name != "player")

    identity: Identity
    saga: Saga
    chapters: tuple[Chapter, ...]
    moves: tuple[Move, ...]
    as_of: datetime

    @property
    def title(self) -> str:
        """Who, where and when."""
        held = f", {self.saga.holder}" if self.saga.holder else ""
        return f"{self.identity.name}{held}, {window_words(self.saga.window)}"

    @property
    def repeats(self) -> dict[str, tuple[Step, ...]]:
        """By the id of an origin, the steps that only repeat it."""
        folded: dict[str, list[Step]] = {}
        for step in self.saga.steps:
            if step.origin:
                folded.setdefault(step.origin, []).append(step)
        return {origin: tuple(steps) for origin, steps in folded.items()}

    @property
    def voices(self) -> int:
        """How many independent voices speak in this saga."""
        return len({step.voice.family for step in self.saga.steps if step.origin is None})

    @property
    def agents(self) -> tuple[str, ...]:
        """Who is said to represent him, the one named most first."""
        named = Counter(agent for step in self.saga.steps if (agent := step.entry.claim.agent))
        return tuple(sorted(named, key=lambda name: (-named[name], name)))

    def rows(self) -> list[Json]:
        """A row for each step of the timeline."""
        return [step_row(step) for step in self.saga.steps]

    def to_json(self) -> Json:
        """The saga, with who he is."""
        return {
            "player": self.identity.name,
            "person": self.identity.id,
            "as_of": self.as_of.isoformat(),
            **saga_to_json(self.saga),
            "voices": self.voices,
            "agents": list(self.agents),
            "identity": identity_to_json(self.identity),
            "moves": [move_to_json(move) for move in self.moves],
            "windows": [_chapter_to_json(chapter) for chapter in self.chapters],
        }


def player(
    ledger: Ledger, name: str, *, as_of: date | datetime | str | None = None, window: str | None = None
) -> Player:
    """What was known of a player; of several windows the last that was spoken of, or ``window`` ("2021-summer").

    Raises ``Several`` where the name fits several people, ``NotFound`` where it fits none, or none spoken of by then.
    """
    until = moment_of(as_of)
    identity = person_of(ledger, name, until)
    story = story_of(ledger, identity.id, until, window) or _anew(ledger, identity, until, window)
    shown = known_by(identity, story.names, story.clubs)
    if as_of is None:  # since when these were known, no claim tells
        shown = replace(shown, nations=identity.nations, positions=identity.positions)
    moves = tuple(ledger.moves(person=identity.id, as_of=until))
    return Player(
        identity=shown,
        saga=tied(ledger, settled(story.saga, moves), until),
        chapters=story.chapters,
        moves=moves,
        as_of=until,
    )


def _anew(ledger: Ledger, identity: Identity, until: datetime, window: str | None) -> Story:
    """The story with every window told in full."""
    entries = ledger.entries(person=identity.id, as_of=until)
    sagas = stories(ledger, entries, until)
    if not sagas:
        raise NotFound("claim about anyone", identity.name, remedy=f"nothing was said of him by {until:%Y-%m-%d}")
    return Story(_chosen(sagas, window, identity), tuple(map(chapter_of, sagas)), *told_in(entries))


def _chosen(sagas: tuple[Saga, ...], window: str | None, identity: Identity) -> Saga:
    """The saga asked for, else the one spoken of last."""
    if window is None:
        return max(sagas, key=lambda saga: saga.steps[-1].entry.order)
    for saga in sagas:
        if saga.window == window:
            return saga
    raise NotFound(f"saga of {identity.name}", window, tuple(saga.window for saga in sagas))


def _chapter_to_json(chapter: Chapter) -> Json:
    return {
        "window": chapter.window,
        "holder": chapter.holder,
        "claims": chapter.claims,
        "club": chapter.club,
        "furthest": chapter.furthest,
        "last": chapter.last.isoformat(),
    }


def kinds(saga: Saga) -> Counter[str]:
    """How many steps are new, repeat another, or confirm what was known."""
    return Counter("new" if step.new else "repeats" if step.origin else "confirms" for step in saga.steps)
