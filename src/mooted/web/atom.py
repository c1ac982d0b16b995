"""Atom feeds (RFC 4287): what changes on a page, for feed readers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree

_SPACE = "http://www.w3.org/2005/Atom"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""
MEDIA = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that changed: ``id`` stays the same for ever, ``words`` is plain text."""

    id: str
    title: str
    words: str
    updated: datetime
    link: str
    author: str = ""


def feed(title: str, address: str, home: str, items: Iterable[Item]) -> bytes:
    """A feed of items, the newest first. ``address`` is the feed's own, ``home`` the page that it goes with."""
    ordered = sorted(items, key=lambda item: (item.updated, item.id), reverse=True)
    ElementTree.register_namespace("", _SPACE)
    root = ElementTree.Element(f"{{{_SPACE}}}feed")
    _add(root, "title", title)
    _add(root, "id", tag(address))
    _add(root, "updated", _stamp(ordered[0].updated if ordered else datetime(1970, 1, 1, tzinfo=UTC)))
    _add(root, "link", href=address, rel="self", type=MEDIA)
    _add(root, "link", href=home, rel="alternate", type="text/html")
    author = _add(root, "author")
    _add(author, "name", "mooted")
    for item in ordered:
        _entry(root, item)
    body: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _entry(root: ElementTree.Element, item: Item) -> None:
    entry = _add(root, "entry")
    _add(entry, "title", item.title)
    _add(entry, "id", tag(item.id))
    _add(entry, "updated", _stamp(item.updated))
    _add(entry, "link", href=item.link, rel="alternate", type="text/html")
    _add(entry, "summary", item.words, type="text")
    if item.author:
        author = _add(entry, "author")
        _add(author, "name", item.author)


def tag(name: str) -> str:
    """A stable id by the tag scheme (RFC 4151).

    >>> tag("claim/2f0a")
    'tag:mooted,2026:claim/2f0a'
    """
    return f"tag:mooted,2026:{name}"


def _add(parent: ElementTree.Element, name: str, words: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{_SPACE}}}{name}", attributes)
    if words:
        child.text = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", words)
    return child


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
