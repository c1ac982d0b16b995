"""When two names, two clubs, two prices and two claims are the same, as the contract has it.

Most of these are not symmetrical to the letter: the gold side goes first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

LADDER = (
    "interest", "contact", "talks", "bid", "bid_rejected", "bid_accepted", "terms_agreed", "agreed", "medical",
    "signed",
)  # fmt: skip
PURSUIT = frozenset({*LADDER, "off"})
CLUB_MAY_BE_UNSAID = frozenset({"wants_out", "wants_stay", "for_sale", "not_for_sale", "past_move", "staff_move"})
NO_CLUB_TO = frozenset({"contract_talks", "contract_signed", "contract_ending"})
FULL = ("club_from", "polarity", "modality", "deal", "fee")
ATTRIBUTES = (*FULL, "sources")
PRICE_TOLERANCE = 0.2

GENERIC = frozenset({
    "1", "04", "05", "1899", "ac", "acf", "afc", "as", "bsc", "calcio", "cd", "cf", "club", "de", "fc", "losc", "of",
    "ogc", "rb", "rc", "sc", "sd", "ss", "ssc", "sv", "the", "tsg", "ud", "us", "vfb", "vfl",
})  # fmt: skip
LINES = {
    "goalkeeper": ("goalkeeper", "keeper", "shot-stopper", "number one"),
    "defence": ("back", "defen", "stopper"),
    "midfield": ("midfield", "playmaker", "number 10", "no 10", "number ten"),
    "attack": ("forward", "striker", "wing", "attack", "number 9", "no 9", "goalscorer"),
}
_PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "'": None, "’": None})
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as a gold file or a reader's file tells it; ``row`` is the line it came from."""

    event: str
    player: str | None = None
    club_to: str | None = None
    club_from: str | None = None
    polarity: str = "affirmed"
    modality: str = "actual"
    deal: str | None = None
    price: tuple[float, str | None] | None = None
    sources: tuple[str, ...] = ()
    position: str | None = None
    optional: bool = False
    row: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)


def told(row: Mapping[str, Any]) -> Told:
    """One claim of a JSON line; what is missing, null or empty is the contract's default."""
    fee = row.get("fee")
    return Told(
        event=row["event"],
        player=row.get("player") or None,
        club_to=row.get("club_to") or None,
        club_from=row.get("club_from") or None,
        polarity=row.get("polarity") or "affirmed",
        modality=row.get("modality") or "actual",
        deal=row.get("deal") or None,
        price=(fee["amount"], fee.get("currency")) if fee else None,
        sources=tuple(row.get("sources") or ()),
        position=row.get("position") or None,
        optional=bool(row.get("optional")),
        row=row,
    )


@cache
def words(name: str) -> Words:
    """The words of a name in plain small letters: "N'Golo Kanté" is ngolo, kante."""
    parts = unicodedata.normalize("NFKD", name.translate(_PLAIN_LETTERS))
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return tuple(re.findall(r"[a-z0-9]+", plain.casefold()))


@cache
def same_clubs() -> Mapping[Words, Words]:
    """Each listed name to the usual name of its club."""
    listed: dict[Words, Words] = {}
    for line in Path(__file__).with_name("same_clubs.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            usual, _, others = line.partition(":")
            for name in (usual, *others.split(",")):
                if words(name):
                    listed[words(name)] = words(usual)
    return listed


@cache
def club_key(name: str) -> Words:
    """What two names of one club have in common."""
    bare = words(name)
    if bare in same_clubs():
        return same_clubs()[bare]
    short = tuple(word for word in bare if word not in GENERIC) or bare
    return same_clubs().get(short, short)


def same_club(a: str | None, b: str | None) -> bool:
    """Two names of one club, or no club both times."""
    return (club_key(a) if a else None) == (club_key(b) if b else None)


def same_person(a: str | None, b: str | None) -> bool:
    """Equal, or the shorter is the surname, or the surname with a fitting given name, of the longer."""
    if not a or not b:
        return not a and not b
    short, long = sorted((words(a), words(b)), key=len)
    if short == long:
        return True
    if not short or not long:
        return False
    if len(short) == 1:
        return short[0] in long[-2:]
    return short[-1] == long[-1] and _given_names_fit(short, long)


def _given_names_fit(short: Words, long: Words) -> bool:
    if short[0][0] != long[0][0]:
        return False
    return len(short[0]) == 1 or short[0] == long[0] or (len(long) > 2 and short[0] in long)


def line_of(position: str) -> str:
    """The line of the team: "left-back" and "defender" are both defence."""
    low = position.casefold()
    return next((line for line, names in LINES.items() if any(name in low for name in names)), low)


def same_position(a: str | None, b: str | None) -> bool:
    """Positions of one line of the team; one that is not said fits any."""
    return not a or not b or line_of(a) == line_of(b)


def same_price(gold: Told, found: Told) -> bool:
    """Both without a fee, or fees that are near enough to be one."""
    if gold.price is None or found.price is None:
        return gold.price is found.price
    (a, currency), (b, other) = gold.price, found.price
    return currency == other and abs(a - b) <= PRICE_TOLERANCE * max(a, b)


def same_sources(gold: Told, found: Told) -> bool:
    """As many, and each of the gold ones found: by name of a person or of a club."""
    return len(gold.sources) == len(found.sources) and all(
        any(same_person(a, b) or same_club(a, b) for b in found.sources) for a in gold.sources
    )


def same_claim(gold: Told, found: Told) -> bool:
    """The same thing about the same person (and club, where the event has one)."""
    if gold.event != found.event:
        return False
    if gold.event == "needs":
        return same_club(gold.club_to, found.club_to) and same_position(gold.position, found.position)
    if not same_person(gold.player, found.player):
        return False
    if gold.event in NO_CLUB_TO:
        return True
    if gold.event in CLUB_MAY_BE_UNSAID and not (gold.club_to and found.club_to):
        return True
    return same_club(gold.club_to, found.club_to)


def agrees(attribute: str, gold: Told, found: Told) -> bool:
    """Is this attribute of a matched claim right?"""
    match attribute:
        case "club_from":
            return same_club(gold.club_from, found.club_from)
        case "polarity":
            return gold.polarity == found.polarity
        case "modality":
            return gold.event == "staff_move" or gold.modality == found.modality
        case "deal":
            return gold.deal == found.deal
        case "fee":
            return same_price(gold, found)
        case "sources":
            return same_sources(gold, found)
    raise ValueError(f"no attribute of a claim: {attribute}")


def entailed(found: Told, gold: Told) -> bool:
    """Does the gold claim say a higher rung (or the end) of the pursuit that the found one is a rung of?"""
    if found.event not in LADDER or gold.event not in PURSUIT:
        return False
    higher = gold.event == "off" or LADDER.index(gold.event) > LADDER.index(found.event)
    return higher and same_person(gold.player, found.player) and same_club(gold.club_to, found.club_to)
