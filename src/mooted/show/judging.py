"""Pages of outcomes, track records, forecasts and back-tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mooted.answers.backtest import HEADLINE, Tested
from mooted.answers.forecast import Outlook, name_of
from mooted.answers.outcomes import Outcomes
from mooted.answers.sources import Sources
from mooted.model.entry import Reason
from mooted.model.judgement import Chance, Interval
from mooted.reliability.records import FEWEST
from mooted.show.diagram import bar
from mooted.show.page import Cell, Grid, Item, Page, Section
from mooted.show.steps import span_words

_FEW = 20  # rows of a list that a page shows
_BAR = 24  # characters of a chance
_PIECES = 6  # reasons shown for an end


def outcomes_page(answer: Outcomes) -> Page:
    """What was read, how much of it is of people in the ledger, and what was wrong."""
    windows = ", ".join(f"{window} {n:,}" for window, n in answer.windows.items())
    odd = [one for one in answer.matches if one.reasons[0].name != "same name"]
    return Page(
        title=answer.title,
        under=(f"{answer.new:,} are new. {windows}",),
        sections=tuple(
            filter(
                None,
                (
                    _listed(f"Matched by more than the name ({len(odd):,})", [
                        f"{one.move.player} is {one.move.person}: {', '.join(map(_reason, one.reasons))}" for one in odd
                    ]),
                    _listed(f"Of nobody in the ledger ({len(answer.unmatched):,})", [
                        f"{one.move.player}, {one.move.club_from or 'no club'} to {one.move.club_to}: {one.why}"
                        for one in answer.unmatched
                    ]),
                    _listed(f"Rows with a problem ({len(answer.problems):,})", [str(one) for one in answer.problems]),
                ),
            )
        ),
        foot="All of it: --format csv or json.",
    )  # fmt: skip


def _reason(reason: Reason) -> str:
    return f"{reason.name} ({reason.words})"


def _listed(title: str, lines: list[str]) -> Section | None:
    if not lines:
        return None
    more = [f"and {len(lines) - _FEW:,} more"] if len(lines) > _FEW else []
    return Section(title, items=tuple(Item((Cell(line),)) for line in [*lines[:_FEW], *more]))


def forecast_page(answer: Outlook) -> Page:
    """The chances with their reasons, what would change them, and how sagas like this one ended."""
    told = answer.told
    rows = tuple(
        (Cell(name_of(one), "bold"), Cell(f"{one.probability:.1%}"), Cell("█" * round(one.probability * _BAR), "cyan"))
        for one in told.forecast.chances
    )
    sections = [Section("Chances", Grid((), rows))]
    sections += [
        Section(f"Why {name_of(one)}", items=tuple(_why(one))) for one in told.forecast.chances[:2] if one.club
    ]
    if told.changes:
        first = name_of(told.forecast.chances[0])
        lines = (Item((Cell(f"{one.probability:.1%}  if {one.what}"),)) for one in told.changes[:5])
        sections.append(Section(f"What would change {first} most", items=tuple(lines)))
    if told.alike:
        words = f"{told.alike.yes} of {told.alike.n} reports ({told.alike.cell}) came true in training"
        sections.append(Section("Sagas like this one", items=(Item((Cell(words),)),)))
    enough = () if told.forecast.enough else ("Nobody has been reported to want him: these are base rates.",)
    trained = f"{told.forecast.method}, trained on {told.forecast.n:,} reports to {answer.parameters.until}"
    return Page(
        title=answer.title,
        aside=f"as of {told.forecast.as_of:%Y-%m-%d}",
        under=(*enough, trained),
        sections=tuple(sections),
    )


def _why(chance: Chance) -> Iterator[Item]:
    for reason in chance.reasons[:_PIECES]:
        style = "green" if reason.weight >= 0 else "red"
        yield Item((Cell(f"{reason.weight:+.2f}  {reason.name}", style), Cell(reason.words)))


def sources_page(answer: Sources) -> Page:
    """The table of track records, and how often each stage came true."""
    rows = tuple(
        (
            Cell(str(at) if one.ranked else "-"), Cell(one.record.voice, "bold"), Cell(str(one.record.resolved)),
            Cell(_share(one.record.rate)), Cell(_times(one.record.likelihood_ratio)),
            Cell(f"{_share(one.report.rate)} of {one.report_n}" if one.report else "-"),
            Cell(f"{one.record.first} / {one.record.repeats}"), Cell(_ahead(one.record.lead_hours)),
        )
        for at, one in enumerate(answer.standings, 1)
        if one.ranked
    )  # fmt: skip
    head = ("", "source", "n", "moved as said", "moves the odds", "report borne out", "first / repeats", "ahead")
    stages = tuple(
        (Cell(stage), Cell(days), Cell(f"{right} of {n}"), Cell(f"{right / n:.0%}"))
        for (stage, days), (n, right) in answer.stages.items()
    )
    few = sum(not one.ranked for one in answer.standings)
    note = f"{few:,} sources have fewer than {answer.fewest} settled reports and are not ranked."
    why = answer.only or ": import outcomes with 'mooted outcomes import FILE'"
    nothing = () if answer.n else (f"No settled reports{why}.",)
    return Page(
        title=answer.title,
        aside=f"as of {answer.as_of:%Y-%m-%d}",
        under=(*nothing, f"{answer.n:,} settled reports. Rates are drawn toward family and field; brackets hold 90 %."),
        sections=(
            Section("Sources", Grid(head, rows), note=note),
            Section("By stage and days left", Grid(("stage", "days", "came true", ""), stages)),
        ),
    )


def _share(interval: Interval) -> str:
    return f"{interval.share:.0%} ({100 * interval.low:.0f}-{100 * interval.high:.0f})"


def _times(interval: Interval | None) -> str:
    return f"x{interval.share:.2f} ({interval.low:.2f}-{interval.high:.2f})" if interval else "-"


def _ahead(hours: float | None) -> str:
    return "-" if hours is None else span_words(round(hours * 3600))


def backtest_page(answer: Tested) -> Page:
    """The figures with their intervals, the methods side by side, the reliability diagram, and the slices."""
    found = answer.found
    figures = tuple((Cell(name.replace("_", " ")), *_estimated(answer.found.figures[name])) for name in HEADLINE)
    methods = tuple(
        (
            Cell(name.replace("_", " "), "bold"),
            *(Cell(_figure(scores[one].value)) for one in ("brier", "log_score", "auc", "ece")),
        )
        for name, scores in found.methods.items()
    )
    diagram = tuple(
        (
            Cell(f"{one.low:.1f}-{one.high:.1f}"),
            Cell(f"{one.n:,}"),
            Cell(f"{one.mean:.1%}"),
            Cell(f"{one.share:.1%}"),
            Cell(bar(one)),
        )
        for one in found.bins
    )
    seen = ("some of these days are in the training period, so that figures flatter",)
    return Page(
        title=answer.title,
        under=(
            *(seen if found.questions and found.since <= found.parameters.until else ()),
            f"{found.n:,} settled forecasts on {found.players:,} players, {found.open:,} still open",
            f"trained on reports of {found.parameters.since} to {found.parameters.until}; "
            "brackets hold 90 % of resamples by player",
        ),
        sections=(
            Section("Figures", Grid((), figures)),
            Section("Methods", Grid(("", "Brier", "log", "AUC", "ECE"), methods)),
            Section("Reliability", Grid(("chance", "n", "given", "came true", "0 to 1"), diagram),
                    note="- the band in which nine of ten would lie, * within it, o outside"),
            *(Section(f"By {kind}", Grid(("", "n", "base rate", "Brier", "skill", "AUC"), tuple(_slices(parts))),
                      note=f"{few} with fewer than {FEWEST} forecasts are in --format json only" if few else "")
              for kind, parts in found.slices.items() if (few := _few(parts)) or parts),
        ),
    )  # fmt: skip


def _estimated(estimate: object) -> tuple[Cell, Cell]:
    value, low, high = (getattr(estimate, name) for name in ("value", "low", "high"))
    return Cell(_figure(value)), Cell("" if low is None else f"[{_figure(low)}, {_figure(high)}]")


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _few(parts: Mapping[str, Mapping[str, float | None]]) -> int:
    return sum((scores["n"] or 0) < FEWEST for scores in parts.values())


def _slices(parts: Mapping[str, Mapping[str, float | None]]) -> Iterator[tuple[Cell, ...]]:
    """The figures of each part with enough forecasts to judge by, the largest first."""
    enough = [(name, scores) for name, scores in parts.items() if (scores["n"] or 0) >= FEWEST]
    for name, scores in sorted(enough, key=lambda part: -(part[1]["n"] or 0))[:_FEW]:
        shown = (Cell(_figure(scores[one])) for one in ("base_rate", "brier", "skill", "auc"))
        yield (Cell(name), Cell(f"{scores['n']:.0f}"), *shown)
