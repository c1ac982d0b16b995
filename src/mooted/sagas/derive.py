"""What a document comes from: another whose words it copies, spins, cites, or that its publisher printed before."""

from __future__ import annotations

from typing import NamedTuple

from mooted.model.entry import Derivation


class Derived(NamedTuple):
    """What a document derives from and how; ``new`` tells whether it says anything that was not said before.

    ``origin`` is null where a source is cited whose own report is not there, and ``kind`` where it stands by itself.
    ``share`` is the part of it that stands in the origin, 0 to 1.
    """

    document: str
    origin: str | None = None
    kind: Derivation | None = None
    new: bool = True
    share: float = 0.0
