"""Who asks: a token in the header of a program, or a signed session in the browser of a person."""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from mooted.web.tokens import Scope, Token, Tokens

_BEARER = "bearer "
_FORGERY = "csrf"


def key_of(folder: Path) -> str:
    """The key that signs sessions: made once, kept in a file that only its owner may read."""
    path = folder / "session.key"
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        key = secrets.token_hex(32)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "w", encoding="ascii") as out:
            out.write(key)
        return key


async def visitor(request: Request) -> Token | None:
    """The token that a request comes with, by header or by session; null for a stranger.

    Raises 401 where a token is given that nobody has.
    """
    tokens: Tokens = request.app.state.tokens
    given = request.headers.get("authorization", "")
    if given:
        token = tokens.holder(given[len(_BEARER) :]) if given.lower().startswith(_BEARER) else None
        if token is None:
            raise HTTPException(401, "This token is not known.", {"WWW-Authenticate": "Bearer"})
        return token
    digest = request.session.get("token")
    return next((token for token in tokens.all() if token.digest == digest), None) if digest else None


Visitor = Annotated[Token | None, Depends(visitor)]


def sign_in(request: Request, secret: str) -> Token | None:
    """Begin a session for whoever holds a token."""
    token: Token | None = request.app.state.tokens.holder(secret.strip())
    if token:
        request.session.clear()
        request.session["token"] = token.digest
    return token


def forgery_key(request: Request) -> str:
    """What a form must bring along, so that no other site can send it for a visitor."""
    if _FORGERY not in request.session:
        request.session[_FORGERY] = secrets.token_urlsafe(24)
    return str(request.session[_FORGERY])


def refuse_forgery(request: Request, given: str) -> None:
    """Refuse a form that does not come from a page of this desk. Raises 403."""
    if not hmac.compare_digest(forgery_key(request).encode(), given.encode("utf-8", "surrogatepass")):
        raise HTTPException(403, "This form has expired; open the page anew and send it again.")


def allow(scope: Scope, token: Token | None) -> Token:
    """Let through whoever holds a token for ``scope``. Raises 401 for strangers, 403 for those who may less."""
    if token is None:
        raise HTTPException(
            401, "This needs a token: mooted token new --scope " + scope, {"WWW-Authenticate": "Bearer"}
        )
    if not token.allows(scope):
        raise HTTPException(403, f"The token {token.name!r} may {token.scope}, and this needs {scope}.")
    return token
