"""The commands. Each parses, asks, and prints; what costs time to load is loaded where it is needed."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from mooted.cli import answers, book, demo, judging, ledger, reading, serving
from mooted.cli.options import EPILOG, FAILED, HELP, INTERRUPTED, NOT_FOUND, STORE
from mooted.model.collecting import collect_seldom

if TYPE_CHECKING:
    from mooted.model.missing import NotFound

_DEBUG = "Add --debug to any command for the whole story of a failure."


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    collect_seldom()  # what a command loads stays, and looking for cycles in it would take a tenth of the start
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
    from mooted.model.errors import LedgerError, MootedError
    from mooted.model.missing import NotFound
    from mooted.show.messages import say

    if isinstance(error, NotFound):
        _miss(error)
    if debug:
        traceback.print_exc()
    elif isinstance(error, MootedError):
        say(f"mooted: {error}")
    else:
        say(
            f"mooted: {type(error).__name__}: {error}; this is a fault of ours, run it again with --debug and report it"
        )
    sys.exit(STORE if isinstance(error, LedgerError) else FAILED)


def _miss(error: NotFound) -> NoReturn:
    """Nothing of that name, or several: what there is instead."""
    from mooted.model.missing import Several
    from mooted.show.messages import hint, say

    say(f"mooted: {error}")
    if isinstance(error, Several):
        from mooted.show.terminal import screen_of
        from mooted.show.text import page_text
        from mooted.show.who import several_page

        sys.stderr.write("\n" + page_text(several_page(error), screen_of(sys.stderr)))
        hint((f"mooted player {error.people[0].id}", "the one most spoken of"))
    sys.exit(NOT_FOUND)


@click.group(context_settings=HELP, epilog=f"{EPILOG} {_DEBUG}")
@click.version_option(package_name="mooted", message="%(version)s")
def app() -> None:
    """Transfer intelligence for football.

    \b
    mooted read article.txt      what a page claims, by player, furthest stage first
    mooted explain article.txt   why, sentence by sentence
    mooted add news/             remember it for ever
    mooted brief                 what is new in the ledger, biggest change first
    mooted player NAME           one player's saga; mooted club NAME: a club's window
    """


@app.command()
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as version_of

    click.echo(version_of("mooted"))


for command in (
    reading.read, reading.explain, *ledger.COMMANDS, *answers.COMMANDS, *judging.COMMANDS, *serving.COMMANDS,
    book.book, demo.demo,
):  # fmt: skip
    app.add_command(command)
