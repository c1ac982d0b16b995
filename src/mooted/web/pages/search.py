"""Search: people and clubs by name, documents and claims by their words, taken as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter
from fastapi.responses import Response

from mooted.answers.clubs import club_of
from mooted.answers.moments import moment_of
from mooted.answers.search import Search, search
from mooted.model.entry import Identity
from mooted.model.hit import Hit
from mooted.model.missing import NotFound
from mooted.show.search import search_page
from mooted.web.asking import Ask, Asked
from mooted.web.conditional import Conditional
from mooted.web.remembering import kept
from mooted.web.render import page
from mooted.web.twins import MEDIA, twin, twins_of
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)
_PEOPLE = 8


@dataclass(frozen=True, slots=True)
class Found:
    """One hit with its words cut where they were found: (words, whether they were asked for)."""

    title: str | None
    document: str
    outlet: str | None
    said_at: datetime
    pieces: tuple[tuple[str, bool], ...]
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """What was found."""

    people: tuple[Identity, ...]
    clubs: tuple[str, ...]
    hits: tuple[Found, ...]


@router.get("/search")
@kept
def show(ask: Ask) -> Response:
    """The page. ``go`` leads straight to a player whose name it is."""
    words = ask.says("q")
    answer = search(ask.ledger, words, as_of=ask.as_of) if words else None
    view = SearchView(
        **ask.view("Search"),
        twins=twins_of("/search", "json", "csv", "md") if words else (),
        people=tuple(ask.ledger.people(words))[:_PEOPLE] if words else (),
        clubs=_clubs(ask, words),
        hits=tuple(_found(hit, words) for hit in answer.hits) if answer else (),
    )
    return page("search.html", view)


@router.get("/search.{form}")
def show_twin(form: str, ask: Ask) -> Response:
    """What was found, for programs."""
    answer: Search = search(ask.ledger, ask.says("q"), as_of=ask.as_of)
    return twin(answer, search_page, form if form in MEDIA else "json", "search")


def _clubs(ask: Asked, words: str) -> tuple[str, ...]:
    try:
        return (club_of(ask.ledger, words, moment_of(ask.as_of)),) if words else ()
    except NotFound:
        return ()


def _found(hit: Hit, words: str) -> Found:
    entry, imprint = hit.entry, hit.imprint
    people = ((entry.person, entry.claim.player),) if entry and entry.person and entry.claim.player else ()
    return Found(imprint.title, imprint.document, imprint.outlet, imprint.said_at, _pieces(hit.words, words), people)


def _pieces(text: str, words: str) -> tuple[tuple[str, bool], ...]:
    """The text cut at the words that were asked for."""
    wanted = {word.casefold() for word in words.split()}
    pieces: list[tuple[str, bool]] = []
    for word in text.split():
        bare = word.strip(".,;:!?\"'()“”‘’").casefold()
        pieces += [(word, bare in wanted), (" ", False)]
    return tuple(pieces[:-1])
