"""Claims as rows for other programs: JSON, JSONL and CSV, written as they come."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Protocol, TextIO

import msgspec

from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.wire import claim_to_json
from mooted.show.grouping import Reading

SCHEMA = 1
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
COLUMNS = (
    "document", "title", "outlet", "url", "published", "claim", "player", "event", "club_to", "club_from", "polarity",
    "modality", "deal", "fee_amount", "fee_currency", "fee_kind", "sources", "position", "condition", "evidence",
    "evidence_start", "evidence_stop", "evidence_in", "said_from", "said_to", "said_precision", "said_words",
    "via", "unnamed_source", "stance_of", "agent", "wage_amount", "wage_currency", "wage_per", "contract_years",
    "contract_until", "add_ons_amount", "add_ons_currency", "sell_on", "buy_back", "rule",
)  # fmt: skip


class Writer(Protocol):
    """Takes each reading as it comes, and ``finish`` at the end."""

    def write(self, reading: Reading) -> None: ...

    def finish(self) -> None: ...


class JsonLines:
    """``{"id": ..., "claims": [...]}``, one line a document, each line sent on at once."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, reading: Reading) -> None:
        document, claims = reading
        self._out.write(_encoded({"id": document.id, "claims": [claim_to_json(claim) for claim in claims]}) + "\n")
        self._out.flush()

    def finish(self) -> None:
        self._out.flush()


class Json:
    """``{"schema": 1, "documents": [...]}``, with what is known of each document."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._before = f'{{"schema": {SCHEMA}, "documents": [\n'

    def write(self, reading: Reading) -> None:
        document, claims = reading
        row = {**_document(document), "claims": [claim_to_json(claim) for claim in claims]}
        self._out.write(self._before + _encoded(row))
        self._before = ",\n"

    def finish(self) -> None:
        empty = self._before != ",\n"
        self._out.write((self._before if empty else "\n") + "]}\n")
        self._out.flush()


class Csv:
    """One row a claim. Cells that a spreadsheet would run as a formula get an apostrophe unless ``raw``."""

    def __init__(self, out: TextIO, *, raw: bool = False) -> None:
        self._out = out
        self._safe = one_kind_of_line_end if raw else lambda cell: one_kind_of_line_end(formula_safe(cell))
        self._rows = csv.writer(out, lineterminator="\n")
        self._rows.writerow(COLUMNS)

    def write(self, reading: Reading) -> None:
        document, claims = reading
        self._rows.writerows(map(self._safe, cells(document, claim)) for claim in claims)

    def finish(self) -> None:
        self._out.flush()


def formula_safe(cell: object) -> object:
    """The cell, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def one_kind_of_line_end(cell: object) -> object:
    """The cell without carriage returns, which would end a row for some readers."""
    return cell.replace("\r", "\n") if isinstance(cell, str) else cell


def _encoded(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _document(document: Document) -> dict[str, object]:
    published = document.published_at
    return {
        "id": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "byline": document.byline,
        "published": published.isoformat() if published else None,
    }


def cells(document: Document, claim: Claim) -> Iterable[object]:
    """The cells of a claim under ``COLUMNS``."""
    about = _document(document)
    span, when, fee, terms = claim.evidence.span, claim.said_at, claim.fee, claim.terms
    cells = {
        **{name: about[name] for name in ("title", "outlet", "url", "published")},
        **{name: getattr(claim, name) for name in _PLAIN},
        "document": document.id,
        "claim": claim.id,
        "fee_amount": fee and fee.amount,
        "fee_currency": fee and fee.currency,
        "fee_kind": fee and fee.kind,
        "sources": "; ".join(claim.sources),
        "evidence": claim.evidence.words,
        "evidence_start": span and span.start,
        "evidence_stop": span and span.stop,
        "evidence_in": claim.evidence.place,
        "said_from": when and when.start.isoformat(),
        "said_to": when and when.stop.isoformat(),
        "said_precision": when and when.precision,
        "said_words": when and when.words,
        "via": "; ".join(claim.attribution.via),
        "unnamed_source": claim.attribution.unnamed,
        "wage_amount": terms.wage and terms.wage.amount,
        "wage_currency": terms.wage and terms.wage.currency,
        "wage_per": terms.wage and terms.wage.per,
        "contract_years": terms.years,
        "contract_until": terms.until,
        "add_ons_amount": terms.add_ons and terms.add_ons.amount,
        "add_ons_currency": terms.add_ons and terms.add_ons.currency,
        "sell_on": terms.sell_on,
        "buy_back": "yes" if terms.buy_back else None,
    }
    return [cells[name] for name in COLUMNS]


_PLAIN = (
    "player", "event", "club_to", "club_from", "polarity", "modality", "deal", "position", "condition", "stance_of",
    "agent", "rule",
)  # fmt: skip
