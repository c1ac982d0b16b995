"""A desk on the examples: a real server on a real ledger, and a real browser."""

from __future__ import annotations

import asyncio
import os
import shutil
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from mooted.documents import open_documents
from mooted.model.document import Document
from mooted.opening import open_ledger
from mooted.pipeline import read_whole
from mooted.web.desk import desk
from mooted.web.serving import listen
from mooted.web.settings import Settings
from mooted.web.tokens import Tokens

Result = TypeVar("Result")
EXAMPLES = Path(__file__).parents[2] / "examples"
SHOTS = Path(os.environ.get("MOOTED_SCREENSHOTS", ".stamps/screenshots"))
_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


class Desk:
    """A desk that is open: its address, and a token that may write on it."""

    def __init__(self, settings: Settings, token: str) -> None:
        self.settings = settings
        self.address = settings.address
        self.token = token


def run(work: Callable[[], Coroutine[object, object, Result]]) -> Result:
    """What a coroutine gives, in a thread of its own: a browser that is open has a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()


def fill(database: str, documents: list[Document]) -> None:
    """Read documents into a new ledger."""
    with open_ledger(database, mode="append") as ledger:
        for _ in ledger.add_all((one, read_whole(one)) for one in documents):
            pass


def serve(settings: Settings) -> tuple[uvicorn.Server, threading.Thread, Settings]:
    """Open a desk in a thread of its own."""
    from dataclasses import replace

    listening = listen(settings)
    settings = replace(settings, port=listening.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(desk(settings), log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    return server, thread, settings


@contextmanager
def opened(folder: Path) -> Iterator[Desk]:
    """A desk on the examples in a folder of its own."""
    database = str(folder / "ledger.db")
    fill(database, [one for one in open_documents([EXAMPLES]) if isinstance(one, Document)])
    settings = Settings(database, folder, port=0)
    token = Tokens(settings.tokens).new("Ada", "write")
    server, thread, settings = serve(settings)
    yield Desk(settings, token)
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="session")
def open_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on the examples, of which no test changes more than a claim."""
    with opened(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture
def writable_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on the examples for a test that writes whatever it likes."""
    with opened(tmp_path) as desk:
        yield desk


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, open_desk: Desk) -> Iterator[Page]:
    """A fresh page of a browser that knows nothing of the desk yet."""
    context = browser.new_context(base_url=open_desk.address, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
