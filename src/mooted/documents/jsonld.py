"""What a page says of itself in JSON-LD: the article among its objects, and the fields that we want."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from mooted.documents.guard import strip_tags
from mooted.documents.lines import parse

_ARTICLE = re.compile(r"article|posting|report|newsstory", re.IGNORECASE)
_MARKUP = re.compile(r"</?(?:p|br|div|li|h[1-6]|a|strong|em)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """The fields of one article as its JSON-LD tells them."""

    headline: str | None = None
    published: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    body: str = ""


def read_jsonld(scripts: list[str]) -> Told:
    """The first article told; an empty one where there is none."""
    for script in scripts:
        for item in _objects(parse(script.encode("utf-8", "replace"))[0]):
            if _is_article(item):
                return _told(item)
    return Told()


def _objects(value: object) -> Iterator[dict[str, object]]:
    """Each object, outer before inner, without recursion."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            waiting.extend(inner for inner in reversed(list(item.values())) if isinstance(inner, dict | list))


def _is_article(item: dict[str, object]) -> bool:
    types = item.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in named) and bool(
        item.get("headline") or item.get("articleBody")
    )


def _told(item: dict[str, object]) -> Told:
    return Told(
        headline=_words(item.get("headline")),
        published=_words(item.get("datePublished")),
        byline=", ".join(_names(item.get("author"))) or None,
        outlet=next(iter(_names(item.get("publisher"))), None),
        url=_words(item.get("url")),
        body=_body(item),
    )


def _body(item: dict[str, object]) -> str:
    """The article's body, or the posts of a live blog in their order."""
    posts = item.get("liveBlogUpdate")
    parts = [item, *(post for post in posts if isinstance(post, dict))] if isinstance(posts, list) else [item]
    words = [_words(part.get(name)) for part in parts for name in ("headline", "articleBody")]
    return "\n\n".join(text for text in words[1:] if text)


def _names(value: object) -> list[str]:
    """``"Ann"``, ``{"name": "Ann"}`` and lists of these."""
    items = value if isinstance(value, list) else [value]
    named = [item.get("name") if isinstance(item, dict) else item for item in items]
    return [name for name in map(_words, named) if name and not name.startswith(("http://", "https://"))]


def _words(value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    if _MARKUP.search(value):
        return strip_tags(value)
    try:
        return unescape(value).strip()
    except ValueError:
        return value.strip()
