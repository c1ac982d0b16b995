"""Places in a long list: where one page of it ended and the next begins."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, TypeVar

import msgspec
from fastapi import HTTPException

MOST = 1000
Order = tuple[datetime, str, int, str]
Row = TypeVar("Row")
Place = TypeVar("Place")
_ORDER: msgspec.json.Decoder[Order] = msgspec.json.Decoder(Order)
_NUMBER: msgspec.json.Decoder[int] = msgspec.json.Decoder(Annotated[int, msgspec.Meta(ge=0, le=10**9)])


def encode(place: Order | int) -> str:
    """A cursor for the place after an entry, or after so many rows."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def decode(cursor: str, kind: msgspec.json.Decoder[Place]) -> Place:
    """The place that a cursor tells. Raises 404 for anything that is none."""
    try:
        return kind.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, msgspec.DecodeError):
        raise HTTPException(404, "There is no such place in the list: give a cursor as it came.") from None


def after(
    cursor: str | None, limit: int, ask: Callable[[datetime | None, int], Sequence[Row]], order: Callable[[Row], Order]
) -> tuple[list[Row], str | None]:
    """The rows after a place, and the cursor of what follows. ``ask`` gives rows since a moment, oldest first.

    The ledger cuts between claims of one second as it pleases, so of a list that was cut, the last second does not
    count. Rows up to the place itself come again and are passed over; more are asked for until enough are new.
    """
    place = decode(cursor, _ORDER) if cursor else None
    wanted = limit + 1
    while True:
        rows = ask(place[0] if place else None, wanted)
        cut = order(rows[-1])[0].replace(microsecond=0) if len(rows) >= wanted else None
        sure = [row for row in rows if cut is None or order(row)[0] < cut]
        new = [row for row in sure if place is None or order(row) > place]
        if len(new) > limit or cut is None:
            break
        wanted *= 2
    shown = new[:limit]
    return shown, encode(order(shown[-1])) if len(new) > limit else None


def from_row(cursor: str | None, limit: int, ask: Callable[..., Sequence[Row]]) -> tuple[list[Row], str | None]:
    """The rows of a list without an order of time, and the cursor of what follows.

    ``ask`` gives at most ``limit`` rows after the first ``skip``.
    """
    first = decode(cursor, _NUMBER) if cursor else 0
    rows = ask(limit=limit + 1, skip=first)
    return list(rows[:limit]), encode(first + limit) if len(rows) > limit else None
