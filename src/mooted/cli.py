"""The commands. Each parses, asks, and prints; what costs time to load is loaded where it is needed."""

from __future__ import annotations

import os
import shlex
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

if TYPE_CHECKING:
    from datetime import datetime

    from mooted.model.document import Document
    from mooted.show.rows import Writer

FORMATS = ("text", "json", "jsonl", "csv")
FAILED = 1
INTERRUPTED = 130
_EPILOG = "Exit codes: 0 all well, 1 failure, 2 wrong usage, 3 some inputs rejected or doubtful, 130 interrupted."
_PATHS = "Files, folders, or - for standard input: text, HTML, JSONL or JSON, each also as .gz"

app = typer.Typer(
    name="mooted",
    help="Transfer intelligence for football. Try: mooted read examples",
    epilog=f"{_EPILOG} Add --debug to any command for the whole story of a failure.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
book = typer.Typer(help="The reference book of clubs, outlets and people.", rich_markup_mode=None, no_args_is_help=True)
app.add_typer(book, name="book")
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help=_PATHS, show_default=False)]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    own = words[: words.index("--")] if "--" in words else words
    debug = "--debug" in own
    if debug:
        words.remove("--debug")
    try:
        app(args=words, prog_name="mooted")
    except Exception as error:  # noqa: BLE001  # the last door: every failure leaves as one line and a code
        _fail(error, debug)
    sys.exit(0)


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


def _version(wanted: bool) -> None:
    if wanted:
        version()
        raise typer.Exit


@app.callback()
def start(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Options before the command."""


def _format(name: str | None) -> str | None:
    if name is None or name in FORMATS:
        return name
    near = get_close_matches(name.lower(), FORMATS, n=1, cutoff=0.4)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise typer.BadParameter(f"{name!r} is none of {', '.join(FORMATS)}.{hint}")


def _date(words: str | None) -> str | None:
    from mooted.documents.dates import read_date

    doubt = read_date(words, _now())[1]
    if doubt:
        raise typer.BadParameter(f"it {doubt}. Give it like 2021-02-01 or 2021-02-01T10:30Z.")
    return words


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)


@app.command(epilog=_EPILOG)
def read(
    paths: Paths,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", callback=_format, metavar="text|json|jsonl|csv", autocompletion=lambda: list(FORMATS),
            help="text for people (the default), the others for programs; -o FILE.csv chooses csv by itself.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of documents that name none.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", callback=_date, help="Publish date of documents that tell none.")
    ] = None,
    csv_raw: Annotated[bool, typer.Option("--csv-raw", help="Leave cells that look like formulas as they are.")] = False,
) -> None:  # fmt: skip
    """Read transfer news and print what it claims.

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
    raise typer.Exit(report.exit_code)


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
    from mooted.show.claims import ClaimsPage
    from mooted.show.rows import Csv, Json, JsonLines
    from mooted.show.terminal import screen_of

    if kind == "csv":
        return Csv(out, raw=csv_raw)
    if kind == "text":
        return ClaimsPage(out, screen_of(out))
    return Json(out) if kind == "json" else JsonLines(out)


def _refuse_overwriting(paths: Sequence[str], output: Path | None) -> None:
    if (
        output
        and output.exists()
        and any(path != "-" and Path(path).exists() and output.samefile(path) for path in paths)
    ):
        raise typer.BadParameter(f"{output} is also read; name another file.", param_hint="--output")


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
            raise typer.Exit from None
        return
    try:
        file = path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise typer.BadParameter(f"cannot write {path} ({error.strerror}).", param_hint="--output") from error
    with file:
        yield file


def _suggest(path: str) -> None:
    from mooted.show.messages import hint

    name = shlex.quote(path)
    if path != "-":
        hint((f"mooted explain {name}", "why each was read"), (f"mooted read {name} --format jsonl", "for programs"))


@app.command(epilog=_EPILOG)
def explain(paths: Paths) -> None:
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
    raise typer.Exit(report.exit_code)


@book.command("check")
def book_check(
    directory: Annotated[
        Path | None, typer.Option("--book", metavar="DIR", help="A book of your own, not the one that comes along.")
    ] = None,
) -> None:
    """Prove that the reference book is consistent."""
    from mooted.entities.check import check
    from mooted.show.messages import say
    from mooted.show.terminal import tame

    where = directory or Path(__file__).parent / "entities" / "data"
    if not where.is_dir():
        raise typer.BadParameter(f"{where} is no folder.", param_hint="--book")
    problems = check(where)
    for problem in problems:
        print(tame(f"{problem.file}:{problem.line}: {problem.what}; {problem.fix}"))
    say(f"{where}: {len(problems)} problem{'' if len(problems) == 1 else 's'}" if problems else f"{where}: all well")
    raise typer.Exit(FAILED if problems else 0)


@app.command("version")
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as version_of

    print(version_of("mooted"))
