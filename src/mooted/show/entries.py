"""Entries of the ledger as rows for other programs: JSONL, CSV and Parquet, a few in memory at a time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import msgspec

from mooted.language.surrogates import whole
from mooted.model.document import Document
from mooted.model.entry import Entry
from mooted.model.errors import MootedError
from mooted.model.wire import Json, claim_to_json
from mooted.show.rows import COLUMNS as OF_CLAIM
from mooted.show.rows import cells, formula_safe, one_kind_of_line_end

SCHEMA = 1
OF_ENTRY = ("schema", "person", "said_at", "seen_at", "version", "byline", "corrected")
COLUMNS = (*OF_ENTRY, *OF_CLAIM)
_NUMBERS = ("schema", "fee_amount", "evidence_start", "evidence_stop", "wage_amount", "add_ons_amount")
_FRACTIONS = ("contract_years", "sell_on")
_AT_ONCE = 5_000


def entry_to_json(entry: Entry) -> Json:
    """An entry as plain JSON values: of the claim, of where it was printed, and whom it is about."""
    imprint, claim = entry.imprint, claim_to_json(entry.claim)
    return {
        "schema": SCHEMA, "id": entry.id, "person": entry.person, "said": entry.said_at.isoformat(),
        "seen": imprint.seen_at.isoformat(), "document": imprint.document, "version": imprint.version,
        "outlet": imprint.outlet, "family": imprint.family, "title": imprint.title, "url": imprint.url,
        "byline": imprint.byline, "published": imprint.published_at.isoformat() if imprint.published_at else None,
        "corrected": entry.corrected, "claim": claim,
    }  # fmt: skip


def write_jsonl(entries: Iterable[Entry], out: TextIO) -> None:
    """One line an entry, each with the schema version."""
    for entry in entries:
        out.write(_line(entry_to_json(entry)) + "\n")


def write_csv(entries: Iterable[Entry], out: TextIO, *, raw: bool = False) -> None:
    """One row an entry. Cells that a spreadsheet would run as a formula get an apostrophe unless ``raw``."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for entry in entries:
        told = (whole(cell) if isinstance(cell, str) else cell for cell in row(entry))
        rows.writerow([one_kind_of_line_end(cell if raw else formula_safe(cell)) for cell in told])


def write_parquet(entries: Iterable[Entry], path: Path) -> None:
    """A typed column for each of ``COLUMNS``; the schema version is in the file's metadata. Needs pyarrow."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise MootedError("Parquet needs pyarrow: pip install 'mooted[parquet]'") from error
    kinds = {name: arrow.int64() for name in _NUMBERS} | {name: arrow.float64() for name in _FRACTIONS}
    schema = arrow.schema([(name, kinds.get(name, arrow.string())) for name in COLUMNS], {"mooted.schema": str(SCHEMA)})
    items = iter(entries)
    with parquet.ParquetWriter(path, schema, compression="zstd") as file:
        while some := [row(entry) for entry in islice(items, _AT_ONCE)]:
            columns = (list(map(_plain, column)) for column in zip(*some, strict=True))
            file.write_table(arrow.table(dict(zip(COLUMNS, columns, strict=True)), schema))


def row(entry: Entry) -> list[Any]:
    """The cells of an entry under ``COLUMNS``."""
    imprint = entry.imprint
    document = Document(
        imprint.document, "", imprint.title, imprint.outlet, imprint.url, imprint.byline, imprint.published_at
    )
    of_entry = (
        SCHEMA, entry.person, entry.said_at.isoformat(), imprint.seen_at.isoformat(), imprint.version, imprint.byline,
        "yes" if entry.corrected else None,
    )  # fmt: skip
    told = dict(zip(OF_CLAIM, cells(document, entry.claim), strict=True)) | {"claim": entry.id}
    return [*of_entry, *told.values()]


def _line(value: Json) -> str:
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # half characters: JSON can tell them, if only by their numbers
        return json.dumps(value, separators=(",", ":"))


def _plain(cell: Any) -> Any:
    """A cell that a column of its type can hold."""
    if isinstance(cell, int) and abs(cell) >= 2**63:
        return None
    return whole(cell) if isinstance(cell, str) else cell
