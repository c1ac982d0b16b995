"""Claims: asked by person, club, source, event and time; one by its id; and set right."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import Response

from mooted.answers.clubs import club_of
from mooted.answers.correcting import correct as set_right
from mooted.answers.moments import moment_of
from mooted.model.claim import Event
from mooted.model.entry import Correction, Entry
from mooted.model.sagawire import entry_to_json
from mooted.web.api.cursor import MOST, after
from mooted.web.api.give import PROBLEMS, give, gives
from mooted.web.api.shapes import Claim, Claims, Corrected, NewCorrection
from mooted.web.asking import DATES, Ask, day
from mooted.web.conditional import Conditional

router = APIRouter(route_class=Conditional, prefix="/api/v1/claims", tags=["claims"])
Name = Annotated[str | None, Query(max_length=200)]
Day = Annotated[
    str | None,
    Query(max_length=40, description="A day or moment in ISO form.", json_schema_extra={"anyOf": DATES},
          examples=["2021-08-01"]),
]  # fmt: skip
Limit = Annotated[int, Query(ge=1, le=MOST)]
Cursor = Annotated[str | None, Query(max_length=600, description="Where the page before this one ended.")]


@router.get("", **gives(Claims))
def claims(
    ask: Ask, person: Name = None, club: Name = None, source: Name = None,
    event: Event | None = None, since: Day = None, until: Day = None, cursor: Cursor = None, limit: Limit = 100,
) -> Response:  # fmt: skip
    """Claims in the order in which they were said."""
    begin, end = day(since), day(until)
    called = club_of(ask.ledger, club, moment_of(ask.as_of)) if club else None

    def rows(place: datetime | None, most: int) -> list[Entry]:
        start = max((one for one in (begin, place) if one), default=None)
        return ask.ledger.entries(
            person=person, club=called, source=source, event=event, since=start, until=end, as_of=ask.as_of, limit=most
        )

    found, following = after(cursor, limit, rows, lambda entry: entry.order)
    return give({"claims": [entry_to_json(entry) for entry in found], "next": following})


@router.get("/{claim}", **gives(Claim))
def claim(claim: str, ask: Ask) -> Response:
    """One claim by its id, as it stands now; one that was said by then."""
    found = _entry(ask, claim)
    if ask.as_of and found.said_at > ask.as_of:
        raise HTTPException(404, f"There is no claim {claim[:40]!r} yet.")
    return give(entry_to_json(found))


@router.post(
    "/{claim}/corrections", status_code=201, response_model=None,
    responses={201: {"model": Corrected, "description": "The correction, appended."}, **PROBLEMS},
)  # fmt: skip
def correct(claim: str, new: NewCorrection, ask: Ask) -> Response:
    """Set a claim right: a row is appended with your name and reason, and holds everywhere at once. Needs ``write``."""
    token = ask.may("write")
    _entry(ask, claim)
    done = set_right(ask.ledger, Correction(new.kind, claim, new.value, token.name, new.why, datetime.now(UTC)))
    return give({**asdict(done), "at": done.at.isoformat()}, 201)


def _entry(ask: Ask, claim: str) -> Entry:
    entry = ask.ledger.entry(claim)
    if entry is None:
        raise HTTPException(404, f"There is no claim {claim[:40]!r}.")
    return entry
