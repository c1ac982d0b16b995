"""The shapes of what the API gives, as its description tells them; every one may hold more than is named here."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from mooted.model.claim import Deal, Event, Modality, Polarity
from mooted.web.asking import DATES


class Shape(BaseModel):
    """What all shapes are: open to fields that later versions add."""

    model_config = ConfigDict(extra="allow")


class Problem(Shape):
    """Something went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class Fee(Shape):
    """A sum in whole units."""

    amount: int
    currency: str = Field(examples=["GBP"])
    kind: str


class Claim(Shape):
    """One claim with where it was printed."""

    id: str
    person: str | None = Field(examples=["radu-dragusin"])
    player: str | None = Field(examples=["Radu Dragusin"])
    event: Event
    club_to: str | None = Field(examples=["AC Milan"])
    club_from: str | None = Field(examples=["Tottenham Hotspur"])
    polarity: Polarity
    modality: Modality
    deal: Deal | None
    fee: Fee | None
    evidence: str
    sources: list[str]


class Claims(Shape):
    """A page of claims in the order in which they were said; ``next`` is the cursor of the following page."""

    claims: list[Claim]
    next: str | None


class Suitor(Shape):
    """One club's pursuit."""

    club: str | None
    first: str
    furthest: Event
    furthest_date: str
    state: str
    deal: Deal | None
    fee: dict[str, Any] | None


class Saga(Shape):
    """A player's story in one window."""

    player: str
    holder: str | None
    suitors: list[Suitor]
    stances: list[dict[str, Any]]
    timeline: list[dict[str, Any]]
    contradictions: list[dict[str, Any]]


class Club(Shape):
    """A club in one window."""

    club: str
    window: str


class Person(Shape):
    """A person across documents."""

    id: str
    name: str
    names: list[str]
    role: str
    clubs: list[str]


class People(Shape):
    """The people whom some words may name."""

    people: list[Person]


class PeoplePage(People):
    """A page of them; ``next`` is the cursor of the following page."""

    next: str | None


class ClubCount(Shape):
    """A club of which something is said: how many claims name it, and when the last."""

    name: str
    claims: int
    last: str


class Clubs(Shape):
    """A page of clubs, those of which most is said first; ``next`` is the cursor of the following page."""

    clubs: list[ClubCount]
    next: str | None


class Brief(Shape):
    """What is new."""

    since: str
    as_of: str
    claims: int
    rehash: int
    news: list[dict[str, Any]]


class Outlet(Shape):
    """Who has printed documents: how many, and when the last."""

    name: str
    documents: int
    last: str


class Outlets(Shape):
    """A page of outlets, those that printed most first; ``next`` is the cursor of the following page."""

    outlets: list[Outlet]
    next: str | None


class Source(Shape):
    """What a source has said."""

    source: str
    claims: int
    reports: list[dict[str, Any]]


class Chance(Shape):
    """One way a window may end for a player: a club, "another club" or "stays"."""

    club: str
    probability: float = Field(ge=0, le=1)
    reasons: list[dict[str, Any]]


class Forecast(Shape):
    """Chances that sum to one."""

    person: str
    window: str
    as_of: str
    enough: bool
    chances: list[Chance]


class Document(Shape):
    """A document of the ledger."""

    id: str
    outlet: str | None
    url: str | None
    published: str | None
    title: str | None
    text: str


class Documents(Shape):
    """A page of documents, without their texts."""

    documents: list[dict[str, Any]]
    next: str | None


class Found(Shape):
    """What a search found."""

    asked: str
    hits: list[dict[str, Any]]


class NewDocument(BaseModel):
    """A document to read: all but ``text`` optional."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{
        "text": "Leeds United have made a bid for Wigan Athletic midfielder Tom Ashby.",
        "outlet": "The Touchline Gazette", "published": "2026-01-12",
    }]})  # fmt: skip

    text: str = Field(min_length=1, max_length=1_000_000)
    id: str | None = Field(None, max_length=500)
    title: str | None = Field(None, max_length=5_000)
    outlet: str | None = Field(None, max_length=500)
    url: str | None = Field(None, max_length=5_000)
    published: str | None = Field(
        None, max_length=40, examples=["2026-01-12T10:30:00Z"], json_schema_extra={"anyOf": [*DATES, {"type": "null"}]}
    )


class NewCorrection(BaseModel):
    """What is wrong with a claim: ``value`` is what is right, and not needed for ``not_a_claim``."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [
        {"kind": "club_to", "value": "Inter Milan", "why": "The text means the other club of the city."}
    ]})  # fmt: skip

    kind: Literal["player", "club_to", "club_from", "event", "polarity", "not_a_claim"]
    value: str | None = Field(None, max_length=200)
    why: str = Field(min_length=1, max_length=500)


class Corrected(Shape):
    """The correction as it was appended."""

    id: str
    kind: str
    target: str
    by: str


class Receipt(Shape):
    """What became of a document."""

    kind: Literal["new", "repeated", "updated"]
    document: str
