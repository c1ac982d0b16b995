"""Asking the ledger: players, clubs, what is new, sources, words, echoes, and who is who."""

from __future__ import annotations

import shlex

import click

from mooted.cli.answering import Asked, answer, asks, check_since
from mooted.cli.options import EPILOG


@click.command(epilog=EPILOG)
@click.argument("name", nargs=-1, required=True)
@click.option("--window", metavar="WINDOW", help="Another window than the last, like 2021-summer.")
@asks
def player(name: tuple[str, ...], window: str | None, asked: Asked) -> None:
    """A player's saga: suitors, who wants what, where sources disagree, and the timeline.

    \b
    mooted player Dragusin
    mooted player "Harry Kane" --as-of 2021-08-10
    """
    from mooted.answers.player import player as ask
    from mooted.show.player import player_page

    found = answer(asked, lambda ledger: ask(ledger, " ".join(name), as_of=asked.as_of, window=window), player_page)
    club = found.saga.holder or next((suitor.club for suitor in found.saga.suitors if suitor.club), None)
    _next(
        asked,
        (f"mooted club {shlex.quote(club)}", "his club") if club else None,
        (f"mooted who {shlex.quote(found.identity.name)}", "why these names are one person"),
    )


@click.command(epilog=EPILOG)
@click.argument("name", nargs=-1, required=True)
@asks
def club(name: tuple[str, ...], asked: Asked) -> None:
    """A club in one window: in, out, contracts, needs, staff, squad.

    \b
    mooted club Spurs
    mooted club "Manchester United" --as-of 2021-08-31
    """
    from mooted.answers.club import club as ask
    from mooted.show.club import club_page

    found = answer(asked, lambda ledger: ask(ledger, " ".join(name), as_of=asked.as_of), club_page)
    people = [one.player for one in found.coming] + [one.player for one in found.going]
    person = people[0] if people else None
    _next(
        asked,
        (f"mooted player {shlex.quote(person)}", "a saga whole") if person else None,
        (f"mooted brief --club {shlex.quote(found.club)}", "what is new about it"),
    )


@click.command(epilog=EPILOG)
@click.option("--club", metavar="NAME", help="Only what concerns this club.")
@click.option(
    "--since",
    metavar="24h|DATE",
    default="24h",
    show_default=True,
    callback=check_since,
    help="Since when: 24h, 3d, 2w, or a date.",
)
@asks
def brief(club: str | None, since: str, asked: Asked) -> None:
    """What is new, the biggest change first; what was only said again is counted.

    \b
    mooted brief
    mooted brief --club Arsenal --since 2021-08-25 --as-of 2021-08-31
    """
    from mooted.answers.brief import brief as ask
    from mooted.show.brief import brief_page

    found = answer(asked, lambda ledger: ask(ledger, club=club, since=since, as_of=asked.as_of), brief_page)
    named = next((one.player for one in found.news if one.player), None)
    if named:
        _next(asked, (f"mooted player {shlex.quote(named)}", "the saga of the first line"))
    elif found.last:
        of = f" --club {shlex.quote(found.club)}" if found.club else ""
        _next(asked._replace(as_of=found.last), (f"mooted brief{of}", "the last day with news"))


@click.command(epilog=EPILOG)
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--since",
    metavar="30d|DATE",
    callback=check_since,
    help="Since when; by default the last thirty days that it spoke.",
)
@asks
def source(name: tuple[str, ...], since: str | None, asked: Asked) -> None:
    """What an outlet or journalist has said, first and after others.

    \b
    mooted source "Fabrizio Romano"
    mooted source Mail --since 2021-08-01 --as-of 2021-08-31
    """
    from mooted.answers.source import source as ask
    from mooted.show.source import source_page

    answer(asked, lambda ledger: ask(ledger, " ".join(name), since=since, as_of=asked.as_of), source_page)


@click.command(epilog=EPILOG)
@click.argument("words", nargs=-1, required=True)
@click.option("--syntax", is_flag=True, help='Read the words as a query: AND, OR, NOT, "a phrase", start*.')
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="At most so many.")
@asks
def search(words: tuple[str, ...], syntax: bool, limit: int, asked: Asked) -> None:
    """Find words in documents and evidence; literal unless --syntax is given.

    \b
    mooted search release clause
    mooted search --syntax 'medical AND loan'
    """
    from mooted.answers.search import search as ask
    from mooted.ledger.query import QueryError
    from mooted.show.search import search_page

    asking = " ".join(words)
    try:
        answer(asked, lambda ledger: ask(ledger, asking, as_of=asked.as_of, limit=limit, syntax=syntax), search_page)
    except QueryError as error:
        raise click.UsageError(f"{error}.") from None


@click.command(epilog=EPILOG)
@click.argument("document", required=False)
@click.option("--since", metavar="30d|DATE", callback=check_since, help="Only documents that spoke since then.")
@asks
def echo(document: str | None, since: str | None, asked: Asked) -> None:
    """For each document, or one: what it derives from, how, and whether it brings anything new.

    \b
    mooted echo --format jsonl
    mooted echo 02-dragusin-spun
    """
    from mooted.answers.echo import echo as ask
    from mooted.show.echo import echo_page

    answer(asked, lambda ledger: ask(ledger, document, since=since, as_of=asked.as_of), echo_page)


@click.command(epilog=EPILOG)
@click.argument("name", nargs=-1, required=True)
@asks
def who(name: tuple[str, ...], asked: Asked) -> None:
    """The people whom a name fits, and the reasons why each form of it is theirs.

    \b
    mooted who Emerson
    """
    from mooted.answers.who import who as ask
    from mooted.show.who import who_page

    answer(asked, lambda ledger: ask(ledger, " ".join(name), as_of=asked.as_of), who_page)


def _next(asked: Asked, *commands: tuple[str, str] | None) -> None:
    """The next commands to try, where a person reads the answer."""
    from mooted.show.messages import hint

    shown = [(f"{command}{asked.words}", gives) for command, gives in filter(None, commands)]
    if shown and asked.form == "text" and asked.output is None:
        hint(*shown)


COMMANDS = (player, club, brief, source, search, echo, who)
