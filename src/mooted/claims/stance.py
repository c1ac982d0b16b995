"""Whose stance a claim tells: the club's, its manager's, the player's, his agent's or the owner's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from mooted.model.claim import Attribution, Event, Side
from mooted.model.entity import Role
from mooted.model.mention import Mention

Roles: TypeAlias = Mapping[str, Role]
_SIDES: dict[Event, Side] = {
    "wants_out": "player", "wants_stay": "player", "terms_agreed": "player", "for_sale": "club",
    "not_for_sale": "club",
    "interest": "club", "contact": "club", "talks": "club", "bid": "club", "bid_rejected": "club",
    "bid_accepted": "club", "off": "club", "needs": "club", "contract_talks": "club",
}  # fmt: skip
_OWNER = re.compile(r"\b(?:owners?|co-owner|president|chairman|chairwoman|shareholder)\b")
_MANAGER = re.compile(r"\b(?:manager|boss|head coach|coach|gaffer)\b")
_AGENT = re.compile(r"\b(?:agents?|representatives?|father|brother|camp|entourage|adviser|intermediar(?:y|ies))\b")
NEAR = 60


def stance_of(
    event: Event, chain: Attribution, roles: Roles, low: str, at: int, club: Mention | None = None
) -> Side | None:
    """Whose stance it is: that of the one who speaks, else of the one whom the event is up to; null for plain facts.

    ``roles`` are those of the people of the document by their names, ``low`` is the sentence in lower case, ``at``
    where its phrase begins, ``club`` the club that acts.
    """
    side = _SIDES.get(event)
    if side is None:
        return None
    spoken = _speaker(chain, roles, low) if chain.voices else None
    if spoken and not (side == "club" and spoken == "player" and event not in ("for_sale", "contract_talks")):
        return spoken
    return _acting(side, low[max(0, at - NEAR) : at], club)


def _speaker(chain: Attribution, roles: Roles, low: str) -> Side | None:
    """The side of the first voice, where it is a person of the document."""
    name = chain.voices[0]
    if _AGENT.search(name.lower()):
        return "agent"
    role = roles.get(name)
    if role is None:
        return None
    if role == "director":
        return "owner" if _OWNER.search(low) else "club"
    sides: dict[str, Side] = {"manager": "manager", "agent": "agent", "player": "player"}
    return sides.get(role)


def _acting(side: Side, before: str, club: Mention | None) -> Side:
    """Who acts, by the words before the phrase: "boss X wants", "his agent offered"."""
    if side == "club":
        if _OWNER.search(before):
            return "owner"
        if (club is not None and club.how == "manager") or _MANAGER.search(before):
            return "manager"
        return side
    return "agent" if _AGENT.search(before) else side
