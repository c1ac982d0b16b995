"""A request as a question: to which ledger, up to which day, by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Query, Request
from pydantic import JsonValue

from mooted.answers.brief import AGO
from mooted.answers.moments import start_of
from mooted.ledger import Ledger
from mooted.web.background import Background
from mooted.web.session import Visitor, allow, forgery_key
from mooted.web.tokens import Scope, Token

_ISO = re.compile(r"\d{4}-\d\d-\d\d([Tt ]|$)")
_EARLIEST, _LATEST = 1850, 2200  # years


def day(words: str | None) -> datetime | None:
    """The moment up to which to ask: the end of a day, or a moment with its zone. Raises 422 for anything else.

    Before the first news of football and after all that may come, nothing changes any more: days there are drawn in.
    """
    told = (words or "").strip()
    if not told:
        return None
    try:
        if not _ISO.match(told):
            raise ValueError
        moment = datetime.fromisoformat(told)
        if not _EARLIEST <= moment.year <= _LATEST:
            moment = moment.replace(year=min(max(moment.year, _EARLIEST), _LATEST), day=min(moment.day, 28))
        if len(told) == len("2021-08-31"):
            moment = datetime.combine(moment, time.max)
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except ValueError:
        raise HTTPException(422, f"{told[:40]!r} is no date; give it like 2021-08-31.") from None


def stretch(words: str) -> datetime | str | None:
    """A stretch of time ("24h", "3d"), or the moment at which a day begins; null for nothing. Raises 422 for else."""
    if AGO.fullmatch(words.strip().lower()):
        return words
    moment = day(words)
    return start_of(moment) if moment else None


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

    @property
    def turned_to(self) -> str:
        """The day up to which is asked, as addresses carry it; empty for now."""
        return f"{self.as_of:%Y-%m-%d}" if self.as_of else ""

    def view(self, title: str, *, form: bool = False) -> dict[str, Any]:
        """What every page is given; a page with a ``form`` that writes gets the key that the form must bring along."""
        query = self.request.query_params
        return {
            "title": title,
            "path": self.request.url.path,
            "base": str(self.request.base_url).rstrip("/"),
            "as_of": self.as_of,
            "kept": tuple((name, value) for name, value in query.items() if name != "q"),
            "asked": query.get("q", ""),
            "token": self.token,
            "csrf": forgery_key(self.request) if form else "",
        }

    def may(self, scope: Scope) -> Token:
        """The token of whoever may do this, and has not done it too often. Raises 401, 403 or 429."""
        token = allow(scope, self.token)
        self.request.app.state.pace.step(token.digest)
        return token

    def says(self, name: str, default: str = "") -> str:
        """A word of the address after the question mark, at most 200 characters of it."""
        return self.request.query_params.get(name, default).strip()[:200]


DATES: list[JsonValue] = [
    {"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}, {"type": "string", "enum": [""]},
]  # fmt: skip
"""How the description of the API tells a day."""
AsOf = Annotated[
    str | None,
    Query(max_length=40, description="What was known on this day or at this moment; now, where it is left out.",
          json_schema_extra={"anyOf": DATES}, examples=["2021-08-31"]),
]  # fmt: skip


def asked(request: Request, visitor: Visitor, as_of: AsOf = None) -> Asked:
    """The question of a request; a closed desk answers only those who hold a token."""
    if request.app.state.settings.closed:
        allow("read", visitor)
    state = request.app.state
    return Asked(request, state.ledger, day(as_of), visitor, state.ledger.revision(), state.background)


Ask = Annotated[Asked, Depends(asked)]
