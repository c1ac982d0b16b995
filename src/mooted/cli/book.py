"""The reference book: proving it consistent, and adding to it."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from mooted.cli.options import EPILOG, FAILED, HELP


@click.group(context_settings=HELP)
def book() -> None:
    """The reference book of clubs, outlets and people."""


@book.command("check")
@click.option(
    "--book",
    "directory",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Another than the one in use.",
)
def book_check(directory: Path | None) -> int:
    """Prove that the reference book is consistent."""
    from mooted.entities.book import home
    from mooted.entities.check import check
    from mooted.show.messages import say
    from mooted.show.terminal import tame

    where = directory or home()
    if not where.is_dir():
        raise click.BadParameter(f"{where} is no folder.", param_hint="--book")
    problems = check(where)
    for problem in problems:
        print(tame(f"{problem.file}:{problem.line}: {problem.what}; {problem.fix}"))
    say(f"{where}: {len(problems):,} problem{'s' * (len(problems) != 1)}" if problems else f"{where}: all well")
    return FAILED if problems else 0


@book.command("import", epilog=EPILOG)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The book to add to.")
def book_import(files: tuple[Path, ...], into: Path) -> int:
    """Add clubs and players to a book: openfootball texts, Wikidata results (CSV), plain CSV of players.

    A new book begins with all that mooted's own knows. The environment variable MOOTED_BOOK names the book that every
    command reads with.

    \b
    mooted book import clubs.txt players.csv --into my-book
    MOOTED_BOOK=my-book mooted read article.txt
    """
    from mooted.entities.importing import add, begin, read
    from mooted.show.messages import SOME_REJECTED, hint, say
    from mooted.show.terminal import tame

    troubled = False
    for file in files:
        try:
            begin(into)
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
    hint((f"mooted book check --book {shlex.quote(str(into))}", "prove it consistent"),
         (f"export MOOTED_BOOK={shlex.quote(str(into.absolute()))}", "read with it"))  # fmt: skip
    return SOME_REJECTED if troubled else 0
