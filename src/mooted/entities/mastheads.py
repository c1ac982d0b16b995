"""Papers as headings: a round-up of the back pages names each paper once, alone on a line above what it says."""

from __future__ import annotations

import re
from collections.abc import Container

from mooted.model.mention import Masthead

_LINE = re.compile(r"^[ \t:*#\u2022-]*([A-Z0-9][^\n:]{1,31}?)[ \t:*]*$", re.MULTILINE)
_SMALL = re.compile(r"(?<= )(?:On|And|Of|De|Dello|Della)(?= )")  # words of a name that begin with a small letter
_LEAST = 2  # papers that show a text to go paper by paper: one alone may be a byline or a credit


def mastheads(text: str, folded: str, outlets: Container[str]) -> tuple[Masthead, ...]:
    """The papers that stand over what follows, in order; none where a text does not go paper by paper.

    A paper is named as it is written; what stands in capitals alone, as it is mostly written.
    """
    found: list[Masthead] = []
    for line in _LINE.finditer(folded):
        start, stop = line.span(1)
        if line[1] in outlets:
            found.append(Masthead(start, text[start:stop]))
        elif line[1].isupper() and (small := _in_small_letters(line[1])) in outlets:
            found.append(Masthead(start, small))
    return tuple(found) if len({paper for _, paper in found}) >= _LEAST else ()


def _in_small_letters(name: str) -> str:
    return _SMALL.sub(lambda word: word.group().lower(), name.title())
