"""A timeline: the entries of a saga as steps, each with who stands behind it and whether it changed what was known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mooted.model.claim import CONTRACT, PURSUIT, RUNG, Claim
from mooted.model.entry import Entry
from mooted.model.saga import Step
from mooted.sagas.echo import Echo
from mooted.sagas.money import near

Fact = tuple[object, ...]


def steps(entries: Iterable[Entry], echoes: Mapping[str, Echo]) -> tuple[Step, ...]:
    """Entries, in the order in which they were said, as the steps of a timeline."""
    known = Known()
    return tuple(step_of(entry, echoes[entry.id], known.learn(entry.claim)) for entry in entries)


def step_of(entry: Entry, echo: Echo, new: bool) -> Step:
    """An entry as a step; ``new`` tells whether it changed what was known, which a copy in other words never does."""
    return Step(entry, echo.voices[0], new and echo.how != "spun", echo.independent, echo.origin, echo.how, echo.delay)


class Known:
    """What is known so far; each claim is new or not to it."""

    __slots__ = ("_facts", "_fees", "_height", "_stance")

    def __init__(self) -> None:
        self._facts: set[Fact] = set()
        self._height: dict[str | None, int] = {}
        self._fees: dict[Fact, list[tuple[int, str]]] = {}
        self._stance: dict[Fact, bool] = {}

    def learn(self, claim: Claim) -> bool:
        """Take in a claim, and tell whether it changed what was known. Background told of the past does not."""
        if claim.event == "past_move":
            return False
        news = (self._told(claim), self._terms(claim), self._fee(claim))
        return any(news)

    def _told(self, claim: Claim) -> bool:
        """A new suitor, a further stage, a denial, an end, a stance, a word on the contract or of another kind."""
        if claim.event in RUNG and claim.polarity == "affirmed":
            height = 2 * RUNG[claim.event] + (claim.modality == "actual")
            further = height > self._height.get(claim.club_to, -1)
            self._height[claim.club_to] = max(height, self._height.get(claim.club_to, -1))
            return further
        if claim.event in OPEN:
            return self._turned((claim.stance_of, claim.club_to, matter(claim)), leaves(claim))
        until = claim.terms.until if claim.event in CONTRACT else None
        return self._fresh(claim.event, claim.club_to, claim.polarity, claim.modality == "actual", until)

    def _turned(self, party: Fact, direction: bool) -> bool:
        """Does a party take a stance for the first time, or another than before?"""
        before = self._stance.get(party)
        self._stance[party] = direction
        return before is not direction

    def _terms(self, claim: Claim) -> bool:
        terms = claim.terms
        return any(
            [
                claim.deal is not None and self._fresh("deal", claim.club_to, claim.deal),
                terms.years is not None and self._fresh("years", claim.club_to, terms.years),
                terms.wage is not None and self._fresh("wage", claim.club_to, terms.wage.amount),
                terms.sell_on is not None and self._fresh("sell-on", claim.club_to),
                terms.buy_back and self._fresh("buy-back", claim.club_to),
                claim.condition is not None and self._fresh("condition", claim.event, claim.club_to),
            ]
        )

    def _fee(self, claim: Claim) -> bool:
        """A sum that differs from all that were named before for the same thing."""
        fee = claim.fee
        if fee is None:
            return False
        before = self._fees.setdefault((fee.kind, claim.club_to), [])
        if any(near((fee.amount, fee.currency), other) for other in before):
            return False
        before.append((fee.amount, fee.currency))
        return True

    def _fresh(self, *fact: object) -> bool:
        new = fact not in self._facts
        self._facts.add(fact)
        return new


OPEN = frozenset(("wants_out", "wants_stay", "for_sale", "not_for_sale"))
"""The events that tell what a party is for or against."""


def leaves(claim: Claim) -> bool:
    """Does a stance point to his leaving?"""
    return (claim.event in ("wants_out", "for_sale")) == (claim.polarity == "affirmed")


def kind_of(claim: Claim) -> str | None:
    """The kind of deal that a stance is about, as far as it matters: "loan", "permanent", or any."""
    if claim.deal in ("loan", "loan_option", "loan_obligation"):
        return "loan"
    return "permanent" if claim.deal in ("permanent", "free", "swap") else None


def matter(claim: Claim) -> str | None:
    """What a stance is about: a kind of deal, a price, or any. Who names a price may still not want to sell."""
    priced = claim.event == "for_sale" and claim.fee is not None and claim.fee.kind == "asking"
    return "price" if priced else kind_of(claim)


def is_pursuit(step: Step) -> bool:
    """Does a step belong to a club's pursuit of the player?"""
    return step.entry.claim.event in PURSUIT


def is_actual(step: Step) -> bool:
    """Is something said to be so, not only possible or on a condition, and not denied?"""
    return step.entry.claim.is_actual
