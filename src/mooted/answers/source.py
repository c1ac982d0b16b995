"""A source: what an outlet or journalist has said in a stretch of time, first and after others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Literal

from mooted.answers.askable import askable
from mooted.answers.brief import since_moment
from mooted.answers.moments import moment_of
from mooted.answers.press import forms_of, near_sources, one_voice_with, press_of
from mooted.answers.steprows import STEP_COLUMNS, step_row
from mooted.answers.stories import names_of, talk_begins, timelines_of, window_of
from mooted.answers.table import Table
from mooted.answers.threads import Thread, threads
from mooted.model.entry import Entry
from mooted.model.missing import NotFound
from mooted.model.saga import Step
from mooted.model.sagawire import step_to_json
from mooted.model.wire import Json
from mooted.sagas.fold import name_in

if TYPE_CHECKING:
    from mooted.ledger import Ledger

Place = Literal["first", "confirms", "repeats"]
"""It was new; another had said it, and this one says it of its own; it only says again what another had said."""
USUAL = timedelta(days=30)
MOST = 300  # claims that are looked at one by one, the newest


@dataclass(frozen=True, slots=True)
class Report:
    """One claim of the source, and whether others had it before: ``after`` is the first who did."""

    step: Step
    player: str
    place: Place
    after: Step | None

    @property
    def lag(self) -> int | None:
        """Seconds after the first; null where it was the first."""
        return int((self.step.entry.said_at - self.after.entry.said_at).total_seconds()) if self.after else None

    def to_json(self) -> Json:
        """The claim, its place, and whom it follows."""
        after = self.after
        return {
            "place": self.place,
            "player": self.player,
            "lag_seconds": self.lag,
            "after": {"claim": after.entry.id, "voice": after.voice.name} if after else None,
            "step": step_to_json(self.step),
        }


@dataclass(frozen=True, slots=True)
class Source(Table):
    """What a source said from ``since`` to ``as_of``, the newest first.

    ``kind``, ``family`` and ``kin`` (the other outlets of its publisher) are what the book knows of it. Of more than
    ``most`` claims the newest are in ``reports`` (``claims`` counts them all).
    """

    COLUMNS: ClassVar = ("place", "after", "lag_seconds", *STEP_COLUMNS)
    SHOWN: ClassVar = ("place", "after", "day", "player", "words", "club_to", "club_from", "evidence")

    name: str
    kind: str | None
    family: str | None
    since: datetime
    as_of: datetime
    reports: tuple[Report, ...]
    claims: int
    last: datetime
    kin: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Who, and since when."""
        return f"{self.name}, since {self.since:%Y-%m-%d}"

    @property
    def places(self) -> Counter[Place]:
        """How many of the reports were first, confirmed or repeated."""
        return Counter(report.place for report in self.reports)

    @property
    def clubs(self) -> Counter[str]:
        """The clubs that it speaks of, by how often; of equals the one spoken of last."""
        claims = (report.step.entry.claim for report in self.reports)
        return Counter(club for claim in claims for club in dict.fromkeys((claim.club_to, claim.club_from)) if club)

    def rows(self) -> list[Json]:
        """A row for each report."""
        return [
            {
                "place": report.place,
                "after": report.after.voice.name if report.after else None,
                "lag_seconds": report.lag,
                **step_row(report.step),
            }
            for report in self.reports
        ]

    def to_json(self) -> Json:
        """What it said, with counts."""
        return {
            "source": self.name,
            "kind": self.kind,
            "family": self.family,
            "one_voice_with": list(self.kin),
            "since": self.since.isoformat(),
            "as_of": self.as_of.isoformat(),
            "last": self.last.isoformat(),
            "claims": self.claims,
            **{place: self.places[place] for place in ("first", "confirms", "repeats")},
            "clubs": dict(self.clubs.most_common(20)),
            "reports": [report.to_json() for report in self.reports],
        }


def source(
    ledger: Ledger,
    name: str,
    *,
    since: date | datetime | str | None = None,
    as_of: date | datetime | str | None = None,
    most: int = MOST,
) -> Source:
    """What an outlet or journalist has said since a day (by default in its last thirty). Raises ``NotFound``.

    ``most`` is how many claims to look at one by one, the newest.
    """
    until = moment_of(as_of)
    press = press_of(name)
    called = press.name if press else askable(name)
    forms = forms_of(called, press)
    newest = ledger.entries(source=forms, as_of=until, newest_first=True, limit=1)
    if not newest:
        raise NotFound("source", name, near_sources(name), "it is neither printed by nor quoted in any document yet")
    last = newest[0].said_at
    start = since_moment(since, until) if since else last - USUAL
    entries = ledger.entries(source=forms, since=start, as_of=until, newest_first=True, limit=most)[::-1]
    claims = len(entries) if len(entries) < most else ledger.count(source=forms, since=start, as_of=until)
    reports = sorted(_reports(ledger, entries, until), key=lambda one: one.step.entry.order, reverse=True)
    kind, family = (press.kind, press.family) if press else (None, None)
    return Source(called, kind, family, start, until, tuple(reports), claims, last, one_voice_with(press))


def _reports(ledger: Ledger, entries: Sequence[Entry], until: datetime) -> Iterator[Report]:
    """Each claim of the source among all that was said of the same pursuits in those windows."""
    own = {entry.id for entry in entries}
    if not entries:
        return
    begins = talk_begins(window_of(entries[0].said_at))
    pursuits = dict.fromkeys((entry.person, entry.claim.club_to) for entry in entries if entry.person)
    named = names_of(ledger, {person for person, _ in pursuits}, begins, until)
    for line in timelines_of(ledger, tuple(pursuits), begins, until):
        player = named.get((line.person, line.window.id)) or name_in(line.steps)
        for thread in threads(line.steps):
            yield from _of_thread(thread, player, own)


def _of_thread(thread: Thread, player: str, own: set[str]) -> Iterator[Report]:
    if thread.step.entry.id in own:
        yield Report(thread.step, player, "first", None)
    for step in thread.again:
        if step.entry.id in own:
            yield Report(step, player, "repeats" if step.origin else "confirms", thread.step)
