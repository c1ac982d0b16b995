"""Pages from templates: every word in them is escaped, and addresses keep the day to which the desk is turned."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlencode

from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from mooted.forecasts.foretelling import ANOTHER
from mooted.language.plaintext import readable
from mooted.model.claim import LADDER, rung_of
from mooted.model.phrases import (
    DEAL_WORDS,
    event_words,
    fee_words,
    stance_deal,
    stance_words,
    terms_words,
    window_words,
)
from mooted.show.player import pursuit_words, suitor_terms
from mooted.show.stage import condition_words
from mooted.show.steps import HOW_WORDS, counted, listed
from mooted.web import wording
from mooted.web.view import View

STATIC = Path(__file__).parent / "static"


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The templates, with what they may call."""
    made = Environment(
        loader=PackageLoader("mooted.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    called = (
        event_words, fee_words, stance_words, stance_deal, terms_words, condition_words, pursuit_words, rung_of,
        suitor_terms, counted, listed, wording.chance_words, wording.delay_words, window_words,
        wording.ended_words, wording.safe_url, static, readable,
    )  # fmt: skip
    made.globals.update({function.__name__: function for function in called})
    made.globals.update(path=path_part, ladder=len(LADDER), another=ANOTHER, deal_words=DEAL_WORDS, how_words=HOW_WORDS)
    return made


def html(template: str, view: View) -> str:
    """A page as text."""

    def link(path: str, **words: str) -> str:
        return address(path, {"as_of": day_of(view), **words})

    def here(**words: str) -> str:
        return address(view.path, {**dict(view.kept), **words})

    def same(path: str) -> str:
        return address(path, {**dict(view.kept), "q": view.asked})

    return templates().get_template(template).render(view=view, link=link, here=here, same=same)


def page(template: str, view: View, status: int = 200) -> Response:
    """A page as an answer."""
    return answered(html(template, view).encode("utf-8", "replace"), "text/html; charset=utf-8", status)


def answered(body: bytes, media: str, status: int = 200, name: str | None = None) -> Response:
    """An answer with its ETag. ``name`` proposes a file name."""
    mark = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": mark, "cache-control": "no-cache", "vary": "Cookie, Authorization, HX-Request"}
    if name:
        headers["content-disposition"] = f"inline; filename*=UTF-8''{quote(name, safe='')}"
    kind = HTMLResponse if media.startswith("text/html") else Response
    return kind(body, status_code=status, media_type=media, headers=headers)


def address(path: str, words: dict[str, str]) -> str:
    """A path with the words that are not empty.

    >>> address("/club/Inter%20Milan", {"as_of": "2021-08-01", "all": ""})
    '/club/Inter%20Milan?as_of=2021-08-01'
    """
    told = urlencode({name: value for name, value in words.items() if value})
    return f"{path}?{told}" if told else path


def day_of(view: View) -> str:
    """The day to which a page is turned, as addresses carry it."""
    return f"{view.as_of:%Y-%m-%d}" if view.as_of else ""


def path_part(name: str) -> str:
    """A name as one part of a path, whatever characters it has."""
    return quote(name.encode("utf-8", "replace"), safe="")


@lru_cache(maxsize=20)
def static(name: str) -> str:
    """The address of a file of the desk, which changes with what is in it, so that it may be kept for ever."""
    return f"/static/{name}?{hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"
