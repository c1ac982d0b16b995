"""How fast answers are: ``python -m bench.answers [--db ADDRESS] [--claims N] [--times N]``.

Asks a ledger of a million made-up claims (the file or server that ``--db`` names and ``bench.ledger`` filled, else one
made for the purpose in a folder of its own) as the commands do, on another name or day each time. Figures are the
median and the 95th percentile, by the clock.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from bench.invented_news import news
from mooted import answers
from mooted.answers.keeping import keep_chapters
from mooted.entities.book import load as load_book
from mooted.ledger import Ledger
from mooted.model.collecting import collect_seldom
from mooted.model.missing import NotFound
from mooted.opening import open_ledger

SEED = 11
SAMPLE = 400  # claims from which names are drawn, so that who is spoken of more is asked for more


class Question(NamedTuple):
    """What is asked, and how many milliseconds it may take at the 95th percentile."""

    name: str
    may_take: float
    ask: Callable[[Ledger, Names], object]


class Names(NamedTuple):
    """What is asked for: drawn anew for each question."""

    person: str
    club: str
    day: datetime
    words: str


QUESTIONS = (
    Question("a saga", 50, lambda ledger, asked: answers.player(ledger, asked.person)),
    Question("a saga as of a day", 50, lambda ledger, asked: answers.player(ledger, asked.person, as_of=asked.day)),
    Question("a club", 100, lambda ledger, asked: answers.club(ledger, asked.club, as_of=asked.day)),
    Question("a brief of a day", 200, lambda ledger, asked: answers.brief(ledger, as_of=asked.day)),
    Question("a search", 100, lambda ledger, asked: answers.search(ledger, asked.words)),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description="Time the answers.")
    parser.add_argument("--db", help="a ledger filled by bench.ledger")
    parser.add_argument("--claims", type=int, default=1_000_000, help="claims to make up, where none is named")
    parser.add_argument("--times", type=int, default=100, help="how often each question is asked")
    options = parser.parse_args(arguments)
    if options.db:
        _measure(options.db, options.times)
        return
    with tempfile.TemporaryDirectory() as folder:
        made = str(Path(folder) / "ledger.db")
        with open_ledger(made) as ledger:
            for _ in ledger.add_all(news(options.claims)):
                pass
            keep_chapters(ledger)
        _measure(made, options.times)


def _measure(address: str, times: int) -> None:
    with open_ledger(address, mode="read") as ledger:
        asked = _names(ledger, times)
        load_book()
        collect_seldom()
        print(f"{'milliseconds':24} {'median':>8} {'95th':>8} {'may take':>9}")
        for question in QUESTIONS:
            spent = [_timed(question, ledger, names) for names in asked]
            print(f"{question.name:24} {sorted(spent)[len(spent) // 2]:8.1f} {quantiles(spent, n=20)[-1]:8.1f} "
                  f"{question.may_take:9.0f}", flush=True)  # fmt: skip


def _names(ledger: Ledger, times: int) -> list[Names]:
    """People, clubs and days from all over the ledger, alike every time."""
    luck = random.Random(SEED)
    newest = ledger.entries(newest_first=True, limit=1)[0].said_at
    oldest = ledger.entries(limit=1)[0].said_at
    found: list[Names] = []
    while len(found) < times:
        day = oldest + (newest - oldest) * (0.3 + 0.7 * luck.random())
        told = ledger.entries(since=day - timedelta(days=5), until=day, limit=SAMPLE)
        if told:
            claim = luck.choice([entry for entry in told if entry.person and entry.claim.club_to])
            words = " ".join(luck.sample(claim.claim.evidence.words.split(), 2))
            found.append(Names(claim.person or "", claim.claim.club_to or "", day, words))
    return found


def _timed(question: Question, ledger: Ledger, names: Names) -> float:
    start = time.perf_counter()
    with suppress(NotFound):  # drawn before it was spoken of: looked for all the same
        question.ask(ledger, names)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
