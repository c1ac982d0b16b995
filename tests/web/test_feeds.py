"""Atom feeds and calendars, read back by the libraries that others read them with."""

from __future__ import annotations

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from mooted.web.atom import Item, feed
from mooted.web.ics import Occasion, calendar

_ATOM = "{http://www.w3.org/2005/Atom}"
_HOSTILE = ("<script>alert(1)</script>", "]]>", "a\x00b\x1bc", "&lol;", "\ud800half", "BEGIN:VEVENT\r\nX:1", "fine — è")


def _item(words: str, day: int = 1) -> Item:
    return Item(f"claim/{day}", words, words, datetime(2021, 8, day, tzinfo=UTC), "http://desk.example/player/x")


@pytest.mark.parametrize("words", _HOSTILE)
def test_a_feed_holds_any_words_as_text(words: str) -> None:
    body = feed(words, "http://desk.example/x.atom", "http://desk.example/x", [_item(words)])
    root = ElementTree.fromstring(body)
    titles = [element.text or "" for element in root.iter(f"{_ATOM}title")]
    assert len(list(root.iter(f"{_ATOM}entry"))) == 1
    assert all(len(title) == len(words.replace("\r\n", "\n")) for title in titles)
    assert not list(root.iter("script"))


def test_the_newest_comes_first_and_dates_the_feed() -> None:
    root = ElementTree.fromstring(feed("t", "http://d/x.atom", "http://d/x", [_item("a", 1), _item("b", 3)]))
    assert [one.findtext(f"{_ATOM}title") for one in root.iter(f"{_ATOM}entry")] == ["b", "a"]
    assert root.findtext(f"{_ATOM}updated") == "2021-08-03T00:00:00Z"


@pytest.mark.parametrize("words", [words for words in _HOSTILE if "\ud800" not in words])
def test_a_calendar_holds_any_words_in_one_event(words: str) -> None:
    body = calendar(words, [Occasion(date(2021, 8, 31), date(2021, 8, 31), words, words)])
    (event,) = Calendar.from_ical(body).walk("VEVENT")
    assert event["dtstart"].dt == date(2021, 8, 31)
    assert "\n" not in str(event["summary"])


def test_an_occasion_keeps_its_identifier() -> None:
    one = [Occasion(date(2021, 8, 31), date(2021, 8, 31), "closes")]
    assert calendar("a", one) == calendar("a", one)
