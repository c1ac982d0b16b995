"""Corrections: two clicks from any claim, by whoever holds a token."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, cast

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from mooted.answers.correcting import correct as set_right
from mooted.ledger import CorrectionError, Ruling
from mooted.model.entry import Correction, Entry, Kind
from mooted.model.missing import NotFound
from mooted.web.asking import Ask, Asked
from mooted.web.conditional import Conditional
from mooted.web.evidence import Quotation, quotations
from mooted.web.render import address, page, path_part
from mooted.web.session import refuse_forgery
from mooted.web.view import View
from mooted.web.wording import KINDS

router = APIRouter(route_class=Conditional, include_in_schema=False)
_KINDS = tuple((kind, words) for kind, words in KINDS.items() if kind not in ("split", "undo"))


class Sent(BaseModel):
    """The form as it was sent."""

    kind: str = Field(max_length=40)
    why: str = Field(min_length=1, max_length=500)
    value: str = Field("", max_length=200)
    csrf: str = Field("", max_length=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectView(View):
    """The claim, and what was set right in it so far; the form as it was sent, and why it could not be followed."""

    entry: Entry
    quotation: Quotation[Entry]
    corrections: tuple[Correction, ...]
    kinds: tuple[tuple[Kind, str], ...] = _KINDS
    sent: Sent | None = None
    trouble: str = ""


@router.get("/correct/{claim}")
def show(claim: str, ask: Ask) -> Response:
    """The form, for whoever is signed in; of a claim that was taken back, the place where it is restored."""
    if ask.ledger.entry(claim) is None and (ruling := _against(ask, claim)):
        listed = address("/corrections", {"as_of": ask.turned_to})
        return RedirectResponse(f"{listed}#{ruling.correction.id}", 303)
    return page("correct.html", _view(ask, _entry(ask, claim)))


@router.post("/correct/{claim}")
def correct(request: Request, claim: str, ask: Ask, sent: Annotated[Sent, Form()]) -> Response:
    """Append a correction, and go back to where it shows."""
    token = ask.may("write")
    refuse_forgery(request, sent.csrf)
    entry = _entry(ask, claim)
    if sent.kind not in dict(_KINDS):
        raise HTTPException(422, f"{sent.kind!r} is no kind of correction.")
    target = (entry.person or claim) if sent.kind == "merge" else claim
    try:
        set_right(ask.ledger, _correction(sent, target, token.name))
    except (CorrectionError, NotFound) as error:
        return page("correct.html", replace(_view(ask, entry), sent=sent, trouble=str(error)), 409)
    back = f"/player/{path_part(entry.person)}" if entry.person else f"/correct/{path_part(claim)}"
    return RedirectResponse(address(back, {"as_of": ask.turned_to}), 303)


def _against(ask: Asked, claim: str) -> Ruling | None:
    """The correction that took a claim back, where it holds."""
    taken = (one for one in ask.ledger.rulings() if one.holds and one.correction.kind == "not_a_claim")
    return next((one for one in taken if one.correction.target == claim), None)


def _view(ask: Asked, entry: Entry) -> CorrectView:
    return CorrectView(
        **ask.view("Correct a claim", form=True),
        entry=entry,
        quotation=quotations(ask.ledger, (entry,), lambda one: one)[0],
        corrections=tuple(one for one in ask.ledger.corrections() if one.target == entry.id),
    )


def _correction(sent: Sent, target: str, by: str) -> Correction:
    value = sent.value.strip() or None
    return Correction(cast(Kind, sent.kind), target, value, by, sent.why.strip(), datetime.now(UTC))


def _entry(ask: Asked, claim: str) -> Entry:
    entry = ask.ledger.entry(claim)
    if entry is None:
        raise HTTPException(404, f"There is no claim {claim[:40]!r}.")
    return entry
