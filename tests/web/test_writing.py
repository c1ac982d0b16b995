"""Writing over the web: by whom, how often, and not for others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.cookies import SimpleCookie

import httpx2
import pytest
from fastapi import HTTPException

from mooted.web.pace import Pace
from tests.web.conftest import Desk

pytestmark = pytest.mark.enable_socket
_KEY = re.compile(r'name="csrf" value="([^"]+)"')


@pytest.fixture
def client(writable_desk: Desk) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=writable_desk.address, timeout=30, headers={"accept": "text/html"}) as opened:
        yield opened


def _sign_in(client: httpx2.Client, token: str, **more: str) -> httpx2.Response:
    key = _KEY.search(client.get("/signin").text)
    assert key
    return client.post("/signin", data={"csrf": key[1], "token": token, **more})


def test_a_session_is_kept_in_a_cookie_that_only_this_desk_sees(client: httpx2.Client, writable_desk: Desk) -> None:
    answer = _sign_in(client, writable_desk.token)
    cookie = SimpleCookie(answer.headers["set-cookie"])["mooted"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "strict")
    assert writable_desk.token not in answer.headers["set-cookie"]
    assert "Signed in as Ada (write)" in client.get("/").text


def test_a_form_of_another_site_changes_nothing(client: httpx2.Client, writable_desk: Desk) -> None:
    _sign_in(client, writable_desk.token)
    (claim,) = client.get("/api/v1/claims?limit=1").json()["claims"]
    sent = {"kind": "not_a_claim", "why": "forged", "csrf": "made up"}
    assert client.post(f"/correct/{claim['id']}", data=sent).status_code == 403
    assert client.post(f"/correct/{claim['id']}", data={**sent, "csrf": ""}).status_code == 403
    assert client.get(f"/api/v1/claims/{claim['id']}").status_code == 200


@pytest.mark.parametrize(
    "place", ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "x"]
)
def test_nobody_is_sent_elsewhere_after_signing_in(client: httpx2.Client, writable_desk: Desk, place: str) -> None:
    answer = _sign_in(client, writable_desk.token, next=place)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_correction_shows_at_once_though_pages_are_remembered(client: httpx2.Client, writable_desk: Desk) -> None:
    (claim,) = client.get("/api/v1/claims?limit=1&person=radu-dragusin").json()["claims"]
    before = client.get("/player/radu-dragusin?as_of=2026-11-01&all=1").text
    assert f'id="{claim["id"]}"' in before
    done = client.post(
        f"/api/v1/claims/{claim['id']}/corrections", json={"kind": "not_a_claim", "why": "a test"},
        headers={"authorization": f"Bearer {writable_desk.token}"},
    )  # fmt: skip
    assert done.status_code == 201
    assert done.json()["by"] == "Ada"
    assert f'id="{claim["id"]}"' not in client.get("/player/radu-dragusin?as_of=2026-11-01&all=1").text


def test_what_cannot_be_is_a_conflict(client: httpx2.Client, writable_desk: Desk) -> None:
    (claim,) = client.get("/api/v1/claims?limit=1").json()["claims"]
    answer = client.post(
        f"/api/v1/claims/{claim['id']}/corrections", json={"kind": "event", "why": "a test"},
        headers={"authorization": f"Bearer {writable_desk.token}"},
    )  # fmt: skip
    assert answer.status_code == 409
    assert "value" in answer.json()["detail"]


def test_who_writes_too_often_is_told_when_to_go_on() -> None:
    now = [0.0]
    pace = Pace(most=2, within=60, clock=lambda: now[0])
    pace.step("ada")
    now[0] = 10
    pace.step("ada")
    with pytest.raises(HTTPException) as refused:
        pace.step("ada")
    assert (refused.value.status_code, refused.value.headers) == (429, {"Retry-After": "51"})
    pace.step("bob")
    now[0] = 60
    pace.step("ada")


def test_a_dropped_file_is_read_under_a_name_of_ours(client: httpx2.Client) -> None:
    key = _KEY.search(client.get("/read").text)
    assert key
    for name in ("../../etc/passwd", "a/../../b.txt", "CON.txt", "x" * 300 + ".txt", "/abs.html"):
        text = b"Leeds United have made a bid for Wigan Athletic midfielder Tom Ashby."
        answer = client.post("/read", data={"csrf": key[1]}, files={"file": (name, text)})
        assert answer.status_code == 200, name
        assert "Tom Ashby" in answer.text, name


def test_a_correction_that_cannot_be_gives_the_form_again(client: httpx2.Client, writable_desk: Desk) -> None:
    _sign_in(client, writable_desk.token)
    (claim,) = client.get("/api/v1/claims?limit=1&person=radu-dragusin").json()["claims"]
    key = _KEY.search(client.get(f"/correct/{claim['id']}").text)
    assert key
    sent = {"kind": "club_from", "value": "Totenham Hotspur", "why": "as written", "csrf": key[1]}
    refused = client.post(f"/correct/{claim['id']}", data=sent)
    assert refused.status_code == 409
    assert "did you mean" in refused.text
    assert 'value="Totenham Hotspur"' in refused.text
    done = client.post(f"/correct/{claim['id']}?as_of=2026-11-01", data={**sent, "value": "Spurs"})
    assert (done.status_code, done.headers["location"]) == (303, "/player/radu-dragusin?as_of=2026-11-01")
