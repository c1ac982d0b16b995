"""A claim: one thing that a document says about one move, who says it, and in which words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from mooted.model.moment import Moment
from mooted.model.money import Fee, Money
from mooted.model.span import Quote

Event = Literal[
    "interest", "contact", "talks", "bid", "bid_rejected", "bid_accepted", "terms_agreed", "agreed", "medical",
    "signed", "off", "wants_out", "wants_stay", "for_sale", "not_for_sale", "contract_talks", "contract_signed",
    "contract_ending", "past_move", "needs", "staff_move",
]  # fmt: skip
Polarity = Literal["affirmed", "denied"]
Modality = Literal["actual", "possible", "conditional"]
Deal = Literal["permanent", "loan", "loan_option", "loan_obligation", "free", "swap"]
Side = Literal["club", "manager", "player", "agent", "owner"]

LADDER: tuple[Event, ...] = (
    "interest", "contact", "talks", "bid", "bid_rejected", "bid_accepted", "terms_agreed", "agreed", "medical",
    "signed",
)  # fmt: skip
RUNG: dict[str, int] = {event: rung for rung, event in enumerate(LADDER)}
"""The place of an event on the ladder of a pursuit, 0 for interest."""
PURSUIT: frozenset[Event] = frozenset((*LADDER, "off"))
CONTRACT: frozenset[Event] = frozenset(("contract_talks", "contract_signed", "contract_ending"))
MOVES: frozenset[Event] = frozenset(("agreed", "signed", "past_move"))
ANSWERED: frozenset[Event] = frozenset(("bid_accepted", "bid_rejected"))
EVENTS: tuple[Event, ...] = (
    *LADDER, "off", "wants_out", "wants_stay", "for_sale", "not_for_sale", "contract_talks", "contract_signed",
    "contract_ending", "past_move", "needs", "staff_move",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attribution:
    """The chain behind a claim: printed by ``outlet``, said by ``voices``, passed on through ``via``.

    ``unnamed`` keeps the words for a source without a name ("reports in Italy").
    """

    outlet: str | None = None
    voices: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    unnamed: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What a claim says of the deal beyond the fee. Sums in whole units; ``years`` is a contract's length."""

    wage: Money | None = None
    years: float | None = None
    until: str | None = None
    add_ons: Money | None = None
    sell_on: float | None = None
    buy_back: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what about whom, when, how surely. Fields are described in the README's table."""

    document: str
    player: str | None
    event: Event
    evidence: Quote
    rule: str
    club_to: str | None = None
    club_from: str | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    deal: Deal | None = None
    fee: Fee | None = None
    position: str | None = None
    condition: str | None = None
    attribution: Attribution = Attribution()
    said_at: Moment | None = None
    stance_of: Side | None = None
    agent: str | None = None
    terms: Terms = Terms()

    @property
    def sources(self) -> tuple[str, ...]:
        """Whom the document names as the origin of this claim."""
        return self.attribution.voices

    @property
    def is_actual(self) -> bool:
        """Is it said to be so, not only possible or on a condition, and not denied?"""
        return self.polarity == "affirmed" and self.modality == "actual"

    @property
    def id(self) -> str:
        """A hash of what was said and where: the same reading gives the same id."""
        said = (self.document, self.player, self.event, self.club_to, self.club_from, self.polarity, self.position)
        words = f"({said!r}, {self.evidence.spelt})"
        return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def rung_of(event: str) -> int:
    """Which rung of the ladder an event is, 1 to 10; 0 for what is none."""
    return RUNG.get(event, -1) + 1
