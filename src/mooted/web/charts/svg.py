"""Elements of SVG: every word in them is escaped, and places are shares of the width so that charts stretch."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

Content = Markup | str


def element(name: str, *content: Content, **attributes: object) -> Markup:
    """``<name ...>content</name>``. An attribute loses a closing underscore, others become hyphens.

    >>> element("text", "1 < 2", x="5%", text_anchor="end", class_="tick")
    Markup('<text x="5%" text-anchor="end" class="tick">1 &lt; 2</text>')
    """
    shown = "".join(f' {_name(key)}="{escape(value)}"' for key, value in attributes.items() if value is not None)
    return Markup(f"<{name}{shown}>{join(content)}</{name}>")


def join(content: Iterable[Content]) -> Markup:
    """The pieces one after the other, each escaped unless it is markup already."""
    return Markup("".join(map(escape, content)))


@lru_cache(maxsize=100)
def _name(key: str) -> str:
    """The name of an attribute, from how Python lets it be written."""
    return key.rstrip("_").replace("_", "-")


def picture(
    title: str, height: int, *content: Content, description: str = "", class_: str = "chart", role: str = "img"
) -> Markup:
    """A chart as wide as its place and ``height`` pixels high, with its title and description for screen readers.

    One that holds links has the ``role`` of a group: a picture would hide them.
    """
    words = [element("title", title), *([element("desc", description)] if description else [])]
    label = f"{title}. {description}" if description else title
    return element("svg", *words, *content, class_=class_, role=role, aria_label=label, width="100%", height=height)


def percent(share: float) -> str:
    """A share of the width, as SVG writes it.

    >>> percent(0.12345)
    '12.35%'
    """
    return f"{share * 100:.2f}%"
