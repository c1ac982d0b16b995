"""The gist of a claim: all that it says but for its words and who says it, short enough to stand in an index.

What was known of a pursuit, who holds a player and how far it is said to have got are counted by gists, without a look
at the claims themselves.
"""

from __future__ import annotations

import msgspec

from mooted.ledger.storable import storable, stored
from mooted.model.claim import Claim, Deal, Event, Modality, Polarity, Side, Terms
from mooted.model.money import Fee, Money
from mooted.model.span import Quote, Span

_NOWHERE = Quote("", None, "title")
_NO_TERMS = Terms()
_NO_SPAN = Span(0, 0)


class Gist(msgspec.Struct, frozen=True, omit_defaults=True):
    """The fields of a claim that tell what it says, those left out that say the usual.

    msgspec leaves out defaults only of structures of its own, and knows them by their identity: so every default is
    null or false. ``doubt`` is null where the claim is actual.
    """

    event: Event
    player: str | None = None
    club_from: str | None = None
    denied: bool = False
    doubt: Modality | None = None
    deal: Deal | None = None
    fee: Fee | None = None
    position: str | None = None
    condition: bool = False
    stance_of: Side | None = None
    wage: int | None = None
    years: float | None = None
    until: str | None = None
    sell_on: bool = False
    buy_back: bool = False

    @property
    def polarity(self) -> Polarity:
        """Whether it is affirmed or denied."""
        return "denied" if self.denied else "affirmed"

    @property
    def modality(self) -> Modality:
        """Whether it is so, or only may be."""
        return self.doubt or "actual"


_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder(Gist).decode
_ODD = "\\u001b"


def gist_of(claim: Claim) -> str:
    """The gist of a claim as JSON, the same for all claims that say the same."""
    terms = claim.terms
    told = Gist(
        claim.event, _safe(claim.player), _safe(claim.club_from), claim.polarity == "denied",
        None if claim.modality == "actual" else claim.modality, claim.deal, claim.fee, _safe(claim.position),
        claim.condition is not None, claim.stance_of, terms.wage.amount if terms.wage else None, terms.years,
        _safe(terms.until), terms.sell_on is not None, terms.buy_back,
    )  # fmt: skip
    return _encode(told).decode()


def claim_like(gist: str, club_to: str | None) -> Claim:
    """A claim with this gist, without words, document or sources; sums are as the gist has them, in no currency.

    Raises ``msgspec.MsgspecError`` on anything else.
    """
    told = decoded(gist)
    return Claim(
        document="", player=told.player, event=told.event, evidence=_NOWHERE, rule="", club_to=club_to,
        club_from=told.club_from, polarity=told.polarity, modality=told.modality, deal=told.deal, fee=told.fee,
        position=told.position, condition="" if told.condition else None, stance_of=told.stance_of, terms=_terms(told),
    )  # fmt: skip


def decoded(gist: str) -> Gist:
    """The gist of its JSON, its words as they were. Raises ``msgspec.MsgspecError`` on anything else."""
    told = _decode(gist)
    if _ODD not in gist:  # as in all of the news
        return told
    words = {name: _unsafe(getattr(told, name)) for name in ("player", "club_from", "position", "until")}
    return msgspec.structs.replace(told, **words)


def _terms(told: Gist) -> Terms:
    if told.wage is None and told.years is None and told.until is None and not told.sell_on and not told.buy_back:
        return _NO_TERMS
    wage = None if told.wage is None else Money(told.wage, "", _NO_SPAN)
    return Terms(wage, told.years, told.until, None, 0.0 if told.sell_on else None, told.buy_back)


def _safe(words: str | None) -> str | None:
    return words and storable(words)


def _unsafe(words: str | None) -> str | None:
    return words and stored(words)
