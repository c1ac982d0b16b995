"""Track records for pages: of one source by what it is about, and of all sources in a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, cast

from fastapi import HTTPException
from markupsafe import Markup

from mooted.answers.clubs import club_of
from mooted.answers.moments import moment_of
from mooted.model.claim import Event
from mooted.model.judgement import Interval
from mooted.model.missing import NotFound
from mooted.model.phrases import EVENT_WORDS
from mooted.reliability.records import FEWEST, Standing, by_stage_and_days, standings
from mooted.reliability.votes import Resolved
from mooted.show.steps import span_words
from mooted.web.asking import Asked
from mooted.web.charts.reliability import Bin, reliability

if TYPE_CHECKING:
    from mooted.answers.sources import Sources

LARGEST = 250_000
"""Claims of a ledger beyond which the desk does not replay it by itself."""
_CLUBS = 6  # clubs in the table of a source
_FEW = 12  # settled reports on a club, below which its records are not worked out
_COLUMNS = ("Source", "Kind", "Settled", "Came about (90 %)", "Moves the odds", "Borne out", "Of", "First", "Repeats",
            "Lead")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """How often a source was right about one kind of thing, and how often the field is."""

    of: str
    resolved: int
    rate: Interval
    field: float


@dataclass(frozen=True, slots=True)
class Records:
    """All settled reports up to a day, and what follows from them: for all, by stage and by club."""

    reports: tuple[Resolved, ...]
    overall: tuple[Standing, ...]
    stages: Mapping[str, tuple[Standing, ...]]
    clubs: Mapping[str, tuple[Standing, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """The records of all sources: columns, rows by name, and a word where there are none (yet)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    nothing: str
    waiting: bool = False


def work_out(address: str, day: str) -> Records:
    """The records of a ledger up to a day (or "" for now); takes seconds."""
    from mooted.answers.replaying import told
    from mooted.answers.sources import resolved
    from mooted.opening import open_ledger

    until = moment_of(day or None)
    with open_ledger(address, mode="read") as ledger:
        found = told(ledger, until)
        reports = tuple(resolved(found, until.date()))
    return Records(
        reports,
        _standings(reports, until),
        {stage: _standings(some, until) for stage, some in _by(reports, lambda one: one.stage).items()},
        {club: _standings(some, until) for club, some in _by(reports, _club).items() if len(some) >= _FEW},
    )


def tables_of(found: Records, name: str) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """The records of a source, table by table."""
    own = [one for one in found.reports if one.source == name]
    field = _share(found.reports)
    stages = [_row(_words(stage), one, _share(_of_stage(found.reports, stage)))
              for stage, some in found.stages.items() for one in some if one.record.voice == name]  # fmt: skip
    often = [club for club, _ in Counter(map(_club, own)).most_common(_CLUBS)]
    clubs = [_row(club, one, field) for club in often for one in found.clubs.get(club, ()) if one.record.voice == name]
    tables = (
        ("All it reported", tuple(_overall(found, name, field))),
        ("By stage", tuple(sorted(stages, key=lambda row: -row.resolved))),
        ("By club", tuple(clubs)),
    )
    return tuple((title, rows) for title, rows in tables if rows)


def calibration_of(found: Records, name: str) -> Markup:
    """For each stage, how often such reports come about in the field, and how often this source's did."""
    bins = [
        Bin(_share(_of_stage(found.reports, stage)), one.record.rate.share, one.record.rate.low,
            one.record.rate.high, one.record.resolved, _words(stage))
        for stage, some in found.stages.items() for one in some if one.record.voice == name and one.record.resolved >= 3
    ]  # fmt: skip
    title = f"{name}: what came of its reports, beside the field"
    return reliability(title, bins, "all sources", name) if len(bins) > 1 else Markup("")


def table(ask: Asked, club: str, event: str) -> Table:
    """The records of all sources, of one club's pursuits or one stage where that is asked."""
    found = records(ask)
    if found is None:
        return Table((), (), *why_not(ask))
    try:
        named = club_of(ask.ledger, club, moment_of(ask.as_of)) if club else ""
    except NotFound as missing:
        return Table((), (), str(missing))
    fitting = [one for one in _chosen(found, named, event, moment_of(ask.as_of)) if one.ranked or named or event]
    rows = tuple((one.record.voice, tuple(_cells(one))) for one in fitting)
    nothing = "No report of this kind is settled yet: import what happened with mooted outcomes import."
    return Table(_COLUMNS, rows, nothing)


def why_not(ask: Asked) -> tuple[str, bool]:
    """Why there are no records, and whether they are being worked out."""
    if ask.ledger.exceeds(LARGEST):
        return f"This ledger has more than {LARGEST:,} claims: work them out with mooted sources.", False
    return "Being worked out from every settled report; it takes some seconds for each thousand documents.", True


def records(ask: Asked) -> Records | None:
    """What became of reports by the day asked for; null until it is worked out, and for a ledger too large for that."""
    if ask.ledger.exceeds(LARGEST):
        return None
    return ask.background.ask(work_out, ask.revision, ask.turned_to)


def standings_of(ask: Asked, club: str, event: str) -> Sources:
    """The records of all sources as an answer.

    Raises 503 until they are worked out, 404 for a ledger too large for that, ``NotFound`` for the club.
    """
    from mooted.answers.sources import Sources

    found = records(ask)
    if found is None:
        words, soon = why_not(ask)
        raise HTTPException(503, words, {"retry-after": "10"}) if soon else HTTPException(404, words)
    until = moment_of(ask.as_of)
    named = club_of(ask.ledger, club, until) if club else ""
    only = "".join(f", {what}" for what in (named, event) if what)
    chosen = _chosen(found, named, event, until)
    return Sources(chosen, by_stage_and_days(found.reports), len(found.reports), FEWEST, until, only)


def _chosen(found: Records, club: str, event: str, until: datetime) -> tuple[Standing, ...]:
    if not club and not event:
        return found.overall
    if not club:
        return found.stages.get(event, ())
    return _standings([one for one in found.reports if _club(one) == club and event in ("", one.stage)], until)


def _standings(reports: Sequence[Resolved], until: datetime) -> tuple[Standing, ...]:
    from mooted.answers.replaying import kind_of

    return standings(reports, until, kind_of, FEWEST) if reports else ()


def _by(reports: Iterable[Resolved], of: Callable[[Resolved], str]) -> dict[str, list[Resolved]]:
    found: dict[str, list[Resolved]] = defaultdict(list)
    for one in reports:
        found[of(one)].append(one)
    return found


def _club(report: Resolved) -> str:
    return report.question.split("|")[1]


def _of_stage(reports: Iterable[Resolved], stage: str) -> list[Resolved]:
    return [one for one in reports if one.stage == stage]


def _share(reports: Sequence[Resolved]) -> float:
    return sum(one.right for one in reports) / len(reports) if reports else 0.0


def _words(stage: str) -> str:
    """A stage in the words of the pages."""
    return EVENT_WORDS[cast(Event, stage)][0]


def _row(of: str, one: Standing, field: float) -> Row:
    return Row(of, one.record.resolved, one.record.rate, field)


def _overall(found: Records, name: str, field: float) -> Iterator[Row]:
    checked = [one.report for one in found.reports if one.report is not None]
    for one in found.overall:
        if one.record.voice == name:
            yield _row("Moves came about", one, field)
            if one.report:
                yield Row("Reports borne out", one.report_n, one.report.rate, sum(checked) / len(checked))


def _cells(one: Standing) -> Iterator[str]:
    record, ratio = one.record, one.record.likelihood_ratio
    yield record.kind
    yield f"{record.resolved}"
    yield _spread(record.rate)
    yield f"×{ratio.share:.1f} ({ratio.low:.1f}–{ratio.high:.1f})" if ratio else ""
    yield _spread(one.report.rate) if one.report else ""
    yield f"{one.report_n}" if one.report else ""
    yield f"{record.first}"
    yield f"{record.repeats}"
    yield "" if record.lead_hours is None else span_words(round(record.lead_hours * 3600))


def _spread(rate: Interval) -> str:
    return f"{rate.share * 100:.0f} % ({rate.low * 100:.0f}–{rate.high * 100:.0f})"
