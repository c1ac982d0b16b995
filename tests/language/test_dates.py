"""Times: what is read, against which day it is resolved, what is no time, and that any text is safe."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.language.dates import Dated, find_moments
from mooted.model.moment import Moment

FRIDAY = date(2026, 1, 30)


def _only(text: str, published: date | None = FRIDAY) -> Moment:
    (dated,) = find_moments(text, published)
    assert dated.span.of(text) == dated.moment.words
    return dated.moment


def _told(moment: Moment) -> tuple[str, str, str]:
    return moment.start.isoformat(), moment.stop.isoformat(), moment.precision


ABSOLUTE = [
    ("January 2024", "2024-01-01", "2024-01-31", "month"),
    ("29 January 2026", "2026-01-29", "2026-01-29", "day"),
    ("January 31st, 2024", "2024-01-31", "2024-01-31", "day"),
    ("2026-01-29", "2026-01-29", "2026-01-29", "day"),
    ("29/01/2026", "2026-01-29", "2026-01-29", "day"),
    ("in 2019", "2019-01-01", "2019-12-31", "year"),
    ("until 2028", "2028-01-01", "2028-12-31", "year"),
    ("until June 2028", "2028-06-01", "2028-06-30", "month"),
    ("2016-17", "2016-07-01", "2017-06-30", "season"),
    ("2016/17 season", "2016-07-01", "2017-06-30", "season"),
    ("2019-2020 campaign", "2019-07-01", "2020-06-30", "season"),
    ("end of the 2025-26 season", "2026-06-30", "2026-06-30", "month"),
    ("summer of 2018", "2018-06-01", "2018-09-01", "window"),
    ("summer transfer window of 2021", "2021-06-01", "2021-09-01", "window"),
    ("January window 2024", "2024-01-01", "2024-02-03", "window"),
    ("deadline day in September 2023", "2023-08-29", "2023-09-01", "month"),
    ("deadline day in January 2024", "2024-01-31", "2024-02-03", "month"),
    ("deadline day in 2024", "2024-08-29", "2024-09-01", "month"),
]


@pytest.mark.parametrize(("words", "start", "stop", "precision"), ABSOLUTE)
@pytest.mark.parametrize("published", [FRIDAY, None])
def test_absolute_times(words: str, start: str, stop: str, precision: str, published: date | None) -> None:
    text = f"It was agreed: {words}, he said."
    (dated,) = find_moments(text, published)
    assert words in dated.moment.words
    assert _told(dated.moment) == (start, stop, precision)


RELATIVE = [
    ("yesterday", "2026-01-29", "2026-01-29", "day"),
    ("today", "2026-01-30", "2026-01-30", "day"),
    ("tonight", "2026-01-30", "2026-01-30", "day"),
    ("tomorrow", "2026-01-31", "2026-01-31", "day"),
    ("overnight", "2026-01-29", "2026-01-30", "day"),
    ("last night", "2026-01-29", "2026-01-29", "day"),
    ("this morning", "2026-01-30", "2026-01-30", "day"),
    ("on Sunday", "2026-01-25", "2026-01-25", "day"),
    ("on Friday", "2026-01-30", "2026-01-30", "day"),
    ("last Friday", "2026-01-23", "2026-01-23", "day"),
    ("next Friday", "2026-02-06", "2026-02-06", "day"),
    ("on Wednesday night", "2026-01-28", "2026-01-28", "day"),
    ("over the weekend", "2026-01-24", "2026-01-25", "day"),
    ("this week", "2026-01-26", "2026-02-01", "week"),
    ("last week", "2026-01-19", "2026-01-25", "week"),
    ("next week", "2026-02-02", "2026-02-08", "week"),
    ("earlier this week", "2026-01-26", "2026-01-30", "week"),
    ("later this week", "2026-01-30", "2026-02-01", "week"),
    ("this month", "2026-01-01", "2026-01-31", "month"),
    ("earlier this month", "2026-01-01", "2026-01-30", "month"),
    ("last month", "2025-12-01", "2025-12-31", "month"),
    ("next month", "2026-02-01", "2026-02-28", "month"),
    ("last year", "2025-01-01", "2025-12-31", "year"),
    ("in the coming days", "2026-01-30", "2026-02-06", "day"),
    ("in the last few hours", "2026-01-29", "2026-01-30", "hour"),
    ("in the next 48 hours", "2026-01-30", "2026-02-01", "hour"),
    ("next 24 hours", "2026-01-30", "2026-01-31", "hour"),
    ("within 24 hours", "2026-01-30", "2026-01-31", "hour"),
    ("over the past two years", "2024-01-31", "2026-01-30", "year"),
    ("12 months ago", "2025-01-01", "2025-01-31", "month"),
    ("18 months ago", "2024-07-01", "2024-07-31", "month"),
    ("a few weeks ago", "2026-01-05", "2026-01-11", "week"),
    ("three days ago", "2026-01-27", "2026-01-27", "day"),
    ("two summers ago", "2024-06-01", "2024-09-01", "window"),
    ("Jan 29", "2026-01-29", "2026-01-29", "day"),
    ("Jan. 5", "2026-01-05", "2026-01-05", "day"),
    ("29th of December", "2025-12-29", "2025-12-29", "day"),
    ("last January", "2025-01-01", "2025-01-31", "month"),
    ("by March", "2026-03-01", "2026-03-31", "month"),
    ("since October", "2025-10-01", "2025-10-31", "month"),
    ("this summer", "2026-06-01", "2026-09-01", "window"),
    ("last summer", "2025-06-01", "2025-09-01", "window"),
    ("next summer", "2026-06-01", "2026-09-01", "window"),
    ("summer window", "2026-06-01", "2026-09-01", "window"),
    ("January transfer window", "2026-01-01", "2026-02-03", "window"),
    ("this window", "2026-01-01", "2026-02-03", "window"),
    ("the transfer window", "2026-01-01", "2026-02-03", "window"),
    ("deadline day", "2026-01-31", "2026-02-03", "month"),
    ("summer deadline day", "2025-08-29", "2025-09-01", "month"),
    ("this season", "2025-07-01", "2026-06-30", "season"),
    ("last season", "2024-07-01", "2025-06-30", "season"),
    ("next season", "2026-07-01", "2027-06-30", "season"),
    ("the end of the season", "2026-06-30", "2026-06-30", "month"),
    ("the end of next season", "2027-06-30", "2027-06-30", "month"),
    ("the end of the month", "2026-01-31", "2026-01-31", "month"),
    ("Yesterday", "2026-01-29", "2026-01-29", "day"),
]


@pytest.mark.parametrize(("words", "start", "stop", "precision"), RELATIVE)
def test_relative_times(words: str, start: str, stop: str, precision: str) -> None:
    moment = _only(words)
    assert _told(moment) == (start, stop, precision)


@pytest.mark.parametrize("words", [words for words, *_ in RELATIVE])
def test_relative_times_need_a_day_of_publication(words: str) -> None:
    assert find_moments(words, None) == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The teams will meet on Sunday", "2026-02-01"),
        ("He scored on Sunday", "2026-01-25"),
        ("A medical is set for on Tuesday", "2026-02-03"),
        ("He joined the club in September", "2025-09-01"),
        ("He could leave in September", "2026-09-01"),
        ("He was sold. The deal will be done in March", "2026-03-01"),
        ("despite only joining the club in March", "2025-03-01"),
        ("He is out of contract in September", "2026-09-01"),
    ],
)
def test_the_tense_before_a_time_tells_its_side(text: str, start: str) -> None:
    assert _only(text).start == date.fromisoformat(start)


@pytest.mark.parametrize(
    ("published", "words", "year"),
    [
        (date(2020, 9, 18), "last summer", 2019),
        (date(2020, 9, 18), "this summer", 2020),
        (date(2020, 9, 18), "next summer", 2021),
        (date(2020, 12, 18), "last summer", 2020),
        (date(2021, 2, 18), "last summer", 2020),
        (date(2021, 2, 18), "this summer", 2021),
        (date(2021, 2, 18), "next summer", 2021),
    ],
)
def test_summers_by_the_day_of_publication(published: date, words: str, year: int) -> None:
    assert _only(words, published).start.year == year


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sheffield Wednesday won 3-2",
        "Wednesday's striker",
        "he told the Mail on Sunday",
        "Sunday Times",
        "May I march on?",
        "They March on",
        "Jan Vertonghen",
        "USA Today",
        "a 24-year-old",
        "a season-long loan",
        "the last year of his deal",
        "Euro 2020",
        "the 2020 Euros",
        "£2019",
        "31 February 2024",
        "in 9999",
        "in 0000",
        "until 2150",
        "300 years ago",
        "9999999 hours ago",
        "a window seat",
        "2016-19",
        "99/99/2020",
    ],
)
def test_no_time(text: str) -> None:
    assert find_moments(text, FRIDAY) == []


def test_many_times_in_order() -> None:
    text = "Signed from Genoa in January 2024, he left last summer and will return on Sunday."
    assert [dated.moment.words for dated in find_moments(text, FRIDAY)] == [
        "in January 2024",
        "last summer",
        "on Sunday",
    ]


def test_a_moment_of_publication_may_be_a_datetime() -> None:
    assert _only("yesterday", datetime(2026, 1, 30, 23, 59, tzinfo=UTC)).start == date(2026, 1, 29)


@pytest.mark.parametrize("absurd", [date.min, date.max, date(2500, 1, 1)])
def test_an_absurd_day_of_publication_counts_as_none(absurd: date) -> None:
    assert find_moments("yesterday, two years ago and next season", absurd) == []


def _check(text: str, found: list[Dated]) -> None:
    ends = 0
    for dated in found:
        assert ends <= dated.span.start < dated.span.stop <= len(text)
        assert dated.span.of(text) == dated.moment.words
        assert dated.moment.start <= dated.moment.stop
        ends = dated.span.stop


@given(st.text(st.characters(exclude_categories=())), st.none() | st.dates())
def test_any_text_is_safe(text: str, published: date | None) -> None:
    _check(text, find_moments(text, published))


PIECES = st.sampled_from(
    """the last this next end of in on until since early week month year years season summer window transfer deadline
    day January May Jan Sunday Wednesday weekend 2020 2019-20 31 1 12 few ago hours coming tomorrow , . - 's""".split()
)


@given(st.lists(PIECES, max_size=30).map(" ".join), st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_any_pile_of_pieces_is_safe(text: str, published: date) -> None:
    _check(text, find_moments(text, published))


@pytest.mark.parametrize("piece", ["£", "1", " ", "week", "week ", "2020-", "the last ", "\ud800Sunday\x00", "to "])
def test_a_megabyte_of_one_piece_comes_to_an_end(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    _check(text, find_moments(text, FRIDAY))
