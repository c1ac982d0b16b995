"""Reading: what documents claim, and why."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from mooted.cli.options import (
    EPILOG,
    check_date,
    date_of,
    format_of,
    format_option,
    jobs_for,
    jobs_option,
    output_option,
    output_to,
    paths_argument,
    refuse_overwriting,
)

if TYPE_CHECKING:
    from mooted.model.document import Document
    from mooted.show.rows import Writer

FORMATS = ("text", "json", "jsonl", "csv")


@click.command(epilog=EPILOG)
@paths_argument
@format_option(FORMATS, "text for people (the default), the others for programs; -o FILE.csv chooses csv by itself.")
@output_option
@click.option("--outlet", metavar="NAME", help="Outlet of documents that name none.")
@click.option("--published", metavar="DATE", callback=check_date, help="Publish date of documents that tell none.")
@click.option("--csv-raw", is_flag=True, help="Leave cells that look like formulas as they are.")
@jobs_option
def read(
    paths: tuple[str, ...],
    form: str | None,
    output: Path | None,
    outlet: str | None,
    published: str | None,
    csv_raw: bool,
    jobs: int | None,
) -> int:
    """Read transfer news and print what it claims.

    PATH is a file, a folder, or - for standard input: text, HTML, JSONL or JSON, each also as .gz.

    \b
    mooted read article.txt
    mooted read news/ --format jsonl > claims.jsonl
    curl -s https://example.org/story | mooted read -
    """
    from mooted.pipeline import read_documents, settle_in
    from mooted.show.messages import Report, Steps

    def complete(document: Document) -> Document:
        settle_in()  # once there is something to read
        return completed(document, outlet, published)

    kind = form or format_of(output, FORMATS)
    report = Report()
    refuse_overwriting(paths, output)
    with output_to(output, as_data=kind != "text") as out, Steps(kind == "text" or not out.isatty()) as steps:
        writer = _writer(kind, out, csv_raw=csv_raw)
        for found in read_documents(paths, complete=complete, jobs=jobs_for(jobs, paths)):
            if isinstance(found, tuple):
                writer.write(found)
                steps.step()
            else:
                report.tell(found)
        writer.finish()
    report.sum_up(steps.count)
    if kind == "text" and steps.count and output is None:
        _suggest(paths[0])
    return report.exit_code


def completed(document: Document, outlet: str | None, published: str | None) -> Document:
    """The document with what the user knows of it and it does not tell."""
    if outlet and not document.outlet:
        document = replace(document, outlet=outlet)
    if published and not document.published_at:
        document = replace(document, published_at=date_of(published))
    return document


def _writer(kind: str, out: TextIO, *, csv_raw: bool) -> Writer:
    if kind == "text":
        from mooted.show.claims import ClaimsPage
        from mooted.show.terminal import screen_of

        return ClaimsPage(out, screen_of(out))
    from mooted.show.rows import Csv, Json, JsonLines

    if kind == "csv":
        return Csv(out, raw=csv_raw)
    return Json(out) if kind == "json" else JsonLines(out)


def _suggest(path: str) -> None:
    from mooted.show.messages import hint

    name = shlex.quote(path)
    if path != "-":
        hint((f"mooted explain {name}", "why each was read"), (f"mooted read {name} --format jsonl", "for programs"))


@click.command(epilog=EPILOG)
@paths_argument
def explain(paths: tuple[str, ...]) -> int:
    """Show why each claim was read, sentence by sentence.

    \b
    mooted explain article.txt
    """
    from mooted.documents import open_documents
    from mooted.model.document import Document
    from mooted.show.explanation import explain_text
    from mooted.show.messages import Report

    report = Report()
    shown = 0
    with output_to(None, as_data=False) as out:
        for opened in open_documents(paths):
            if isinstance(opened, Document):
                out.write("\n" * bool(shown) + explain_text(opened).rstrip("\n") + "\n")
                shown += 1
            else:
                report.tell(opened)
    report.sum_up(shown)
    return report.exit_code
