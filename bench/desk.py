"""How fast the desk is: ``python -m bench.desk [--db FILE] [--claims N] [--readers N]``.

Serves a ledger of a million made-up claims (the file that ``--db`` names and ``bench.ledger`` filled, else one made for
the purpose) in a process of its own, and asks it over HTTP. First each page as if nobody had asked for it before, one
after the other; then ten readers at once, each going on as soon as the last page has come, among the pages that an
editor has open on such a day. Then a browser opens pages whose files it does not have yet. By the clock, milliseconds.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx2

from bench.invented_news import LAST, club, news, outlet, player
from mooted.answers.keeping import keep_chapters
from mooted.opening import open_ledger

if TYPE_CHECKING:
    from playwright.sync_api import Response

FLOOR = 100.0  # milliseconds at the 95th percentile, ten readers at once
FULL = 1000.0  # milliseconds to a complete page in a browser
SEED = 5
OPEN = 8  # addresses of each kind that editors have open
ROUNDS = 60  # pages for each reader
Times = dict[str, list[float]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description="Time the desk.")
    parser.add_argument("--db", help="a ledger filled by bench.ledger")
    parser.add_argument("--claims", type=int, default=1_000_000, help="claims to make up, where none is named")
    parser.add_argument("--readers", type=int, default=10, help="readers at once (default 10)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, _served(options.db or _filled(folder, options.claims), folder) as at:
        pages = {kind: list(dict.fromkeys(addresses)) for kind, addresses in _pages(random.Random(SEED)).items()}
        first, sizes = _first(at, pages)
        again = _at_once(at, pages, options.readers)
        browser = _in_a_browser(at, pages)
    _print(pages, sizes, first, again, options.readers)
    _print_browser(browser)


def _filled(folder: str, claims: int) -> str:
    path = str(Path(folder) / "ledger.db")
    print(f"  a ledger of {claims:,} made-up claims ...", file=sys.stderr, flush=True)
    with open_ledger(path) as ledger:
        for _ in ledger.add_all(news(claims)):
            pass
        keep_chapters(ledger)
    return path


@contextmanager
def _served(database: str, folder: str) -> Iterator[str]:
    """The desk on a ledger, open until the end; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = "from mooted.cli import main; main()"
    words = [sys.executable, "-c", command, "serve", "--db", database, "--port", str(port)]
    process = subprocess.Popen(words, env={**os.environ, "XDG_CONFIG_HOME": folder})
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                httpx2.get(f"{address}/readyz")
                break
            except httpx2.TransportError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


def _pages(luck: random.Random) -> dict[str, list[str]]:
    """What editors have open: the last days, and the people, clubs and outlets that are spoken of most."""

    def rank(most: int) -> int:
        return min(int(luck.paretovariate(0.6)), most)

    def on(path: str) -> str:
        return f"{path}{'&' if '?' in path else '?'}as_of={LAST - timedelta(days=luck.randrange(1, 4)):%Y-%m-%d}"

    def person() -> str:
        return player(rank(4_999)).lower().replace(" ", "-")

    return {
        "today": [on("/") for _ in range(OPEN)],
        "player": [on(f"/player/{person()}") for _ in range(OPEN)],
        "club": [on(f"/club/{quote(club(rank(599)))}") for _ in range(OPEN)],
        "source": [on(f"/source/{quote(outlet(rank(299)))}") for _ in range(OPEN)],
        "sources": [on("/sources")],
        "deadline day": [on("/deadline") for _ in range(OPEN)],
        "compare": [on(f"/compare?a={person()}&b={person()}") for _ in range(OPEN)],
        "search": [on(f"/search?q={quote(player(rank(4_999)))}") for _ in range(OPEN)],
        "method": ["/method"],
        "health": ["/health"],
        "card": [on(f"/embed/player/{person()}") for _ in range(OPEN)],
    }


def _first(at: str, pages: Mapping[str, Sequence[str]]) -> tuple[Times, dict[str, int]]:
    """Each page for the first time, one after the other; and the size of the largest of a kind."""
    found: Times = defaultdict(list)
    sizes: dict[str, int] = defaultdict(int)
    with httpx2.Client(base_url=at, timeout=60, headers={"accept": "text/html"}) as client:
        for kind, addresses in pages.items():
            for address in addresses:
                start = time.perf_counter()
                body = client.get(address).content
                found[kind].append((time.perf_counter() - start) * 1000)
                sizes[kind] = max(sizes[kind], len(body))
    return found, sizes


def _at_once(at: str, pages: Mapping[str, Sequence[str]], readers: int) -> Times:
    """Readers at once, each with a connection of his own."""
    with ThreadPoolExecutor(readers) as pool:
        walks = list(pool.map(lambda seed: _walk(at, pages, random.Random(seed)), range(readers)))
    found: Times = defaultdict(list)
    for walk in walks:
        for kind, spent in walk:
            found[kind].append(spent)
    return found


def _walk(at: str, pages: Mapping[str, Sequence[str]], luck: random.Random) -> list[tuple[str, float]]:
    found = []
    with httpx2.Client(base_url=at, timeout=60, headers={"accept": "text/html"}) as client:
        client.get("/healthz")
        for _ in range(ROUNDS):
            kind = luck.choice(list(pages))
            address = luck.choice(pages[kind])
            start = time.perf_counter()
            client.get(address)
            found.append((kind, (time.perf_counter() - start) * 1000))
    return found


def _in_a_browser(at: str, pages: Mapping[str, Sequence[str]]) -> dict[str, tuple[float, int, int]]:
    """Until a page is complete in a Chromium without a cache; bytes of the page and of all scripts."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return {}
    from playwright.sync_api import sync_playwright

    found: dict[str, tuple[float, int, int]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        browser.new_page().goto(f"{at}/healthz")
        for kind in ("today", "player", "club", "deadline day"):
            page = browser.new_context().new_page()
            sizes: dict[str, int] = {}
            page.on("response", partial(_weigh, sizes))
            start = time.perf_counter()
            page.goto(at + pages[kind][0])
            spent = (time.perf_counter() - start) * 1000
            scripts = sum(size for url, size in sizes.items() if ".js" in url)
            found[kind] = spent, sum(size for url, size in sizes.items() if "/static/" not in url), scripts
        browser.close()
    return found


def _weigh(sizes: dict[str, int], answer: Response) -> None:
    sizes[answer.url] = int(answer.headers.get("content-length", "0"))


def _print(
    pages: Mapping[str, Sequence[str]], sizes: Mapping[str, int], first: Times, again: Times, readers: int
) -> None:
    print(f"Pages of the desk, milliseconds (floor {FLOOR:.0f} at the 95th percentile {readers} readers at once):\n")
    print(f"{'':14}{'first asked':>24}{f'{readers} readers at once':>28}{'largest':>10}")
    print(f"{'':14}{'median':>12}{'worst':>12}{'median':>14}{'95 %':>14}{'kB':>10}")
    for kind in pages:
        alone, told = sorted(first[kind]), sorted(again[kind])
        print(
            f"{kind:14}{alone[len(alone) // 2]:12,.1f}{alone[-1]:12,.1f}{told[len(told) // 2]:14,.1f}"
            f"{told[int(len(told) * 0.95)]:14,.1f}{sizes[kind] / 1000:10,.1f}"
        )
    whole = sorted(spent for some in again.values() for spent in some)
    print(f"\nall pages, 95th percentile with {readers} readers at once: {whole[int(len(whole) * 0.95)]:,.1f} ms\n")


def _print_browser(found: Mapping[str, tuple[float, int, int]]) -> None:
    if not found:
        print("No chromium here: how long a page takes in a browser was not measured.")
        return
    print(f"In Chromium, until the page is complete (floor {FULL:,.0f} ms), kB of the page, kB of scripts:\n")
    for kind, (spent, size, scripts) in found.items():
        print(f"{kind:14}{spent:12,.0f}{size / 1000:12,.1f}{scripts / 1000:12,.1f}")


if __name__ == "__main__":
    main()
