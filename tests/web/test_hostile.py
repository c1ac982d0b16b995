"""Hostile words in a real browser, with the content policy and without it: nothing runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import httpx2
import pytest
from playwright.sync_api import Browser

from mooted.model.claim import Attribution, Claim
from mooted.model.document import Document
from mooted.model.entry import Correction, Sighting
from mooted.model.span import Quote, Span
from mooted.opening import open_ledger
from mooted.pipeline import Whole
from mooted.web.settings import Settings
from tests.web.conftest import Desk, serve
from tests.web.hostile import STRINGS

pytestmark = pytest.mark.enable_socket
_DAY = datetime(2021, 8, 30, tzinfo=UTC)
_WINDOWS = 40  # strings to a page
_CORRECTED = 100  # claims that somebody has set right in hostile words


@pytest.fixture(scope="module")
def hostile_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on a ledger in which every name, title, outlet, address and quotation is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    with open_ledger(str(folder / "ledger.db"), mode="append") as ledger:
        for _ in ledger.add_all(_written(number, words) for number, words in enumerate(STRINGS)):
            pass
        for words in STRINGS[:_CORRECTED]:
            target = ledger.entries(club=words, limit=1)[0].id
            ledger.correct(Correction("player", target, words, words, words, _DAY))
    server, thread, settings = serve(Settings(str(folder / "ledger.db"), folder, port=0))
    yield Desk(settings, "")
    server.should_exit = True
    thread.join(5)


def _written(number: int, words: str) -> tuple[Document, Whole]:
    id = f"{number}{words}"
    said = _DAY - timedelta(minutes=number)
    document = Document(id, f"He said {words} today.", words, words, f"javascript:{words}", published_at=said)
    name = f"{words} {number}"
    claim = Claim(
        id, name, "bid", Quote(words, Span(8, 8 + len(words))), "made-a-bid", club_to=words, club_from=f"from {words}",
        condition=words, modality="conditional", attribution=Attribution(words, (words,)),
    )  # fmt: skip
    return document, Whole((claim,), (Sighting(id, said, name, "player", f"from {words}", (words,)),))


def _paths() -> Iterator[str]:
    """Pages that show every hostile word, and pages to which it is given in the address."""
    yield "/?as_of=2021-08-30&since=7d&all=1"
    yield "/deadline?as_of=2021-08-30"
    yield "/corrections"
    yield "/health"
    for number, words in enumerate(STRINGS):
        told = quote(words.encode("utf-8", "replace"), safe="")
        yield (
            f"/search?q={told}", f"/player/{told}%20{number}", f"/club/{told}", f"/source/{told}", f"/?source={told}",
            f"/?as_of={told}", f"/compare?a={told}&b={told}", f"/{told}",
        )[number % 8]  # fmt: skip


@pytest.mark.parametrize("policy", [True, False], ids=["policy", "no-policy"])
def test_nothing_runs(browser: Browser, hostile_desk: Desk, policy: bool) -> None:
    context = browser.new_context(bypass_csp=not policy)
    page = context.new_page()
    ran: list[str] = []
    page.on("dialog", lambda dialog: ran.append(dialog.message))
    for path in list(_paths())[:4]:
        page.goto(hostile_desk.address.rstrip("/") + path)
        page.wait_for_timeout(200)
        if page.evaluate("window.pwned"):
            ran.append(path)
    context.close()
    assert ran == []


def test_no_address_brings_code_into_a_page(browser: Browser, hostile_desk: Desk) -> None:
    """The answers to hostile addresses, opened many at a time in a page without any policy."""
    answers: list[str] = []
    with httpx2.Client(base_url=hostile_desk.address, headers={"accept": "text/html"}) as client:
        for path in _paths():
            answer = client.get(path)
            assert answer.status_code < 500, path
            answers.append(answer.text.replace('<script src="', '<script data-src="'))
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    for start in range(0, len(answers), _WINDOWS):
        page.set_content("\n".join(answers[start : start + _WINDOWS]), wait_until="domcontentloaded")
        page.wait_for_timeout(50)
        assert not page.evaluate("window.pwned"), start
    context.close()


def test_the_browser_would_have_run_it(browser: Browser) -> None:
    """The proof that these tests can fail: the same words, not escaped, do run."""
    page = browser.new_page()
    page.set_content(f"<p>{STRINGS[0]}</p>")
    page.wait_for_timeout(100)
    assert page.evaluate("window.pwned") == 1
    page.close()


def test_twins_hold_hostile_words_as_data(hostile_desk: Desk) -> None:
    with httpx2.Client(base_url=hostile_desk.address) as client:
        sheet = client.get("/today.csv?as_of=2021-08-30&since=7d").text
        words = client.get("/today.md?as_of=2021-08-30&since=7d").text
        assert client.get("/today.json?as_of=2021-08-30&since=7d").json()["claims"] == len(STRINGS)
        assert client.get("/today.atom?as_of=2021-08-30&since=7d").status_code == 200
    assert not [line for line in sheet.splitlines() if line.startswith(("=", "+", "-", "@", "\t"))]
    assert "<script" not in words
