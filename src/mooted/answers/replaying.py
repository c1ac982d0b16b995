"""What forecasts and track records rest on, put together: entries, outcomes matched to people, clubs and families."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from mooted.entities.book import load as load_book
from mooted.entities.calendar import load_calendar
from mooted.entities.families import load_families
from mooted.forecasts.observing import Archive, Observation, archive, observe
from mooted.forecasts.situation import Context
from mooted.model.entity import Club
from mooted.model.entry import Entry, Identity
from mooted.model.move import Move
from mooted.sagas.matching import match
from mooted.sagas.settle import told_by_news

if TYPE_CHECKING:
    from mooted.ledger import Ledger

EVERYBODY = 1_000_000
COLUMN = 8  # claims on different players, from which a document is a column of short reports
ARTICLES = 0.3  # what a report of an article counts, beside one of a column
WINTER = math.log(0.35)  # moves in winter for one in summer, in the eleven leagues of 2019 to 2021


@lru_cache(maxsize=1)
def clubs_by_name() -> dict[str, Club]:
    """The clubs of the book by their names."""
    return {club.name: club for club in load_book().clubs.values()}


def context() -> Context:
    """Clubs, windows and publishers as the book that comes with mooted knows them."""
    families = load_families()
    return Context(load_calendar(), clubs_by_name().get, families.of, families.name)


def country_of(club: str) -> str | None:
    """The country of a club of the book."""
    known = clubs_by_name().get(club)
    return known.country if known else None


def people_of(ledger: Ledger) -> list[Identity]:
    """Everybody whom the ledger knows."""
    return list(ledger.people("", limit=EVERYBODY))


def outcomes(ledger: Ledger, entries: Iterable[Entry]) -> list[Move]:
    """Moves of imported tables, matched to people, and those that the news tells where no table can.

    That is of windows that no table tells of, and of players whom none knows: women, youths, players of small leagues.
    """
    tables = [move for move in ledger.moves()]
    matched = match(tables, people_of(ledger))
    covered = {move.window for move in tables}
    known = {one.move.person for one in matched.matches}
    told = told_by_news(entries, load_calendar(), country_of, load_families().of)
    news = [move for move in told if move.window not in covered or move.person not in known]
    return [*(one.move for one in matched.matches), *(one.move for one in matched.unmatched), *news]


def told(ledger: Ledger, as_of: datetime | None = None) -> Archive:
    """All that is replayed. Outcomes are those known now: they settle questions, and bear on none before their day."""
    entries = list(ledger.entries(as_of=as_of))
    moves = outcomes(ledger, entries)
    tables = {move.window for move in moves if ":" in move.source}
    found = archive(entries, moves)
    return Archive(found.entries, found.moves, frozenset(tables), found.last)


def observations(ledger: Ledger, since: date = date.min, until: date = date.max) -> tuple[Archive, list[Observation]]:
    """The archive and each day's questions with what was known on it."""
    found = told(ledger)
    return found, list(observe(found, context(), since, until))


def counted(found: Archive) -> Callable[[Observation], float]:
    """What an observation counts in fitting: one from a column of short reports fully, one from an article less."""
    players: dict[str, set[str]] = defaultdict(set)
    for person, said in found.entries.items():
        for entry in said:
            players[entry.imprint.document].add(person)
    columns = {
        (person, entry.said_at.date())
        for person, said in found.entries.items()
        for entry in said
        if len(players[entry.imprint.document]) >= COLUMN
    }
    return lambda one: 1.0 if (one.person, one.day) in columns else ARTICLES


def winter_of(moves: Iterable[Move], until: date) -> float:
    """The log of how many players move in a winter for one in a summer, of windows that close by a day."""
    windows = Counter(
        move.window for move in moves if (when := load_calendar().named(move.window)) and when.closes <= until
    )
    by_season = {
        season: [n for window, n in windows.items() if window.endswith(season)] for season in ("winter", "summer")
    }
    if not all(by_season.values()):
        return WINTER
    winter, summer = (sum(counts) / len(counts) for counts in (by_season["winter"], by_season["summer"]))
    return math.log(winter / summer)


def kind_of(voice: str) -> str:
    """What kind of source a voice is: a newspaper, site, broadcaster ..., a journalist, a club, or somebody else."""
    known = load_families().find(voice)
    if known:
        return known.medium or known.kind
    return "club" if voice in clubs_by_name() else "other"
