"""The API: against its own description by Schemathesis, and what the description cannot tell."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.web.conftest import Desk

pytestmark = pytest.mark.enable_socket
CASES = os.environ.get("MOOTED_CASES", "4")
"""Cases for each operation; ``MOOTED_CASES=500 pytest tests/web/test_api.py`` is the long run."""


@pytest.fixture(scope="module")
def client(open_desk: Desk) -> Iterator[httpx2.Client]:
    """A stranger at the desk."""
    with httpx2.Client(base_url=open_desk.address, timeout=30) as opened:
        yield opened


def test_the_api_keeps_to_its_description(writable_desk: Desk, tmp_path: Path) -> None:
    """Every phase and every check of Schemathesis, by somebody who may write."""
    command = (
        str(Path(sys.executable).with_name("st")), "run", f"{writable_desk.address}api/v1/openapi.json", "-H",
        f"Authorization: Bearer {writable_desk.token}", "--checks", "all", "-n", CASES, "--no-color", "--seed", "1",
    )  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6_000:]


def test_the_description_is_openapi_3_1_with_examples(client: httpx2.Client) -> None:
    told = client.get("/api/v1/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert '"examples"' in client.get("/api/v1/openapi.json").text
    for path, methods in told["paths"].items():
        assert all("404" in method["responses"] for method in methods.values()), path


@pytest.mark.parametrize(
    ("path", "what", "many"),
    [("claims", "claims", 100), ("people", "people", 30), ("clubs", "clubs", 20), ("sources", "outlets", 10)],
)
def test_pages_of_a_list_give_each_once_and_in_order(client: httpx2.Client, path: str, what: str, many: int) -> None:
    whole = client.get(f"/api/v1/{path}", params={"limit": 1000}).json()[what]
    found, cursor = [], None
    while True:
        page = client.get(f"/api/v1/{path}", params={"limit": 7, **({"cursor": cursor} if cursor else {})}).json()
        found += page[what]
        cursor = page["next"]
        if cursor is None:
            break
    assert found == whole
    assert len(found) > many


def test_the_people_of_a_day_are_those_of_whom_something_was_said(client: httpx2.Client) -> None:
    now, then, never = (
        {one["id"] for one in client.get("/api/v1/people", params={"limit": 1000, **asked}).json()["people"]}
        for asked in ({}, {"as_of": "2023-07-01"}, {"as_of": "1990-01-01"})
    )
    assert not never
    assert "harry-kane" in then < now
    assert "radu-dragusin" in now - then


def test_the_cursor_of_one_list_is_none_of_another(client: httpx2.Client) -> None:
    cursor = client.get("/api/v1/claims?limit=1").json()["next"]
    assert client.get("/api/v1/people", params={"cursor": cursor}).status_code == 404


@pytest.mark.parametrize(
    "path", ["/api/v1/sagas/radu-dragusin", "/player/radu-dragusin", "/today.json?as_of=2026-01-28"]
)
def test_who_holds_an_answer_is_told_so(client: httpx2.Client, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": f'"other", W/{first.headers["etag"]}'})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again.headers["content-security-policy"]
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_errors_are_problem_details_for_programs_and_pages_for_people(client: httpx2.Client) -> None:
    answer = client.get("/api/v1/clubs/Nobody%20Rovers")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == answer.status_code == 404
    page = client.get("/club/Nobody%20Rovers", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_rows_stop_at_a_thousand(client: httpx2.Client) -> None:
    assert client.get("/api/v1/claims", params={"limit": 1001}).status_code == 422


def test_the_service_tells_how_it_does(client: httpx2.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["status"] == "ok"
    client.get("/nowhere/at/all")
    assert 'mooted_requests_total{route="other",status="404"}' in client.get("/metrics").text


def test_what_can_be_got_can_be_asked_for_its_head(client: httpx2.Client) -> None:
    for path in ("/", "/healthz", "/api/v1/claims", "/player/radu-dragusin.json"):
        head, whole = client.head(path), client.get(path)
        assert (head.status_code, head.content) == (200, b""), path
        assert head.headers["content-type"] == whole.headers["content-type"]
    assert client.delete("/api/v1/claims").headers["allow"] == "GET, HEAD"


def test_errors_say_what_is_wrong(client: httpx2.Client) -> None:
    broken = client.post("/api/v1/read", content=b"{bad", headers={"content-type": "application/json"}).json()
    assert broken["detail"].startswith("the body is no JSON: ")
    assert client.get("/api/v1/nothing").json()["detail"] == "There is nothing at this address."


def test_a_day_is_kept_to_for_one_document_and_one_claim(writable_desk: Desk) -> None:
    door = {"base_url": writable_desk.address, "headers": {"Authorization": f"Bearer {writable_desk.token}"}}
    with httpx2.Client(timeout=30, **door) as client:
        text = "Leeds United have made a bid for Wigan Athletic midfielder Tom Ashby."
        sent = {"id": "ashby", "text": text, "published": "2026-01-12"}
        for words in (text, f"{text} Now with more."):
            assert client.post("/api/v1/documents", json={**sent, "text": words}).status_code == 201
        assert client.get("/api/v1/documents/ashby").json()["text"].endswith("more.")
        assert client.get("/api/v1/documents/ashby?as_of=2026-01-13").json()["text"] == text
        assert client.get("/api/v1/documents/ashby?as_of=2026-01-01").status_code == 404
        (claim,) = client.get("/api/v1/claims?person=tom-ashby").json()["claims"]
        assert client.get(f"/api/v1/claims/{claim['id']}?as_of=2026-01-13").status_code == 200
        assert client.get(f"/api/v1/claims/{claim['id']}?as_of=2026-01-01").status_code == 404
