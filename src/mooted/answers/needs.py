"""What a club looks for: positions, with who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mooted.answers.stories import talk_begins, voice
from mooted.model.entry import Entry
from mooted.model.saga import Step
from mooted.model.sagawire import step_to_json
from mooted.model.window import Window
from mooted.model.wire import Json

if TYPE_CHECKING:
    from mooted.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Need:
    """A position that a club looks for (or, ``sought`` false, is said not to)."""

    club: str
    position: str | None
    sought: bool
    first: datetime
    last: datetime
    voices: int
    steps: tuple[Step, ...]

    def to_json(self) -> Json:
        """The need with its steps."""
        return {
            "position": self.position,
            "sought": self.sought,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "voices": self.voices,
            "steps": [step_to_json(step) for step in self.steps],
        }


def needs_of(ledger: Ledger, club: str, window: Window, until: datetime) -> tuple[Need, ...]:
    """The needs of a club in a window, the latest spoken of first."""
    entries = ledger.entries(club=club, event="needs", since=talk_begins(window), as_of=until)
    return tuple(sorted(needs_in(entries), key=lambda need: need.last, reverse=True))


def needs_in(entries: Iterable[Entry]) -> Iterator[Need]:
    """The needs that entries tell, club by club and position by position."""
    told: dict[tuple[str, str | None, str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.order):
        claim = entry.claim
        if claim.event == "needs" and claim.club_to:
            told.setdefault((claim.club_to, claim.position, claim.polarity), []).append(entry)
    for (club, position, polarity), said in told.items():
        steps = tuple(_steps(said))
        yield Need(
            club, position, polarity == "affirmed", said[0].said_at, said[-1].said_at, steps[-1].independent, steps
        )


def _steps(said: Iterable[Entry]) -> Iterator[Step]:
    """The first telling is new; the others count as voices where their publisher had not spoken yet."""
    heard: dict[str, str] = {}
    for entry in said:
        who = voice(entry)
        origin = heard.get(who.family)
        heard.setdefault(who.family, entry.id)
        yield Step(entry, who, new=len(heard) == 1 and origin is None, independent=len(heard), origin=origin)
