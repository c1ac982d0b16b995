"""The fields of a web page: JSON-LD first, then its meta tags, then what stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mooted.documents.guard import strip_tags
from mooted.documents.jsonld import Told, read_jsonld
from mooted.documents.maintext import ENOUGH, main_text

_PUBLISHED = (
    "article:published_time", "datepublished", "parsely-pub-date", "pubdate", "publishdate", "dc.date.issued",
    "dc.date", "date",
)  # fmt: skip
_BYLINE = ("author", "parsely-author", "byl", "dc.creator", "article:author")
_BY = re.compile(r"^by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFields:
    """What one page holds."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    byline: str | None
    published: str | None


def page_fields(html: str) -> PageFields:
    """Read a page that the guard let pass."""
    page = LexborHTMLParser(html)
    told = read_jsonld([script.text() for script in page.css("script[type='application/ld+json']")])
    metas = _metas(page)
    outlet = told.outlet or metas.get("og:site_name") or metas.get("application-name")
    title = told.headline or metas.get("og:title") or _title(page, outlet)
    byline = told.byline or _byline(page, metas)
    return PageFields(
        text=_text(page, told, title, byline) or ("" if page.body else strip_tags(html)),
        title=title,
        outlet=outlet,
        url=told.url or metas.get("og:url") or _attribute(page, "link[rel='canonical']", "href"),
        byline=byline,
        published=told.published
        or _first(metas, _PUBLISHED)
        or _attribute(page, "article time, main time", "datetime"),
    )


def _metas(page: LexborHTMLParser) -> dict[str, str]:
    """The meta tags by name, in lower case; the first of a name counts."""
    metas: dict[str, str] = {}
    for node in page.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = (attributes.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title(page: LexborHTMLParser, outlet: str | None) -> str | None:
    """The only first heading, or the page's title without the outlet's name at its end."""
    headings = page.css("h1")
    if len(headings) == 1 and (words := _words(headings[0])):
        return words
    title = page.css_first("title")
    words = _words(title) if title else ""
    for mark in (" | ", " - ", " – ", " — "):
        if outlet and words.endswith(mark + outlet):
            words = words.removesuffix(mark + outlet)
    return words or None


def _byline(page: LexborHTMLParser, metas: dict[str, str]) -> str | None:
    told = _first(metas, _BYLINE)
    if told and not told.startswith("http"):
        return told
    node = page.css_first("[rel='author'], [itemprop='author'], .byline, .author-name")
    words = _BY.sub("", _words(node)) if node else ""
    return words if 0 < len(words) <= 100 else None


def _attribute(page: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = page.css_first(selector)
    return node.attributes.get(name) if node else None


def _words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def _text(page: LexborHTMLParser, told: Told, title: str | None, byline: str | None) -> str:
    """The page's own paragraphs, or the body told in JSON-LD where the page shows much less."""
    blocks = main_text(page.body) if page.body else []
    kept = [block for at, block in enumerate(blocks) if at > 8 or not _repeats(block, title, byline)]
    text = "\n\n".join(block for at, block in enumerate(kept) if at == 0 or block != kept[at - 1])
    return told.body if len(told.body) >= ENOUGH and len(text) < 0.8 * len(told.body) else text


def _repeats(block: str, title: str | None, byline: str | None) -> bool:
    """Whether a block near the top is but the title or the byline once more."""
    words = block.casefold()
    author = (byline or "").split(",")[0].casefold()
    by = bool(author) and words.removeprefix("by ").startswith(author)
    return words == (title or "").casefold() or (
        by and (words.startswith("by ") or words == (byline or "").casefold()) and len(words) <= 120
    )
