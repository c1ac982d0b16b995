"""Reading a pasted text or a dropped file at once, without storing it unless asked."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import Response
from pydantic import BaseModel, Field

from mooted.documents import open_documents
from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.pipeline import read_whole
from mooted.web.asking import Ask, day
from mooted.web.conditional import Conditional
from mooted.web.render import page
from mooted.web.session import refuse_forgery
from mooted.web.view import View

router = APIRouter(route_class=Conditional, include_in_schema=False)
_PASTED = "pasted text"
_ENDINGS = (".txt", ".html", ".htm", ".json", ".jsonl", ".gz")


class Sent(BaseModel):
    """The form as it was sent."""

    csrf: str = Field("", max_length=200)
    text: str = Field("", max_length=1_000_000)
    outlet: str = Field("", max_length=200)
    published: str = Field("", max_length=40)
    keep: str = Field("", max_length=10)
    file: UploadFile | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A document by its title, and what it claims."""

    title: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadView(View):
    """The form as it was filled, what was read, and what went wrong."""

    text: str = ""
    outlet: str = ""
    published: str = ""
    readings: tuple[Reading, ...] = ()
    troubles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@router.get("/read")
def show(ask: Ask) -> Response:
    """The form."""
    return page("read.html", ReadView(**ask.view("Read a text", form=True)))


@router.post("/read")
def read(request: Request, ask: Ask, sent: Annotated[Sent, Form()]) -> Response:
    """Read what was pasted or dropped; with ``keep`` and a token, add it to the ledger."""
    refuse_forgery(request, sent.csrf)
    token = ask.may("write") if sent.keep else None
    documents, troubles = _documents(sent)
    documents = [_completed(document, sent.outlet.strip(), sent.published) for document in documents]
    wholes = [(document, read_whole(document)) for document in documents]
    notes: tuple[str, ...] = ()
    if token:
        receipts = [ask.ledger.add(document, whole) for document, whole in wholes]
        notes = (f"Added to the ledger: {sum(one.kind != 'repeated' for one in receipts)} of {len(receipts)}.",)
    view = ReadView(
        **ask.view("Read a text", form=True),
        text=sent.text,
        outlet=sent.outlet,
        published=sent.published,
        readings=tuple(Reading(one.title or one.id, whole.claims) for one, whole in wholes),
        troubles=tuple(troubles) or (() if documents else ("There was nothing to read.",)),
        notes=notes,
    )
    return page("read.html", view)


def _documents(sent: Sent) -> tuple[list[Document], list[str]]:
    """What was given as documents, and a word on each that could not be read."""
    found: list[Document] = [Document(_PASTED, sent.text)] if sent.text.strip() else []
    troubles: list[str] = []
    if sent.file is not None and sent.file.filename:
        for opened in _opened(sent.file):
            if isinstance(opened, Document):
                found.append(opened)
            else:
                troubles.append(str(opened))
    return found, troubles


def _opened(file: UploadFile) -> Iterator[object]:
    """The documents of a dropped file, which is read under a name of ours; places are told by the visitor's."""
    name = file.filename or ""
    ending = "".join(Path(name).suffixes[-2:]) if name.endswith(".gz") else Path(name).suffix
    safe = ending if all(f".{part}" in _ENDINGS for part in ending.split(".") if part) else ".txt"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"dropped{safe}"
        path.write_bytes(file.file.read())
        for opened in open_documents([path]):
            if isinstance(opened, Document):
                yield replace(opened, id=opened.id.replace("dropped", Path(name).name, 1))
            else:
                yield replace(opened, place=opened.place.replace(str(path), Path(name).name))


def _completed(document: Document, outlet: str, published: str) -> Document:
    """The document with what the visitor told of it."""
    said = document.published_at or day(published)
    return replace(document, outlet=document.outlet or outlet or None, published_at=said)
