"""Track records: what each voice reported, how it came out, and who was first with it.

Two scores are kept apart. The *outcome* score asks if the player moved; the *report* score if what was reported (a bid,
an agreement) was borne out, which is only known of stages that leave a trace: another independent voice told of the
same or a later stage within three weeks, or the move happened. Interest and moods leave none: they are scored only by
how they moved the odds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mooted.model.claim import RUNG, Event
from mooted.model.judgement import TrackRecord
from mooted.reliability.likelihood import likelihood_ratio
from mooted.reliability.shrinkage import shrink
from mooted.reliability.votes import Rate, Resolved

CHECKABLE = RUNG["bid"]
BORNE_OUT = timedelta(days=21)
FOLLOWED = timedelta(days=30)  # within which another voice follows a first one; later it is a new story
Traces = dict[tuple[str, str, Event, datetime], tuple[bool, bool, float | None, bool]]
"""By voice, question, stage and time: first, only repeating, hours of lead, borne out by another voice."""
FEWEST = 10  # settled reports, below which nobody is ranked


@dataclass(frozen=True, slots=True)
class Said:
    """One voice's word on one pursuit: who, of which family, of which player and club, how far, and when."""

    voice: str
    outlet: str
    family: str
    question: str
    event: Event
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """A voice's track record with its report score, and whether there is enough of it to be ranked."""

    record: TrackRecord
    report: Rate | None
    report_n: int
    ranked: bool


def traced(said: Iterable[Said]) -> Traces:
    """Of each word: was it first, did it only repeat, by how many hours it led, and did another voice bear it out."""
    by_question: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_question[one.question].append(one)
    found = {}
    for told in by_question.values():
        told.sort(key=lambda one: (one.said_at, one.voice, one.event))
        for at, one in enumerate(told):
            rung = RUNG[one.event]
            before = [other for other in told[:at] if RUNG[other.event] >= rung and other.said_at < one.said_at]
            others = [other for other in told if other.family != one.family and RUNG[other.event] >= rung]
            after = [other for other in others if one.said_at < other.said_at <= one.said_at + FOLLOWED]
            lead = (after[0].said_at - one.said_at).total_seconds() / 3600 if after and not before else None
            borne = any(abs(other.said_at - one.said_at) <= BORNE_OUT for other in others)
            found[one.voice, one.question, one.event, one.said_at] = (not before, bool(before), lead, borne)
    return found


def standings(
    reports: Sequence[Resolved], as_of: datetime, kind_of: Callable[[str], str], fewest: int = FEWEST
) -> tuple[Standing, ...]:
    """The track record of every voice, the ranked ones first, by how much their word moves the odds."""
    rates = shrink(reports).sources
    checked = [replace(report, right=report.report) for report in reports if report.report is not None]
    borne = shrink(checked).sources
    by_voice: dict[str, list[Resolved]] = defaultdict(list)
    for report in reports:
        by_voice[report.source].append(report)
    found = [_standing(voice, told, (rates, borne), as_of, kind_of(voice), fewest) for voice, told in by_voice.items()]
    return tuple(sorted(found, key=_order))


def _order(standing: Standing) -> tuple[bool, float, str]:
    ratio = standing.record.likelihood_ratio
    return not standing.ranked, -(ratio.share if ratio else 0.0), standing.record.voice


def _standing(
    voice: str,
    told: Sequence[Resolved],
    rates: tuple[Mapping[str, Rate], Mapping[str, Rate]],
    as_of: datetime,
    kind: str,
    fewest: int,
) -> Standing:
    leads = sorted(report.lead_hours for report in told if report.lead_hours is not None)
    record = TrackRecord(
        voice=voice,
        kind=kind,
        event=None,
        resolved=len(told),
        right=sum(report.right for report in told),
        rate=rates[0][voice].rate,
        reports=len(told),
        first=sum(report.first for report in told),
        repeats=sum(report.repeats for report in told),
        lead_hours=leads[len(leads) // 2] if leads else None,
        likelihood_ratio=likelihood_ratio(told),
        as_of=as_of,
    )
    checked = sum(report.report is not None for report in told)
    return Standing(record, rates[1].get(voice), checked, len(told) >= fewest)


def by_stage_and_days(reports: Iterable[Resolved]) -> dict[tuple[str, str], tuple[int, int]]:
    """How many settled reports of each stage, so many days before the close, there are, and how many came true."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for report in reports:
        days = (
            "to 7" if report.days <= 7 else "to 30" if report.days <= 30 else "to 92" if report.days <= 92 else "more"
        )
        n, right = found.get((report.stage, days), (0, 0))
        found[report.stage, days] = n + 1, right + report.right
    return dict(sorted(found.items()))
