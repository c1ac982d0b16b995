"""Documents: listed, given, read at once, and added."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import Response

from mooted.model.document import Document
from mooted.model.wire import claim_to_json
from mooted.pipeline import read_whole
from mooted.web.api import shapes
from mooted.web.api.claims import Cursor, Day, Limit
from mooted.web.api.cursor import Order, after
from mooted.web.api.give import PROBLEMS, give, gives
from mooted.web.asking import Ask, Asked, day
from mooted.web.conditional import Conditional

Version = Annotated[str | None, Query(max_length=100)]

router = APIRouter(route_class=Conditional, prefix="/api/v1", tags=["documents"])


@router.get("/documents", **gives(shapes.Documents))
def documents(ask: Ask, since: Day = None, until: Day = None, cursor: Cursor = None, limit: Limit = 100) -> Response:
    """Documents in the order in which they spoke, without their texts."""
    begin, end = day(since), day(until)

    def rows(place: datetime | None, most: int) -> list[Document]:
        start = max((one for one in (begin, place) if one), default=None)
        found: list[Document] = []
        for one in ask.ledger.documents(since=start, until=end, as_of=ask.as_of):
            found.append(one)
            if len(found) >= most:
                break
        return found

    found, following = after(cursor, limit, rows, _order)
    heads = [{name: value for name, value in _to_json(one).items() if name != "text"} for one in found]
    return give({"documents": heads, "next": following})


@router.get("/documents/{id:path}", **gives(shapes.Document))
def document(id: str, ask: Ask, version: Version = None) -> Response:
    """A document with its text; of several versions the newest, the one known then, or the one asked for."""
    found = ask.ledger.document(id, version or _version_then(ask, id))
    if found is None or (ask.as_of and _order(found)[0] > ask.as_of):
        raise HTTPException(404, f"There is no document {id[:80]!r}.")
    return give(_to_json(found))


def _version_then(ask: Asked, id: str) -> str | None:
    """The version whose claims stood at the moment that is asked for; null for the newest."""
    told = ask.ledger.entries(document=id, as_of=ask.as_of, limit=1) if ask.as_of else ()
    return told[0].imprint.version if told else None


@router.post("/read", **gives(shapes.Claims))
def read(new: shapes.NewDocument, ask: Ask) -> Response:
    """What a text claims. Nothing is stored."""
    whole = read_whole(_document(new))
    return give({"claims": [{"person": None, **claim_to_json(claim)} for claim in whole.claims], "next": None})


@router.post(
    "/documents", status_code=201, response_model=None,
    responses={201: {"model": shapes.Receipt, "description": "What became of it."}, **PROBLEMS},
)  # fmt: skip
def add(new: shapes.NewDocument, ask: Ask) -> Response:
    """Read a document into the ledger. Adding it again changes nothing. Needs ``write``."""
    ask.may("write")
    given = _document(new)
    receipt = ask.ledger.add(given, read_whole(given))
    return give({"kind": receipt.kind, "document": given.id}, 201)


def _document(new: shapes.NewDocument) -> Document:
    """What was sent as a document; without an id, its content names it."""
    content = f"{new.url or ''}\n{new.title or ''}\n{new.text}".encode("utf-8", "surrogatepass")
    id = new.id or f"api-{hashlib.sha256(content).hexdigest()[:16]}"
    return Document(id, new.text, new.title, new.outlet, new.url, published_at=day(new.published))


def _to_json(document: Document) -> dict[str, object]:
    said = document.published_at
    return {
        "id": document.id,
        "outlet": document.outlet,
        "url": document.url,
        "title": document.title,
        "published": said.isoformat() if said else None,
        "text": document.text,
    }


def _order(document: Document) -> Order:
    moment = document.said_at
    if moment is None:
        raise ValueError(f"document {document.id} of the ledger has no time")
    return moment, document.id, 0, ""
