"""The day's page: what its filters let through."""

from __future__ import annotations

import httpx2
import pytest

from tests.web.conftest import Desk

pytestmark = pytest.mark.enable_socket


def test_filters_look_at_all_that_is_new_of_a_pursuit(open_desk: Desk) -> None:
    with httpx2.Client(base_url=open_desk.address, timeout=30, headers={"accept": "text/html"}) as client:
        asked = "as_of=2026-01-28&since=30d"
        news = client.get(f"/today.json?{asked}").json()["news"]
        beside = [(one["player"], step["event"]) for one in news for step in one["also"]]
        assert beside
        for player, event in beside:
            assert player in client.get(f"/?{asked}&stage={event}").text
        assert "passes these filters" in client.get(f"/?{asked}&source=nobody-says-so").text
