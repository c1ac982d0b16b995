"""What a desk is told when it starts."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from mooted.model.errors import MootedError

LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")


class Exposed(MootedError):
    """The desk would be open to strangers."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the ledger is, who may reach the desk, and under which names it answers.

    ``closed`` asks for a token for reading too. ``folder`` keeps the tokens and the key that signs sessions.
    """

    database: str
    folder: Path
    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    closed: bool = False
    tls: bool = False

    @property
    def tokens(self) -> Path:
        """The file of tokens."""
        return self.folder / "tokens.json"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which the desk answers: its own, and those that it was told."""
        own = f"[{self.host}]" if ":" in self.host else self.host
        return tuple(dict.fromkeys((*LOCAL_NAMES, own, *self.names)))

    @property
    def address(self) -> str:
        """Where a browser finds the desk."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}/"


def refuse_exposure(settings: Settings, *, tokens: bool) -> None:
    """Refuse to listen beyond this machine without tokens for whoever comes. Raises ``Exposed``."""
    if is_loopback(settings.host):
        return
    if not settings.closed:
        raise Exposed(
            f"{settings.host} can be reached from other machines; add --closed to ask every visitor for a token, "
            "or listen on 127.0.0.1"
        )
    if not tokens:
        raise Exposed("nobody could sign in: there is no token yet; make one with 'mooted token new --scope read'")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address.

    >>> is_loopback("localhost"), is_loopback("::1"), is_loopback("0.0.0.0"), is_loopback("desk.example.org")
    (True, True, False, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
