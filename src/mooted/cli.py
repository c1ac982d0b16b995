"""The commands. Each parses, asks, and prints; what costs time to load is loaded where it is needed."""

from __future__ import annotations

import os
import shlex
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

import click

if TYPE_CHECKING:
    from datetime import datetime

    from mooted.model.document import Document
    from mooted.show.rows import Writer

FORMATS = ("text", "json", "jsonl", "csv")
FAILED = 1
INTERRUPTED = 130
_EPILOG = "Exit codes: 0 all well, 1 failure, 2 wrong usage, 3 some inputs rejected or doubtful, 130 interrupted."
_DEBUG = "Add --debug to any command for the whole story of a failure."
_HELP = {"help_option_names": ["-h", "--help"]}


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in (words[: words.index("--")] if "--" in words else words)
    if debug:
        words.remove("--debug")
    try:
        sys.exit(app.main(args=words, prog_name="mooted", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(INTERRUPTED)
    except Exception as error:  # the last door: every failure leaves as one line and a code
        _fail(error, debug)


def _fail(error: Exception, debug: bool) -> NoReturn:
    from mooted.model.errors import MootedError
    from mooted.show.messages import say

    if debug:
        traceback.print_exc()
    elif isinstance(error, MootedError):
        say(f"mooted: {error}")
    else:
        say(
            f"mooted: {type(error).__name__}: {error}; this is a fault of ours, run it again with --debug and report it"
        )
    sys.exit(FAILED)


@click.group(context_settings=_HELP, epilog=f"{_EPILOG} {_DEBUG}")
@click.version_option(package_name="mooted", message="%(version)s")
def app() -> None:
    """Transfer intelligence for football.

    \b
    mooted read article.txt      what a page claims, by player, furthest stage first
    mooted explain article.txt   why, sentence by sentence
    """


@app.group(context_settings=_HELP)
def book() -> None:
    """The reference book of clubs, outlets and people."""


def _format(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    if name is None or name in FORMATS:
        return name
    near = get_close_matches(name.lower(), FORMATS, n=1, cutoff=0.4)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise click.BadParameter(f"{name!r} is none of {', '.join(FORMATS)}.{hint}")


def _date(_context: click.Context, _option: click.Parameter, words: str | None) -> str | None:
    from mooted.documents.dates import read_date

    doubt = read_date(words, _now())[1]
    if doubt:
        raise click.BadParameter(f"it {doubt}. Give it like 2021-02-01 or 2021-02-01T10:30Z.")
    return words


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _paths(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(command)


@app.command(epilog=_EPILOG)
@_paths
@click.option(
    "--format", "-f", "form", callback=_format, metavar="text|json|jsonl|csv",
    shell_complete=lambda _context, _option, start: [name for name in FORMATS if name.startswith(start)],
    help="text for people (the default), the others for programs; -o FILE.csv chooses csv by itself.",
)  # fmt: skip
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write here.")
@click.option("--outlet", metavar="NAME", help="Outlet of documents that name none.")
@click.option("--published", metavar="DATE", callback=_date, help="Publish date of documents that tell none.")
@click.option("--csv-raw", is_flag=True, help="Leave cells that look like formulas as they are.")
def read(
    paths: tuple[str, ...],
    form: str | None,
    output: Path | None,
    outlet: str | None,
    published: str | None,
    csv_raw: bool,
) -> int:
    """Read transfer news and print what it claims.

    PATH is a file, a folder, or - for standard input: text, HTML, JSONL or JSON, each also as .gz.

    \b
    mooted read article.txt
    mooted read news/ --format jsonl > claims.jsonl
    curl -s https://example.org/story | mooted read -
    """
    from mooted.documents import open_documents
    from mooted.model.document import Document
    from mooted.pipeline import read_document
    from mooted.show.messages import Report, Steps

    kind = form or _format_of(output)
    report = Report()
    _refuse_overwriting(paths, output)
    with _output(output, as_data=kind != "text") as out, Steps(kind == "text" or not out.isatty()) as steps:
        writer = _writer(kind, out, csv_raw=csv_raw)
        for opened in open_documents(paths):
            if isinstance(opened, Document):
                document = _completed(opened, outlet, published)
                writer.write((document, read_document(document)))
                steps.step()
            else:
                report.tell(opened)
        writer.finish()
    report.sum_up(steps.count)
    if kind == "text" and steps.count and output is None:
        _suggest(paths[0])
    return report.exit_code


def _format_of(output: Path | None) -> str:
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    return suffix if suffix in FORMATS else "text"


def _completed(document: Document, outlet: str | None, published: str | None) -> Document:
    """The document with what the user knows of it and it does not tell."""
    if outlet and not document.outlet:
        document = replace(document, outlet=outlet)
    if published and not document.published_at:
        from mooted.documents.dates import read_date

        document = replace(document, published_at=read_date(published, _now())[0])
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


def _refuse_overwriting(paths: Sequence[str], output: Path | None) -> None:
    if (
        output
        and output.exists()
        and any(path != "-" and Path(path).exists() and output.samefile(path) for path in paths)
    ):
        raise click.BadParameter(f"{output} is also read; name another file.", param_hint="--output")


@contextmanager
def _output(path: Path | None, *, as_data: bool) -> Iterator[TextIO]:
    """Where data goes. Whoever stops listening (``| head``) is no failure."""
    if path is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(**({"encoding": "utf-8"} if as_data else {"errors": "replace"}))
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(0) from None
        return
    try:
        file = path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise click.BadParameter(f"cannot write {path} ({error.strerror}).", param_hint="--output") from error
    with file:
        yield file


def _suggest(path: str) -> None:
    from mooted.show.messages import hint

    name = shlex.quote(path)
    if path != "-":
        hint((f"mooted explain {name}", "why each was read"), (f"mooted read {name} --format jsonl", "for programs"))


@app.command(epilog=_EPILOG)
@_paths
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
    with _output(None, as_data=False) as out:
        for opened in open_documents(paths):
            if isinstance(opened, Document):
                out.write("\n" * bool(shown) + explain_text(opened).rstrip("\n") + "\n")
                shown += 1
            else:
                report.tell(opened)
    report.sum_up(shown)
    return report.exit_code


@book.command("check")
@click.option("--book", "directory", type=click.Path(path_type=Path), metavar="DIR", help="Your own book.")
def book_check(directory: Path | None) -> int:
    """Prove that the reference book is consistent."""
    from mooted.entities.book import DATA
    from mooted.entities.check import check
    from mooted.show.messages import say
    from mooted.show.terminal import tame

    where = directory or DATA
    if not where.is_dir():
        raise click.BadParameter(f"{where} is no folder.", param_hint="--book")
    problems = check(where)
    for problem in problems:
        print(tame(f"{problem.file}:{problem.line}: {problem.what}; {problem.fix}"))
    say(f"{where}: {len(problems):,} problem{'s' * (len(problems) != 1)}" if problems else f"{where}: all well")
    return FAILED if problems else 0


@book.command("import", epilog=_EPILOG)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The book to add to.")
def book_import(files: tuple[Path, ...], into: Path) -> int:
    """Add clubs and players to a book: openfootball texts, Wikidata results (CSV), plain CSV of players.

    \b
    mooted book import clubs.txt players.csv --into my-book
    """
    from mooted.entities.importing import add, read
    from mooted.show.messages import SOME_REJECTED, say
    from mooted.show.terminal import tame

    troubled = False
    for file in files:
        try:
            added = add(into, read(file))
        except OSError as error:
            raise click.BadParameter(
                f"cannot write {error.filename} ({error.strerror}).", param_hint="--into"
            ) from error
        for problem in added.problems:
            say(f"rejected: {problem.file}:{problem.line}: {problem.what}; {problem.fix}")
        troubled = troubled or bool(added.problems)
        clubs = f"{added.new_clubs:,} clubs new, {added.fuller_clubs:,} fuller"
        print(tame(f"{file}: {clubs}; {added.new_players:,} players new, {added.fuller_players:,} fuller"))
    return SOME_REJECTED if troubled else 0


@app.command()
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as version_of

    click.echo(version_of("mooted"))
