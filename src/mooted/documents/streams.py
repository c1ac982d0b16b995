"""Bytes of a file or of standard input, unpacked where they are gzip, and never more than the cap allows."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from mooted.documents.finding import Source
from mooted.documents.kinds import peek, why_binary
from mooted.model.errors import Rejected

PAGE_CAP = 15 * 2**20
LINE_CAP = 64 * 2**20
_GZIP = b"\x1f\x8b"


@contextmanager
def bytes_of(source: Source) -> Iterator[BinaryIO]:
    """A buffered stream of the unpacked bytes."""
    if source.path is None:
        yield unpacked(_buffered(sys.stdin.buffer))
    else:
        with source.path.open("rb") as stream:
            yield unpacked(stream)


def unpacked(stream: BinaryIO) -> BinaryIO:
    """Gzip is known by its first bytes, whatever the name says."""
    if peek(stream)[:2] != _GZIP:
        return stream
    return _buffered(cast(BinaryIO, gzip.GzipFile(fileobj=stream)))


def _buffered(stream: BinaryIO) -> BinaryIO:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))


def page_bytes(stream: BinaryIO, place: str) -> bytes | Rejected:
    """All the bytes of one page; a bomb is stopped at the cap."""
    data = stream.read(PAGE_CAP + 1)
    if len(data) > PAGE_CAP:
        return Rejected(place, f"is too large (over {PAGE_CAP >> 20} MiB)", "split it, or give it as JSONL")
    if not data.strip():
        return Rejected(place, "is empty", "give a file with text in it")
    binary = why_binary(data)
    return Rejected(place, binary, "save the page as text or HTML") if binary else data
