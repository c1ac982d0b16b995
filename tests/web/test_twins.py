"""Every page has its twins for programs, which are asked what the page was asked."""

from __future__ import annotations

import csv
import io
import json
import time

import httpx2
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.web.conftest import Desk

pytestmark = pytest.mark.enable_socket
_DAY = "as_of=2026-01-28"
PAGES = (
    f"/?{_DAY}&since=30d&club=Tottenham", f"/player/radu-dragusin?{_DAY}", f"/club/Tottenham?{_DAY}",
    f"/source/The%20Touchline%20Gazette?{_DAY}", f"/deadline?{_DAY}", f"/method?{_DAY}", f"/health?{_DAY}",
    "/corrections",
    f"/compare?a=radu-dragusin&b=chris-smalling&{_DAY}", "/search?q=Dragusin", "/sources?event=bid",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_page_leads_to_its_twins_and_they_are_what_they_say(open_desk: Desk, page: str) -> None:
    with httpx2.Client(base_url=open_desk.address, timeout=30, headers={"accept": "text/html"}) as client:
        twins = _twins(client, page)
        while page.startswith("/sources") and "JSON" not in twins:  # they are worked out in the background
            time.sleep(0.5)
            twins = _twins(client, page)
        for name in ("JSON", "CSV", "Markdown"):
            assert set(page.partition("?")[2].split("&")) <= set(twins[name].partition("?")[2].split("&"))
            answer = client.get(twins[name])
            assert answer.status_code == 200
            if name == "JSON":
                assert json.loads(answer.text)["schema"]
            elif name == "CSV":
                head, *rows = list(csv.reader(io.StringIO(answer.text)))
                assert all(len(row) == len(head) for row in rows)
            else:
                assert answer.text.startswith("# ")


def _twins(client: httpx2.Client, page: str) -> dict[str, str]:
    links = LexborHTMLParser(client.get(page).text).css("footer .twins a")
    return {link.text(): link.attributes.get("href") or "" for link in links}


def test_a_table_that_is_being_worked_out_says_when_to_come_back(writable_desk: Desk) -> None:
    with httpx2.Client(base_url=writable_desk.address, timeout=30) as client:
        first = client.get("/sources.json")
        assert (first.status_code, first.headers["retry-after"]) == (503, "10")
        while (answer := client.get("/sources.json")).status_code == 503:
            time.sleep(0.5)
    assert answer.status_code == 200
    assert answer.json()["schema"]
