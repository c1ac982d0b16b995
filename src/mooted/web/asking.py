"""A request as a question: to which ledger, up to which day, by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Query, Request

from mooted.ledger import Ledger
from mooted.web.background import Background
from mooted.web.session import Visitor, allow, forgery_key
from mooted.web.tokens import Token

_EARLIEST, _LATEST = 1850, 2200  # years


def day(words: str | None) -> datetime | None:
    """The moment up to which to ask: the end of a day, or a moment with its zone. Raises 422 for anything else."""
    if not words or not words.strip():
        return None
    try:
        moment = datetime.fromisoformat(words.strip())
        if len(words.strip()) <= len("2021-08-31"):
            moment = datetime.combine(moment, time.max)
        moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        raise HTTPException(422, f"as_of={words[:40]!r} is no date; give it like 2021-08-31.") from None
    if not _EARLIEST <= moment.year <= _LATEST:
        raise HTTPException(422, f"as_of={words[:40]!r} is out of range; give a day like 2021-08-31.")
    return moment


def today(as_of: datetime | None) -> date:
    """The day to which the desk is turned."""
    return (as_of or datetime.now(UTC)).date()


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks what of which ledger, up to when (null: now).

    ``revision`` tells the state of the ledger, ``background`` has what takes longer than a page may.
    """

    request: Request
    ledger: Ledger
    as_of: datetime | None
    token: Token | None
    revision: str
    background: Background

    def view(self, title: str, *, form: bool = False) -> dict[str, Any]:
        """What every page is given; a page with a ``form`` that writes gets the key that the form must bring along."""
        query = self.request.query_params
        return {
            "title": title,
            "path": self.request.url.path,
            "as_of": self.as_of,
            "kept": tuple((name, value) for name, value in query.items() if name != "q"),
            "asked": query.get("q", ""),
            "token": self.token,
            "csrf": forgery_key(self.request) if form else "",
        }

    def says(self, name: str, default: str = "") -> str:
        """A word of the address after the question mark, at most 200 characters of it."""
        return self.request.query_params.get(name, default).strip()[:200]


def asked(request: Request, visitor: Visitor, as_of: Annotated[str | None, Query(max_length=40)] = None) -> Asked:
    """The question of a request; a closed desk answers only those who hold a token."""
    if request.app.state.settings.closed:
        allow("read", visitor)
    state = request.app.state
    return Asked(request, state.ledger, day(as_of), visitor, state.ledger.revision(), state.background)


Ask = Annotated[Asked, Depends(asked)]
