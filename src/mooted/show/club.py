"""A club's page: who may come and go, contracts, needs, staff, and the squad as far as it is known."""

from __future__ import annotations

from collections.abc import Sequence

from mooted.answers.club import Arrival, Club, Departure
from mooted.answers.needs import Need
from mooted.answers.squad import Member
from mooted.model.phrases import DEAL_WORDS, EVENT_WORDS, day_words
from mooted.model.saga import Stance, Step, Suitor
from mooted.show.page import Cell, Grid, Item, Page, Section
from mooted.show.player import STATE_STYLES, stage_words, suitor_terms
from mooted.show.stage import bar_of, condition_words
from mooted.show.steps import counted, listed, short_day, step_item, window_words

_MOST = 25  # players in a table of the page; the other formats hold them all
_RIVALS = 2


def club_page(answer: Club) -> Page:
    """The page of a club."""
    sections = (
        _coming(answer.coming),
        _going(answer.going),
        _steps("Contracts", answer.contracts),
        _needs(answer.needs),
        _steps("Managers and directors", answer.staff),
        _squad(answer.squad),
    )
    counts = (counted(len(answer.coming), "target"), counted(len(answer.going), "player") + " on the way out or wanted")
    return Page(
        title=answer.club,
        under=(
            window_words(answer.window).capitalize(),
            f"as of {day_words(answer.as_of)}",
            f"last word {day_words(answer.last)}",
            *counts,
        ),
        sections=tuple(section for section in sections if section),
    )


def _coming(coming: Sequence[Arrival]) -> Section | None:
    if not coming:
        return None
    rows = tuple(
        (
            Cell(one.player, "bold" if one.suitor.state in ("live", "done") else ""),
            Cell(one.holder or ""),
            *_pursuit(one.suitor),
            Cell(_together(suitor_terms(one.suitor), _rivals(one.rivals))),
        )
        for one in coming[:_MOST]
    )
    return Section(
        "In", Grid(("player", "from", "", "furthest", "now", "last", "terms and rivals"), rows), note=_more(coming)
    )


def _pursuit(suitor: Suitor) -> tuple[Cell, ...]:
    style = STATE_STYLES[suitor.state]
    stage = Cell(stage_words(suitor), style)
    return Cell(bar_of(suitor.furthest), style), stage, Cell(suitor.state, style), Cell(short_day(suitor.last))


def _together(*words: str) -> str:
    return "; ".join(filter(None, words))


def _rivals(rivals: tuple[str, ...]) -> str:
    if not rivals:
        return ""
    more = f" and {len(rivals) - _RIVALS} more" if len(rivals) > _RIVALS else ""
    return f"also {', '.join(rivals[:_RIVALS])}{more}"


def _more(shown: Sequence[object]) -> str:
    return f"the first {_MOST} of {len(shown)}; --format csv has them all" if len(shown) > _MOST else ""


def _going(going: Sequence[Departure]) -> Section | None:
    if not going:
        return None
    rows = tuple(row for one in going[:_MOST] for row in _departure(one))
    return Section("Out", Grid(("player", "to", "", "furthest", "now", "last", "terms"), rows), note=_more(going))


def _departure(one: Departure) -> list[tuple[Cell, ...]]:
    """A row for each of the first suitors; of a player without one, what is wanted."""
    name = Cell(one.player, "bold")
    shown = [
        (
            name if at == 0 else Cell(""),
            Cell(suitor.club or "club not named"),
            *_pursuit(suitor),
            Cell(suitor_terms(suitor)),
        )
        for at, suitor in enumerate(one.suitors[: _RIVALS + 1])
    ]
    if len(one.suitors) > _RIVALS + 1:
        rest = ", ".join(suitor.club or "?" for suitor in one.suitors[_RIVALS + 1 :][:3])
        shown.append((Cell(""), Cell(f"and {rest}", "dim"), Cell(""), Cell(""), Cell(""), Cell(""), Cell("")))
    current = [stance for stance in one.stances if stance.ended is None]
    if current:
        stance = max(current, key=lambda stance: stance.last)
        name = Cell("") if shown else name
        shown.append(
            (
                name,
                Cell(""),
                Cell(""),
                Cell(_stance(stance)),
                Cell(""),
                Cell(short_day(stance.last)),
                Cell(_wish(stance)),
            )
        )
    return shown


def _stance(stance: Stance) -> str:
    return EVENT_WORDS[stance.event][0 if stance.affirmed else 2]


def _wish(stance: Stance) -> str:
    deal = DEAL_WORDS[stance.deal] if stance.deal else ""
    return _together(deal, condition_words(stance.condition))


def _steps(title: str, steps: Sequence[Step]) -> Section | None:
    if not steps:
        return None
    newest = sorted(steps, key=lambda step: step.entry.order, reverse=True)[:_MOST]
    items = tuple(
        step_item(step, date=short_day(step.entry.said_at), label=step.entry.claim.player or "not named")
        for step in newest
    )
    return Section(title, items=items)


def _needs(needs: Sequence[Need]) -> Section | None:
    if not needs:
        return None
    items = tuple(
        Item(
            (
                Cell("wanted" if need.sought else "NOT wanted", "bold cyan" if need.sought else "bold red"),
                Cell(counted(need.voices, "voice")),
                Cell(listed(step.voice.name for step in need.steps), "dim"),
            ),
            date=short_day(need.last),
            label=need.position or "a player",
            sign="so" if need.sought else "not",
            quote=need.steps[-1].entry.claim.evidence.words,
            printed=need.steps[-1].entry.imprint.outlet or "",
            url=need.steps[-1].entry.imprint.url,
        )
        for need in needs
    )
    return Section("Needs", items=items)


def _squad(squad: Sequence[Member]) -> Section | None:
    if not squad:
        return None
    names = ", ".join(f"{member.player}{' (new)' if member.joined else ''}" for member in squad)
    return Section("Squad, as far as it was spoken of", items=(Item((Cell(names),)),))
