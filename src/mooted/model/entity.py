"""Clubs and people, as the reader knows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["player", "manager", "director", "agent", "journalist", "pundit", "other"]


@dataclass(frozen=True, slots=True)
class Club:
    """A club of the reference book, or one met for the first time (``id`` is then empty)."""

    id: str
    name: str
    country: str = ""
    league: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one document. ``holder`` is the club that the document says he belongs to."""

    name: str
    role: Role
    holder: Club | None = None
    positions: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    age: int | None = None
    on_loan_at: Club | None = None
    why: str = ""
