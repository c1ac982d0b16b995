"""Serving: the web desk, and the tokens of those who write on it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from mooted.cli.options import EPILOG, HELP, NOT_FOUND, db_option, needs

if TYPE_CHECKING:
    from mooted.web.tokens import Scope

_SCOPES = ("read", "write", "admin")


def _folder() -> Path:
    """Where tokens and the key of sessions lie: the user's own folder for mooted."""
    from platformdirs import user_config_path

    return user_config_path("mooted", appauthor=False)


@click.command(epilog=EPILOG)
@db_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), metavar="N")
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="A further name the desk answers to.")
@click.option("--closed", is_flag=True, help="Ask every visitor for a token; needed beyond this machine.")
@click.option("--tls", is_flag=True, help="Served behind TLS: mark cookies and answers so.")
@click.option("--open", "browser", is_flag=True, help="Open a browser on it.")
def serve(db: str | None, host: str, port: int, names: tuple[str, ...], closed: bool, tls: bool, browser: bool) -> int:
    """Open the web desk and the HTTP API on a ledger.

    \b
    mooted serve
    mooted serve --db news.db --port 9000
    mooted serve --host 0.0.0.0 --closed --allow-host desk.example.org
    """
    from mooted.ledger.opening import default_address

    with needs("web"):
        from mooted.web.serving import run
        from mooted.web.settings import Settings

    settings = Settings(
        database=db or default_address(), folder=_folder(), host=host, port=port, names=names, closed=closed, tls=tls
    )
    run(settings, browser=browser)
    return 0


@click.group(context_settings=HELP)
def token() -> None:
    """Tokens for those who add and correct over the web."""


@token.command("new", epilog=EPILOG)
@click.option("--scope", type=click.Choice(_SCOPES), default="write", show_default=True, help="What it may do.")
@click.option("--name", metavar="NAME", help="Whose it is; stands beside every correction. Default: your login.")
def new(scope: str, name: str | None) -> int:
    """Make a token. It is shown once, and kept only as a hash.

    \b
    mooted token new --scope write --name "Ada"
    """
    from getpass import getuser

    from mooted.show.messages import say
    from mooted.web.settings import Settings
    from mooted.web.tokens import Tokens

    where = Settings("", _folder()).tokens
    called = name or getuser()
    secret = Tokens(where).new(called, cast("Scope", scope))
    print(secret)
    if sys.stdout.isatty():
        say(f"{called} may {scope}. Keep it: it cannot be shown again. In a browser: Sign in; for programs: "
            "the header Authorization: Bearer TOKEN.")  # fmt: skip
    return 0


@token.command("list")
def show() -> int:
    """Show whose tokens there are, without the tokens."""
    from mooted.show.terminal import tame
    from mooted.web.settings import Settings
    from mooted.web.tokens import Tokens

    for one in Tokens(Settings("", _folder()).tokens).all():
        print(f"{tame(one.name)}\t{one.scope}\t{one.created:%Y-%m-%d}")
    return 0


@token.command("revoke", epilog=EPILOG)
@click.argument("name")
def revoke(name: str) -> int:
    """Take back every token of a name."""
    from mooted.show.messages import say
    from mooted.web.settings import Settings
    from mooted.web.tokens import Tokens

    removed = Tokens(Settings("", _folder()).tokens).remove(name)
    say(f"{removed} token{'s' if removed != 1 else ''} taken back" if removed else f"no token of {name!r}")
    return 0 if removed else NOT_FOUND


@click.command(epilog=EPILOG)
@db_option
def mcp(db: str | None) -> int:
    """Answer assistants over standard input and output (Model Context Protocol). Needs the extra mooted[mcp].

    \b
    mooted mcp --db news.db
    """
    from mooted.opening import open_ledger

    with needs("mcp"):
        from mooted.web.assistants import server
    with open_ledger(db, mode="read") as ledger:
        server(ledger).run()
    return 0


COMMANDS = (serve, token, mcp)
