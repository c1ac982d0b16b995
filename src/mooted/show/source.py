"""A source's page: how often it was first, about whom, and its latest reports."""

from __future__ import annotations

from collections.abc import Iterator

from mooted.answers.source import MOST, Place, Report, Source
from mooted.model.phrases import day_words
from mooted.show.page import Cell, Grid, Item, Page, Section
from mooted.show.steps import counted, listed, short_day, span_words, step_item

_MOST = 30
_CLUBS = 8


def source_page(answer: Source) -> Page:
    """The page of an outlet or journalist."""
    reports = answer.reports
    sections = [Section("First or after", _places(answer))]
    if answer.clubs:
        clubs = ", ".join(f"{club} {times}" for club, times in answer.clubs.most_common(_CLUBS))
        sections.append(Section("Speaks most of", items=(Item((Cell(clubs),)),)))
    first = [report for report in reports if report.place == "first"]
    after = [report for report in reports if report.place != "first"]
    sections += [Section("Had it first", items=_items(first), note=_more(first))] if first else []
    sections += [Section("Said it after others", items=_items(after), note=_more(after))] if after else []
    return Page(title=answer.name, aside=answer.kind or "", under=tuple(_under(answer)), sections=tuple(sections))


def _under(answer: Source) -> Iterator[str]:
    yield f"{day_words(answer.since)} to {day_words(answer.as_of)}"
    yield counted(answer.claims, "claim")
    if answer.claims > MOST:
        yield f"the newest {len(answer.reports):,} looked at"
    if answer.kin:
        yield f"one voice with {listed(answer.kin)}"
    yield f"last word {day_words(answer.last)}"


def _places(answer: Source) -> Grid:
    told: dict[Place, str] = {
        "first": "had it first",
        "confirms": "said it of its own after others",
        "repeats": "only repeated others",
    }
    whole = max(1, len(answer.reports))
    rows = tuple(
        (Cell(words), Cell(f"{answer.places[place]:,}", "bold"), Cell(f"{answer.places[place] / whole:.0%}", "dim"))
        for place, words in told.items()
    )
    return Grid((), rows)


def _more(reports: list[Report]) -> str:
    return f"the newest {_MOST} of {len(reports):,}" if len(reports) > _MOST else ""


def _items(reports: list[Report]) -> tuple[Item, ...]:
    return tuple(_item(report) for report in reports[:_MOST])


def _item(report: Report) -> Item:
    item = step_item(report.step, date=short_day(report.step.entry.said_at), label=report.player)
    to = report.step.entry.claim.club_to
    said = (item.said[0], *((Cell(f"→ {to}"),) if to else ()), *item.said[1:])
    after = report.after
    if after is None or report.lag is None:
        return Item(said, item.date, item.label, item.sign, item.quote, item.printed, item.url)
    behind = f"↳ {span_words(report.lag)} after {after.voice.name}"
    return Item(said, item.date, item.label, item.sign, item.quote, item.printed, item.url, (behind,))
