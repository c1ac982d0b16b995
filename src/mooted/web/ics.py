"""Calendars (RFC 5545): windows, deadlines and ends of contracts, for calendar programs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

MEDIA = "text/calendar"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day, or several (both included), of which a calendar should tell."""

    start: date
    stop: date
    title: str
    words: str = ""


def calendar(name: str, occasions: Iterable[Occasion]) -> bytes:
    """A calendar of whole days. The same occasion has the same identifier every time."""
    whole = Calendar()
    whole.add("prodid", "-//mooted//desk//EN")
    whole.add("version", "2.0")
    whole.add("x-wr-calname", _line(name))
    for occasion in occasions:
        whole.add_component(_event(occasion))
    return bytes(whole.to_ical())


def _event(occasion: Occasion) -> Event:
    event = Event()
    named = f"{occasion.start}|{occasion.title}".encode("utf-8", "surrogatepass")
    event.add("uid", hashlib.sha256(named).hexdigest()[:32] + "@mooted")
    event.add("dtstamp", datetime(occasion.start.year, 1, 1, tzinfo=UTC))
    event.add("dtstart", occasion.start)
    event.add("dtend", occasion.stop + timedelta(days=1))
    event.add("summary", _line(occasion.title))
    if occasion.words:
        event.add("description", _line(occasion.words))
    event.add("sequence", 0)
    event.add("transp", "TRANSPARENT")
    return event


def _line(words: str) -> str:
    """The words on one line without control characters, which could begin a property of their own."""
    return "".join(c if c.isprintable() else " " for c in words)
