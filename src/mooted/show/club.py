"""A club's page: who may come and go, contracts, needs, staff, and the squad as far as it is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mooted.answers.club import Arrival, Club, Departure
from mooted.answers.needs import Need
from mooted.answers.squad import Member
from mooted.model.phrases import day_words, window_words
from mooted.model.saga import Step
from mooted.show.page import Cell, Item, Page, Section
from mooted.show.player import pursuit_cells, stance_item
from mooted.show.steps import counted, listed, short_day, step_item

_MOST = 25  # players in a table of the page; the other formats hold them all
_SUITORS = 3  # of each
_NO_CLUB = "a club not named"


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
    counts = (counted(len(answer.coming), "target"), f"{len(answer.going):,} leaving or wanted")
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
    return Section("In", items=tuple(map(_arrival, coming[:_MOST])), note=_more(coming))


def _arrival(one: Arrival) -> Item:
    origin = f"from {one.holder}" if one.holder else ""
    rivals = (f"↳ also wanted by {listed(one.rivals)}",) if one.rivals else ()
    return Item(pursuit_cells(one.suitor, origin), label=one.player, beneath=rivals)


def _more(shown: Sequence[object]) -> str:
    return f"the first {_MOST} of {len(shown)}; --format csv has them all" if len(shown) > _MOST else ""


def _going(going: Sequence[Departure]) -> Section | None:
    if not going:
        return None
    items = tuple(item for one in going[:_MOST] for item in _departure(one))
    return Section("Out", items=items, note=_more(going))


def _departure(one: Departure) -> Iterator[Item]:
    """A line for each of the first suitors, then the latest word on what is wanted."""
    shown, others = one.suitors[:_SUITORS], one.suitors[_SUITORS:]
    for at, suitor in enumerate(shown):
        last = at == len(shown) - 1 and others
        rest = (f"↳ also wanted by {listed(other.club or _NO_CLUB for other in others)}",) if last else ()
        yield Item(pursuit_cells(suitor, f"to {suitor.club or _NO_CLUB}"), label=one.player, beneath=rest)
    current = [stance for stance in one.stances if stance.ended is None]
    if current:
        stance = max(current, key=lambda stance: stance.last)
        item = stance_item(stance)
        party = "" if stance.side == "player" else f"the {stance.side} "
        first = replace(item.said[0], words=f"{party}{item.said[0].words}")
        yield replace(item, said=(first, *item.said[1:]), label=one.player)


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
