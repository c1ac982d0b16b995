"""An entry of the ledger: a claim with where it was printed, when it was said, and whom it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from mooted.model.claim import Claim

Kind = Literal["player", "club_to", "club_from", "event", "polarity", "not_a_claim", "merge", "split", "undo"]
"""Which part of a reading a correction sets right."""
Derivation = Literal["copy", "spun", "cites", "family"]
"""How a document or claim comes from another: the same words, its words changed, by naming it as its source, or
through a paper of the same publisher."""

Order = tuple[datetime, str, int, str]
"""When a claim was said, in which document, where its evidence begins (the title at -1), and its id."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a claim was printed: all of a document but its text.

    ``version`` is a hash of what was read (an article that changed has several); ``family``
    the publisher whose papers count as one voice. ``published_at`` and ``seen_at`` are aware datetimes in UTC.
    """

    document: str
    version: str
    seen_at: datetime
    outlet: str | None = None
    family: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published_at: datetime | None = None

    @property
    def said_at(self) -> datetime:
        """When the document spoke: its day of publication, or where none is known, when it was first seen."""
        return self.published_at or self.seen_at


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as the ledger holds it, corrections honoured.

    ``person`` is the id of the player (or, for ``staff_move``, of the manager or director) among all documents;
    null where the claim names nobody. ``corrected`` tells that somebody has set the reading right; ``read`` is then
    the claim as it was read.
    """

    claim: Claim
    imprint: Imprint
    person: str | None = None
    corrected: bool = False
    read: Claim | None = None
    _id: str = field(default="", repr=False, compare=False)
    _order: Order | None = field(default=None, init=False, repr=False, compare=False)
    said_at: datetime = field(init=False, repr=False, compare=False)
    """When it was said."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "said_at", self.imprint.said_at)  # asked for a dozen times in folding

    @property
    def id(self) -> str:
        """The id of the claim as it was read, which an entry never changes, whatever is corrected."""
        if not self._id:  # a hash that folding asks for again and again; the ledger knows it
            object.__setattr__(self, "_id", (self.read or self.claim).id)
        return self._id

    @property
    def order(self) -> Order:
        """The order in which claims were said, those of a document as they stand there; the same however they came."""
        if self._order is None:  # asked for in every sorting
            told = (self.said_at, self.imprint.document, self.claim.evidence.begins, self.id)
            object.__setattr__(self, "_order", told)
            return told
        return self._order


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one document shows of one person: the name it gives him and what it says he is.

    ``holder`` is the club that he belongs to there; ``clubs`` all clubs that its claims join him with.
    """

    document: str
    said_at: datetime
    name: str
    role: str
    holder: str | None = None
    clubs: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One named piece of a sum: what speaks for or against, and how much it weighs."""

    name: str
    weight: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """A person across documents.

    ``id`` is stable ("radu-dragusin"; of namesakes the one named first has the name alone, the others also the club
    that first had them, "ben-davies.liverpool", so that nobody's id changes when a namesake appears);
    ``names`` are the forms met, the fullest first; ``reasons`` why each further form is he and no namesake.
    """

    id: str
    name: str
    names: tuple[str, ...]
    role: str
    clubs: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """Somebody sets a reading right: an appended row with who and why.

    ``kind``: ``player`` and ``club_to``/``club_from``/``event``/``polarity`` replace that field of claim ``target`` by
    ``value``; ``not_a_claim`` takes it back; ``merge`` makes person ``target`` one with person ``value``; ``split``
    makes the name form ``value`` of person ``target`` another person; ``undo`` takes back correction ``target``.
    """

    kind: Kind
    target: str
    value: str | None
    by: str
    why: str
    at: datetime
    id: str = ""
