"""A day or a moment, as a question gives it, becomes the moment up to or from which to ask."""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def moment_of(as_of: date | datetime | str | None) -> datetime:
    """The moment up to which to ask: of a day its end, of a moment itself (UTC if it has no zone), of nothing now.

    >>> moment_of("2021-08-31").isoformat()
    '2021-08-31T23:59:59.999999+00:00'
    >>> moment_of("2021-08-31T12:00").isoformat()
    '2021-08-31T12:00:00+00:00'
    """
    if as_of is None:
        return datetime.now(UTC)
    if isinstance(as_of, str):
        as_of = _read(as_of.strip())
    if isinstance(as_of, datetime):
        return as_of.astimezone(UTC) if as_of.tzinfo else as_of.replace(tzinfo=UTC)
    return datetime.combine(as_of, time.max, tzinfo=UTC)


def start_of(day: date | datetime | str) -> datetime:
    """The moment from which to ask: of a day its beginning."""
    moment = moment_of(day)
    return datetime.combine(moment.date(), time.min, tzinfo=UTC) if moment.time() == time.max else moment


def _read(words: str) -> date | datetime:
    """A day or a moment in ISO form."""
    try:
        return date.fromisoformat(words) if len(words) <= 10 else datetime.fromisoformat(words)
    except ValueError:
        raise ValueError(f"{words!r} is no date; give it like 2021-08-31 or 2021-08-31T18:00Z") from None
