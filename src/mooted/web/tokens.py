"""Tokens for those who write: shown once, kept as hashes."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

import msgspec

from mooted.model.errors import MootedError

Scope = Literal["read", "write", "admin"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
_PREFIX = "mooted_"


class TokenError(MootedError):
    """The file of tokens cannot be used."""


@dataclass(frozen=True, slots=True)
class Token:
    """What is kept of a token: a name, what it may do, the SHA-256 of the secret, and since when."""

    name: str
    scope: Scope
    digest: str
    created: datetime

    def allows(self, scope: Scope) -> bool:
        """Whether whoever holds it may do what needs ``scope``; each scope includes those before it."""
        return SCOPES.index(self.scope) >= SCOPES.index(scope)


class Tokens:
    """The tokens in one file that only its owner may read. A secret has 256 random bits, so a plain hash keeps it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> tuple[Token, ...]:
        """Every token, oldest first."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=tuple[Token, ...])
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.DecodeError) as error:
            raise TokenError(f"{self._path}: tokens cannot be read ({error}); repair or remove the file") from error

    def new(self, name: str, scope: Scope) -> str:
        """Make a token and give its secret, which is not kept and cannot be shown again."""
        secret = _PREFIX + secrets.token_urlsafe(32)
        self._write((*self.all(), Token(name, scope, _digest(secret), datetime.now(UTC))))
        return secret

    def remove(self, name: str) -> int:
        """Take back every token of this name; how many there were."""
        kept = tuple(token for token in self.all() if token.name != name)
        removed = len(self.all()) - len(kept)
        if removed:
            self._write(kept)
        return removed

    def holder(self, secret: str) -> Token | None:
        """The token that a secret belongs to. Every hash is compared in constant time."""
        digest = _digest(secret)
        found = None
        for token in self.all():
            if hmac.compare_digest(token.digest, digest):
                found = token
        return found

    def _write(self, tokens: tuple[Token, ...]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".new")
        file = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(file, "wb") as out:
            out.write(msgspec.json.encode(tokens))
        draft.replace(self._path)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
