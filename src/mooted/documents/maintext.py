"""The article in a web page: which part holds it, and its paragraphs without what is put between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from mooted.documents.markup import BLOCKS, BOXES, HIDDEN
from mooted.documents.tabled import table_lines

_BOX = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|cookies?|consent|gdpr|related|recommend\w*|newsletter|share|sharing|social|promo\w*"
    r"|sidebar|breadcrumbs?|comments?|subscri\w*|sign-?up|paywall|popup|modal|menu|navigation|outbrain|taboola"
    r"|most-?read|read-?more|more-on|also-?read|trending|skip-?link|screen-?reader|visually-?hidden|sr-only)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_NOT_A_BOX = re.compile(r"(?:^|\s)(?:has|no|with|without|is|show|hide)[_-]\S*", re.IGNORECASE)
_PHRASES = re.compile(
    r"(?:advertisement|read (?:more|next|also)\b|more on this|related (?:articles?|stories|topics|content)"
    r"|share (?:this|on)|follow us|sign up|subscribe|click here|getty images|image (?:source|copyright)|copy link"
    r"|skip to|loading\b|(?:we|this site) uses? cookies|accept (?:all )?cookies|last updated|published\b[: ]"
    r"|\d+ (?:comments?|shares?)$)",
    re.IGNORECASE,
)
_CONTAINERS = (
    "[itemprop='articleBody']",
    ".article-body, .article__body, .article-content, .story-body, .entry-content, .post-content, .body-copy",
)
_BREAK = "\x1e"
_SPARED = 20
ENOUGH = 200


@dataclass(slots=True)
class _Writing:
    """Text of the block that is open, and the blocks before it."""

    blocks: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    length: int = 0

    def add(self, words: str, in_link: bool) -> None:
        self.words.append(words)
        size = len(words.strip())
        self.length += size
        self.linked += size * in_link

    def close(self, tag: str) -> None:
        """End the block; what is nothing but a link, or a phrase of the page's furniture, is left out."""
        text = "".join(self.words)
        only_link = self.linked >= 0.9 * self.length and tag not in ("h1", "h2", "h3")
        self.words, self.linked, self.length = [], 0, 0
        if text.isspace() or not text:
            return
        lines = (" ".join(line.split()) for line in text.split(_BREAK))
        for paragraph in re.split(r"\n\n+", "\n".join(lines)):
            if (words := paragraph.strip("\n")) and not (len(words) < ENOUGH and (only_link or _PHRASES.match(words))):
                self.blocks.append(words)

    def add_table(self, lines: list[str]) -> None:
        """A table is a paragraph of its own, a row a line."""
        self.blocks.append("\n".join(lines))


def main_text(body: LexborNode) -> list[str]:
    """The paragraphs of the article, headings and list items among them, in their order."""
    found = [block for part in _parts(body) for block in _blocks(part, choosy=True)]
    if _size(found) >= ENOUGH:
        return found
    everything = _blocks(body, choosy=False)
    return everything if _size(everything) > 2 * _size(found) else found


def _parts(body: LexborNode) -> list[LexborNode]:
    """The nodes that hold the article: a marked body, the articles of the page, ``main``, or all of it."""
    for selector in _CONTAINERS:
        parts = _outermost(body.css(selector))
        if _prose(parts) >= ENOUGH:
            return parts
    main = body.css_first("main, [role='main']") or body
    articles = [node for node in _outermost(main.css("article")) if not _is_teaser(node)]
    return articles if _prose(articles) >= max(ENOUGH, 0.5 * _prose([main])) else [main]


def _outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    """Those that do not lie in another of them; ``nodes`` stand in the order of the page."""
    inside = {node.mem_id for node in nodes}
    return [node for node in nodes if not any(above.mem_id in inside for above in _above(node))]


def _above(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _is_teaser(node: LexborNode) -> bool:
    """A card that points to another page: most of its words are a link."""
    words = len(node.text(strip=True))
    return sum(len(link.text(strip=True)) for link in node.css("a")) > 0.6 * words


def _prose(nodes: list[LexborNode]) -> int:
    return sum(len(paragraph.text(strip=True)) for node in nodes for paragraph in node.css("p, li, blockquote"))


def _size(blocks: list[str]) -> int:
    return sum(map(len, blocks))


def _blocks(root: LexborNode, choosy: bool) -> list[str]:
    """Walk the tree without recursion; blocks end where block elements begin or end."""
    page = _Page(_prose([root]), choosy)
    writing = _Writing()
    node, links, tags = root, 0, ["div"]
    while True:
        tag = node.tag or ""
        if tag == "-text":
            writing.add(node.text_content or "", links > 0)
        elif tag == "br":
            writing.words.append(_BREAK)
        elif tag in BLOCKS:
            writing.close(tags[-1])
        child = None if tag in HIDDEN or (tag in BOXES and page.is_furniture(node, tag, root)) else node.child
        if tag == "table" and child is not None and (lines := _table(node)):
            writing.add_table(lines)
            child = None
        if child is not None:
            links += tag == "a"
            if tag in BLOCKS:
                tags.append(tag)
            node = child
            continue
        while node.mem_id != root.mem_id and node.next is None:
            node = node.parent or root
            links, tags = _leave(node.tag or "", links, tags, writing)
        if node.mem_id == root.mem_id:
            writing.close(tags[-1])
            return writing.blocks
        node = node.next or root


def _table(node: LexborNode) -> list[str]:
    """The rows of a table of data; none for one that lays out a page, or links to others."""
    lines = table_lines(node)
    return [] if lines and not node.css_matches("th") and _is_teaser(node) else lines


def _leave(tag: str, links: int, tags: list[str], writing: _Writing) -> tuple[int, list[str]]:
    if tag in BLOCKS:
        writing.close(tags[-1])
        tags.pop()
    return links - (tag == "a"), tags


@dataclass(slots=True)
class _Page:
    """What is needed to tell the page's furniture from its article.

    ``spared`` counts the boxes that hold half of the prose. They lie in each other, and each costs a look
    at all of it: after a few the page is not worth the trouble.
    """

    prose: int
    choosy: bool
    spared: int = 0

    def is_furniture(self, node: LexborNode, tag: str, root: LexborNode) -> bool:
        """Boxes by their names, forms, and the site's header; never what holds half of the prose."""
        if not self.choosy or node.mem_id == root.mem_id or self.spared > _SPARED:
            return False
        attributes = node.attributes
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        site_header = tag == "header" and root.tag == "body" and (node.parent is None or node.parent.tag == "body")
        box = tag == "form" or site_header or (len(named) > 2 and _BOX.search(_NOT_A_BOX.sub(" ", named)))
        if box and 2 * _prose([node]) > self.prose:
            self.spared += 1
            return False
        return bool(box)
