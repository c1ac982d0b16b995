"""The demonstration: what documents say, then what a ledger of them tells."""

from __future__ import annotations

import shlex
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mooted.cli.options import EPILOG, output_to, paths_argument

if TYPE_CHECKING:
    from datetime import datetime

    from mooted.ledger import Ledger
    from mooted.model.document import Document
    from mooted.pipeline import Whole
    from mooted.show.messages import Report

SINCE = "30d"


@click.command(epilog=EPILOG)
@paths_argument
def demo(paths: tuple[str, ...]) -> int:
    """Read documents, show what they say, and what a ledger of them tells: one saga, the brief, and the web desk.

    Nothing is stored. On a terminal the desk stays open until Ctrl+C; elsewhere its address is told.

    \b
    mooted demo examples/
    """
    from tempfile import TemporaryDirectory

    from mooted.show.messages import Report

    report = Report()
    read = _read(paths, report)
    with TemporaryDirectory() as folder:
        database = Path(folder) / "demo.db"
        last = _show(read, database) if read else None
        report.sum_up(len(read))
        _suggest(paths)
        if read:
            _desk(database, last)
    return report.exit_code


def _show(read: list[tuple[Document, Whole]], database: Path) -> datetime | None:
    """What the documents say, and what a new ledger of them tells; when the last word was said."""
    from mooted.opening import open_ledger
    from mooted.show.claims import claims_text
    from mooted.show.terminal import screen_of

    with output_to(None, as_data=False) as out, open_ledger(database) as ledger:
        out.write(claims_text([(document, whole.claims) for document, whole in read], screen_of(out)))
        for _ in ledger.add_all(read):
            pass
        newest = ledger.entries(newest_first=True, limit=1)
        last = newest[0].said_at if newest else None
        out.write(_told(ledger, last) if last else "")
        return last


def _read(paths: Sequence[str], report: Report) -> list[tuple[Document, Whole]]:
    """The documents with what the reader finds in them."""
    from mooted.documents import open_documents
    from mooted.model.document import Document
    from mooted.pipeline import read_whole, settle_in

    read = []
    for opened in open_documents(paths):
        if isinstance(opened, Document):
            settle_in()
            read.append((opened, read_whole(opened)))
        else:
            report.tell(opened)
    return read


def _told(ledger: Ledger, last: datetime) -> str:
    """The saga of whoever is spoken of most, and what was new in the month before the last word."""
    from mooted.answers.brief import brief
    from mooted.answers.player import player
    from mooted.show.brief import brief_page
    from mooted.show.player import player_page
    from mooted.show.terminal import screen_of
    from mooted.show.text import page_text

    screen = screen_of(sys.stdout)
    new = brief(ledger, since=SINCE, as_of=last)
    spoken = Counter(entry.person for entry in ledger.entries(since=new.since) if entry.person)
    told = [page_text(player_page(player(ledger, person)), screen) for person, _ in spoken.most_common(1)]
    return "".join(f"\n\n{text}" for text in (*told, page_text(brief_page(new), screen)))


def _desk(database: Path, last: datetime | None) -> None:
    """Open the desk on it on a terminal, on the day of the last word, until it is interrupted; elsewhere tell how."""
    from importlib.util import find_spec

    from mooted.show.messages import program, say

    if find_spec("uvicorn") is None:
        say("The web desk needs the extra mooted[web]: pip install 'mooted[web]'")
        return
    from mooted.web.settings import Settings

    settings = Settings(str(database), database.parent)
    if sys.stdout.isatty() and sys.stdin.isatty():
        from mooted.web.serving import run

        run(settings, browser=True, page=f"?since={SINCE}&as_of={last:%Y-%m-%d}" if last else "")
    else:  # all that serving needs takes a second to load
        say(f"{program()} serve --db demo.db would open the web desk at {settings.address}")


def _suggest(paths: Sequence[str]) -> None:
    from mooted.show.messages import hint

    named = " ".join(map(shlex.quote, paths))
    hint(
        (f"mooted add {named} --db demo.db", "keep it"),
        ("mooted brief --since 30d --as-of 2026-01-31 --db demo.db", "what was new"),
        ("mooted player Dragusin --db demo.db", "a saga"),
        ("mooted club Spurs --as-of 2026-01-31 --db demo.db", "a club"),
    )
