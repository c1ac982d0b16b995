"""The ledger: adding to it, setting it right, and keeping it safe."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mooted.cli.options import (
    EPILOG,
    HELP,
    STORE,
    check_date,
    check_event,
    date_of,
    db_option,
    format_of,
    jobs_for,
    jobs_option,
    now,
    output_option,
    output_to,
    paths_argument,
)

if TYPE_CHECKING:
    from mooted.ledger import Receipt
    from mooted.model.document import Document
    from mooted.model.entry import Correction
    from mooted.model.errors import Rejected, Warned
    from mooted.show.messages import Report

EXPORTS = ("jsonl", "csv", "parquet", "sqlite")


@click.command(epilog=EPILOG)
@paths_argument
@db_option
@click.option("--outlet", metavar="NAME", help="Outlet of documents that name none.")
@click.option("--published", metavar="DATE", callback=check_date, help="Publish date of documents that tell none.")
@click.option("--again", is_flag=True, help="Read anew what has been read before.")
@jobs_option
def add(
    paths: tuple[str, ...], db: str | None, outlet: str | None, published: str | None, again: bool, jobs: int | None
) -> int:
    """Read transfer news into the ledger, where it is kept for ever.

    Adding the same again changes nothing; an article that changed keeps both versions.

    \b
    mooted add news/ columns.jsonl.gz
    mooted add news/ --db postgresql://desk@db.example/news
    """
    from mooted.answers.keeping import keep_chapters
    from mooted.cli.reading import completed
    from mooted.ledger import Receipt
    from mooted.opening import open_ledger
    from mooted.pipeline import add_documents, settle_in
    from mooted.show.messages import Report, Steps, say

    def complete(document: Document) -> Document:
        return completed(document, outlet, published)

    report, tally = Report(), Tally()
    try:
        with open_ledger(db) as ledger, Steps(True) as steps:
            settle_in()
            read = add_documents(paths, ledger, complete=complete, again=again, jobs=jobs_for(jobs, paths))
            for told in read:
                if isinstance(told, Receipt):
                    steps.step()
                else:
                    report.tell(told)
                tally.count(told)
            keep_chapters(ledger)
    finally:
        print(tally.line(report))
    if db is None:
        say(f"kept in {ledger.place}")
    return report.exit_code


class Tally:
    """What became of the documents that were added."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()
        self._reasons: Counter[str] = Counter()
        self._claims = 0

    def count(self, told: Receipt | Rejected | Warned) -> None:
        """One receipt or trouble more."""
        from mooted.ledger import Receipt
        from mooted.model.errors import Rejected

        if isinstance(told, Receipt):
            self._kinds[told.kind] += 1
            self._claims += told.claims if told.kind != "repeated" else 0
        elif isinstance(told, Rejected):
            self._reasons[told.reason.partition(" (")[0]] += 1

    def line(self, report: Report) -> str:
        """All of it on one line."""
        kinds = ", ".join(f"{self._kinds[kind]:,} {kind}" for kind in ("new", "repeated", "updated"))
        why = ", ".join(f"{count:,} {reason}" for reason, count in self._reasons.most_common(5))
        rejected = f"{report.rejected:,} rejected" + (f" ({why})" if why else "")
        return f"{kinds}, {rejected}; {self._claims:,} new claims"


@click.command(epilog=EPILOG)
@click.argument("target", required=False, metavar="CLAIM|PERSON")
@click.option("--player", metavar="NAME", help="The claim is about this player.")
@click.option("--club-to", metavar="CLUB", help="The club that wants or gets him ('' for none).")
@click.option("--club-from", metavar="CLUB", help="The club that holds him ('' for none).")
@click.option("--event", metavar="EVENT", callback=check_event, help="What is said to happen.")
@click.option("--polarity", type=click.Choice(["affirmed", "denied"]), help="Is it said to be so, or not?")
@click.option("--not-a-claim", is_flag=True, help="The document does not say it.")
@click.option("--merge", metavar="PERSON", help="The person is the same as this one.")
@click.option("--split", metavar="NAME", help="This name of the person is somebody else's.")
@click.option("--undo", metavar="CORRECTION", help="Take a correction back.")
@click.option("--list", "listing", is_flag=True, help="Show every correction.")
@click.option("--by", metavar="WHO", help="Who says so (default: your user name).")
@click.option("--why", metavar="WHY", help="Why.")
@db_option
def correct(
    target: str | None, db: str | None, listing: bool, by: str | None, why: str | None, **fields: str | bool | None
) -> int:
    """Set a reading right. Nothing is erased: a row is added with who and why, and honoured everywhere from then on.

    A correction holds on when the document is read again by a better reader, and can be undone.

    \b
    mooted correct 5f0c2e19a4b7d836 --player "Emerson Royal" --why "the other Emerson"
    mooted correct ben-davies.liverpool --merge ben-davies --why "one man"
    mooted correct --undo 81b1c2d3e4f50617 --why "it was right"
    """
    from mooted.answers.correcting import correct as set_right
    from mooted.opening import open_ledger

    if listing:
        with open_ledger(db, mode="read") as ledger:
            _list(ledger.corrections())
        return 0
    correction = _correction(target, fields, by, why)
    with open_ledger(db, mode="extend") as ledger:
        _list([set_right(ledger, correction)])
    return 0


def _correction(
    target: str | None, fields: dict[str, str | bool | None], by: str | None, why: str | None
) -> Correction:
    """The one correction that the options tell."""
    from getpass import getuser

    from mooted.model.entry import Correction

    given = [(name, value) for name, value in fields.items() if value is not None and value is not False]
    if len(given) != 1:
        raise click.UsageError("Tell one thing to set right, for example --player NAME or --not-a-claim.")
    kind, value = given[0]
    if not why:
        raise click.UsageError("Tell --why: whoever reads the ledger later will want to know.")
    if (target is None) != (kind == "undo"):
        raise click.UsageError("Name the claim or person to correct; --undo takes the correction alone.")
    about = str(value) if kind == "undo" else str(target)
    said = str(value) or None if isinstance(value, str) and kind != "undo" else None
    return Correction(kind, about, said, by or getuser(), why, now())  # type: ignore[arg-type]  # names are the kinds


def _list(corrections: list[Correction]) -> None:
    from mooted.show.terminal import tame

    for one in corrections:
        value = f" -> {one.value}" if one.value is not None else ""
        print(tame(f"{one.id}  {one.at:%Y-%m-%d %H:%M}  {one.kind} {one.target}{value}  {one.by}: {one.why}"))


@click.command(epilog=EPILOG)
@click.option(
    "--format", "-f", "form", type=click.Choice(EXPORTS), help="Default: what FILE's ending says, else jsonl."
)
@output_option
@click.option("--as-of", metavar="DATE", callback=check_date, help="What was known then (not for sqlite).")
@click.option("--csv-raw", is_flag=True, help="Leave cells that look like formulas as they are.")
@db_option
def export(form: str | None, output: Path | None, as_of: str | None, csv_raw: bool, db: str | None) -> int:
    """Give the claims of the ledger to other programs: JSONL, CSV, Parquet, or a file of SQLite that explains itself.

    \b
    mooted export > claims.jsonl
    mooted export -o claims.parquet
    mooted export -o news.sqlite && datasette news.sqlite
    """
    from mooted.opening import open_ledger

    kind = form or _kind_of(output)
    if output is None and kind in ("parquet", "sqlite"):
        raise click.UsageError(f"Name a file for {kind}: -o FILE.")
    with open_ledger(db, mode="read") as ledger:
        if kind == "sqlite" and output is not None:
            ledger.export(output)
            return 0
        from mooted.show.entries import write_csv, write_jsonl, write_parquet

        entries = ledger.every_entry(date_of(as_of))
        if kind == "parquet" and output is not None:
            write_parquet(entries, output)
            return 0
        with output_to(output, as_data=True) as out:
            write_jsonl(entries, out) if kind == "jsonl" else write_csv(entries, out, raw=csv_raw)
    return 0


def _kind_of(output: Path | None) -> str:
    return "sqlite" if output and output.suffix.lower() == ".db" else format_of(output, EXPORTS)


@click.command(epilog=EPILOG)
@db_option
def verify(db: str | None) -> int:
    """Prove that nothing in the ledger decayed: each text, claim and correction against its SHA-256.

    Each row that is not as it was written is named, and the exit code is then 7.
    """
    from mooted.opening import open_ledger
    from mooted.show.messages import hint, say
    from mooted.show.terminal import tame

    found = derived = 0
    with open_ledger(db, mode="read") as ledger:
        for damage in ledger.verify():
            found, derived = found + 1, derived + damage.derived
            print(tame(str(damage)))
        say(f"{ledger.place}: {found:,} damaged" if found else f"{ledger.place}: all well")
    if found:
        hint(("mooted db reindex", "makes anew what is derived")
             if found == derived else ("mooted db repair", "saves what is sound into a new file"))  # fmt: skip
    return STORE if found else 0


@click.command(epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@db_option
def backup(file: Path, db: str | None) -> int:
    """Write a copy of the ledger as it is at this moment into FILE, while others go on writing.

    \b
    mooted backup ledger-2026-01-31.db
    """
    from mooted.opening import open_ledger
    from mooted.show.messages import say

    with open_ledger(db, mode="read") as ledger:
        ledger.backup(file)
    say(f"{file}: {file.stat().st_size / 2**20:,.1f} MB written; open it with --db {file}")
    return 0


@click.group("db", invoke_without_command=True, context_settings=HELP, epilog=EPILOG)
@db_option
@click.pass_context
def database(context: click.Context, db: str | None) -> int:
    """Show which ledger is used, what it holds, and what to mind."""
    if context.invoked_subcommand is not None:
        context.obj = db
        return 0
    from mooted.opening import open_ledger
    from mooted.show.messages import say
    from mooted.show.terminal import tame

    with open_ledger(db, mode="extend") as ledger:
        facts = ledger.facts()
        widest = max(map(len, facts))
        for name, what in facts.items():
            print(f"{name:{widest}}  {what:,}" if isinstance(what, int) else f"{name:{widest}}  {tame(what)}")
        for warning in ledger.warnings():
            say(f"warning: {warning}")
    return 0


@database.command("reindex", epilog=EPILOG)
@db_option
@click.pass_context
def reindex(context: click.Context, db: str | None) -> int:
    """Make anew all that is derived: the full text, people, and the columns to ask by."""
    from mooted.answers.keeping import keep_chapters
    from mooted.opening import open_ledger
    from mooted.show.messages import say

    with open_ledger(db or context.obj, mode="extend") as ledger:
        ledger.rebuild()
        keep_chapters(ledger)
        say(f"{ledger.place}: made anew")
    return 0


@database.command("repair", epilog=EPILOG)
@db_option
@click.pass_context
def repair(context: click.Context, db: str | None) -> int:
    """Save what is sound of a damaged file into a new one. The damaged file is kept beside it."""
    from mooted.pipeline import repair_ledger
    from mooted.show.messages import say

    done = repair_ledger(db or context.obj)
    for damage in done.lost:
        say(f"lost: {damage}")
    say(f"{len(done.lost):,} rows lost, {done.reread:,} documents read again; the damaged file is now {done.kept}")
    return 0


COMMANDS = (add, correct, export, verify, backup, database)
