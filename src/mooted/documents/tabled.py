"""The tables of a web page whose cells are short, as lines of text: a row a line, its cells divided by bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from mooted.documents.markup import BLOCKS, HIDDEN

BAR, EMPTY, NEXT = " | ", "-", "; "
_BREAK = "\x1e"
_PARAGRAPHS = frozenset("p div".split())  # which a cell may hold one of
_ITEMS = frozenset("ul ol li".split())  # which a cell of a table with a head may hold many of
_LONGEST, _LONGEST_LIST = 80, 800  # characters of a cell, and of one with items
_MOST_COLUMNS = 20
_LEAST_ROWS = 2  # with several cells each, the head among them

_Row = list[str]


def table_lines(table: LexborNode) -> list[str]:
    """A line for each row of a table of short cells; none for any other, such as one that lays out a page.

    A cell that spans rows is told in each of them, so that the columns stay in their places. Where the table has a
    head, a cell may be a list; semicolons divide its items. The walk ends at the first cell too long or with more than
    one paragraph, and at a table inside, so that it looks at each node once.
    """
    headed = False
    rows: list[_Row] = []
    spans: dict[int, tuple[str, int]] = {}
    for node in _rows(table):
        headed = headed or any(cell.tag == "th" for cell in node.iter())
        cells = _cells(node, headed)
        if cells is None:
            return []
        row = _with_spans(cells, spans)
        if len(row) > _MOST_COLUMNS:
            return []
        rows.append(row)
    if sum(len(row) > 1 for row in rows) < _LEAST_ROWS:
        return []
    return [BAR.join(cell or EMPTY for cell in row) for row in rows if any(row)]


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """The rows of a table, also of its head, bodies and foot."""
    for part in table.iter():
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part.iter() if row.tag == "tr")


def _cells(row: LexborNode, headed: bool) -> list[tuple[str, int, int]] | None:
    """The cells of a row with how many columns and rows each spans; null where one is no short text."""
    found = []
    for cell in row.iter():
        if cell.tag in ("td", "th"):
            words = _words(cell, headed)
            if words is None:
                return None
            found.append((words, _span(cell, "colspan"), _span(cell, "rowspan")))
    return found


@dataclass(slots=True)
class _Cell:
    """The words of a cell so far, and what tells if it is one of data."""

    headed: bool
    parts: list[str] = field(default_factory=list)
    size: int = 0
    paragraphs: int = 0
    listed: bool = False

    def take(self, node: LexborNode) -> bool:
        """Take the node's own words; false for what no cell of data holds."""
        tag = node.tag or ""
        if tag == "-text":
            self.parts.append(node.text_content or "")
            self.size += len(self.parts[-1].strip())
        elif self.headed and (tag in _ITEMS or tag == "br"):
            self.listed = True
            self.parts.append(_BREAK)
        elif tag in BLOCKS or tag == "br":
            self.paragraphs += 1
            self.parts.append(" ")
            if tag in BLOCKS and tag not in _PARAGRAPHS:
                return False
        return self.paragraphs < 2 and self.size <= (_LONGEST_LIST if self.listed else _LONGEST)

    def words(self) -> str:
        """The items of the cell, or the one that it is."""
        items = (" ".join(item.split()) for item in "".join(self.parts).replace("|", "/").split(_BREAK))
        return NEXT.join(item for item in items if item)


def _words(cell: LexborNode, headed: bool) -> str | None:
    """The words of a cell; null where they are too many, or stand in several paragraphs that are no list's items."""
    taken = _Cell(headed)
    node = cell.child
    while node is not None:
        if not taken.take(node):
            return None
        node = (None if node.tag in HIDDEN else node.child) or _next(node, cell)
    return taken.words()


def _next(node: LexborNode, top: LexborNode) -> LexborNode | None:
    """The node that follows in the order of the page, below ``top``."""
    while node.next is None:
        parent = node.parent
        if parent is None or parent.mem_id == top.mem_id:
            return None
        node = parent
    return node.next


def _span(cell: LexborNode, name: str) -> int:
    """How many columns or rows a cell spans, by its attribute."""
    value = cell.attributes.get(name) or ""
    return max(1, min(int(value), _MOST_COLUMNS)) if value.isascii() and value.isdigit() and len(value) < 4 else 1


def _with_spans(cells: list[tuple[str, int, int]], spans: dict[int, tuple[str, int]]) -> _Row:
    """A row with the cells that reach down into it; ``spans`` tells of each column what still reaches, and how far.

    A cell over several columns is told once and is empty in the others, unless it is the only one: then it heads
    what follows.
    """
    if len(cells) == 1 and not spans:
        return [cells[0][0]]
    row: _Row = []
    for words, wide, deep in cells:
        _reach_down(row, spans)
        for column in range(wide):
            told = "" if column else words
            if deep > 1:
                spans[len(row)] = told, deep - 1
            row.append(told)
    _reach_down(row, spans)
    return row


def _reach_down(row: _Row, spans: dict[int, tuple[str, int]]) -> None:
    """Put what reaches into the row at its end; each is told one row less from there on."""
    while len(row) in spans:
        words, left = spans.pop(len(row))
        if left > 1:
            spans[len(row)] = words, left - 1
        row.append(words)
