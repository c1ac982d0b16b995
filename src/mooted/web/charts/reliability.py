"""A reliability diagram: of the forecasts of so many per cent, how many came true, with counts and bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mooted.web.charts.svg import Content, element, percent, picture

HEIGHT = 300  # pixels
_AXIS = 24
_LEFT = 0.08


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of about the same probability: their mean, the share that came true, and how many.

    ``low`` and ``high`` are the ends of an interval: of the share, or in which it would lie if the mean were right.
    ``name`` tells what they have in common where it is not the probability.
    """

    forecast: float
    share: float
    low: float
    high: float
    count: int
    name: str = ""


def reliability(
    title: str, bins: Sequence[Bin], across: str = "chance given", up: str = "share that came true"
) -> Markup:
    """The diagram. Calibrated forecasts lie on the diagonal; a dot's size tells how many forecasts it holds."""
    floor = HEIGHT - _AXIS
    most = max((one.count for one in bins), default=1)
    grid: list[Content] = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = _y(share, floor)
        grid.append(element("line", x1=percent(_LEFT), x2="100%", y1=y, y2=y, class_="grid"))
        grid.append(element("text", f"{share:.0%}", x=percent(_LEFT - 0.01), y=y + 4, text_anchor="end", class_="tick"))
        anchor = "end" if share == 1 else "start" if share == 0 else "middle"
        grid.append(element("text", f"{share:.0%}", x=_x(share), y=HEIGHT - 6, text_anchor=anchor, class_="tick"))
    diagonal = element("line", x1=_x(0), y1=_y(0, floor), x2=_x(1), y2=_y(1, floor), class_="diagonal")
    grid.append(element("text", f"{across} →", x=_x(1), y=floor - 8, text_anchor="end", class_="tick"))
    grid.append(element("text", f"↑ {up}", x=percent(_LEFT + 0.01), y=20, class_="tick"))
    dots = [_dot(one, floor, most) for one in bins if one.count]
    described = "; ".join(
        f"of {b.count} {b.name or 'forecasts'} near {b.forecast:.0%}, {b.share:.0%} came true" for b in bins if b.count
    )
    return picture(title, HEIGHT, *grid, diagonal, *dots, description=described, class_="chart reliability")


def _x(share: float) -> str:
    return percent(_LEFT + (0.985 - _LEFT) * share)


def _y(share: float, floor: int) -> float:
    return round(8 + (1 - share) * (floor - 8), 1)


def _dot(one: Bin, floor: int, most: int) -> Markup:
    told = f"{one.name or 'forecast'} {one.forecast:.0%}, {one.share:.0%} came true, {one.count} in all"
    tip = element("title", told)
    radius = round(3 + 6 * (one.count / most) ** 0.5, 1)
    return element(
        "g",
        element("line", x1=_x(one.forecast), x2=_x(one.forecast), y1=_y(one.low, floor), y2=_y(one.high, floor),
                class_="whisker"),
        element("circle", tip, cx=_x(one.forecast), cy=_y(one.share, floor), r=radius, class_="report"),
    )  # fmt: skip
