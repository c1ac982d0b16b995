"""From bytes to text that is safe to read: the encoding, and the characters that no text should hold."""

from __future__ import annotations

import codecs
import re

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_HALF = re.compile("[\ud800-\udfff]")
_SAFE = {mark: " " for mark in (*range(32), 127) if mark not in (9, 10)}
_SAFE |= dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)
_SAFE |= {mark: bytes((mark,)).decode("cp1252", "ignore") or " " for mark in range(0x80, 0xA0)}


def clean(text: str) -> str:
    """The same text, character for character, without the marks that harm readers and terminals.

    Control characters but tab and newline become spaces, lone surrogates U+FFFD, and the invisible
    characters U+0080 to U+009F what Windows-1252 means by them. An old Mac line end becomes a newline.
    No character is added or taken away, so places in the text stay where they were.
    """
    if not _ODD.search(text):
        return text
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.translate(_SAFE)


def doubt_of(text: str) -> str | None:
    """What ``clean`` has to put right and no page should hold, in words: control characters and half characters."""
    controls, halves = len(_CONTROL.findall(text)), len(_HALF.findall(text))
    told = [f"{controls:,} control character{'s' * (controls > 1)}, read as spaces"] if controls else []
    told += [f"{halves:,} half character{'s' * (halves > 1)}, shown as {_REPLACEMENT}"] if halves else []
    return "holds " + " and ".join(told) if told else None


def without_bom(data: bytes) -> bytes:
    """The bytes after a mark of the encoding, and UTF-16 thinned to what ASCII is in it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :] if encoding == "utf-8" else data[len(mark) :].replace(b"\x00", b"")
    return data


def encoding_mark(data: bytes) -> str | None:
    """The encoding that the first bytes declare."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def decode(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text, and a doubt about it in words where the encoding had to be guessed."""
    marked = encoding_mark(data)
    if marked:
        text = data.decode(marked, "replace").removeprefix("\ufeff")
        return text, "holds bytes that are broken " + marked.upper() if _REPLACEMENT in text else None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _declared(data, declared) or _guessed(data)


def _declared(data: bytes, declared: str | None) -> tuple[str, None] | None:
    """As the page says; a page whose own words say UTF-anything was tried as that already."""
    if not declared or declared.lower().startswith(("utf", "unicode")):
        return None
    try:
        return data.decode(declared), None
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes) -> tuple[str, str]:
    """Damaged UTF-8 where most of it is whole, else Windows-1252."""
    text = data.decode("utf-8", "replace")
    broken = text.count(_REPLACEMENT)
    if sum(character > "\x7f" for character in text) > 2 * broken:
        return text, f"is UTF-8 with {broken} broken character{'s' * (broken > 1)}, shown as {_REPLACEMENT}"
    return data.decode("cp1252", "replace"), "is not UTF-8 and was read as Windows-1252"
