"""Papers as headings: a round-up of the back pages names each paper once, alone on a line above what it says."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

_LINE = re.compile(r"^[ \t:*#\u2022-]*([A-Z0-9][^\n:]{1,31}?)[ \t:*]*$", re.MULTILINE)
_SMALL = re.compile(r"(?<= )(?:On|And|Of|De|Dello|Della)(?= )")  # words of a name that begin with a small letter
_LEAST = 2  # papers that show a text to go paper by paper: one alone may be a byline or a credit


class Masthead(NamedTuple):
    """Where a line begins that names a paper, and the paper: what stands in capitals as it is mostly written."""

    start: int
    paper: str


def mastheads(text: str, folded: str, outlets: Container[str]) -> tuple[Masthead, ...]:
    """The papers that stand over what follows, in order; none where a text does not go paper by paper."""
    found: list[Masthead] = []
    for line in _LINE.finditer(folded):
        paper = _paper(line[1], outlets)
        if paper:
            found.append(Masthead(line.start(1), text[slice(*line.span(1))] if paper == line[1] else paper))
    return tuple(found) if len({paper for _, paper in found}) >= _LEAST else ()


def _paper(line: str, outlets: Container[str]) -> str | None:
    if line in outlets:
        return line
    small = _SMALL.sub(lambda word: word.group().lower(), line.title()) if line.isupper() else line
    return small if small in outlets else None
