from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.documents.dates import read_date

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2021-02-01", "2021-02-01T00:00:00+00:00"),
        ("2021-02-01T10:30", "2021-02-01T10:30:00+00:00"),
        ("2021-02-01 10:30:15", "2021-02-01T10:30:15+00:00"),
        ("2021-02-01T10:30:00.000Z", "2021-02-01T10:30:00+00:00"),
        ("2021-02-01T10:30:00+0200", "2021-02-01T10:30:00+02:00"),
        ("2021-02-01 10:30 UTC", "2021-02-01T10:30:00+00:00"),
        ("Mon, 01 Feb 2021 10:30:00 GMT", "2021-02-01T10:30:00+00:00"),
        ("1 February 2021", "2021-02-01T00:00:00+00:00"),
        ("1 Feb 2021 10:30", "2021-02-01T10:30:00+00:00"),
        ("February 1, 2021", "2021-02-01T00:00:00+00:00"),
        ("Monday, February 1, 2021", "2021-02-01T00:00:00+00:00"),
        (" 1888-09-08 ", "1888-09-08T00:00:00+00:00"),
        ("2026-11-22", "2026-11-22T00:00:00+00:00"),
    ],
)
def test_forms(words, iso):
    moment, doubt = read_date(words, NOW)
    assert doubt is None
    assert moment.isoformat() == iso


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_date_is_no_doubt(nothing):
    assert read_date(nothing, NOW) == (None, None)


def test_a_long_value_is_not_repeated_whole():
    doubt = read_date("x" * 5000, NOW)[1]
    assert doubt is not None
    assert len(doubt) < 100


@given(st.text(max_size=60) | st.datetimes().map(str) | st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat))
def test_any_words_give_a_date_within_bounds_or_a_doubt(words):
    moment, doubt = read_date(words, NOW)
    assert (moment is None) == (doubt is not None or not words)
    assert moment is None or (moment.tzinfo and datetime(1850, 1, 1, tzinfo=UTC) <= moment <= NOW + timedelta(days=2))
