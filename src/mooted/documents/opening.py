"""The door of this stage: paths in, one document after the other out, and a word on each that fails."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from mooted.documents.finding import Source, find_sources
from mooted.documents.found import Opened
from mooted.documents.kinds import Kind, kind_of_content
from mooted.documents.streams import bytes_of
from mooted.model.errors import Rejected

Reader = Callable[[BinaryIO, Source, datetime], Iterator[Opened]]


def open_documents(paths: Iterable[str | Path], *, now: datetime | None = None) -> Iterator[Opened]:
    """Read files, folders (with all that lies below) and ``-`` (standard input), in the order given.

    Yields a ``Document`` for each page that can be read, ``Rejected`` for each that cannot, and ``Warned``
    ahead of a document of which something had to be set aside. Never holds more than one page or line.
    A publish date after ``now`` (the clock, if not given) by more than two days is set aside.
    """
    moment = now or datetime.now(UTC)
    for source in find_sources(paths):
        if isinstance(source, Rejected):
            yield source
        else:
            yield from _open(source, moment)


def _open(source: Source, now: datetime) -> Iterator[Opened]:
    try:
        with bytes_of(source) as stream:
            kind = source.kind or kind_of_content(stream)
            yield from _reader(kind)(stream, source, now)
    except (EOFError, zlib.error):
        yield Rejected(source.place, "is cut off or damaged: its compressed data does not end well", "get it again")
    except OSError as error:
        reason = error.strerror or str(error) or type(error).__name__
        yield Rejected(source.place, f"cannot be read ({reason})", "check the file and its permissions")


def _reader(kind: Kind) -> Reader:
    """The reader of a kind; each is loaded when the first such page comes."""
    if kind == "text":
        from mooted.documents.plain import read_plain

        return read_plain
    if kind == "html":
        from mooted.documents.webpage import read_webpage

        return read_webpage
    from mooted.documents.lines import read_json, read_jsonl

    return read_json if kind == "json" else read_jsonl
