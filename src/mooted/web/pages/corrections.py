"""Every correction with the words that it is about; whoever may write takes one back with a click."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from mooted.answers.correcting import correct as set_right
from mooted.ledger import CorrectionError, Ruling
from mooted.model.entry import Correction, Kind
from mooted.web.asking import Ask, Asked
from mooted.web.conditional import Conditional
from mooted.web.listings import Corrections, corrections_page
from mooted.web.render import address, page, path_part
from mooted.web.session import refuse_forgery
from mooted.web.twins import MEDIA, twin, twins_of
from mooted.web.view import View
from mooted.web.wording import KINDS

router = APIRouter(route_class=Conditional, include_in_schema=False)
MOST = 200


class Sent(BaseModel):
    """The form of a correction to be taken back."""

    why: str = Field(min_length=1, max_length=500)
    csrf: str = Field("", max_length=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView(View):
    """The corrections, the newest first; ``trouble`` tells why one could not be taken back."""

    rulings: tuple[Ruling, ...]
    kinds: dict[Kind, str]
    more: bool = False
    trouble: str = ""


@router.get("/corrections")
def show(ask: Ask) -> Response:
    """The page. Corrections hold whatever day the desk is turned to."""
    return page("corrections.html", _view(ask))


@router.get("/corrections.{form}")
def show_twin(form: str, ask: Ask) -> Response:
    """The corrections for programs."""
    answer = Corrections(tuple(ask.ledger.rulings()[::-1]))
    return twin(answer, corrections_page, form if form in MEDIA else "json", "corrections")


@router.post("/corrections/{correction}")
def take_back(request: Request, correction: str, ask: Ask, sent: Annotated[Sent, Form()]) -> Response:
    """Take a correction back, and go to where the claim shows again."""
    token = ask.may("write")
    refuse_forgery(request, sent.csrf)
    ruling = next((one for one in ask.ledger.rulings() if one.correction.id == correction), None)
    if ruling is None:
        raise HTTPException(404, f"There is no correction {correction[:40]!r}.")
    undo = Correction("undo", correction, None, token.name, sent.why.strip(), datetime.now(UTC))
    try:
        set_right(ask.ledger, undo)
    except CorrectionError as error:
        return page("corrections.html", _view(ask, str(error)), 409)
    return RedirectResponse(_where(ask, ruling), 303)


def _where(ask: Asked, ruling: Ruling) -> str:
    """The place of the claim on its player's page, where it shows; else the list of corrections."""
    words = {"as_of": ask.turned_to}
    entry = ask.ledger.entry(ruling.claim.id) if ruling.claim else None
    if entry is None or entry.person is None:
        return address("/corrections", words)
    return f"{address(f'/player/{path_part(entry.person)}', words)}#{entry.id}"


def _view(ask: Asked, trouble: str = "") -> CorrectionsView:
    rulings = ask.ledger.rulings()[::-1]
    return CorrectionsView(
        **ask.view("Corrections", form=True), twins=twins_of("/corrections", "json", "csv", "md"),
        rulings=tuple(rulings[:MOST]), kinds=KINDS, more=len(rulings) > MOST, trouble=trouble,
    )  # fmt: skip
