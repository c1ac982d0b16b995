"""What commands share: options, formats, where data goes, and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from datetime import datetime

FORMATS = ("text", "json", "jsonl", "csv")
FAILED = 1
INTERRUPTED = 130
EPILOG = "Exit codes: 0 all well, 1 failure, 2 wrong usage, 3 some inputs rejected or doubtful, 130 interrupted."
HELP = {"help_option_names": ["-h", "--help"]}


def check_format(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """A format by its name; a near miss is told what it may have meant."""
    if name is None or name in FORMATS:
        return name
    near = get_close_matches(name.lower(), FORMATS, n=1, cutoff=0.4)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise click.BadParameter(f"{name!r} is none of {', '.join(FORMATS)}.{hint}")


def check_date(_context: click.Context, _option: click.Parameter, words: str | None) -> str | None:
    """The words of a date, once they can be read as one."""
    from mooted.documents.dates import read_date

    doubt = read_date(words, now())[1]
    if doubt:
        raise click.BadParameter(f"it {doubt}. Give it like 2021-02-01 or 2021-02-01T10:30Z.")
    return words


def now() -> datetime:
    """This moment, in UTC."""
    from datetime import UTC, datetime

    return datetime.now(UTC)


def paths_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command its ``PATH...``."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(command)


def format_of(output: Path | None) -> str:
    """The format that a file's ending names, else text."""
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    return suffix if suffix in FORMATS else "text"


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
