"""Every link of the desk leads somewhere, and keeps the day to which the desk is turned."""

from __future__ import annotations

import httpx2
import pytest

from tests.web.conftest import Desk
from tests.web.crawling import crawl

pytestmark = pytest.mark.enable_socket


@pytest.mark.parametrize("start", ["/?since=9999d", "/?since=9999d&as_of=2025-08-31"], ids=["now", "as-of"])
def test_every_link_leads_somewhere_and_keeps_the_day(open_desk: Desk, start: str) -> None:
    with httpx2.Client(base_url=open_desk.address, timeout=30) as client:
        found = crawl(client, start)
    assert found.faults == []
    assert {path.split("/")[1] for path in found.seen} >= {"player", "club", "source", "correct", "embed", "static"}
