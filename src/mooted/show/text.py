"""A page on a terminal: at most as wide as the screen, in colour only where there is some."""

from __future__ import annotations

from collections.abc import Iterator

from mooted.language.plaintext import readable
from mooted.show.page import Cell, Grid, Item, Page, Section
from mooted.show.stage import cut
from mooted.show.terminal import Part, Screen, columns, pad, tame, wrap

QUOTE = 200
_GAP = 2
_NARROWEST = 4
MARKS = {"so": ("•", "*"), "maybe": ("?", "?"), "not": ("✗", "x"), "": (" ", " ")}
_BARS = str.maketrans({"▰": "#", "▱": ".", "·": "|", "↳": ">", "“": '"', "”": '"', "–": "-", "…": "~", "→": ">"})


def page_text(page: Page, screen: Screen) -> str:
    """The page, its sections parted by empty lines."""
    blocks = ["\n".join(_head(page, screen))]
    blocks += ["\n".join(_section(section, screen)) for section in page.sections]
    if page.foot:
        blocks.append("\n".join(wrap([(_plain(page.foot, screen), "dim")], screen.width, screen)))
    return "\n\n".join(blocks) + "\n"


def _plain(words: str, screen: Screen) -> str:
    """Words that neither steer the terminal nor hold a sign that it cannot show."""
    return plain_signs(tame(words), screen)


def plain_signs(words: str, screen: Screen) -> str:
    """Our own signs replaced, where only ASCII can be shown."""
    return words if screen.unicode else words.translate(_BARS)


def _head(page: Page, screen: Screen) -> Iterator[str]:
    yield from _title(page, screen)
    if page.under:
        dotted = screen.mark(" · ", " | ").join(_plain(words, screen) for words in page.under)
        yield from wrap([(dotted, "dim")], screen.width, screen)
    yield screen.paint(screen.mark("─", "-") * screen.width, "dim")


def _title(page: Page, screen: Screen) -> list[str]:
    """On one line where there is room, else one below the other."""
    title, aside, stand = (_plain(words, screen) for words in (page.title, page.aside, page.stand.words))
    gap = screen.width - columns(title) - columns(stand)
    if gap < _GAP:
        lower = wrap([(stand, page.stand.style)], screen.width, screen) if stand else []
        return wrap([(title, "bold")], screen.width, screen) + lower
    beside = f"  {aside}" if aside and columns(aside) + 2 * _GAP <= gap else ""
    return [f"{screen.paint(title, 'bold')}{pad(beside, gap)}{screen.paint(stand, page.stand.style)}".rstrip()]


def _section(section: Section, screen: Screen) -> Iterator[str]:
    yield from wrap([(_plain(section.title, screen), "bold")], screen.width, screen)
    if section.note:
        yield from _indented(wrap([(_plain(section.note, screen), "dim")], screen.width - _GAP, screen))
    if section.grid:
        yield from _indented(_grid(section.grid, screen.width - _GAP, screen))
    if section.items:
        yield from _indented(_items(section.items, screen.width - _GAP, screen))


def _indented(lines: list[str]) -> Iterator[str]:
    return (f"{' ' * _GAP}{line}".rstrip() for line in lines)


def _grid(grid: Grid, width: int, screen: Screen) -> list[str]:
    """Each column as wide as it must be; the widest give way and wrap; on a narrow screen each row is a sentence."""
    head = tuple(Cell(words, "dim") for words in grid.head)
    rows = [row for row in (head, *grid.rows) if row]
    plain = [[(_plain(cell.words, screen), cell.style) for cell in row] for row in rows]
    widths = _fitted([[row[n][0] for row in plain] for n in range(len(plain[0]))], width)
    if sum(widths) + _GAP * (len(widths) - 1) > width:
        return [line for row in plain[bool(head) :] for line in _sentence(row, width, screen)]
    return [line for row in plain for line in _grid_row(row, widths, screen)]


def _fitted(table: list[list[str]], width: int) -> list[int]:
    """The widths of columns, the widest made narrower until all fit, or none can be any narrower without cutting a
    word of it."""
    room = width - _GAP * (len(table) - 1)
    widths = [max(map(columns, column)) for column in table]
    least = [min(max(_NARROWEST, _longest_word(column)), wide) for column, wide in zip(table, widths, strict=True)]
    while sum(widths) > room and widths != least:
        widest = max((n for n, wide in enumerate(widths) if wide > least[n]), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _longest_word(column: list[str]) -> int:
    return max((columns(word) for words in column for word in words.split()), default=0)


def _sentence(row: list[Part], width: int, screen: Screen) -> list[str]:
    dot: Part = (screen.mark(" · ", " | "), "dim")
    told = [part for part in row if part[0]]
    parts = [piece for at, part in enumerate(told) for piece in ((dot, part) if at else (part,))]
    return [f"{'  ' if at else ''}{line}" for at, line in enumerate(wrap(parts, width - 2, screen))]


def _grid_row(row: list[Part], widths: list[int], screen: Screen) -> list[str]:
    cells = [wrap([part], wide, screen) for part, wide in zip(row, widths, strict=True)]
    height = max(map(len, cells), default=0)
    return [
        (" " * _GAP)
        .join(_padded(cell[line] if line < len(cell) else "", wide) for cell, wide in zip(cells, widths, strict=True))
        .rstrip()
        for line in range(height)
    ]


def _padded(painted: str, width: int) -> str:
    """Filled up with spaces; codes for colour take no column."""
    return painted + " " * max(0, width - columns(_unpainted(painted)))


def _unpainted(words: str) -> str:
    """The words without the codes that ``paint`` puts around them (they hold none of their own)."""
    pieces = words.split("\x1b[")
    return pieces[0] + "".join(piece.partition("m")[2] for piece in pieces[1:])


def _items(items: tuple[Item, ...], width: int, screen: Screen) -> list[str]:
    """Columns for dates and clubs as wide as needed; a date or club is not said twice in a row."""
    dates = min(max(columns(_plain(item.date, screen)) for item in items), width // 4)
    labels = min(max(columns(_plain(item.label, screen)) for item in items), 24 if width >= 98 else 18, width // 4)
    left = (dates + _GAP if dates else 0) + (labels + _GAP if labels else 0)
    lines: list[str] = []
    before = Item(())
    for item in items:
        shown = [
            wrap([(_plain(item.date, screen), "dim")], dates or 1, screen) if item.date != before.date else [],
            wrap([(_plain(item.label, screen), "")], labels or 1, screen)
            if (item.label, item.date) != (before.label, before.date)
            else [],
        ]
        body = _body(item, width - left, screen)
        lines += _beside([(one, wide) for one, wide in zip(shown, (dates, labels), strict=True) if wide], body)
        before = item
    return lines


def _beside(left: list[tuple[list[str], int]], body: list[str]) -> list[str]:
    height = max(len(body), *(len(cell) for cell, _ in left)) if left else len(body)
    lines = []
    for at in range(height):
        cells = [_padded(cell[at] if at < len(cell) else "", wide) + " " * _GAP for cell, wide in left]
        lines.append(("".join(cells) + (body[at] if at < len(body) else "")).rstrip())
    return lines


def _body(item: Item, width: int, screen: Screen) -> list[str]:
    """A mark and what is said; beneath it the quoted words and who repeats them."""
    dot: Part = (screen.mark(" · ", " | "), "dim")
    said = [part for at, cell in enumerate(item.said) for part in _cell(cell, dot if at else None, screen)]
    mark = screen.mark(*MARKS[item.sign])
    style = item.said[0].style.removeprefix("bold ") if item.said else ""
    indent = 2 if item.sign else 0
    rows = wrap(said, width - indent, screen) + _quote(item, width - indent, screen)
    for words in item.beneath:
        rows += wrap([(_plain(words, screen), "dim")], width - indent, screen)
    first = screen.paint(mark, style if item.sign else "") + " " if indent else ""
    return [first + row if at == 0 else " " * indent + row for at, row in enumerate(rows)]


def _cell(cell: Cell, before: Part | None, screen: Screen) -> list[Part]:
    part: Part = (_plain(cell.words, screen), cell.style)
    return [before, part] if before else [part]


def _quote(item: Item, width: int, screen: Screen) -> list[str]:
    if not item.quote:
        return []
    words = cut(_plain(readable(item.quote), screen), QUOTE, screen.mark(" …", "..."))
    told = any(cell.words == item.printed for cell in item.said)
    where = f" [{_plain(item.printed, screen)}]" if item.printed and not told else ""
    quoted = screen.mark("“", '"') + words + screen.mark("”", '"') + where
    return wrap([(quoted, "dim")], width, screen)
