"""Pages built to exhaust a parser: told before parsing, and read without it in linear time.

The parser's time grows with the square of the nesting depth, of the attributes of one tag and of the
options of a list, and its memory with unclosed formatting times paragraphs. Real pages are far below
the limits here; whoever is above them gets his tags stripped instead.
"""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape

from mooted.documents.markup import BLOCKS, FORMATTING, NEVER_DEEP

TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>?""")
DEPTH = 1000
ATTRIBUTES = 5000
OPTIONS = 5000
REOPENED = 2_000_000
_QUOTED = re.compile(r"""("[^"]*+"|'[^']*+')""")
_HIDDEN = ("script", "style")


def is_hostile(html: str) -> bool:
    """Whether a parser would take more than linear time or memory. Small ordinary pages pass at a glance."""
    if html.count("<option") > OPTIONS or html.count("<html") > 50:
        return True
    if html.count("<") <= 5000 and html.count("=") <= 20_000 and max(map(len, html.split(">"))) <= 16_000:
        return False
    return _is_beyond_limits(html)


def _is_beyond_limits(html: str) -> bool:
    depth = formatting = deepest = most_formatting = tags = 0
    for tag in TAG.finditer(html):
        tags += 1
        name = tag[2].lower()
        step = -1 if tag[1] else 1
        if name not in NEVER_DEEP:
            depth = max(0, depth + step)
            deepest = max(deepest, depth)
        if name in FORMATTING:
            formatting = max(0, formatting + step)
            most_formatting = max(most_formatting, formatting)
        if deepest > DEPTH or (len(tag[3]) > ATTRIBUTES and _attributes(tag[3]) > ATTRIBUTES):
            return True
    return most_formatting > 3 and most_formatting * tags > REOPENED


def _attributes(inside: str) -> int:
    """At most so many attributes stand in a tag: its gaps, outside of quotes."""
    return len(re.findall(r"[\s/]+", _QUOTED.sub(" ", inside)))


def strip_tags(html: str) -> str:
    """The text between the tags, paragraphs where blocks begin and end; one pass, whatever the page."""
    parts: list[str] = []
    at = 0
    while (start := html.find("<", at)) >= 0:
        parts.append(html[at:start])
        at, gap = _after_markup(html, start)
        parts.append(gap)
    parts.append(html[at:])
    return _tidy("".join(parts))


def _after_markup(html: str, start: int) -> tuple[int, str]:
    """Where the markup at ``start`` ends, and what it leaves in the text."""
    if html.startswith(("<!", "<?"), start):
        end = "-->" if html.startswith("<!--", start) else ">"
        return _after(html, end, start), ""
    tag = TAG.match(html, start)
    if not tag:
        return start + 1, "<"
    name = tag[2].lower()
    if name in _HIDDEN and not tag[1]:
        return _after(html, f"</{name}>", tag.end()), ""
    return tag.end(), "\n\n" if name in BLOCKS else "\n" if name == "br" else ""


def _after(html: str, end: str, start: int) -> int:
    found = html.find(end, start)
    return len(html) if found < 0 else found + len(end)


def _tidy(text: str) -> str:
    with suppress(ValueError):  # a character number of thousands of digits
        text = unescape(text)
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
