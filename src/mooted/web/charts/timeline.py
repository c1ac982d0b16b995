"""A saga as a picture: a lane for each suitor, stages as steps, reports as dots, denials as crosses."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import accumulate

from markupsafe import Markup

from mooted.model.claim import RUNG
from mooted.model.saga import Saga, Step, Suitor
from mooted.web.charts.span import Stretch
from mooted.web.charts.svg import Content, element, percent, picture

_LANE = 36  # pixels of a lane in which nothing rises
_RUNG = 5
_AXIS = 22
_MOST_LANES = 8
_DOTS = (2.5, 3.5, 4.5, 5.5, 6.5)  # radius by the number of independent voices


def timeline(saga: Saga, words: dict[str, str], now: datetime | None = None) -> Markup:
    """The chart of a saga. ``words`` gives each event in words; ``now`` is the day to which the page looks."""
    suitors = saga.suitors[:_MOST_LANES]
    if not suitors:
        return Markup("")
    stretch = _stretch(suitors, now)
    tops = list(accumulate((_depth(suitor) for suitor in suitors), initial=0))
    height = tops[-1] + _AXIS
    lanes = [_lane(one, stretch, top, words) for one, top in zip(suitors, tops, strict=False)]
    described = "; ".join(
        f"{s.club or 'an unnamed club'}: {words.get(s.furthest, s.furthest)}, {s.state}" for s in suitors
    )
    return picture(
        f"{saga.player}: who wants him, and how far it has got",
        height,
        _axis(stretch, height - _AXIS),
        *lanes,
        description=described,
        class_="chart timeline",
        role="group",
    )


def _stretch(suitors: tuple[Suitor, ...], now: datetime | None) -> Stretch:
    moments = [step.entry.said_at for suitor in suitors for step in suitor.steps] or [suitors[0].first]
    newest = max(moments)
    last = max(newest, min(now, newest + timedelta(days=14))) if now else newest
    return Stretch(min(moments) - timedelta(days=1), last + timedelta(days=1))


def _axis(stretch: Stretch, floor: int) -> Markup:
    pieces: list[Content] = [element("line", x1="0", x2="100%", y1=floor, y2=floor, class_="axis")]
    for moment, words in stretch.marks():
        x = stretch.at(moment)
        anchor = "end" if x > 0.95 else "start" if x < 0.05 else "middle"
        pieces.append(element("line", x1=percent(x), x2=percent(x), y1=0, y2=floor, class_="grid"))
        pieces.append(element("text", words, x=percent(x), y=floor + 15, text_anchor=anchor, class_="tick"))
    return element("g", *pieces)


def _depth(suitor: Suitor) -> int:
    """How high a lane must be for its furthest report."""
    return _LANE + _RUNG * max((_rung(step) for step in suitor.steps), default=0)


def _lane(suitor: Suitor, stretch: Stretch, top: int, words: dict[str, str]) -> Markup:
    bottom = top + _depth(suitor)
    floor = bottom - 9
    club = suitor.club or "unnamed clubs"
    state = "" if suitor.state == "live" else f", {suitor.state}"
    head = [
        element("line", x1="0", x2="100%", y1=bottom, y2=bottom, class_="rule"),
        element("text", club, x=0, y=top + 14, class_="lane"),
        element("text", words.get(suitor.furthest, suitor.furthest) + state, x="100%", y=top + 14, text_anchor="end",
                class_="stage"),
    ]  # fmt: skip
    stairs = _stairs(suitor, stretch, floor)
    dots = [_dot(step, stretch, floor, words) for step in suitor.steps]
    return element("g", *head, stairs, *dots, class_=f"lane-{suitor.state}")


def _height(step: Step, floor: int) -> int:
    """Where a report stands in its lane: the higher, the further the deal."""
    return floor - _RUNG * _rung(step)


def _rung(step: Step) -> int:
    return RUNG.get(step.entry.claim.event, 0)


def _stairs(suitor: Suitor, stretch: Stretch, floor: int) -> Markup:
    """The furthest stage up to each day, as stairs; an end of the pursuit brings it down to the floor."""
    lines: list[Content] = []
    at = level = None
    for step in suitor.steps:
        claim = step.entry.claim
        if claim.polarity == "denied":
            continue
        x = stretch.at(step.entry.said_at)
        ended = claim.event == "off"
        y = floor if ended else min(_height(step, floor), level if level is not None else floor)
        if at is not None and level is not None:
            lines.append(_line(at, x, level, level))
            if y != level:
                lines.append(_line(x, x, level, y))
        at, level = x, y
    if at is not None and level is not None:
        lines.append(_line(at, stretch.right, level, level))
    return element("g", *lines, class_="stairs")


def _line(x1: float, x2: float, y1: int, y2: int) -> Markup:
    return element("line", x1=percent(x1), x2=percent(x2), y1=y1, y2=y2)


def _dot(step: Step, stretch: Stretch, floor: int, words: dict[str, str]) -> Markup:
    claim = step.entry.claim
    x, y = percent(stretch.at(step.entry.said_at)), _height(step, floor)
    said = f"{step.entry.said_at:%-d %b %Y}: {words.get(claim.event, claim.event)}, {step.voice.name}"
    tip = element("title", f"not so: {said}" if claim.polarity == "denied" else said)
    if claim.polarity == "denied":
        mark = element("text", "\N{MULTIPLICATION SIGN}", tip, x=x, y=y + 5, text_anchor="middle", class_="denial")
    else:
        kind = "echo" if step.origin else "possible" if claim.modality != "actual" else "report"
        mark = element("circle", tip, cx=x, cy=y, r=_radius(step), class_=kind)
    return element("a", mark, href=f"#{step.entry.id}")


def _radius(step: Step) -> float:
    return _DOTS[0] if step.origin else _DOTS[min(max(step.independent, 1), len(_DOTS)) - 1]
