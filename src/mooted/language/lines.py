"""Lines that end where a page was full or a link began, and paragraphs that have lost the line end between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mooted.language.rewriting import Change

_LONG = 250  # characters that lines have on average where each is a paragraph
_NARROW = 40  # characters of the longest line of a narrow page
_SHARE = 0.25  # of the line ends within sentences, where a page was broken into lines
_FULL = 0.9  # of those with no room for the next word
_BREAK = re.compile(r"\n[ \t]*(?=(\S{1,99}))")
_GOES_ON = re.compile(r"[a-z,;.)]")
_OPEN = re.compile(r"(?:[\w'’]|,|[£€$&-])$")
_HANGING = re.compile(
    r"(?:,|&|\b(?:an?|the|of|to|for|on|in|with|by|from|and|or|that|at|as|is|are|was|were|has|have|had|his|their|its))$"
)
_GLUED = re.compile(r"[.!?)\"”’](?=[A-Z][a-z'’]*[ ,])(?!(?:Com|Net|Org|Tv|Info|London)\b)")
_BEFORE_GLUED = re.compile(r"(?:[a-z\d]{2}[.!?]|[.!?][\"”’]|.\))$")
_CITED = re.compile(r"\([A-Z][^()\n]{1,60}\)(?:, external)?(\.?) (?=[A-Z\"“'‘])")
_ENDS = frozenset('.!?"”’')
_FEW, _SOME = 2, 3


class _Break(NamedTuple):
    """The end of a line, the line before it, and the length of the first word after it."""

    start: int
    stop: int
    line: str
    word: int
    within: bool


def unwrapped(text: str) -> Iterator[Change]:
    """A space for each line end within a sentence; nothing in a text whose lines are paragraphs or items."""
    count = text.count("\n")
    if not count or len(text) > _LONG * (count + 1):
        return
    breaks = list(_breaks(text))
    within = [end for end in breaks if end.within]
    if not within or len(within) < _SHARE * len(breaks):
        return
    width = max(len(end.line) for end in within)
    full = sum(len(end.line) + end.word >= width for end in within) >= _FULL * len(within) and width >= _NARROW
    if not full and len(within) < _FEW:
        return
    for end in breaks:
        if end.within or (full and len(end.line) + end.word >= width) or _HANGING.search(end.line):
            yield Change(end.start, end.stop, " ")


def _breaks(text: str) -> Iterator[_Break]:
    """The line ends between two lines that hold something."""
    begin = 0
    for found in _BREAK.finditer(text):
        line = text[begin : found.start()].rsplit("\n", 1)[-1].rstrip()
        start, begin = begin + text[begin : found.start()].rfind("\n") + 1 + len(line), found.end()
        if line:
            within = bool(_GOES_ON.match(found[1]) and _OPEN.search(line))
            yield _Break(start, found.end(), line, len(found[1]), within)


def parted(text: str) -> Iterator[Change]:
    """A line end where a sentence follows on another without a space, and after the source of each item of a column
    in one line; once is chance."""
    ends = [found.end() for found in _GLUED.finditer(text)]
    glued = [end for end in ends if _BEFORE_GLUED.search(text[max(0, end - 3) : end])]
    if len(glued) >= _FEW:
        yield from (Change(end, end, "\n") for end in glued)
        return
    cited = [found.end() for found in _CITED.finditer(text) if found[1] or _ends_sentence(text, found.start())]
    if len(cited) >= _SOME and len(cited) > text.count("\n"):
        yield from (Change(end - 1, end, "\n") for end in cited)


def _ends_sentence(text: str, at: int) -> bool:
    """Does a sentence end before ``at``?"""
    return text[max(0, at - 2) : at].rstrip()[-1:] in _ENDS
