"""Clubs and people, as the reader knows them."""

from __future__ import annotations

from typing import Literal, NamedTuple

Role = Literal["player", "manager", "director", "agent", "journalist", "pundit", "other"]

STAFF: frozenset[Role] = frozenset(("manager", "director"))
"""Who stands for a club, and moves without a fee."""


class Club(NamedTuple):
    """A club of the reference book, or one met for the first time (``id`` is then empty); or a national team."""

    id: str
    name: str
    country: str = ""
    league: str = ""

    @property
    def is_nation(self) -> bool:
        """Is it a national team, which has managers and no transfers?"""
        return self.name == self.country


class Person(NamedTuple):
    """A person of one document. ``holder`` is the club that the document says he belongs to; ``left`` the one that the
    book has him leave, as a manager or director, not long before."""

    name: str
    role: Role
    holder: Club | None = None
    positions: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    age: int | None = None
    on_loan_at: Club | None = None
    why: str = ""
    left: Club | None = None
