"""Words on a terminal: nothing in them may steer it, and all of it fits its width."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff9-\ufffb]")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u206f\U000e0000-\U000e007f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LONGEST = 2000
_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
Part = tuple[str, str]


def tame(words: str) -> str:
    """The words (2,000 characters of them) on one line, without escape codes and direction marks.

    Words that run from right to left are isolated, so that they turn nothing around them.
    """
    plain = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _INVISIBLE.sub("", _STEERING.sub(" ", words[:_LONGEST])))
    line = " ".join(plain.split())
    return f"\u2068{line}\u2069" if _RIGHT_TO_LEFT.search(line) else line


def columns(words: str) -> int:
    """How many columns the words take: wide characters two, marks on other characters none."""
    if words.isascii():
        return len(words)
    return sum(map(_columns_of, words))


def _columns_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@dataclass(frozen=True, slots=True)
class Screen:
    """What can be shown: how wide, whether in colour, and whether beyond ASCII."""

    width: int = 80
    colour: bool = False
    unicode: bool = True

    def paint(self, words: str, style: str) -> str:
        """The words in styles like ``"bold green"``; as they are where there is no colour."""
        codes = ";".join(_STYLES[name] for name in style.split())
        return f"\x1b[{codes}m{words}\x1b[0m" if self.colour and codes and words else words

    def mark(self, fancy: str, plain: str) -> str:
        """A sign, or its stand-in where only ASCII can be shown."""
        return fancy if self.unicode else plain


def screen_of(stream: TextIO) -> Screen:
    """The screen behind a stream; a file or pipe gets 80 columns (or ``COLUMNS``) without colour."""
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    wide = max(40, min(shutil.get_terminal_size().columns, 120))
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower()
    return Screen(width=wide, colour=colour, unicode=encoding.startswith("utf"))


def wrap(parts: list[Part], width: int, screen: Screen) -> list[str]:
    """Styled parts, one after the other, broken between words so that no line is wider than ``width``."""
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for words, style in parts:
        run: list[str] = []
        for word in _pieces(words, width):
            size = columns(word)
            if used + size > width and used:
                lines.append("".join((*line, screen.paint("".join(run), style))).rstrip())
                line, run, used = [], [], 0
            if used or not word.isspace():
                run.append(word)
                used += size
        line.append(screen.paint("".join(run), style))
    if used:
        lines.append("".join(line).rstrip())
    return lines


def _pieces(words: str, width: int) -> list[str]:
    """Words and the gaps between them; what is wider than a whole line is cut."""
    return [part for piece in re.findall(r" +|[^ ]+", words) for part in _cut(piece, width)]


def _cut(piece: str, width: int) -> Iterator[str]:
    while columns(piece) > width:
        at = len(piece)
        while at > 1 and columns(piece[:at]) > width:
            at = min(at - 1, max(1, at * width // columns(piece[:at])))
        yield piece[:at]
        piece = piece[at:]
    yield piece


def pad(words: str, width: int) -> str:
    """Filled up with spaces to ``width`` columns."""
    return words + " " * max(0, width - columns(words))
