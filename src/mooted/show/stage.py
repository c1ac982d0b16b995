"""How far a thing has got, and how surely: its bar, its colour, and the sign before it."""

from __future__ import annotations

import re

from mooted.model.claim import LADDER, Claim
from mooted.model.phrases import rung
from mooted.show.page import Sign
from mooted.show.terminal import tame

_AGAINST = ("off", "bid_rejected", "not_for_sale")
_CONDITION = 100
_JOINED = re.compile(r"^(?:and|but) (?=\w)", re.IGNORECASE)  # what joins a condition to the words before it
_CONNECTIVES = (
    "if ", "unless ", "should ", "once ", "when ", "provided", "subject to", "as long as", "only ", "until ", "after ",
    "in case", "depending", "for the right", "in the event", "assuming", "were ",
)  # fmt: skip


def bar(reached: int) -> str:
    """The ladder's ten rungs, so many of them climbed."""
    return "▰" * reached + "▱" * (len(LADDER) - reached)


def style_of(claim: Claim) -> str:
    """Red for what is denied or stands against a move, yellow for doubt, green for what is agreed."""
    if claim.polarity == "denied" or claim.event in _AGAINST:
        return "red"
    if claim.modality != "actual":
        return "yellow"
    return "green" if rung(claim) >= 6 or claim.event == "contract_signed" else "cyan"


def sign_of(claim: Claim) -> Sign:
    """Said to be so, may be so, or denied."""
    if claim.polarity == "denied":
        return "not"
    return "so" if claim.modality == "actual" else "maybe"


def condition_words(condition: str | None) -> str:
    """The condition, led by its own connective or else by ours."""
    words = cut(_JOINED.sub("", tame(condition or "")), _CONDITION, "...")
    return words if words.lower().startswith(_CONNECTIVES) or not words else f"if: {words}"


def cut(words: str, length: int, more: str) -> str:
    """At most ``length`` characters, cut between words."""
    if len(words) <= length:
        return words
    return words[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + more
