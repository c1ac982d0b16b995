"""A ledger that knows who is who and which papers share a publisher: the stages that it needs, brought together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mooted.ledger import Ledger
    from mooted.ledger.opening import Mode


def open_ledger(address: str | Path | None = None, *, mode: Mode = "append", seconds: float | None = None) -> Ledger:
    """The ledger at an address (else the user's own), with what mooted knows of people and publishers wired in.

    ``mode`` is ``append`` (make it where there is none), ``extend`` (there has to be one) or ``read``; ``seconds`` how
    long a question may take. Raises ``LedgerError``.
    """
    from mooted.entities.families import load_families
    from mooted.ledger import Ledger
    from mooted.sagas import who
    from mooted.sagas.signature import signature

    return Ledger.open(address, who=who, family=load_families().of, sign=signature, mode=mode, seconds=seconds)
