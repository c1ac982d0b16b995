"""The reliability diagram: how often forecasts came true beside the chance they gave; as SVG and in characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Protocol

_SIDE, _EDGE = 360, 40
_WIDE = 40  # characters of the diagram in a terminal


class Bin(Protocol):
    """Forecasts between two chances: their mean, the share that came true, and the band about it."""

    @property
    def n(self) -> int:
        """How many."""

    @property
    def mean(self) -> float:
        """Their mean chance."""

    @property
    def share(self) -> float:
        """The share that came true."""

    @property
    def band_low(self) -> float:
        """The lower end of the band."""

    @property
    def band_high(self) -> float:
        """The upper end of the band."""


def reliability_svg(bins: Iterable[Bin], title: str) -> str:
    """The diagram as a picture: a dot a bin, as wide as its count, with the band in which it should lie nine in ten."""
    whole = _SIDE + 2 * _EDGE
    shapes = "\n".join(_shapes(bins))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" '
        f'font-size="11" role="img" aria-label="{escape(title)}">\n<title>{escape(title)}</title>\n'
        f'<rect x="{_EDGE}" y="{_EDGE}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#999"/>\n'
        f'<line x1="{_EDGE}" y1="{_EDGE + _SIDE}" x2="{_EDGE + _SIDE}" y2="{_EDGE}" stroke="#bbb" '
        f'stroke-dasharray="4"/>\n'
        f"{shapes}\n"
        f'<text x="{whole / 2}" y="{whole - 8}" text-anchor="middle">chance given</text>\n'
        f'<text x="14" y="{whole / 2}" text-anchor="middle" transform="rotate(-90 14 {whole / 2})">share that came true'
        f"</text>\n</svg>\n"
    )


def _shapes(bins: Iterable[Bin]) -> Iterator[str]:
    held = list(bins)
    most = max((one.n for one in held), default=1)
    for one in held:
        x, y = _EDGE + one.mean * _SIDE, _EDGE + (1 - one.share) * _SIDE
        high, low = _EDGE + (1 - one.band_high) * _SIDE, _EDGE + (1 - one.band_low) * _SIDE
        radius = 3 + 9 * (one.n / most) ** 0.5
        yield f'<line x1="{x:.1f}" y1="{high:.1f}" x2="{x:.1f}" y2="{low:.1f}" stroke="#c9a227" stroke-width="4"/>'
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1f6f8b" fill-opacity="0.8"/>'
        yield f'<text x="{x + radius + 2:.1f}" y="{y - 4:.1f}">{one.n}</text>'


def bar(one: Bin) -> str:
    """A bin as a line of characters: ``-`` the band, ``o`` the share that came true, ``*`` where it is in it."""
    low, high, at = (round(value * (_WIDE - 1)) for value in (one.band_low, one.band_high, one.share))
    line = ["-" if low <= place <= high else "." for place in range(_WIDE)]
    line[at] = "*" if low <= at <= high else "o"
    return "".join(line)
