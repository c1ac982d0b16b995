"""What the commands that ask the ledger share: where it lies, up to when, in which format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from mooted.cli.options import db_option, format_of, format_option, output_option, output_to, refuse_overwriting
from mooted.model.collecting import collect_seldom

if TYPE_CHECKING:
    from datetime import datetime

    from mooted.answers.table import Table
    from mooted.ledger import Ledger
    from mooted.ledger.opening import Mode
    from mooted.show.page import Page

FORMATS = ("text", "json", "jsonl", "csv", "md")
Answered = TypeVar("Answered", bound="Table")


class Asked(NamedTuple):
    """How a question is asked. ``words`` are the options as typed, for the commands that are proposed next."""

    db: str | None
    as_of: datetime | None
    form: str
    output: Path | None

    @property
    def words(self) -> str:
        """The options that a next command needs to see the same."""
        from shlex import quote

        db = f" --db {quote(self.db)}" if self.db else ""
        return db + (f" --as-of {self.as_of:%Y-%m-%d}" if self.as_of else "")


def _moment(_context: click.Context, _option: click.Parameter, words: str | None) -> datetime | None:
    from mooted.answers.moments import moment_of

    if words is None:
        return None
    try:
        return moment_of(words)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None


def check_since(_context: click.Context, _option: click.Parameter, words: str | None) -> str | None:
    """The words of a day or a stretch of time, once they can be read as one."""
    from mooted.answers.brief import since_moment
    from mooted.answers.moments import moment_of

    try:
        if words is not None:
            since_moment(words, moment_of(None))
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None
    return words


_OPTIONS = (
    db_option,
    click.option(
        "--as-of", metavar="DATE", callback=_moment,
        help="Show exactly what was known then (a day counts to its end).",
    ),
    format_option(FORMATS, "text for people (the default), md to paste, the others for programs."),
    output_option,
)  # fmt: skip


def asks(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a question, which it gets as one ``asked``."""

    def run(db: str | None, as_of: datetime | None, form: str | None, output: Path | None, **others: Any) -> Any:
        return command(asked=Asked(db, as_of, form or format_of(output, FORMATS), output), **others)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__click_params__ = list(getattr(command, "__click_params__", []))  # type: ignore[attr-defined]
    for option in reversed(_OPTIONS):
        run = option(run)
    return run


def answer(
    asked: Asked, ask: Callable[[Ledger], Answered], page: Callable[[Answered], Page], mode: Mode = "read"
) -> Answered:
    """Open the ledger, ask, and write the answer."""
    from mooted.opening import open_ledger
    from mooted.show.answers import write_answer

    refuse_overwriting([asked.db] if asked.db else [], asked.output)
    with open_ledger(asked.db, mode=mode) as ledger:
        collect_seldom()
        found = ask(ledger)
    with output_to(asked.output, as_data=asked.form != "text") as out:
        write_answer(found, page, asked.form, out)
    return found
