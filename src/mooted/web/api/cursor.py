"""Places in a long list: where one page of it ended and the next begins."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

import msgspec
from fastapi import HTTPException

MOST = 1000
Order = tuple[datetime, str, str]
Row = TypeVar("Row")


def encode(order: Order) -> str:
    """A cursor for the place after an entry."""
    return base64.urlsafe_b64encode(msgspec.json.encode(order)).decode().rstrip("=")


def decode(cursor: str) -> Order:
    """The place that a cursor tells. Raises 422 for anything that is none."""
    try:
        order: Order = msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=Order)
        return order
    except (binascii.Error, ValueError, msgspec.DecodeError):
        raise HTTPException(422, "cursor: it is not one that this desk has given.") from None


def after(
    cursor: str | None, limit: int, ask: Callable[[datetime | None, int], Sequence[Row]], order: Callable[[Row], Order]
) -> tuple[list[Row], str | None]:
    """The rows after a place, and the cursor of what follows. ``ask`` gives rows since a moment, oldest first.

    Rows of the very moment of the cursor come again and are passed over; more are asked for until enough are new.
    """
    place = decode(cursor) if cursor else None
    wanted = limit + 1
    while True:
        rows = ask(place[0] if place else None, wanted)
        new = [row for row in rows if place is None or order(row) > place]
        if len(new) > limit or len(rows) < wanted:
            break
        wanted *= 2
    shown = new[:limit]
    return shown, encode(order(shown[-1])) if len(new) > limit else None
