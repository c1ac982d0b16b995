"""Charts: well-formed, escaped, and true to what they show."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.model.entry import Reason
from mooted.model.judgement import Chance, Forecast
from mooted.sagas.fold import sagas
from mooted.sagas.suitors import climbs
from mooted.web.charts.market import Pursuit, market
from mooted.web.charts.outlook import bands, outlook, shares
from mooted.web.charts.reliability import Bin, reliability
from mooted.web.charts.span import Stretch
from mooted.web.charts.timeline import stretch_of, timeline
from tests.sagas import telling

_WHY = (Reason("base rate", 0.0),)
_START = datetime(2021, 7, 1, tzinfo=UTC)


def _forecast(day: int, **chances: float) -> Forecast:
    told = tuple(Chance(None if club == "stays" else club, share, _WHY) for club, share in chances.items())
    return Forecast("x", "2021-summer", _START + timedelta(days=day), told, True, "hazard", 10)


def test_bands_fill_the_whole_height_on_every_day() -> None:
    forecasts = [_forecast(0, Milan=0.3, stays=0.7), _forecast(3, Milan=0.5, Roma=0.2, stays=0.3)]
    root = ElementTree.fromstring(str(outlook("X", forecasts)))
    heights: dict[str, float] = {}
    for box in root.iter("rect"):
        heights[box.attrib["x"]] = heights.get(box.attrib["x"], 0) + float(box.attrib["height"])
    assert all(height == pytest.approx(158, abs=0.3) for height in heights.values())


def test_the_rest_gets_a_band_where_there_are_many() -> None:
    forecast = _forecast(0, **{f"club{n}": 0.1 for n in range(8)}, stays=0.2)
    names = bands([forecast])
    assert names[-2:] == ("another club", "stays")
    assert sum(shares(forecast, names)) == pytest.approx(1)


@given(st.text(max_size=40))
def test_any_name_is_text_in_a_chart(name: str) -> None:
    clean = "".join(c for c in name if c.isprintable() and not "\ud800" <= c <= "\udfff")
    root = ElementTree.fromstring(str(market(clean, (Pursuit(clean, clean, "bid", True),))))
    assert root.attrib["role"] == "img"
    assert not list(root.iter("script"))


def test_a_dot_stands_where_its_forecast_and_share_say() -> None:
    root = ElementTree.fromstring(str(reliability("t", [Bin(0.5, 1.0, 0.8, 1.0, 20), Bin(0.1, 0, 0, 1, 0)])))
    (dot,) = root.iter("circle")
    assert float(dot.attrib["cy"]) == 8
    assert dot.attrib["cx"] == "53.25%"


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)), st.integers(0, 3000))
def test_marks_lie_in_the_stretch_and_are_few(start: datetime, days: int) -> None:
    stretch = Stretch(start.replace(tzinfo=UTC), start.replace(tzinfo=UTC) + timedelta(days=days))
    marks = list(stretch.marks())
    assert len(marks) <= 9
    assert all(stretch.start <= moment <= stretch.stop for moment, _ in marks)


def test_the_stairs_of_a_lane_tell_only_what_is_so_and_what_ended() -> None:
    told = (
        telling.told("interest", "Milan"), telling.told("bid", "Milan", days=2, modality="possible"),
        telling.told("talks", "Milan", days=4), telling.told("off", "Milan", days=6, modality="possible"),
        telling.told("off", "Milan", days=8),
    )  # fmt: skip
    (saga,) = sagas(told, telling.CALENDAR, telling.PRESS)
    climbed = list(climbs(saga.suitors[0], saga.outcome))
    assert [(step.entry.claim.event, rung) for step, rung in climbed] == [("interest", 1), ("talks", 3), ("off", 0)]
    root = ElementTree.fromstring(str(timeline(saga, stretch_of(saga, now=telling.after(9)))))
    (stairs,) = (group for group in root.iter("g") if group.attrib.get("class") == "stairs")
    heights = [line.attrib["y2"] for line in stairs.iter("line") if line.attrib["y1"] == line.attrib["y2"]]
    assert len(set(heights)) == 2
    assert heights[0] == heights[-1]
    assert len([dot for dot in root.iter("circle") if dot.attrib["class"] == "possible"]) == 2


def test_two_sagas_are_shown_over_one_stretch_of_time() -> None:
    (early,) = sagas((telling.told("interest", "Milan"),), telling.CALENDAR, telling.PRESS)
    (late,) = sagas((telling.told("interest", "Roma", days=9),), telling.CALENDAR, telling.PRESS)
    stretch = stretch_of(early, late, now=telling.after(9))
    assert stretch is not None
    assert (stretch.start, stretch.stop) == (telling.after(-1), telling.after(10))
    assert stretch_of(now=telling.after(9)) is None
