"""What the ledger may be asked for: the keywords of ``Ledger.entries`` and of all that counts or sorts them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict

from mooted.ledger.terms import Pursuit, Saying


class Questions(TypedDict, total=False):
    """What ``Ledger.entries`` may be asked, all of it optional; see ``Asked``."""

    person: str | None
    people: Sequence[str] | None
    pursuits: Sequence[Pursuit] | None
    sayings: Sequence[Saying] | None
    club: str | None
    source: str | Sequence[str] | None
    document: str | None
    event: str | None
    since: datetime | None
    until: datetime | None
    as_of: datetime | None
    limit: int | None
    newest_first: bool
