"""A page as Markdown: what it quotes is text there, never markup, links or tables of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from mooted.language.plaintext import readable
from mooted.show.page import Cell, Grid, Item, Page, Section
from mooted.show.terminal import tame

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ESCAPED = re.compile(r"([\\`*_\[\]|~#!$^])")
_BULLET = re.compile(r"^([-+=])(?=\s|$)|^(\d{1,9})([.)])(?=\s|$)")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|www|mailto|xmpp)(?=[:.])")
_SIGNS = {"so": "", "maybe": "**?** ", "not": "**✗** ", "": ""}


def page_markdown(page: Page) -> str:
    """The page with headings, tables and lists."""
    aside = f" ({escaped(page.aside)})" if page.aside else ""
    lines = [f"# {escaped(page.title)}{aside}", ""]
    if page.stand.words:
        lines += [f"**{escaped(page.stand.words)}**", ""]
    if page.under:
        lines += [" · ".join(map(escaped, page.under)), ""]
    for section in page.sections:
        lines += [*_section(section), ""]
    if page.foot:
        lines += [f"*{escaped(page.foot)}*", ""]
    return "\n".join(lines)


def escaped(words: str) -> str:
    """Words as Markdown shows them literally: no HTML, no emphasis, no table cell ends, no links of their own."""
    plain = _ESCAPED.sub(r"\\\1", tame(words).translate(_HTML))
    apart = _ADDRESS.sub(lambda found: f"{found[1]}\u200b", plain)
    return _BULLET.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", apart)


def linked(words: str, url: str | None) -> str:
    """A link, where the address is one of the web."""
    address = _web_address(url)
    return f"[{escaped(words)}](<{address}>)" if address else escaped(words)


def _web_address(url: str | None) -> str | None:
    """The address with everything quoted that could end it; null for anything but http and https."""
    if not url or len(url) > 2000:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return quote(url.strip().encode("utf-8", "replace"), safe="/:?#@!$&'()*+,;=%~-._")


def _section(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    yield ""
    if section.note:
        yield from (f"{escaped(section.note)}", "")
    if section.grid:
        yield from _grid(section.grid)
    if section.grid and section.items:
        yield ""
    yield from (line for item in section.items for line in _item(item))


def _grid(grid: Grid) -> Iterator[str]:
    wide = len(grid.head) or max((len(row) for row in grid.rows), default=0)
    yield _row([escaped(words) for words in grid.head] or [""] * wide)
    yield _row(["---"] * wide)
    for row in grid.rows:
        yield _row([_styled(cell) for cell in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _styled(cell: Cell) -> str:
    words = escaped(cell.words)
    return f"**{words}**" if "bold" in cell.style and words else words


def _item(item: Item) -> Iterator[str]:
    lead = [f"**{escaped(words)}**" for words in (item.date, item.label) if words]
    said = " · ".join(_styled(cell) for cell in item.said)
    yield f"- {_SIGNS[item.sign]}{' · '.join([*lead, said])}"
    if item.quote:
        where = f" ({linked(item.printed or 'source', item.url)})" if item.printed or item.url else ""
        yield f"  “{escaped(readable(item.quote))}”{where}"
    yield from (f"  - {escaped(words)}" for words in item.beneath)
