"""What commands share: options, formats, where data goes, and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from datetime import datetime

Command = TypeVar("Command", bound="Callable[..., Any]")
FAILED = 1
STORE = 7
INTERRUPTED = 130
NOT_FOUND = 4
EPILOG = (
    "Exit codes: 0 all well, 1 failure, 2 wrong usage, 3 some inputs rejected or doubtful, 4 nothing or nobody of that "
    "name (or several), 7 the ledger failed, 130 interrupted."
)
HELP = {"help_option_names": ["-h", "--help"]}


def check_date(_context: click.Context, _option: click.Parameter, words: str | None) -> str | None:
    """The words of a date, once they can be read as one."""
    from mooted.documents.dates import read_date

    doubt = read_date(words, now())[1]
    if doubt:
        raise click.BadParameter(f"it {doubt}. Give it like 2021-02-01 or 2021-02-01T10:30Z.")
    return words


def date_of(words: str | None) -> datetime | None:
    """The moment that the words of a date tell, once they were checked."""
    from mooted.documents.dates import read_date

    return read_date(words, now())[0] if words else None


def check_event(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """The name of an event, if it is one."""
    from mooted.model.claim import EVENTS

    if name is None or name in EVENTS:
        return name
    near = get_close_matches(name.lower().replace(" ", "_"), EVENTS, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise click.BadParameter(f"{name!r} is none of {', '.join(EVENTS)}.{hint}")


def now() -> datetime:
    """This moment, in UTC."""
    from datetime import UTC, datetime

    return datetime.now(UTC)


def paths_argument(command: Command) -> Command:
    """Give a command its ``PATH...``."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(command)


def jobs_option(command: Command) -> Command:
    """Give a command its ``--jobs``: how many processes read."""
    told = "Processes that read (default: one for each core, where there is enough to read)."
    return click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help=told)(command)


def jobs_for(jobs: int | None, paths: Sequence[str]) -> int:
    """How many processes read: as asked, else one for each core, or one alone for a stream, to wait for no line."""
    from mooted.workers import cores

    return jobs or (1 if "-" in paths else cores())


def db_option(command: Command) -> Command:
    """Give a command its ``--db``: which ledger."""
    told = "Ledger: a file, or postgresql://... (default: $MOOTED_DB, else a file in your data folder)."
    return click.option("--db", metavar="PATH", help=told)(command)


def format_option(formats: Sequence[str], told: str) -> Callable[[Command], Command]:
    """Give a command its ``--format``, one of ``formats``; a near miss is told what it may have meant."""

    def check(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
        if name is None or name in formats:
            return name
        near = get_close_matches(name.lower(), formats, n=1, cutoff=0.4)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise click.BadParameter(f"{name!r} is none of {', '.join(formats)}.{hint}")

    return click.option(
        "--format", "-f", "form", callback=check, metavar="|".join(formats), help=told,
        shell_complete=lambda _context, _option, start: [name for name in formats if name.startswith(start)],
    )  # fmt: skip


def output_option(command: Command) -> Command:
    """Give a command its ``--output``: the file that data goes to."""
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.option("--output", "-o", type=kind, metavar="FILE", help="Write here.")(command)


def format_of(output: Path | None, formats: Sequence[str]) -> str:
    """The format that a file's ending names, else the first."""
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    return suffix if suffix in formats else formats[0]


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Around imports of what an extra brings: where it is missing, the command that gets it is told."""
    try:
        yield
    except ImportError as error:
        told = f"{error.name} is not installed; get it with: pip install 'mooted[{extra}]'"
        raise click.ClickException(told) from error


def refuse_overwriting(paths: Sequence[str], output: Path | None) -> None:
    """No file is written while it is read."""
    if (
        output
        and output.exists()
        and any(path != "-" and Path(path).exists() and output.samefile(path) for path in paths)
    ):
        raise click.BadParameter(f"{output} is also read; name another file.", param_hint="--output")


@contextmanager
def output_to(path: Path | None, *, as_data: bool) -> Iterator[TextIO]:
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
