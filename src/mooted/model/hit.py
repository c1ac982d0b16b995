"""What a search of the ledger finds."""

from __future__ import annotations

from dataclasses import dataclass

from mooted.model.entry import Entry, Imprint


@dataclass(frozen=True, slots=True)
class Hit:
    """A document whose words match, or (with its ``entry``) a claim whose evidence does.

    ``words`` is the stretch to show: the evidence, or the part of the title and text around the first match.
    """

    imprint: Imprint
    words: str
    entry: Entry | None = None
