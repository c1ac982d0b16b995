"""Tokens: shown once, kept as hashes, in a file of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from mooted.web.tokens import TokenError, Tokens


def test_a_token_is_known_by_its_secret_alone(tmp_path: Path) -> None:
    tokens = Tokens(tmp_path / "tokens.json")
    secret = tokens.new("ada", "write")
    found = tokens.holder(secret)
    assert found is not None
    assert (found.name, found.scope) == ("ada", "write")
    assert tokens.holder(secret + "x") is None
    assert tokens.holder("") is None
    assert tokens.holder("\udc80") is None


def test_the_file_holds_no_secret_and_is_its_owners(tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    secret = Tokens(path).new("ada", "read")
    assert secret not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_each_scope_includes_those_before_it(tmp_path: Path) -> None:
    tokens = Tokens(tmp_path / "tokens.json")
    held = {scope: tokens.holder(tokens.new(scope, scope)) for scope in ("read", "write", "admin")}  # type: ignore[arg-type]
    allowed = {
        (name, scope): token.allows(scope)  # type: ignore[union-attr, arg-type]
        for name, token in held.items()
        for scope in ("read", "write", "admin")
    }
    order = ["read", "write", "admin"]
    assert allowed == {(name, scope): order.index(scope) <= order.index(name) for name, scope in allowed}


def test_a_token_taken_back_opens_nothing(tmp_path: Path) -> None:
    tokens = Tokens(tmp_path / "tokens.json")
    secret = tokens.new("ada", "write")
    other = tokens.new("bob", "write")
    assert tokens.remove("ada") == 1
    assert tokens.holder(secret) is None
    assert tokens.holder(other) is not None


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    path.write_text("{")
    with pytest.raises(TokenError, match=r"tokens\.json"):
        Tokens(path).all()
