"""When a page was published: ISO dates first, then the forms that mail, feeds and people write."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

EARLIEST = datetime(1850, 1, 1, tzinfo=UTC)
SLACK = timedelta(days=2)
_MONTH_FIRST = re.compile(r"^(?:[A-Za-z]+day,? )?([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\b")
_ZONE_NAME = re.compile(r" ?(?:UTC|GMT|Z)$", re.IGNORECASE)


def read_date(value: object, now: datetime) -> tuple[datetime | None, str | None]:
    """The moment with its zone (UTC where none is told), or null and what is wrong with it."""
    if value is None or value == "":
        return None, None
    shown = repr(value) if len(repr(value)) <= 60 else repr(value)[:57] + "..."
    moment = _parse(value.strip()) if isinstance(value, str) and len(value) <= 100 else None
    if moment is None:
        return None, f"has an unreadable date ({shown})"
    if moment < EARLIEST:
        return None, f"has an absurd date ({shown}, before football was reported)"
    if moment - now > SLACK:
        return None, f"has a date in the future ({shown})"
    return moment, None


def _parse(words: str) -> datetime | None:
    moment = _iso(words) or _written(words)
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=UTC)


def _iso(words: str) -> datetime | None:
    for form in (words, _ZONE_NAME.sub("+00:00", words)):
        try:
            return datetime.fromisoformat(form)
        except ValueError:
            continue
    return None


def _written(words: str) -> datetime | None:
    """``Mon, 01 Feb 2021 10:00:00 GMT``, ``1 February 2021`` and ``February 1, 2021``."""
    from email.utils import parsedate_to_datetime  # costs 10 ms, and most dates are ISO

    day_first = _MONTH_FIRST.sub(r"\2 \1 \3", words)
    for form in (day_first, f"{day_first} 00:00"):
        try:
            return parsedate_to_datetime(form)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
