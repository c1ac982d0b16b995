"""Search: people and clubs by name, documents and claims by their words, taken as they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import Response

from mooted.answers.clubs import club_of
from mooted.answers.moments import moment_of
from mooted.answers.search import Search, search
from mooted.language.fold import key
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
_WORD = re.compile(r"(\w+)")


@dataclass(frozen=True, slots=True)
class Found:
    """One hit with its words cut where they were found: (words, whether they were asked for)."""

    hit: Hit
    pieces: tuple[tuple[str, bool], ...]


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
        hits=tuple(Found(hit, _pieces(hit.words, words)) for hit in answer.hits) if answer else (),
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


def _pieces(text: str, words: str) -> tuple[tuple[str, bool], ...]:
    """The text cut at the words that were asked for."""
    wanted = set(key(words).split())
    return tuple((piece, key(piece) in wanted) for piece in _WORD.split(text) if piece)
