"""JSONL, a document a line; and JSON, one document or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from io import TextIOWrapper
from typing import BinaryIO

import msgspec

from mooted.documents.decoding import decode, encoding_mark, without_bom
from mooted.documents.finding import Source
from mooted.documents.found import Found, Opened, as_document
from mooted.documents.kinds import peek, why_binary
from mooted.documents.streams import LINE_CAP
from mooted.model.errors import Rejected, Warned

_SHAPE = '{"text": "...", "title": "...", "published": "2021-02-01", "outlet": "..."}'
_decode = msgspec.json.Decoder().decode
Line = tuple[int, bytes | None]


def read_jsonl(stream: BinaryIO, source: Source, now: datetime) -> Iterator[Opened]:
    """Each line on its own: a broken one is reported and the next is read."""
    binary = why_binary(peek(stream))
    if binary:
        yield Rejected(source.place, binary, "give JSONL: a JSON object a line")
        return
    empty = True
    for number, line in numbered_lines(stream):
        empty = False
        yield from _read_line(line, number, source, now)
    if empty:
        yield Rejected(source.place, "is empty", f"give lines like {_SHAPE}")


def read_json(stream: BinaryIO, source: Source, now: datetime) -> Iterator[Opened]:
    """One object, a list of objects, or (whatever the name says) JSONL."""
    if _begins_jsonl(peek(stream)):
        yield from read_jsonl(stream, source, now)
        return
    data = stream.read(LINE_CAP + 1)
    binary = why_binary(data)
    if len(data) > LINE_CAP:
        yield _too_large(source.place)
    elif not data.strip():
        yield Rejected(source.place, "is empty", f"give {_SHAPE}")
    elif binary:
        yield Rejected(source.place, binary, f"give {_SHAPE}")
    else:
        yield from _read_whole(data, source, now)


def _begins_jsonl(start: bytes) -> bool:
    """A first line that holds more than the opening of an object, and no comma or opening at its end.

    A line longer than the peek counts too: whoever writes one object over many lines keeps them short.
    """
    first, *rest = without_bom(start).lstrip().split(b"\n", 1)
    whole = first.rstrip()
    if whole[:1] != b"{" or len(whole) < 3 or encoding_mark(start) not in (None, "utf-8"):
        return False
    return whole[-1:] not in b",{[" if not rest else rest[0].lstrip()[:1] in (b"{", b"")


def numbered_lines(stream: BinaryIO) -> Iterator[Line]:
    """Lines that are not blank, counted from 1; null for one over the cap, of which no more is held."""
    wide = encoding_mark(peek(stream)) not in (None, "utf-8")
    lines: BinaryIO | _WideLines = _WideLines(stream) if wide else stream
    number = 0
    while line := lines.readline(LINE_CAP + 1):
        number += 1
        if len(line) > LINE_CAP:
            while line and not line.endswith(b"\n"):
                line = lines.readline(2**20)
            yield number, None
        elif not line.isspace():
            yield number, without_bom(line) if number == 1 else line


class _WideLines:
    """UTF-16 and UTF-32 by lines, as UTF-8."""

    def __init__(self, stream: BinaryIO) -> None:
        wide = (encoding_mark(peek(stream)) or "utf-16").removesuffix("-le").removesuffix("-be")
        self._text = TextIOWrapper(stream, wide, errors="replace", newline="\n")

    def readline(self, limit: int) -> bytes:
        return self._text.readline(limit).encode("utf-8", "replace")


def _read_line(line: bytes | None, number: int, source: Source, now: datetime) -> Iterator[Opened]:
    place = f"{source.place}:{number}"
    if line is None:
        yield _too_large(place)
        return
    value, doubt = parse(line)
    if isinstance(value, ValueError):
        yield Rejected(place, f"is no JSON ({value})", f"give an object a line: {_SHAPE}")
        return
    if doubt:
        yield Warned(place, doubt, "save it as UTF-8")
    yield from _read_object(value, f"{source.stem}:{number}", place, now)


def _read_whole(data: bytes, source: Source, now: datetime) -> Iterator[Opened]:
    value, doubt = parse(without_bom(data) if encoding_mark(data) == "utf-8" else data)
    if isinstance(value, ValueError):
        yield Rejected(source.place, f"is no JSON ({value})", f"give an object or a list of them: {_SHAPE}")
        return
    if doubt:
        yield Warned(source.place, doubt, "save it as UTF-8")
    if not isinstance(value, list):
        yield from _read_object(value, source.stem, source.place, now)
        return
    if not value:
        yield Rejected(source.place, "is an empty list", f"give objects: {_SHAPE}")
    for number, item in enumerate(value, 1):
        yield from _read_object(item, f"{source.stem}:{number}", f"{source.place}[{number - 1}]", now)


def parse(data: bytes) -> tuple[object, str | None]:
    """The JSON value, or the error as a value; and a doubt about its encoding.

    What the fast and strict decoder refuses gets a second reading, which forgives raw control
    characters, lone surrogates and other encodings.
    """
    try:
        return _decode(data), None
    except (ValueError, RecursionError):
        pass
    words, doubt = decode(data)
    try:
        return json.loads(words, strict=False), doubt
    except RecursionError:
        return ValueError("nested too deeply"), None
    except ValueError as error:
        return error, None


def _read_object(value: object, fallback: str, place: str, now: datetime) -> Iterator[Opened]:
    if not isinstance(value, dict):
        yield Rejected(place, f"is no JSON object but {_kind(value)}", f"give {_SHAPE}")
        return
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        reason = "has no text" if text is None or isinstance(text, str) else f"has a text that is {_kind(text)}"
        yield Rejected(place, reason, "put the article's text as a string into `text`")
        return
    yield from _odd_fields(value, place)
    yield from as_document(_found(value, text, fallback), place, now)


def _odd_fields(value: dict[str, object], place: str) -> Iterator[Warned]:
    for name in ("title", "outlet", "url", "byline"):
        if value.get(name) is not None and _string(value.get(name)) is None:
            yield Warned(place, f"has a `{name}` that is {_kind(value[name])}", "it was left out; give a string")


def _found(value: dict[str, object], text: str, fallback: str) -> Found:
    name = value.get("id")
    return Found(
        id=str(name) if isinstance(name, str | int) and str(name).strip() else fallback,
        text=text,
        title=_string(value.get("title")),
        outlet=_string(value.get("outlet")),
        url=_string(value.get("url")),
        byline=_string(value.get("byline")),
        published=value.get("published"),
    )


def _string(value: object) -> str | None:
    """A string, or a list of them (several authors) as one."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return value if isinstance(value, str) else None


def _kind(value: object) -> str:
    names: dict[type, str] = {str: "a string", list: "a list", dict: "an object", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")


def _too_large(place: str) -> Rejected:
    return Rejected(place, f"is too large (over {LINE_CAP >> 20} MiB)", "split it into lines of one document each")
