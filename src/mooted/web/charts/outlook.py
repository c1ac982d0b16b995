"""Forecasts over time as bands that sum to one: a band for each destination, and one for "stays"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup

from mooted.forecasts.foretelling import ANOTHER
from mooted.model.judgement import Forecast
from mooted.web.charts.span import Stretch
from mooted.web.charts.svg import Content, element, percent, picture

HEIGHT = 180  # pixels
_AXIS = 22
MOST_BANDS = 5
STAYS = "stays"
OTHERS = ANOTHER


def outlook(player: str, forecasts: Sequence[Forecast]) -> Markup:
    """The chart of one player's forecasts, oldest first; each holds until the next."""
    if not forecasts:
        return Markup("")
    names = bands(forecasts)
    stretch = Stretch(forecasts[0].as_of, forecasts[-1].as_of + timedelta(days=1), left=0.0, right=1.0)
    floor = HEIGHT - _AXIS
    pieces: list[Content] = []
    ends = [*(one.as_of for one in forecasts[1:]), stretch.stop]
    for forecast, end in zip(forecasts, ends, strict=True):
        pieces += _column(forecast, names, stretch.at(forecast.as_of), stretch.at(end), floor)
    return picture(
        f"What the forecast for {player} was, day by day",
        HEIGHT,
        *pieces,
        *_grid(floor),
        *_days(stretch, floor),
        description=_described(forecasts[-1], names),
        class_="chart outlook",
    )


def bands(forecasts: Sequence[Forecast]) -> tuple[str, ...]:
    """The destinations that get a band of their own, the likeliest at the end first; then the rest, then "stays"."""
    highest: dict[str, float] = {}
    for forecast in forecasts:
        for chance in forecast.chances:
            if chance.club and chance.club != OTHERS:
                highest[chance.club] = max(highest.get(chance.club, 0.0), chance.probability)
    clubs = sorted(highest, key=lambda club: (-highest[club], club))
    others = len(clubs) > MOST_BANDS or any(chance.club == OTHERS for one in forecasts for chance in one.chances)
    rest = (OTHERS,) if others else ()
    return (*clubs[:MOST_BANDS], *rest, STAYS)


def shares(forecast: Forecast, names: Sequence[str]) -> tuple[float, ...]:
    """How much of a forecast falls to each band."""
    found = dict.fromkeys(names, 0.0)
    for chance in forecast.chances:
        name = STAYS if chance.club is None else chance.club if chance.club in found else OTHERS
        found[name] += chance.probability
    return tuple(found.values())


def _column(forecast: Forecast, names: Sequence[str], left: float, right: float, floor: int) -> list[Content]:
    pieces: list[Content] = []
    below = 0.0
    for number, (name, share) in enumerate(zip(names, shares(forecast, names), strict=True)):
        kind = STAYS if name == STAYS else f"band-{number + 1}"
        tip = element("title", f"{forecast.as_of:%-d %b %Y}: {name} {share:.0%}")
        box = element(
            "rect", tip, x=percent(left), y=f"{below * floor:.1f}", width=percent(right - left + 0.0005),
            height=f"{share * floor:.1f}", class_=kind,
        )  # fmt: skip
        pieces.append(box)
        below += share
    return pieces


def _grid(floor: int) -> list[Content]:
    lines: list[Content] = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = (1 - share) * floor
        lines.append(element("line", x1="0", x2="100%", y1=y, y2=y, class_="grid"))
        if 0 < share < 1:
            lines.append(element("text", f"{share:.0%}", x="100%", y=y - 3, text_anchor="end", class_="tick"))
    return lines


def _days(stretch: Stretch, floor: int) -> list[Content]:
    return [
        element("text", words, x=percent(stretch.at(moment)), y=floor + 15, text_anchor="middle", class_="tick")
        for moment, words in stretch.marks()
        if 0.04 < stretch.at(moment) < 0.96
    ]


def _described(forecast: Forecast, names: Sequence[str]) -> str:
    parts = (f"{name} {share:.0%}" for name, share in zip(names, shares(forecast, names), strict=True))
    return f"On {forecast.as_of:%-d %B %Y}: " + ", ".join(parts)
