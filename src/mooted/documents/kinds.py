"""What kind of page a file is: by its name, and where the name does not tell, by how it begins."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO, Literal

from mooted.documents.decoding import without_bom

Kind = Literal["text", "html", "json", "jsonl"]
KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
}
PEEK = 4096
_JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*(?:\{|\]))")
_HTML = re.compile(
    rb"\s*<(?:!doctype\s+html|!--|\?xml|/?(?:html|head|body|title|meta|article|main|div|p|h1)\b)", re.IGNORECASE
)


def name_and_suffix(path: Path) -> tuple[str, str]:
    """``news.txt.gz`` gives ``("news", ".txt")``: compression is no kind."""
    plain = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return plain.stem, plain.suffix.lower()


def kind_of_content(stream: BinaryIO) -> Kind:
    """Peek at the first bytes: JSON, a web page, or else plain text."""
    start = without_bom(peek(stream))
    if _JSON.match(start):
        return "jsonl" if _is_line_by_line(start) else "json"
    return "html" if _HTML.match(start) else "text"


def _is_line_by_line(start: bytes) -> bool:
    """Does a whole object stand on the first line, with more to follow? Later lines may be broken."""
    line, _, rest = start.lstrip().partition(b"\n")
    return line.rstrip().endswith(b"}") and bool(rest.strip()) and not rest.lstrip().startswith((b",", b"]"))


def peek(stream: BinaryIO) -> bytes:
    """The first bytes, left in the stream."""
    start: bytes = stream.peek(PEEK)[:PEEK]  # type: ignore[attr-defined]  # every stream of ours is buffered
    return start


MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP or office file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet table"),
    (b"\x1f\x8b", "compressed (a second time)"),
    (b"BZh", "compressed by bzip2"),
    (b"\xfd7zXZ\x00", "compressed by xz"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd"),
    (b"7z\xbc\xaf\x27\x1c", "compressed by 7-Zip"),
    (b"Rar!", "compressed by RAR"),
    (b"\x7fELF", "a program"),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def why_binary(data: bytes) -> str | None:
    """What makes these bytes no page of text; null where they look like one."""
    for magic, what in MAGIC:
        if data.startswith(magic):
            return f"is {what}, no page of text"
    if data.startswith(_WIDE):
        return None
    sample = data[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    binary = (controls >= 16 and controls * 20 > len(sample)) or controls * 4 > len(sample)
    return "is binary data, no page of text" if binary else None
