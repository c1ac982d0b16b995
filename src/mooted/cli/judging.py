"""Whom to believe, and what will happen: outcomes, track records, forecasts, the back-test, and fitting anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mooted.cli.answering import Asked, answer, asks
from mooted.cli.options import EPILOG, HELP
from mooted.model.claim import LADDER

if TYPE_CHECKING:
    from mooted.answers.sources import Sources
    from mooted.ledger import Ledger


@click.group(context_settings=HELP)
def outcomes() -> None:
    """Moves that happened, by which forecasts and sources are judged."""


@outcomes.command("import", epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@asks
def outcomes_import(file: Path, asked: Asked) -> int:
    """Add a table of moves (CSV, also .gz) and match it to the people of the ledger.

    Columns: player, club_from and club_to (or club, other_club and movement in/out), and day or window
    ("2021-summer", or season and summer/winter); deal or is_loan, fee, league and age where there are any.

    \b
    mooted outcomes import moves.csv
    mooted outcomes import moves.csv.gz --format csv -o matched.csv
    """
    from mooted.answers.outcomes import import_outcomes
    from mooted.show.judging import outcomes_page
    from mooted.show.messages import SOME_REJECTED

    found = answer(asked, lambda ledger: import_outcomes(ledger, file), outcomes_page, mode="extend")
    return SOME_REJECTED if found.problems else 0


@click.command(epilog=EPILOG)
@click.option("--club", metavar="NAME", help="Only reports of this club's pursuits.")
@click.option("--event", type=click.Choice(LADDER[:-1]), metavar="EVENT", help="Only reports of this stage, like bid.")
@click.option("--league", metavar="ID", help="Only pursuits by clubs of this league, like premier-league.")
@click.option("--fewest", type=click.IntRange(1), default=10, show_default=True, help="Settled reports to be ranked.")
@asks
def sources(club: str | None, event: str | None, league: str | None, fewest: int, asked: Asked) -> None:
    """Track records: how often each source was right, and how much its word moved the odds.

    \b
    mooted sources
    mooted sources --league premier-league --event bid
    """
    from mooted.answers.clubs import club_of
    from mooted.answers.moments import moment_of
    from mooted.answers.sources import sources as ask
    from mooted.show.judging import sources_page

    def records(ledger: Ledger) -> Sources:
        named = club_of(ledger, club, moment_of(asked.as_of)) if club else None
        return ask(ledger, club=named, event=event, league=league, as_of=asked.as_of, fewest=fewest)

    answer(asked, records, sources_page)


@click.command(epilog=EPILOG)
@click.argument("name", nargs=-1, required=True)
@asks
def forecast(name: tuple[str, ...], asked: Asked) -> None:
    """What will come of a player in this window: each suitor's chance, and that he stays, with the reasons.

    \b
    mooted forecast "Jack Grealish" --as-of 2021-07-30
    """
    from mooted.answers.forecast import forecast as ask
    from mooted.show.judging import forecast_page

    answer(asked, lambda ledger: ask(ledger, " ".join(name), as_of=asked.as_of), forecast_page)


@click.command(epilog=EPILOG)
@click.option("--from", "since", metavar="DATE", help="From this day; by default from the end of the training period.")
@click.option("--to", "until", metavar="DATE", help="To this day.")
@click.option("--questions", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write every single forecast with its outcome here (CSV).")  # fmt: skip
@click.option("--diagram", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Draw the reliability diagram here (SVG).")  # fmt: skip
@click.option("--parameters", type=click.Path(path_type=Path, exists=True), metavar="FILE", help="Of mooted calibrate.")
@asks
def backtest(
    since: str | None, until: str | None, questions: Path | None, diagram: Path | None, parameters: Path | None,
    asked: Asked,
) -> None:  # fmt: skip
    """Replay the ledger day by day, never seeing the future, and score every forecast.

    \b
    mooted backtest --from 2021-06-01 --to 2021-09-30
    mooted backtest --format json -o figures.json --questions forecasts.csv --diagram reliability.svg
    """
    from mooted.answers.backtest import Questions
    from mooted.answers.backtest import backtest as ask
    from mooted.cli.options import output_to
    from mooted.forecasts.parameters import load
    from mooted.show.answers import write_csv
    from mooted.show.diagram import reliability_svg
    from mooted.show.judging import backtest_page

    first, last = _day(since, "--from", date.min), _day(until, "--to", date.max)
    if first > last:
        raise click.BadParameter(f"{until} lies before {since}; give the earlier day first.", param_hint="--to")
    used = load(parameters) if parameters else None
    found = answer(asked, lambda ledger: ask(ledger, first, last, used), backtest_page)
    if questions:
        with output_to(questions, as_data=True) as out:
            write_csv(Questions(found.found), out)
    if diagram:
        with output_to(diagram, as_data=True) as out:
            out.write(reliability_svg(found.found.bins, found.title))


@click.command(epilog=EPILOG)
@click.option("--to", "until", metavar="DATE", help="Train on reports up to this day only.")
@click.option("--db", metavar="PATH", help="The ledger: a file, or a postgresql:// address.")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              default="parameters.json", show_default=True, help="Write the parameters here.")  # fmt: skip
def calibrate(until: str | None, db: str | None, output: Path) -> None:
    """Fit forecasts anew on your own ledger and outcomes (needs mooted[train]).

    \b
    mooted calibrate --to 2021-05-31 -o parameters.json
    mooted backtest --parameters parameters.json
    """
    from mooted.answers.backtest import calibrate as ask
    from mooted.opening import open_ledger
    from mooted.show.messages import say

    with open_ledger(db, mode="read") as ledger:
        fitted = ask(ledger, output, _day(until, "--to", date.max))
    say(
        f"{output}: fitted on {fitted.n:,} reports of {fitted.players:,} players, {fitted.since} to {fitted.until}, "
        f"of which {fitted.base_rate:.1%} came true"
    )


def _day(words: str | None, option: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(words) if words else otherwise
    except ValueError:
        raise click.BadParameter(f"{words!r} is no day; give it like 2021-06-01.", param_hint=option) from None


COMMANDS = (outcomes, sources, forecast, backtest, calibrate)
