"""An answer in the format that was asked for: text and Markdown from its page, the others from its values."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import TextIO, TypeVar

import msgspec

from mooted.answers.table import Table
from mooted.show.markdown import page_markdown
from mooted.show.page import Page
from mooted.show.rows import SCHEMA, formula_safe, one_kind_of_line_end
from mooted.show.terminal import screen_of
from mooted.show.text import page_text

FORMATS = ("text", "json", "jsonl", "csv", "md")
Answered = TypeVar("Answered", bound=Table)


def write_answer(answer: Answered, page: Callable[[Answered], Page], form: str, out: TextIO) -> None:
    """Write an answer as ``form``, one of ``FORMATS``."""
    if form == "text":
        out.write(page_text(page(answer), screen_of(out)))
    elif form == "md":
        out.write(page_markdown(page(answer)))
    elif form == "json":
        out.write(msgspec.json.format(encoded({"schema": SCHEMA, **answer.to_json()}), indent=1).decode() + "\n")
    elif form == "jsonl":
        rows = ({name: row[name] for name in answer.COLUMNS} for row in answer.rows())
        out.writelines(encoded(row).decode() + "\n" for row in rows)
    else:
        write_csv(answer, out)


def write_csv(answer: Table, out: TextIO) -> None:
    """A row each under ``COLUMNS``; cells that a spreadsheet would run as a formula get an apostrophe."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(answer.COLUMNS)
    for row in answer.rows():
        rows.writerow([one_kind_of_line_end(formula_safe(_whole(row[name]))) for name in answer.COLUMNS])


def encoded(value: object) -> bytes:
    """A value as JSON; half a surrogate pair, which some texts hold, becomes the sign for what cannot be shown."""
    try:
        return msgspec.json.encode(value)
    except (UnicodeEncodeError, ValueError):
        return msgspec.json.encode(_whole(value))


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _whole(inner) for key, inner in value.items()}
    return [_whole(inner) for inner in value] if isinstance(value, list | tuple) else value
