"""The guard: headers on every answer, hosts, sizes and time."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from mooted.model.errors import LedgerError
from mooted.web import serving
from mooted.web.guard import Guard, Limits
from mooted.web.settings import Settings
from tests.web.conftest import run


async def _outside(scope: object, receive: object, send: object) -> None:
    raise RuntimeError("a fault before anything could tell of it")


async def _echo(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


async def _slow(request: Request) -> Response:
    await asyncio.sleep(5)
    return PlainTextResponse("late")


async def _broken(request: Request) -> Response:
    raise RuntimeError("a fault")


def _ask(
    path: str,
    *,
    method: str = "GET",
    body: bytes = b"",
    host: str = "desk.example",
) -> httpx2.Response:
    app = Starlette(
        routes=[Route("/echo", _echo, methods=["GET", "POST"]), Route("/slow", _slow), Route("/broken", _broken)]
    )
    guard = Guard(app, ["desk.example"], Limits(body=1000, address=200, seconds=0.2))

    async def ask() -> httpx2.Response:
        transport = httpx2.ASGITransport(app=guard, raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
            return await client.request(method, path, content=body)

    return run(ask)


@pytest.mark.parametrize(("path", "status"), [("/echo", 200), ("/nowhere", 404), ("/broken", 500), ("/slow", 503)])
def test_every_answer_carries_the_policy(path: str, status: int) -> None:
    answer = _ask(path)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "DENY"


def test_only_cards_may_stand_in_a_frame() -> None:
    assert "frame-ancestors *" in _ask("/embed/player/x").headers["content-security-policy"]
    assert "frame-ancestors 'none'" in _ask("/echo").headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "desk.example.evil.example", "127.0.0.1"])
def test_a_host_that_was_not_named_is_refused(host: str) -> None:
    assert _ask("/echo", host=host).status_code == 421


def test_a_port_does_not_matter_to_the_host() -> None:
    assert _ask("/echo", host="desk.example:8000").status_code == 200


def test_a_body_that_is_too_large_is_refused_by_its_length() -> None:
    assert _ask("/echo", method="POST", body=b"x" * 1000).text == "1000"
    assert _ask("/echo", method="POST", body=b"x" * 1001).status_code == 413


def test_a_body_without_a_length_is_measured_as_it_comes() -> None:
    async def pieces():  # type: ignore[no-untyped-def]
        for _ in range(20):
            yield b"x" * 100

    assert _ask("/echo", method="POST", body=pieces()).status_code == 413  # type: ignore[arg-type]


def test_an_address_that_is_too_long_is_refused() -> None:
    assert _ask("/echo?" + "q" * 300).status_code == 414


def test_a_fault_beneath_the_guard_is_told_with_the_policy_too() -> None:
    async def ask() -> httpx2.Response:
        transport = httpx2.ASGITransport(app=Guard(_outside, []), raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url="http://desk.example") as client:
            return await client.get("/")

    answer = run(ask)
    assert (answer.status_code, answer.json()["title"]) == (500, "A fault of ours")
    assert answer.headers["content-security-policy"]


def test_a_desk_on_what_is_no_ledger_does_not_open(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("some other file " * 100)
    with pytest.raises(LedgerError, match="no ledger"):
        serving.run(Settings(str(tmp_path / "notes.db"), tmp_path, port=0))
