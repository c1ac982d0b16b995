"""How fast the reader is, and beside what: ``python -m bench.speed [--corpus DIR] [--seconds N]``.

Reads the unlabelled documents of the corpus folder (DIR, else $CORPUS, else ../shared/corpus), or the examples where
there is none, on one core. Every pass runs in a fresh process; figures are medians of five. Rates count the time that
the processor spent, so that neighbours on a shared machine weigh little; the start, the stream and several processes
beside one are by the clock.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bench import blank_spacy
from mooted.documents import open_documents
from mooted.language.dates import find_moments
from mooted.language.money import find_money
from mooted.model.document import Document
from mooted.pipeline import read_document, settle_in
from mooted.workers import cores

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
UNLABELLED = ("mail-*", "gossip-*", "tweets-*", "other-topics*")
ARTICLE = 400  # words
PAGE = 2500  # characters
PASSES = 5
WARM = 300  # documents read before the clock starts: the rate is that of a stream, the start is measured by itself
STREAM = 20_000  # documents
SHARED = 3_000  # documents that one process reads, then one for each core
SAMPLE = 3_000
MEGABYTES = (1, 2, 4, 8)
LONGEST = 10
SEED = 1
Row = tuple[str, str, str]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the table; or, as a child, take one measurement and print it as JSON."""
    parser = argparse.ArgumentParser(description="Time the reader on one core.")
    default = Path(os.environ.get("CORPUS", ROOT.parent / "shared" / "corpus"))
    parser.add_argument("--corpus", type=Path, default=default)
    parser.add_argument("--seconds", type=float, default=4.0, help="length of a pass (default 4)")
    parser.add_argument("--documents", type=int, default=STREAM, help=f"length of the stream (default {STREAM:,})")
    parser.add_argument("--take", choices=sorted(MEASUREMENTS), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.take:
        print(json.dumps(MEASUREMENTS[options.take](options)))
    else:
        _print_table(options)


def documents(corpus: Path) -> list[Document]:
    """The documents to read, shuffled alike every time."""
    paths = [path for shape in UNLABELLED for path in sorted(corpus.glob(shape))] or [EXAMPLES]
    read = [opened for opened in open_documents(paths) if isinstance(opened, Document)]
    random.Random(SEED).shuffle(read)
    return read


def _words(text: str) -> int:
    return len(text.split())


def _one_core() -> None:
    """Stay on one core, where the system lets a process choose."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _endless(read: Sequence[Document]) -> Iterator[Document]:
    return itertools.chain.from_iterable(itertools.repeat(read))


def _timed(seconds: float, words: Iterable[int]) -> dict[str, float]:
    """Draw from ``words`` for some seconds of the processor; how many articles came in each."""
    total, start, spent = 0, time.process_time(), 0.0
    for count in words:
        total += count
        spent = time.process_time() - start
        if spent >= seconds:
            break
    return {"articles": total / ARTICLE / spent}


def _take_mooted(options: argparse.Namespace) -> dict[str, float]:
    """Articles a second of the reader, as the commands run it."""
    _one_core()
    settle_in()
    read = documents(options.corpus)
    for document in read[:WARM]:
        read_document(document)

    def words() -> Iterator[int]:
        for document in _endless(read[WARM:] or read):
            read_document(document)
            yield _words(document.text)

    return _timed(options.seconds, words())


def _take_spacy(options: argparse.Namespace) -> dict[str, float]:
    """Articles a second of the blank pipeline; empty where spaCy is not installed."""
    _one_core()
    try:
        nlp = blank_spacy.blank()
    except ImportError:
        return {}
    read = documents(options.corpus)
    blank_spacy.read(nlp, [document.text for document in read[: blank_spacy.BATCH]])

    def words() -> Iterator[int]:
        texts = (document.text for document in _endless(read))
        while batch := list(itertools.islice(texts, blank_spacy.BATCH)):
            blank_spacy.read(nlp, batch)
            yield sum(map(_words, batch))

    return _timed(options.seconds, words())


def _take_finders(options: argparse.Namespace) -> dict[str, float]:
    """Pages of 2,500 characters a second, of the finders of sums and of times."""
    _one_core()
    read = list(itertools.islice(_endless(documents(options.corpus)), SAMPLE))
    pages = sum(len(document.text) for document in read) / PAGE
    return {
        "money": pages / _seconds(lambda: [find_money(one.text) for one in read], time.process_time),
        "times": pages
        / _seconds(lambda: [find_moments(one.text, one.published_at) for one in read], time.process_time),
    }


def _take_lengths(options: argparse.Namespace) -> dict[str, float]:
    """Seconds for one line of 1, 2, 4, 8 and 10 megabytes."""
    _one_core()
    read = documents(options.corpus)
    line = " ".join(itertools.islice((" ".join(one.text.split()) for one in _endless(read)), _enough(read)))
    read_document(read[0])
    return {str(size): _reading_time(line[: size * 2**20]) for size in (*MEGABYTES, LONGEST)}


def _reading_time(text: str) -> float:
    return _seconds(lambda: read_document(Document("long", text)), time.process_time)


def _enough(read: Sequence[Document]) -> int:
    """How many documents fill the longest line."""
    mean = sum(len(one.text) for one in read) / len(read)
    return int(LONGEST * 2**20 / mean * 1.2) + len(read)


def _take_memory(options: argparse.Namespace) -> dict[str, float]:
    """The peak memory in MB, and the seconds, of reading a long stream by the command."""
    import resource

    with tempfile.TemporaryDirectory() as folder:
        stream = Path(folder) / "stream.jsonl"
        with stream.open("wb") as file:
            file.writelines(_stream(options.corpus, options.documents))
        spent = _seconds(lambda: _run_mooted(["read", str(stream), "--format", "jsonl", "--jobs", "1"]))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"peak": peak / (2**20 if sys.platform == "darwin" else 2**10), "seconds": spent}


def _take_cores(options: argparse.Namespace) -> dict[str, float]:
    """Documents a second of the command with one process, and with one for each core, start and end included."""
    with tempfile.TemporaryDirectory() as folder:
        stream = Path(folder) / "stream.jsonl"
        with stream.open("wb") as file:
            file.writelines(_stream(options.corpus, SHARED))
        words = ["read", str(stream), "--format", "jsonl", "--jobs"]
        spent = {jobs: _seconds(partial(_run_mooted, [*words, str(jobs)])) for jobs in (1, cores())}
    return {"alone": SHARED / spent[1], "together": SHARED / spent[cores()]}


def _stream(corpus: Path, count: int) -> Iterator[bytes]:
    """Lines of JSON, ``count`` of them: what is in the corpus, over and over, one file at a time."""
    files = [path for shape in UNLABELLED for path in sorted(corpus.glob(shape)) if path.suffix == ".gz"]
    number = itertools.count()
    while True:
        for line in _lines(files):
            if (at := next(number)) >= count:
                return
            yield json.dumps({**line, "id": f"{at}"}).encode() + b"\n"


def _lines(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    if not files:
        yield from ({"text": path.read_text(encoding="utf-8")} for path in sorted(EXAMPLES.glob("*.txt")))
    for path in files:
        with gzip.open(path, "rb") as lines:
            for line in lines:
                row = json.loads(line)
                yield {key: row.get(key) for key in ("text", "title", "published", "outlet")}


def _take_start(_: argparse.Namespace) -> dict[str, float]:
    """Seconds from the command to its end, on one article."""
    article = min(EXAMPLES.glob("*.txt"))
    return {"seconds": _seconds(lambda: _run_mooted(["read", str(article)]))}


def _run_mooted(words: list[str]) -> None:
    """The command in a process of its own, its output thrown away."""
    command = Path(sys.executable).with_name("mooted")
    start = [str(command)] if command.exists() else [sys.executable, "-c", "from mooted.cli import main; main()"]
    subprocess.run([*start, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def _seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start


MEASUREMENTS: dict[str, Callable[[argparse.Namespace], dict[str, float]]] = {
    "mooted": _take_mooted,
    "spacy": _take_spacy,
    "finders": _take_finders,
    "lengths": _take_lengths,
    "memory": _take_memory,
    "cores": _take_cores,
    "start": _take_start,
}


def _child(take: str, options: argparse.Namespace) -> dict[str, float]:
    """One measurement in a fresh process."""
    print(f"  {take} ...", file=sys.stderr, flush=True)
    words = ["--take", take, "--corpus", str(options.corpus), "--seconds", str(options.seconds)]
    words += ["--documents", str(options.documents)]
    done = subprocess.run(
        [sys.executable, "-m", "bench.speed", *words], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return dict(json.loads(done.stdout))


def _median(take: str, options: argparse.Namespace, passes: int = PASSES) -> dict[str, float]:
    """The median of each figure over several passes."""
    taken = [_child(take, options) for _ in range(passes)]
    return {key: median(one[key] for one in taken) for key in taken[0]}


def _print_table(options: argparse.Namespace) -> None:
    options.corpus = options.corpus.resolve()
    at_hand = any(next(options.corpus.glob(shape), None) for shape in UNLABELLED)
    print(f"On {'the unlabelled corpora' if at_hand else 'the examples'}, one core, Python {sys.version.split()[0]}:\n")
    rows = [*_reading(options), *_finding(options), *_starting(options), *_growing(options)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for what, figure, note in rows:
        print(f"{what:<{widths[0]}}  {figure:>{widths[1]}}  {note}".rstrip())


def _reading(options: argparse.Namespace) -> list[Row]:
    """The reader and the blank pipeline, by turns, so that both meet the same weather."""
    turns = [(_child("mooted", options), _child("spacy", options)) for _ in range(PASSES)]
    ours = median(mooted["articles"] for mooted, _ in turns)
    rows = [(f"articles of {ARTICLE} words a second", f"{ours:,.0f}", "")]
    if not turns[0][1]:
        return [*rows, ("  a blank spaCy pipeline", "-", "spaCy is not installed: run `make bench`")]
    theirs = median(spacy["articles"] for _, spacy in turns)
    rows.append(("  a blank spaCy pipeline of en_core_web_sm's shape", f"{theirs:,.1f}", ""))
    rows.append(("  ratio", f"{ours / theirs:,.0f}", ""))
    return rows


def _finding(options: argparse.Namespace) -> list[Row]:
    finders = _median("finders", options)
    return [
        (f"sums found, pages of {PAGE:,} characters a second", f"{finders['money']:,.0f}", ""),
        (f"times found, pages of {PAGE:,} characters a second", f"{finders['times']:,.0f}", ""),
    ]


def _starting(options: argparse.Namespace) -> list[Row]:
    start, memory = _median("start", options), _child("memory", options)
    shared = _child("cores", options)
    rate = options.documents / memory["seconds"]
    return [
        ("start to first claims, one article", f"{start['seconds']:.2f} s", ""),
        (
            f"peak memory, {options.documents:,} documents",
            f"{memory['peak']:.0f} MB",
            f"{rate:,.0f} documents a second",
        ),
        (
            f"documents a second, {cores()} cores",
            f"{shared['together']:,.0f}",
            f"one process {shared['alone']:,.0f}, ratio {shared['together'] / shared['alone']:.1f}",
        ),
    ]


def _growing(options: argparse.Namespace) -> list[Row]:
    lengths = _child("lengths", options)
    rows = [(f"one line of {size} MB", f"{lengths[str(size)]:.2f} s", "") for size in (*MEGABYTES, LONGEST)]
    ratios = [lengths[str(2 * size)] / lengths[str(size)] for size in MEGABYTES[:-1]]
    return [*rows, ("  t(2n) / t(n)", f"{max(ratios):.2f}", "at most; 2 is linear")]


if __name__ == "__main__":
    main()
