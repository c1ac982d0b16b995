"""The table of track records: how often each voice was right, how much its word moved the odds, and who was first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.moments import moment_of
from mooted.answers.replaying import clubs_by_name, context, kind_of, told
from mooted.answers.table import Table
from mooted.entities.families import load_families
from mooted.forecasts.backtest import Asked, ask_all
from mooted.forecasts.observing import Archive, asks, observe
from mooted.forecasts.parameters import load as load_parameters
from mooted.forecasts.signs import voices_of
from mooted.model.claim import LADDER, RUNG
from mooted.model.entry import Entry
from mooted.model.judgement import Interval
from mooted.model.missing import NotFound
from mooted.model.wire import Json
from mooted.reliability.records import (
    CHECKABLE,
    FEWEST,
    Said,
    Standing,
    Traces,
    by_stage_and_days,
    standings,
    traced,
)
from mooted.reliability.votes import Resolved

if TYPE_CHECKING:
    from mooted.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Sources(Table):
    """Track records, the ranked first. ``fewest`` settled reports are needed to be ranked."""

    COLUMNS: ClassVar = (
        "rank", "voice", "kind", "n", "right", "rate", "rate_low", "rate_high", "likelihood_ratio", "lr_low", "lr_high",
        "report_n", "report_rate", "report_low", "report_high", "first", "repeats", "lead_hours",
    )  # fmt: skip
    SHOWN: ClassVar = ("rank", "voice", "n", "rate", "likelihood_ratio", "first", "repeats")

    standings: tuple[Standing, ...]
    stages: dict[tuple[str, str], tuple[int, int]]
    n: int
    fewest: int
    as_of: datetime
    only: str

    @property
    def title(self) -> str:
        """What is told of."""
        return f"Track records{self.only}"

    def rows(self) -> list[Json]:
        """A row for each voice; its rank is null where there is too little to rank it by."""
        return [_row(at, one) for at, one in enumerate(self.standings, 1)]

    def to_json(self) -> Json:
        """The records, and how often reports of each stage came true."""
        return {
            "as_of": self.as_of.isoformat(),
            "n": self.n,
            "fewest": self.fewest,
            "sources": self.rows(),
            "stages": [
                {"stage": stage, "days": days, "n": n, "right": right}
                for (stage, days), (n, right) in self.stages.items()
            ],
        }


def _row(at: int, one: Standing) -> Json:
    record = one.record
    rate, ratio, report = record.rate, record.likelihood_ratio, one.report.rate if one.report else None
    return {
        "rank": at if one.ranked else None, "voice": record.voice, "kind": record.kind, "n": record.resolved,
        "right": record.right, **_spread(rate, "rate", "rate_low", "rate_high"),
        **_spread(ratio, "likelihood_ratio", "lr_low", "lr_high"), "report_n": one.report_n,
        **_spread(report, "report_rate", "report_low", "report_high"), "first": record.first, "repeats": record.repeats,
        "lead_hours": None if record.lead_hours is None else round(record.lead_hours, 1),
    }  # fmt: skip


def _spread(interval: Interval | None, *names: str) -> dict[str, float | None]:
    values = (interval.share, interval.low, interval.high) if interval else (None, None, None)
    return {name: None if value is None else round(value, 4) for name, value in zip(names, values, strict=True)}


def sources(
    ledger: Ledger,
    *,
    club: str | None = None,
    event: str | None = None,
    league: str | None = None,
    as_of: date | datetime | str | None = None,
    fewest: int = FEWEST,
) -> Sources:
    """The track records of all voices up to a moment, of one club, event or league if that is asked.

    Only questions that were settled by then count, each voice once a day for each question.

    Raises:
        NotFound: Where the book has no such league.
    """
    if league and league not in leagues():
        raise NotFound(
            "league", league, tuple(get_close_matches(league, leagues(), n=3)), "give it like premier-league"
        )
    until = moment_of(as_of)
    found = told(ledger, until)
    reports = [report for report in resolved(found, until.date()) if _fits(report, club, event, league)]
    only = "".join(f", {what}" for what in (club, event, league) if what)
    return Sources(
        standings(reports, until, kind_of, fewest), by_stage_and_days(reports), len(reports), fewest, until, only
    )


def leagues() -> set[str]:
    """The ids of the leagues in which the book has clubs."""
    return {club.league for club in clubs_by_name().values() if club.league}


def _fits(report: Resolved, club: str | None, event: str | None, league: str | None) -> bool:
    suitor = report.question.split("|")[1]
    known = clubs_by_name().get(suitor)
    return (
        (club is None or suitor == club)
        and (event is None or report.stage == event)
        and (league is None or (known is not None and known.league == league))
    )


def resolved(found: Archive, until: date) -> Iterator[Resolved]:
    """Each voice's settled reports: what was known before, what came, and whether it was first."""
    trace = traced(_said(entry) for said in found.entries.values() for entry in said if _is_word(entry))
    asked = list(ask_all(observe(found, context()), load_parameters()))
    before: dict[tuple[str, str, str], float] = {}
    words = _by_day(found)
    for one in asked:
        at = (one.person, one.club, one.window)
        prior = before.get(at, one.chances["base_rate"])
        before[at] = one.chance
        if one.came is not None and one.closes <= until:
            for entry, voice in words.get((one.person, one.club, one.day), ()):
                yield _resolved(one, entry, voice, prior, trace)


def _is_word(entry: Entry) -> bool:
    claim = entry.claim
    return asks(entry) and claim.event in LADDER and claim.polarity == "affirmed"


def _voice(entry: Entry) -> str:
    """Who stands first behind an entry, by the usual name: "Mail" and "Daily Mail" have one record."""
    return load_families().name(voices_of(entry)[0])


def _said(entry: Entry) -> Said:
    voice, families = _voice(entry), load_families()
    question = f"{entry.person}|{entry.claim.club_to}"
    return Said(voice, families.outlet(voice), families.of(voice), question, entry.claim.event, entry.said_at)


def _by_day(found: Archive) -> dict[tuple[str, str, date], list[tuple[Entry, str]]]:
    """The furthest word of each voice on each player and club, day by day."""
    words: dict[tuple[str, str, date], dict[str, Entry]] = {}
    for person, said in found.entries.items():
        for entry in said:
            if _is_word(entry) and entry.claim.club_to:
                held = words.setdefault((person, entry.claim.club_to, entry.said_at.date()), {})
                voice = _voice(entry)
                if voice not in held or RUNG[held[voice].claim.event] < RUNG[entry.claim.event]:
                    held[voice] = entry
    return {at: [(entry, voice) for voice, entry in held.items()] for at, held in words.items()}


def _resolved(
    one: Asked,
    entry: Entry,
    voice: str,
    prior: float,
    trace: Traces,
) -> Resolved:
    event = entry.claim.event
    first, repeats, lead, borne = trace[voice, f"{one.person}|{one.club}", event, entry.said_at]
    report = (borne or bool(one.came)) if RUNG[event] >= CHECKABLE and entry.claim.modality == "actual" else None
    return Resolved(
        source=voice,
        outlet=load_families().outlet(voice),
        family=load_families().of(voice),
        question=f"{one.person}|{one.club}|{one.window}",
        stage=event,
        days=(one.closes - one.day).days,
        said_at=entry.said_at,
        right=bool(one.came),
        prior=prior,
        report=report,
        first=first,
        repeats=repeats,
        lead_hours=lead,
    )
