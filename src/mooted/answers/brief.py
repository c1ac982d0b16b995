"""A brief: what is new since a moment, the biggest change first; what was only said again is counted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.change import change, weight
from mooted.answers.clubs import club_of
from mooted.answers.earlier import Stretch
from mooted.answers.gauge import gauges
from mooted.answers.lines import Line, Topic, lines_of, topic_of
from mooted.answers.moments import moment_of, start_of
from mooted.answers.needs import needs_in
from mooted.answers.steprows import STEP_COLUMNS, step_row
from mooted.answers.stories import by_person, talk_begins, voice, window_of
from mooted.answers.table import Table
from mooted.answers.threads import Thread, like, threads
from mooted.model.entry import Entry
from mooted.model.saga import Step
from mooted.model.sagawire import entry_to_json, step_to_json
from mooted.model.wire import Json

if TYPE_CHECKING:
    from mooted.ledger import Ledger

AGO = re.compile(r"([0-9]{1,4}) ?([hdw])")
"""So long ago, as in "24h", "3d" and "2w"."""
_HOURS = {"h": 1, "d": 24, "w": 168}


@dataclass(frozen=True, slots=True)
class News:
    """Something that was not known before, and whatever else is new of the same pursuit.

    ``before`` is the furthest that was known of it, ``voices`` how many independent ones have said it by now,
    ``change`` how much it changes.
    """

    player: str | None
    person: str | None
    holder: str | None
    step: Step
    also: tuple[Step, ...]
    before: Step | None
    voices: int
    change: float

    def to_json(self) -> Json:
        """The news; what was known before by its words."""
        return {
            "player": self.player,
            "person": self.person,
            "holder": self.holder,
            "change": round(self.change, 2),
            "voices": self.voices,
            "before": entry_to_json(self.before.entry)["words"] if self.before else None,
            "step": step_to_json(self.step),
            "also": [step_to_json(step) for step in self.also],
        }


@dataclass(frozen=True, slots=True)
class Brief(Table):
    """What was new from ``since`` to ``as_of``, of one club or of all.

    ``claims`` were said; ``rehash`` of them only said again what was known, ``reports`` is in how many documents.
    ``unread`` people were left aside for less weighty claims; neither news nor rehash counts theirs.
    """

    COLUMNS: ClassVar = ("change", "voices", "before", *STEP_COLUMNS)
    SHOWN: ClassVar = ("change", "voices", "day", "player", "words", "club_to", "club_from", "voice", "evidence")

    club: str | None
    since: datetime
    as_of: datetime
    news: tuple[News, ...]
    claims: int
    rehash: int
    reports: int
    last: datetime | None
    unread: int = 0

    @property
    def title(self) -> str:
        """Of whom and since when."""
        return f"New since {self.since:%Y-%m-%d %H:%M} UTC{f', {self.club}' if self.club else ''}"

    def rows(self) -> list[Json]:
        """A row for each piece of news and for what else is new of it."""
        return [
            {
                "change": round(one.change, 2),
                "voices": one.voices,
                "before": one.before.entry.claim.event if one.before else None,
                **step_row(step),
            }
            for one in self.news
            for step in (one.step, *one.also)
        ]

    def to_json(self) -> Json:
        """The brief with its counts."""
        return {
            "club": self.club,
            "since": self.since.isoformat(),
            "as_of": self.as_of.isoformat(),
            "claims": self.claims,
            "rehash": self.rehash,
            "documents": self.reports,
            "people_left_aside": self.unread,
            "last": self.last.isoformat() if self.last else None,
            "news": [one.to_json() for one in self.news],
        }


def brief(
    ledger: Ledger,
    *,
    club: str | None = None,
    since: date | datetime | str = "24h",
    as_of: date | datetime | str | None = None,
    most: int | None = None,
) -> Brief:
    """What is new since a day, a moment, or so long ago ("24h", "3d"). Raises ``NotFound`` for an unknown club.

    ``most`` is of how many people to tell, those about whom the weightiest was said; by default of all.
    """
    until = moment_of(as_of)
    start = since_moment(since, until)
    called = club_of(ledger, club, until) if club else None
    entries = ledger.entries(club=called, since=start, as_of=until)
    told = by_person(entries)
    people = sorted(told, key=lambda person: _stakes(told[person]), reverse=True)[:most]
    left = set(told) - set(people)
    chosen = [entry for entry in entries if entry.person not in left]
    news = _ordered(list(_news(ledger, chosen, start, until, called)))
    new = {step.entry.id for one in news for step in (one.step, *one.also)}
    newest = entries[-1:] or ledger.entries(club=called, as_of=until, newest_first=True, limit=1)
    return Brief(
        club=called,
        since=start,
        as_of=until,
        news=tuple(news),
        claims=len(entries),
        rehash=len({entry.id for entry in chosen} - new),
        reports=len({entry.imprint.document for entry in entries}),
        last=newest[0].said_at if newest else None,
        unread=len(left),
    )


def _stakes(said: Iterable[Entry]) -> tuple[float, int]:
    """How much may have changed for a player, by his claims alone."""
    weights = [weight(entry.claim) for entry in said]
    return max(weights), len(weights)


def since_moment(since: date | datetime | str, until: datetime) -> datetime:
    """The beginning of a brief that ends at ``until``."""
    ago = AGO.fullmatch(since.strip().lower()) if isinstance(since, str) else None
    if ago:
        return until - timedelta(hours=int(ago[1]) * _HOURS[ago[2]])
    try:
        return start_of(since)
    except ValueError:
        raise ValueError(f"{since!r} is no stretch of time; give it like 24h, 3d or 2021-08-31") from None


def _ordered(news: list[News]) -> list[News]:
    """The biggest change first, all that is new of one player together."""
    most: dict[str, float] = {}
    for one in news:
        most[_about(one)] = max(one.change, most.get(_about(one), 0.0))
    return sorted(news, key=lambda one: (-most[_about(one)], _about(one), -one.change, one.step.entry.order))


def _about(news: News) -> str:
    return news.person or news.step.entry.id


def _news(
    ledger: Ledger, entries: Sequence[Entry], start: datetime, until: datetime, called: str | None
) -> Iterator[News]:
    """What is new in entries, which are all that was said since ``start`` (of the club that is ``called`` so)."""
    said = {entry.id for entry in entries}
    begins = talk_begins(window_of(start))
    whole = _whole(ledger, entries, start, until) if called else entries
    lines = lines_of(ledger, whole, said, Stretch(begins, start, until))
    told = [one for line in lines for one in _of_line(line, said)]
    lacking = {one.person for one in told if one.person and not one.step.entry.claim.club_from}
    known = gauges(ledger.counted(people=sorted(lacking), since=begins, as_of=until))
    for one in told:
        gauge = known.get(one.person or "")
        yield replace(one, holder=one.step.entry.claim.club_from or (gauge and gauge.holder))
    yield from _of_needs(ledger, entries, start, begins)


def _whole(ledger: Ledger, entries: Sequence[Entry], start: datetime, until: datetime) -> list[Entry]:
    """With the entries about one club all others of the same pursuits."""
    wanted = dict.fromkeys((entry.person, entry.claim.club_to) for entry in entries if entry.person)
    return ledger.entries(pursuits=tuple(wanted), since=start, as_of=until)


def _of_line(line: Line, said: Collection[str]) -> Iterator[News]:
    """What is new of one person with one club, that of one pursuit together."""
    together: dict[Topic, list[Thread]] = {}
    for thread in threads(line.steps):
        if thread.step.new and thread.step.entry.id in said:
            together.setdefault(topic_of(thread.step.entry.claim), []).append(thread)
    for topic, told in together.items():
        yield _one(line.player, told, line.before.get(topic))


def _one(player: str, told: list[Thread], before: Entry | None) -> News:
    """One line: the thread that changes most, the others beside it."""
    known = before.claim if before else None
    told = sorted(told, key=lambda thread: change(thread.step.entry.claim, known, thread.voices), reverse=True)
    first = told[0]
    return News(
        player=player,
        person=first.step.entry.person,
        holder=first.step.entry.claim.club_from,
        step=first.step,
        also=tuple(thread.step for thread in told[1:]),
        before=Step(before, voice(before), new=True) if before else None,
        voices=first.voices,
        change=change(first.step.entry.claim, known, first.voices),
    )


def _of_needs(ledger: Ledger, entries: Sequence[Entry], start: datetime, begins: datetime) -> Iterator[News]:
    """Positions that a club is newly said to look for."""
    known = {
        like(entry.claim)
        for club in {entry.claim.club_to for entry in entries if entry.claim.event == "needs" and entry.claim.club_to}
        for entry in ledger.entries(club=club, event="needs", since=begins, until=start)
    }
    for need in needs_in(entries):
        step = need.steps[0]
        if like(step.entry.claim) not in known:
            yield News(None, None, None, step, (), None, need.voices, change(step.entry.claim, None, need.voices))
