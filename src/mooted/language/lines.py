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
_BREAK = re.compile(r"\n(?>\s*)(\S{1,99})")
_GOES_ON = re.compile(r"[a-z,;.)]")
_NEXT_GOES_ON = re.compile(r"\n\s{0,9}[a-z,;.)]")
_OPEN = re.compile(r"(?:[\w'’]|,|[£€$&-])$")
_GLUED = re.compile(r"[.!?)\"”’](?=[A-Z][a-z'’]*[ ,])(?!(?:Com|Net|Org|Tv|Info|London)\b)")
_BEFORE_GLUED = re.compile(r"(?:[a-z\d]{2}[.!?]|[.!?][\"”’]|.\))$")
_CITED = re.compile(r"\([A-Z][^()\n]{1,60}\)(?:, external)?(\.?) (?=[A-Z\"“'‘])")
_ENDS = frozenset('.!?"”’')
_CLOSING = frozenset(",;.)")
_FEW, _SOME = 2, 3


class _Break(NamedTuple):
    """Where a line ends and the next begins: the line, the first word of the next, and if empty ones are between."""

    start: int
    stop: int
    before: str
    after: str
    empty: bool

    @property
    def open(self) -> bool:
        """Is the sentence not at its end?"""
        return _OPEN.search(self.before) is not None

    @property
    def within(self) -> bool:
        """Does the sentence go on?"""
        return self.open and _GOES_ON.match(self.after) is not None

    def was_full(self, width: int) -> bool:
        """Had the next word no room in the line?"""
        return not self.empty and len(self.before) + len(self.after) >= width


def unwrapped(text: str) -> Iterator[Change]:
    """A space for each line end within a sentence; nothing in a text whose lines are paragraphs or items."""
    count = text.count("\n")
    if len(text) > _LONG * (count + 1) or not _NEXT_GOES_ON.search(text) or text.islower():
        return
    breaks = list(_breaks(text))
    within = [end for end in breaks if end.within]
    if not within or len(within) < _SHARE * sum(not end.empty or end.open for end in breaks):
        return
    width = max(len(end.before) for end in within)
    narrow = width >= _NARROW and sum(end.was_full(width) for end in within) >= _FULL * len(within)
    if not narrow and len(within) < _FEW:
        return
    apart = all(end.empty for end in within)
    for end in breaks:
        if end.within or (end.was_full(width) if narrow else end.open and end.empty <= apart):
            yield Change(end.start, end.stop, "" if end.after[0] in _CLOSING else " ")


def _breaks(text: str) -> Iterator[_Break]:
    """Where a line ends and another begins."""
    begin = 0
    for found in _BREAK.finditer(text.rstrip()):
        stop = found.start(1)
        line = text[begin : found.start()].rstrip()
        yield _Break(begin + len(line), stop, line, found[1], text.count("\n", found.start(), stop) > 1)
        begin = stop


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
