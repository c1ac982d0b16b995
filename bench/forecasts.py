"""How well and how fast forecasts do: ``python -m bench.forecasts [--corpus DIR] [--renew]``.

Reads the columns and articles of the corpus folder (DIR, else $CORPUS, else ../shared/corpus) into a ledger in memory,
imports the moves, fits on what was said before June 2021, tests that fit on what was said from then on, and times each
part on one core. Figures are the same each time; times count what the processor spent. ``--renew`` ships the fit.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from mooted.answers.backtest import HEADLINE, backtest, calibrate
from mooted.answers.forecast import forecast
from mooted.answers.outcomes import import_outcomes
from mooted.documents import open_documents
from mooted.forecasts.parameters import SHIPPED, load
from mooted.model.document import Document
from mooted.opening import open_ledger
from mooted.pipeline import read_whole

ROOT = Path(__file__).parent.parent
READ = ("mail-2020.jsonl.gz", "gossip-2021.jsonl.gz")
MOVES = "moves-2019-2021.csv.gz"
TRAINED, FIRST, LAST = date(2021, 5, 31), date(2021, 6, 1), date(2021, 9, 30)
ASKED = 20
Value = TypeVar("Value")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, test, and print the figures."""
    parser = argparse.ArgumentParser(description="Fit and test forecasts.")
    parser.add_argument(
        "--corpus", type=Path, default=Path(os.environ.get("CORPUS", ROOT.parent / "shared" / "corpus"))
    )
    parser.add_argument("--renew", action="store_true", help="keep the fit as the parameters that come with mooted")
    asked = parser.parse_args(arguments)
    corpus = asked.corpus
    if not (corpus / MOVES).exists():
        print(f"forecasts: no {MOVES} in {corpus}, nothing to test on; name a folder with --corpus")
        return
    with open_ledger(":memory:") as ledger:
        opened = (one for one in open_documents([corpus / name for name in READ]) if isinstance(one, Document))
        for _ in ledger.add_all((one, read_whole(one)) for one in opened):
            pass
        imported = import_outcomes(ledger, corpus / MOVES)
        print(f"{imported.title}, {len(imported.problems):,} rows with a problem")
        with tempfile.TemporaryDirectory() as folder:
            fit = Path(folder) / "parameters.json"
            _timed("fit", lambda: calibrate(ledger, fit, TRAINED))
            print(f"the shipped parameters {'are' if load(fit) == load() else 'are not'} those of this corpus")
            if asked.renew:
                SHIPPED.write_bytes(fit.read_bytes())
            fitted = load(fit)
        tested = _timed("back-test, June to September", lambda: backtest(ledger, FIRST, LAST, fitted)).found
        _timed("back-test, all columns of the year", lambda: backtest(ledger, date(2021, 2, 1), LAST, fitted))
        people = list(dict.fromkeys(one.person for one in tested.questions))[:ASKED]
        taken = min(_seconds(lambda person=person: forecast(ledger, person, as_of=LAST)) for person in people)  # type: ignore[misc]
        print(f"a forecast                           {taken * 1000:8.1f} ms at best of {ASKED}")
    print(f"{tested.n:,} forecasts on {tested.players:,} players")
    for name in HEADLINE:
        one = tested.figures[name]
        print(f"{name:24} {one.value:.4f}  [{one.low:.4f}, {one.high:.4f}]")


def _timed(what: str, do: Callable[[], Value]) -> Value:
    start = time.process_time()
    value = do()
    print(f"{what:36} {time.process_time() - start:8.1f} s")
    return value


def _seconds(do: Callable[[], object]) -> float:
    start = time.process_time()
    do()
    return time.process_time() - start


if __name__ == "__main__":
    main()
