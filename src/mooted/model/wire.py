"""Values to JSON: one place decides how a claim looks outside."""

from __future__ import annotations

from dataclasses import asdict

from mooted.model.claim import Attribution, Claim, Terms
from mooted.model.moment import Moment

Json = dict[str, object]


def claim_to_json(claim: Claim) -> Json:
    """The fields of a claim as plain JSON values; keys in the order of the contract."""
    quote = claim.evidence
    return {
        "id": claim.id,
        "player": claim.player,
        "event": claim.event,
        "club_to": claim.club_to,
        "club_from": claim.club_from,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "deal": claim.deal,
        "fee": asdict(claim.fee) if claim.fee else None,
        "sources": list(claim.sources),
        "position": claim.position,
        "condition": claim.condition,
        "evidence": quote.words,
        "evidence_span": [quote.span.start, quote.span.stop] if quote.span else None,
        "evidence_in": quote.place,
        "said_at": _moment(claim.said_at),
        "attribution": _attribution(claim.attribution),
        "stance_of": claim.stance_of,
        "agent": claim.agent,
        "terms": _terms(claim.terms),
        "rule": claim.rule,
    }


def _moment(moment: Moment | None) -> Json | None:
    if moment is None:
        return None
    return {
        "start": moment.start.isoformat(),
        "stop": moment.stop.isoformat(),
        "precision": moment.precision,
        "words": moment.words,
    }


def _attribution(chain: Attribution) -> Json:
    return {
        "printed_by": chain.outlet,
        "said_by": list(chain.voices),
        "via": list(chain.via),
        "unnamed": chain.unnamed,
    }


def _terms(terms: Terms) -> Json:
    wage, add_ons = terms.wage, terms.add_ons
    return {
        "wage": {"amount": wage.amount, "currency": wage.currency, "per": wage.per} if wage else None,
        "contract_years": terms.years,
        "contract_until": terms.until,
        "add_ons": {"amount": add_ons.amount, "currency": add_ons.currency} if add_ons else None,
        "sell_on": terms.sell_on,
        "buy_back": terms.buy_back,
    }
