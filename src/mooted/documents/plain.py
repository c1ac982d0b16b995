"""Plain text, with or without a block of headers above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from mooted.documents.decoding import clean, decode, doubt_of
from mooted.documents.finding import Source
from mooted.documents.found import Found, Opened, as_document
from mooted.documents.streams import page_bytes
from mooted.model.errors import Rejected, Warned

_HEADER = re.compile(r"(title|outlet|published|date|author|byline|url)[ \t]*:(.*)", re.IGNORECASE)
_FIELD = {"date": "published", "author": "byline"}


def read_plain(stream: BinaryIO, source: Source, now: datetime) -> Iterator[Opened]:
    """One document: the file."""
    data = page_bytes(stream, source.place)
    if isinstance(data, Rejected):
        yield data
        return
    words, doubt = decode(data)
    if doubt:
        yield Warned(source.place, doubt, "save it as UTF-8")
    harm = doubt_of(words)
    if harm:
        yield Warned(source.place, harm, "take them out at the source")
    headers, text = split_headers(clean(words))
    if text.strip():
        yield from as_document(Found(id=source.stem, text=text, **headers), source.place, now)
    else:
        yield Rejected(source.place, "is empty below its headers", "add the text after an empty line")


def split_headers(text: str) -> tuple[dict[str, str], str]:
    """The headers by field, and the text below the empty line that ends them."""
    headers: dict[str, str] = {}
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = text[start:stop].strip()
        start = min(stop + 1, len(text))
        if not line:
            return headers, text[start:] if headers else text
        header = _HEADER.fullmatch(line)
        if not header:
            return {}, text
        name = header[1].lower()
        headers[_FIELD.get(name, name)] = header[2].strip()
    return headers, ""
