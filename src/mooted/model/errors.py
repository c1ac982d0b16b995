"""What can be wrong with an input: where, what, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be read. ``place`` is a file, ``file:line`` or address."""

    place: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Warned:
    """An input that was read, but not as it stands: something in it was set aside or guessed."""

    place: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}; {self.remedy}"


class MootedError(Exception):
    """The base of every error that mooted raises on purpose."""


class BookError(MootedError):
    """The reference book on disk cannot be used."""


class LedgerError(MootedError):
    """The ledger cannot be read or written: which, what is wrong, and what to do about it."""

    def __init__(self, place: str, reason: str, remedy: str) -> None:
        super().__init__(f"{place}: {reason}; {remedy}")
        self.place, self.reason, self.remedy = place, reason, remedy
