"""The market around a club: who wants its players on one side, whom it wants on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mooted.model.claim import RUNG, Event
from mooted.web.charts.svg import Content, element, percent, picture

_ROW = 24  # pixels
_MOST = 20
_PLAYER, _CLUB = 0.36, 0.60  # where the lines begin and end, as shares of the width
_LONG = 20  # letters of a name that has room


@dataclass(frozen=True, slots=True)
class Pursuit:
    """A club that wants a player: how far, and whether it still goes on."""

    player: str
    club: str
    stage: Event
    live: bool


def market(title: str, pursuits: Sequence[Pursuit]) -> Markup:
    """Players to the left, clubs to the right, a line for each pursuit: the thicker, the further it has got."""
    shown = pursuits[:_MOST]
    if not shown:
        return Markup("")
    players = list(dict.fromkeys(one.player for one in shown))
    clubs = list(dict.fromkeys(one.club for one in shown))
    height = _ROW * max(len(players), len(clubs)) + 8
    ys = {
        **{("player", name): y for name, y in zip(players, _spread(len(players), height), strict=True)},
        **{("club", name): y for name, y in zip(clubs, _spread(len(clubs), height), strict=True)},
    }
    lines: list[Content] = [_line(one, ys["player", one.player], ys["club", one.club]) for one in shown]
    names: list[Content] = [
        *(
            element("text", _short(p), x=percent(_PLAYER - 0.01), y=ys["player", p] + 4, text_anchor="end")
            for p in players
        ),
        *(element("text", c, x=percent(_CLUB + 0.01), y=ys["club", c] + 4) for c in clubs),
    ]
    described = "; ".join(f"{one.club}: {one.player}, {one.stage.replace('_', ' ')}" for one in shown)
    return picture(title, height, *lines, *names, description=described, class_="chart market")


def _short(player: str) -> str:
    """A name that fits beside the lines: of a long one the first names are initials.

    >>> _short("Declan Rice"), _short("Simeon Tochukwu Nwankwo")
    ('Declan Rice', 'S. T. Nwankwo')
    """
    *given, last = player.split(" ")
    return player if len(player) <= _LONG else " ".join([*(name[:1] + "." for name in given), last])


def _spread(count: int, height: int) -> list[float]:
    return [round((number + 0.5) * height / count, 1) for number in range(count)]


def _line(one: Pursuit, y1: float, y2: float) -> Markup:
    rung = RUNG.get(one.stage, 0)
    tip = element("title", f"{one.club}: {one.player}, {one.stage.replace('_', ' ')}")
    return element(
        "line", tip, x1=percent(_PLAYER), x2=percent(_CLUB), y1=y1, y2=y2, stroke_width=round(1 + rung * 0.45, 2),
        class_="live" if one.live else "past",
    )  # fmt: skip
