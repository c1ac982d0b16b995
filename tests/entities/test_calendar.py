"""The calendar of windows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mooted.entities.calendar import WINDOWS, load_calendar
from mooted.model.errors import BookError
from mooted.model.window import Calendar, Window

COUNTRIES = (
    "england", "italy", "spain", "germany", "france", "scotland", "portugal", "netherlands", "belgium", "turkey",
    "russia", "united states", "saudi arabia", "brazil", "argentina", "mexico", "china",
)  # fmt: skip


@pytest.mark.parametrize("country", COUNTRIES)
def test_each_year_from_2019_to_2026_has_both_windows(country: str) -> None:
    found = {window.id for window in load_calendar().of(country)}
    assert {f"{year}-{season}" for year in range(2019, 2027) for season in ("winter", "summer")} <= found


def test_every_window_has_a_source_or_says_that_it_has_none() -> None:
    for window in load_calendar().windows:
        assert window.source.startswith("https://") if window.verified else window.source == "from memory"


@pytest.mark.parametrize(
    ("country", "league", "window", "closes"),
    [
        ("England", "", "2020-summer", date(2020, 10, 16)),  # the pandemic's, with the domestic fortnight
        ("Italy", "", "2020-summer", date(2020, 10, 5)),
        ("England", "premier-league", "2019-summer", date(2019, 8, 8)),
        ("England", "league-one", "2019-summer", date(2019, 9, 2)),
        ("Turkey", "", "2021-summer", date(2021, 9, 8)),
        ("Saudi Arabia", "", "2024-summer", date(2024, 10, 6)),
        ("United States", "", "2025-summer", date(2025, 8, 21)),
    ],
)
def test_closes_that_are_known(country: str, league: str, window: str, closes: date) -> None:
    found = load_calendar().named(window, country, league)
    assert found
    assert found.closes == closes
    assert found.verified


@pytest.mark.parametrize(
    ("day", "country", "window"),
    [
        (date(2021, 5, 1), "England", "2021-summer"),
        (date(2021, 9, 3), "England", "2021-summer"),  # still announced
        (date(2021, 9, 5), "England", "2022-winter"),
        (date(2021, 9, 5), "Turkey", "2021-summer"),
        (date(2020, 9, 20), "Spain", "2020-summer"),
        (date(2021, 9, 5), "Atlantis", "2022-winter"),  # goes by England
    ],
)
def test_talk_is_of_the_window_that_closes_next(day: date, country: str, window: str) -> None:
    assert load_calendar().window_for(day, country).id == window


def test_a_line_that_is_no_window_is_named(tmp_path: Path) -> None:
    header, first, *_ = WINDOWS.read_text(encoding="utf-8").splitlines()
    broken = tmp_path / "windows.csv"
    broken.write_text(f"{header}\n{first.replace('2019-02-28', 'soon')}\n", encoding="utf-8")
    with pytest.raises(BookError, match=r"windows\.csv:2"):
        load_calendar(broken)


@pytest.mark.parametrize(
    ("day", "opens", "closes"),
    [
        (date(2026, 1, 20), date(2026, 1, 1), date(2026, 2, 2)),
        (date(2026, 11, 26), date(2027, 1, 1), date(2027, 2, 2)),
        (date(2031, 2, 3), date(2031, 6, 15), date(2031, 9, 1)),
    ],
)
def test_after_the_last_known_window_the_next_falls_as_the_year_before(day: date, opens: date, closes: date) -> None:
    calendar = Calendar(
        (
            Window(date(2026, 1, 1), date(2026, 2, 2), "england", "winter", True),
            Window(date(2026, 6, 15), date(2026, 9, 1), "england", "summer", True),
        )
    )
    found = calendar.next_for("england", day)
    assert found is not None
    assert (found.opens, found.closes, found.verified) == (opens, closes, day.year == 2026 and day.month == 1)
