"""Running the desk: one process, until it is interrupted."""

from __future__ import annotations

import socket
import threading
import webbrowser
from dataclasses import replace

import uvicorn

from mooted.model.errors import MootedError
from mooted.opening import open_ledger
from mooted.show.messages import say
from mooted.web.desk import desk
from mooted.web.settings import Settings, refuse_exposure
from mooted.web.tokens import Tokens

_HEADERS = 64 * 1024  # bytes


class PortTaken(MootedError):
    """Another program listens there."""


def run(settings: Settings, *, browser: bool = False, page: str = "") -> None:
    """Serve until interrupted; a ``browser`` is opened on a page.

    Raises ``Exposed`` or ``PortTaken`` where it must not or cannot listen, ``LedgerError`` where there is no ledger.
    """
    refuse_exposure(settings, tokens=bool(Tokens(settings.tokens).all()))
    with open_ledger(settings.database):  # so that one that fails is told at once
        pass
    listening = listen(settings)
    settings = replace(settings, port=listening.getsockname()[1])
    say(f"The desk is open at {settings.address} (Ctrl+C ends it)")
    if browser:
        threading.Timer(0.5, webbrowser.open, (settings.address + page,)).start()
    config = uvicorn.Config(
        desk(settings), log_level="warning", access_log=False, server_header=False, timeout_keep_alive=20,
        h11_max_incomplete_event_size=_HEADERS, proxy_headers=False,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])


def listen(settings: Settings) -> socket.socket:
    """The socket that the desk listens on."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        raise PortTaken(
            f"cannot listen on {settings.host}:{settings.port} ({error.strerror}); choose another with --port"
        ) from error
    return listening
