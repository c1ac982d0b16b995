"""Documents with readings of our own making: what the ledger does is told without a reader."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mooted.model.claim import Attribution, Claim
from mooted.model.document import Document
from mooted.model.entry import Correction, Sighting
from mooted.model.span import Quote, Span

TIMES = int(os.environ.get("MOOTED_TEST_TIMES", "1"))
"""How many times longer than in every run the long tests are to be."""
START = datetime(2026, 1, 12, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Read:
    """What reading gives the ledger."""

    claims: tuple[Claim, ...] = ()
    people: tuple[Sighting, ...] = ()


def day(number: int, hour: int = 9) -> datetime:
    """A day of January 2026 and on."""
    return START.replace(hour=hour) + timedelta(days=number - 12)


def story(id: str, text: str, at: datetime = START, outlet: str | None = "The Touchline Gazette", **more) -> Document:
    """A document that spoke at ``at`` and was seen an hour later."""
    return Document(id, text, outlet=outlet, published_at=at, **{"seen_at": at + timedelta(hours=1), **more})


def claim(document: Document, player: str | None, event: str = "interest", words: str | None = None, **more) -> Claim:
    """A claim of which the words stand in the document; by default the first sentence."""
    words = words if words is not None else document.text.split(".")[0]
    start = document.text.index(words)
    quote = Quote(words, Span(start, start + len(words)))
    sources = more.pop("sources", ())
    chain = Attribution(document.outlet, tuple(sources))
    return Claim(document.id, player, event, quote, "a rule", attribution=chain, **more)


def read(document: Document, *claims: Claim) -> Read:
    """The reading of a document; people are those of its claims, each at the club that holds him."""
    people = {
        one.player: Sighting(document.id, START, one.player, "player", one.club_from,
                             tuple(filter(None, (one.club_from, one.club_to))))
        for one in claims if one.player
    }  # fmt: skip
    return Read(claims, tuple(people.values()))


def interest(id: str, player: str, club_to: str, club_from: str | None = None, at: datetime = START, **more):
    """A document with one claim, and its reading."""
    text = more.pop("text", f"{club_to} want {player}. More on page {id}.")
    document = story(id, text, at, **{key: more.pop(key) for key in ("outlet", "seen_at", "title") if key in more})
    return document, read(document, claim(document, player, club_to=club_to, club_from=club_from, **more))


def correction(kind: str, target: str, value: str | None = None, **more) -> Correction:
    """A correction by the desk."""
    return Correction(kind, target, value, "the desk", "it says so", more.pop("at", day(20)), **more)


def shown(entry) -> tuple:
    """An entry in short."""
    return entry.claim.document, entry.person, entry.claim.event, entry.claim.club_to
