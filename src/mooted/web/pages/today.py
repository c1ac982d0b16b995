"""Today: what is new since yesterday or a chosen day, the biggest change first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from fastapi import APIRouter
from fastapi.responses import Response

from mooted.answers.brief import Brief, News, brief
from mooted.entities.book import load as load_book
from mooted.language.fold import key
from mooted.model.claim import EVENTS, Claim, Event
from mooted.show.brief import brief_page
from mooted.web.asking import Ask, Asked, stretch, today
from mooted.web.clocks import Clock, clocks
from mooted.web.conditional import Conditional
from mooted.web.evidence import Quotation, quotations
from mooted.web.forecasting import Odds, odds_of
from mooted.web.pages.changes import changes
from mooted.web.remembering import kept
from mooted.web.render import page
from mooted.web.twins import MEDIA, twin, twins_of
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)
MOST = 40
PEOPLE = 120  # of whom a page tells; of more where it is narrowed to some of them
_STRETCHES = (("24h", "the last day"), ("3d", "three days"), ("7d", "a week"), ("30d", "a month"))
_LEAGUES = ("premier-league", "championship", "la-liga", "serie-a", "bundesliga", "ligue-1")


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView(View):
    """The brief, what of it passes the filters, and the filters themselves."""

    headline: str
    brief: Brief
    news: tuple[Quotation[News], ...]
    left: int
    odds: Mapping[str, Odds]
    clocks: tuple[Clock, ...]
    since: str
    club: str
    league: str
    stage: str
    source: str
    nothing: str
    clubs: tuple[str, ...]
    stretches: tuple[tuple[str, str], ...] = _STRETCHES
    leagues: tuple[tuple[str, str], ...] = ()
    events: tuple[Event, ...] = EVENTS


@router.get("/")
@kept
def show(ask: Ask) -> Response:
    """The page."""
    return page("today.html", view_of(ask))


@router.get("/today.{form}")
@kept
def show_twin(form: str, ask: Ask) -> Response:
    """The brief as JSON, CSV, Markdown or a feed."""
    answer = ask_brief(ask)
    if form == "atom":
        return changes(ask, answer.title, (one.step for one in answer.news), "/today")
    return twin(answer, brief_page, form if form in MEDIA else "json", "brief")


def ask_brief(ask: Asked) -> Brief:
    """The brief that the address asks for."""
    club, since = ask.says("club") or None, stretch(ask.says("since")) or "24h"
    narrowed = any(map(ask.says, ("league", "stage", "source", "all")))
    return brief(ask.ledger, club=club, since=since, as_of=ask.as_of, most=5 * PEOPLE if narrowed else PEOPLE)


def view_of(ask: Asked) -> TodayView:
    """The page of a brief."""
    answer = ask_brief(ask)
    passing = tuple(one for one in answer.news if _passes(ask, one))
    shown = passing if ask.says("all") else passing[:MOST]
    day = today(ask.as_of)
    return TodayView(
        **ask.view("Today" if not ask.as_of else f"{day:%-d %B %Y}"),
        twins=twins_of("/today", "json", "csv", "md", "atom"),
        headline=_headline(answer, ask.as_of is not None),
        brief=answer,
        news=quotations(ask.ledger, shown, lambda one: one.step.entry),
        left=len(passing) - len(shown),
        odds=odds_of(ask.ledger, shown, answer.since, answer.as_of),
        clocks=clocks(day, 8, None if ask.as_of else datetime.now(UTC)),
        since=ask.says("since") or "24h",
        club=ask.says("club"),
        league=ask.says("league"),
        stage=ask.says("stage"),
        source=ask.says("source"),
        nothing=_nothing(answer),
        clubs=_clubs(),
        leagues=_leagues(),
    )


def _passes(ask: Asked, news: News) -> bool:
    """Whether anything in a piece of news passes the filters for league, stage and source."""
    league, stage, source = ask.says("league"), ask.says("stage"), key(ask.says("source"))
    return any(
        (not league or league in _leagues_of(step.entry.claim, news.holder))
        and (not stage or step.entry.claim.event == stage)
        and (not source or source in key(f"{step.voice.name} {step.entry.imprint.outlet or ''}"))
        for step in (news.step, *news.also)
    )


def _leagues_of(claim: Claim, holder: str | None) -> set[str]:
    return {_league_of(club) for club in (holder, claim.club_to, claim.club_from) if club}


@lru_cache(maxsize=1)
def _leagues_of_clubs() -> dict[str, str]:
    return {club.name: club.league for club in load_book().clubs.values()}


def _league_of(club: str) -> str:
    return _leagues_of_clubs().get(club, "")


def _clubs() -> tuple[str, ...]:
    """The clubs of the great leagues, to choose from."""
    return tuple(sorted(name for name, league in _leagues_of_clubs().items() if league in _LEAGUES))


def _leagues() -> tuple[tuple[str, str], ...]:
    return tuple((league, league.replace("-", " ").title()) for league in _LEAGUES)


def _headline(answer: Brief, past: bool) -> str:
    """What the page tells, and of which days: by their dates where it looks back."""
    if not past:
        return "What is new"
    days = (answer.as_of - answer.since).days
    return f"What was new {'on' if days <= 1 else f'in the {days} days to'} {answer.as_of:%-d %B %Y}"


def _nothing(answer: Brief) -> str:
    """Why there is no news."""
    if answer.last is None:
        return "The ledger is empty: add documents with mooted add."
    return "Nothing of what is new passes these filters." if answer.news else "Nothing new in this stretch of time."
