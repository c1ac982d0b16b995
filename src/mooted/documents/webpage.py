"""A saved web page: its article's text, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from mooted.documents.decoding import decode
from mooted.documents.finding import Source
from mooted.documents.found import Found, Opened, as_document
from mooted.documents.guard import is_hostile, strip_tags
from mooted.documents.streams import page_bytes
from mooted.model.errors import Rejected, Warned

_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)


def read_webpage(stream: BinaryIO, source: Source, now: datetime) -> Iterator[Opened]:
    """One document: the page."""
    data = page_bytes(stream, source.place)
    if isinstance(data, Rejected):
        yield data
        return
    declared = _CHARSET.search(data[:4096])
    html, doubt = decode(data, declared[1].decode("ascii") if declared else None)
    if doubt:
        yield Warned(source.place, doubt, "save the page as UTF-8")
    if is_hostile(html):
        yield Warned(source.place, "is nested beyond all measure", "its text was read without its layout; check it")
        found = Found(id=source.stem, text=strip_tags(html))
    else:
        found = _found(html, source.stem)
    if found.text.strip():
        yield from as_document(found, source.place, now)
    else:
        yield Rejected(source.place, "holds no text", "save the page after it has loaded, or its text alone")


def _found(html: str, stem: str) -> Found:
    from mooted.documents.pagefields import page_fields  # loads the parser, which plain text never needs

    fields = page_fields(html)
    return Found(
        id=stem,
        text=fields.text,
        title=fields.title,
        outlet=fields.outlet,
        url=fields.url,
        byline=fields.byline,
        published=fields.published,
    )
