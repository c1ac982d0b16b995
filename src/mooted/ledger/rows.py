"""Claims, documents and sightings as rows of their tables, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row

from mooted.language.fold import key
from mooted.ledger.columns import utc
from mooted.ledger.corrected import Corrected
from mooted.ledger.forms import Stored
from mooted.ledger.gist import gist_of
from mooted.ledger.inserting import Record
from mooted.ledger.payload import from_json, seal_of, sha256, version_of
from mooted.ledger.storable import stored
from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.entry import Imprint

Family = Callable[[str], str]


class Period(NamedTuple):
    """When a version of a document was its newest; ``until`` is null where it still is."""

    since: datetime
    until: datetime | None = None


class Told(NamedTuple):
    """A claim as it was read, with its id and in JSON, and as it is now."""

    claim: Claim
    id: str
    words: str
    now: Corrected


def document_row(document: Document, reader: str, reading: str, claims: int) -> Record:
    """A row of ``documents``, but for its number and when it was current. ``seen_at`` has to be known by now."""
    version = version_of(document)
    return {
        "number": 0, "id": document.id, "version": version, "outlet": document.outlet,
        "url": document.url, "byline": document.byline, "title": document.title, "text": document.text,
        "published_at": document.published_at, "seen_at": document.seen_at, "said_at": said_at(document),
        "reader": reader, "reading": reading, "claims": claims, "place": document.place,
        "sha256": seal_of(document, version),
    }  # fmt: skip


def said_at(document: Document) -> datetime:
    """When a document spoke; ``seen_at`` has to be known by now."""
    moment = document.said_at
    assert moment is not None, "a document is given its seen_at when it is added"
    return moment


def document_of(row: Row[Any]) -> Document:
    """The document of a row of ``documents``."""
    return Document(
        row.id, row.text, row.title, row.outlet, row.url, row.byline, row.published_at, row.seen_at, row.place
    )


def imprint_of(values: Sequence[Any], family: Family | None) -> Imprint:
    """Where it was printed: of the columns ``IMPRINT`` as the driver gives them."""
    id, version, seen_at, outlet, url, title, byline, published_at = values
    outlet = outlet and stored(outlet)
    return Imprint(
        stored(id), version, utc(seen_at), outlet, family(outlet) if family and outlet else None,
        url and stored(url), title and stored(title), byline and stored(byline), published_at and utc(published_at),
    )  # fmt: skip


IMPRINT = ("id", "version", "seen_at", "outlet", "url", "title", "byline", "published_at")


def claim_row(told: Told, document: Record, number: int, form: Stored | None, period: Period) -> Record:
    """A row of ``claims``: the claim as read, and columns of what it is now."""
    claim, words = told.claim, told.words
    return {
        "number": number, "id": told.id, "document": document["number"], "reading": document["reading"],
        "said_at": document["said_at"], "seen_at": document["seen_at"],
        "current_from": period.since, "current_until": period.until,
        "sha256": sha256(words), "claim": words, "evidence": claim.evidence.words,
        "person": form and form.person, **columns(told.now, form and form.number),
    }  # fmt: skip


def columns(now: Corrected, form: int | None) -> Record:
    """The columns of ``claims`` that corrections change, and those beside them."""
    claim, fee = now.claim, now.claim.fee
    return {
        "standing": "taken_back" if now.taken_back else "stands", "corrected": int(now.touched), "form": form,
        "player": claim.player, "event": claim.event, "club_to": claim.club_to, "club_from": claim.club_from,
        "polarity": claim.polarity, "modality": claim.modality, "deal": claim.deal, "position": claim.position,
        "fee_amount": _in_64_bits(fee.amount) if fee else None, "fee_currency": fee.currency if fee else None,
        "fee_kind": fee.kind if fee else None, "gist": gist_of(claim),
    }  # fmt: skip


def source_rows(claim: Claim, outlet: str | None, number: int) -> list[Record]:
    """The rows of ``sources``: who printed it, who said it, and who passed it on."""
    chain = claim.attribution
    named = [("printed", outlet or chain.outlet), *(("said", one) for one in chain.voices)]
    named += [("via", one) for one in chain.via]
    told = {(key(name), part) for part, name in named if name and key(name)}
    return [{"name": name, "part": part, "claim": number} for name, part in sorted(told)]


def claim_of(words: str) -> Claim:
    """The claim of a row, as it was read."""
    return from_json(words, Claim)


def _in_64_bits(amount: int) -> int:
    return max(-(2**63), min(amount, 2**63 - 1))
