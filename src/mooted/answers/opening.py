"""A ledger that knows who is who and which papers share a publisher: the stages brought together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mooted.entities.families import load_families

if TYPE_CHECKING:
    from mooted.ledger import Ledger


def open_ledger(address: str | Path | None = None, mode: Literal["append", "extend", "read"] = "read") -> Ledger:
    """The ledger at ``address`` (else the user's own), to ask or to add to. Raises ``LedgerError``."""
    from mooted.ledger import Ledger
    from mooted.sagas import who

    return Ledger.open(address, who=who, family=load_families().of, mode=mode)
