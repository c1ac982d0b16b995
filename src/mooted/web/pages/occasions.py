"""Days to note: windows, deadlines and ends of contracts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mooted.entities.book import load as load_book
from mooted.language.plaintext import readable
from mooted.model.saga import Saga, Step
from mooted.web.clocks import calendar
from mooted.web.ics import Occasion


def windows_of(club: str, day: date) -> Iterator[Occasion]:
    """The windows of a club's country that are still to close on a day."""
    country = next((one.country for one in load_book().clubs.values() if one.name == club), "")
    known = [window for window in calendar().of(country) if window.closes >= day]
    for window in known or filter(None, (calendar().next_for(country, day),)):
        sure = "" if window.verified else " (unverified)"
        yield Occasion(window.opens, window.opens, f"{club}: the {window.season} window opens{sure}")
        yield Occasion(window.closes, window.closes, f"{club}: the {window.season} window closes{sure}")


def occasions_of(saga: Saga, day: date) -> Iterator[Occasion]:
    """Of a player: the windows of his club and of the three first suitors, and the end of his contract."""
    clubs = dict.fromkeys(filter(None, (saga.holder, *(suitor.club for suitor in saga.suitors[:3]))))
    told: set[tuple[date, str]] = set()
    for club in clubs:
        for one in windows_of(club, day):
            if (one.start, one.title) not in told:
                told.add((one.start, one.title))
                yield one
    yield from contract_ends(saga.contract)


def contract_ends(steps: Iterable[Step]) -> Iterator[Occasion]:
    """The ends of contracts that were named, each once, by the latest word on it."""
    ends: dict[str, tuple[date, Step]] = {}
    for step in steps:
        claim = step.entry.claim
        end = _end(step)
        if claim.player and end and claim.polarity == "affirmed":
            ends[claim.player] = end, step
    for player, (end, step) in ends.items():
        yield Occasion(
            end, end, f"{player}: contract ends", f"{step.voice.name}: {readable(step.entry.claim.evidence.words)}"
        )


def _end(step: Step) -> date | None:
    """The day on which the contract of a claim ends: a year alone means the end of its season."""
    until = step.entry.claim.terms.until
    if not until:
        return None
    try:
        return date(int(until), 6, 30) if len(until) == 4 else date.fromisoformat(until)
    except ValueError:
        return None
