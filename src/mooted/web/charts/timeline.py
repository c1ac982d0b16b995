"""A saga as a picture: a lane for each suitor, stages as steps, reports as dots, denials as crosses."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import accumulate

from markupsafe import Markup

from mooted.model.claim import rung_of
from mooted.model.phrases import event_words
from mooted.model.saga import Outcome, Saga, Step, Suitor
from mooted.sagas.suitors import climbs
from mooted.show.player import pursuit_words
from mooted.web.charts.span import Stretch
from mooted.web.charts.svg import Content, element, percent, picture

_LANE = 36  # pixels of a lane in which nothing rises
_RUNG = 5
_AXIS = 22
_MOST_LANES = 8
_DOTS = (2.5, 3.5, 4.5, 5.5, 6.5)  # radius by the number of independent voices
_DAY = timedelta(days=1)


def timeline(saga: Saga, stretch: Stretch | None) -> Markup:
    """The chart of a saga over a stretch of time; nothing where nobody wants him."""
    suitors = saga.suitors[:_MOST_LANES]
    if not suitors or stretch is None:
        return Markup("")
    tops = list(accumulate((_depth(suitor) for suitor in suitors), initial=0))
    height = tops[-1] + _AXIS
    lanes = [_lane(one, stretch, top, saga.outcome) for one, top in zip(suitors, tops, strict=False)]
    described = "; ".join(f"{s.club or 'an unnamed club'}: {pursuit_words(s)}" for s in suitors)
    return picture(
        f"{saga.player}: who wants him, and how far it has got",
        height,
        _axis(stretch, height - _AXIS),
        *lanes,
        description=described,
        class_="chart timeline",
        role="group",
    )


def stretch_of(*sagas: Saga, now: datetime) -> Stretch | None:
    """From the first word on a suitor in any of the sagas to the last, or to ``now`` where that is soon after."""
    suitors = [suitor for saga in sagas for suitor in saga.suitors[:_MOST_LANES]]
    if not suitors:
        return None
    newest = max(suitor.last for suitor in suitors)
    last = max(newest, min(now, newest + timedelta(days=14)))
    return Stretch(min(suitor.first for suitor in suitors) - _DAY, last + _DAY)


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
    return _LANE + _RUNG * max((_rungs_up(_rung(step)) for step in suitor.steps), default=0)


def _lane(suitor: Suitor, stretch: Stretch, top: int, outcome: Outcome | None) -> Markup:
    bottom = top + _depth(suitor)
    floor = bottom - 9
    head = [
        element("line", x1="0", x2="100%", y1=bottom, y2=bottom, class_="rule"),
        element("text", suitor.club or "unnamed clubs", x=0, y=top + 14, class_="lane"),
        element("text", pursuit_words(suitor), x="100%", y=top + 14, text_anchor="end", class_="stage"),
    ]
    dots = [_dot(step, stretch, floor) for step in suitor.steps]
    return element("g", *head, _stairs(suitor, outcome, stretch, floor), *dots, class_=f"lane-{suitor.state}")


def _stairs(suitor: Suitor, outcome: Outcome | None, stretch: Stretch, floor: int) -> Markup:
    """The furthest stage up to each day, as stairs; an end of the pursuit brings it down to the floor."""
    lines: list[Content] = []
    at, level = None, floor
    for step, rung in climbs(suitor, outcome):
        x, y = stretch.at(step.entry.said_at), _height(rung, floor)
        if at is not None:
            lines += [_line(at, x, level, level), _line(x, x, level, y)]
        at, level = x, y
    if at is not None:
        lines.append(_line(at, stretch.right, level, level))
    return element("g", *lines, class_="stairs")


def _height(rung: int, floor: int) -> int:
    """Where a rung lies in its lane: the higher, the further the deal."""
    return floor - _RUNG * _rungs_up(rung)


def _rungs_up(rung: int) -> int:
    return max(rung - 1, 0)


def _rung(step: Step) -> int:
    return rung_of(step.entry.claim.event)


def _line(x1: float, x2: float, y1: int, y2: int) -> Markup:
    return element("line", x1=percent(x1), x2=percent(x2), y1=y1, y2=y2)


def _dot(step: Step, stretch: Stretch, floor: int) -> Markup:
    claim = step.entry.claim
    x, y = percent(stretch.at(step.entry.said_at)), _height(_rung(step), floor)
    tip = element("title", f"{step.entry.said_at:%-d %b %Y}: {event_words(claim)}, {step.voice.name}")
    if claim.polarity == "denied":
        mark = element("text", "\N{MULTIPLICATION SIGN}", tip, x=x, y=y + 5, text_anchor="middle", class_="denial")
    else:
        kind = "echo" if step.origin else "possible" if claim.modality != "actual" else "report"
        mark = element("circle", tip, cx=x, cy=y, r=_radius(step), class_=kind)
    return element("a", mark, href=f"#{step.entry.id}")


def _radius(step: Step) -> float:
    return _DOTS[0] if step.origin else _DOTS[min(max(step.independent, 1), len(_DOTS)) - 1]
