"""Deadline day: the newest first, on a board that writes itself while documents are added."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse
from starlette.concurrency import run_in_threadpool

from mooted.answers.moments import moment_of
from mooted.answers.stories import voice
from mooted.model.claim import LADDER
from mooted.model.entry import Entry
from mooted.model.saga import Step
from mooted.web.asking import Ask, Asked, today
from mooted.web.clocks import Clock, clocks
from mooted.web.conditional import Conditional
from mooted.web.remembering import kept
from mooted.web.render import page
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)
MOST = 60
_LOOK_BACK = timedelta(days=2)
_EVERY = 1.0  # seconds between two looks at the ledger
_ALIVE = 15  # looks after which a word is sent although nothing is new, so that dead connections are noticed
_SHOWN = frozenset((*LADDER[2:], "off", "not_for_sale", "staff_move", "contract_signed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView(View):
    """The lines of the board, the newest first, and the clocks; days of another ``year`` are told with theirs."""

    year: int
    lines: tuple[tuple[Step, str], ...]
    clocks: tuple[Clock, ...]


@router.get("/deadline")
@kept
def show(ask: Ask) -> Response:
    """The page."""
    return page("deadline.html", _view(ask))


@router.get("/deadline/board")
@kept
def show_board(ask: Ask) -> Response:
    """The board alone, to be put in the place of the one that is shown."""
    return page("board.html", _view(ask))


@router.get("/deadline/events")
async def events(request: Request, ask: Ask) -> Response:
    """A stream that says ``news`` whenever the ledger has grown."""
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_news(request, ask), media_type="text/event-stream", headers=headers)


async def _news(request: Request, ask: Asked) -> AsyncIterator[str]:
    seen = await run_in_threadpool(ask.ledger.revision)
    yield "retry: 3000\n\n"
    silent = 0
    while not await request.is_disconnected():
        await asyncio.sleep(_EVERY)
        now = await run_in_threadpool(ask.ledger.revision)
        silent += 1
        if now != seen:
            seen, silent = now, 0
            yield f"event: news\nid: {now}\ndata: {now}\n\n"
        elif silent >= _ALIVE:
            silent = 0
            yield ": still here\n\n"


def _view(ask: Asked) -> BoardView:
    until = moment_of(ask.as_of)
    newest = ask.ledger.entries(as_of=until, newest_first=True, limit=1)
    since = min(newest[0].said_at, until) - _LOOK_BACK if newest else until - _LOOK_BACK
    entries = ask.ledger.entries(since=since, as_of=until, newest_first=True, limit=MOST * 5)
    lines = tuple(_lines(entries))[:MOST]
    now = None if ask.as_of else datetime.now(UTC)
    day = today(ask.as_of)
    return BoardView(**ask.view("Deadline day"), year=day.year, lines=lines, clocks=clocks(day, now=now))


def _lines(entries: Iterable[Entry]) -> Iterable[tuple[Step, str]]:
    """What matters on the day, each pursuit and stage once."""
    told: set[object] = set()
    for entry in entries:
        claim = entry.claim
        what = entry.person, claim.event, claim.club_to, claim.polarity
        if claim.event in _SHOWN and entry.person and what not in told:
            told.add(what)
            yield Step(entry, voice(entry), new=True), claim.player or ""
