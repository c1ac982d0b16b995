"""News without end, made up alike every time: people, clubs, outlets and words as unevenly spread as in real news."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import NamedTuple

from mooted.model.claim import Attribution, Claim, Event
from mooted.model.document import Document
from mooted.model.entry import Sighting
from mooted.model.money import Fee
from mooted.model.span import Quote, Span

PEOPLE, CLUBS, OUTLETS, WORDS = 20_000, 600, 300, 20_000
CLAIMS = 5  # a document, on average
LENGTH = 60  # words of a document beyond its claims
FIRST, LAST = datetime(2021, 7, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)
_EVENTS: tuple[tuple[Event, int], ...] = (
    ("interest", 30), ("talks", 12), ("bid", 10), ("agreed", 7), ("signed", 9), ("for_sale", 8), ("wants_out", 5),
    ("past_move", 9), ("contract_signed", 4), ("off", 3), ("bid_rejected", 3),
)  # fmt: skip
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya za bri cla dro fle gri".split()


class Reading(NamedTuple):
    """What reading a document would give."""

    claims: tuple[Claim, ...]
    people: tuple[Sighting, ...]


class _Uneven:
    """Draws from ``count`` things, of which the n-th comes about 1 / (n + flat) as often as all."""

    def __init__(self, count: int, flat: float) -> None:
        self._sums = list(accumulate(1 / (at + flat) for at in range(count)))

    def draw(self, luck: random.Random) -> int:
        return bisect(self._sums, luck.random() * self._sums[-1])


def name(at: int, syllables: int = 2) -> str:
    """The made-up word of this number."""
    found = ""
    for _ in range(syllables):
        at, which = divmod(at, len(_SYLLABLES))
        found += _SYLLABLES[which]
    return (found + (name(at - 1, 1).lower() if at else "")).capitalize()


def player(at: int) -> str:
    """The full name of the player of this number; several share a surname."""
    return f"{name(at * 7 % 400)} {name(at % 9_000)}"


def club(at: int) -> str:
    """The name of the club of this number."""
    return f"{name(at + 50)} {('United', 'City', 'Rovers', 'Athletic')[at % 4]}"


def outlet(at: int) -> str:
    """The name of the outlet of this number."""
    return f"The {name(at)} Gazette"


def news(claims: int, seed: int = 1) -> Iterator[tuple[Document, Reading]]:
    """Documents with about so many claims in all, in the order of time, more of them while windows are open."""
    luck = random.Random(seed)
    people, clubs = _Uneven(PEOPLE, 20), _Uneven(CLUBS, 6)
    outlets, words = _Uneven(OUTLETS, 3), _Uneven(WORDS, 2.7)
    events = [event for event, weight in _EVENTS for _ in range(weight)]
    vocabulary = [name(at + 700).lower() for at in range(WORDS)]
    count = claims // CLAIMS
    for number, moment in enumerate(_moments(count, luck)):
        window = moment.year * 2 + (moment.month > 6)
        printed = outlet(outlets.draw(luck))
        sentences, told = [], []
        for _ in range(luck.randint(1, 2 * CLAIMS - 1)):
            rank = people.draw(luck)
            who = (rank + 137 * window) % 5_000 if rank < 500 else rank  # each window has its own headlines
            to, event = club(clubs.draw(luck)), luck.choice(events)
            voice, sum_of = name(luck.randrange(900)), luck.randint(1, 90)
            sentence = f"{to} {event.replace('_', ' ')} {player(who)} for £{sum_of}m, says {voice}."
            told.append((player(who), club(who % CLUBS), to, event, sentence))
            sentences.append(sentence)
        rest = " ".join(vocabulary[words.draw(luck)] for _ in range(LENGTH))
        text = f"{' '.join(sentences)} {rest}."
        yield _read(
            Document(f"news-{number}", text, sentences[0][:60], printed, published_at=moment, seen_at=moment), told
        )


def _moments(count: int, luck: random.Random) -> Iterator[datetime]:
    """So many moments in order, three times as many on a day of January, July and August as on others."""
    days = [FIRST + timedelta(days=at) for at in range((LAST - FIRST).days)]
    weights = [3 if day.month in (1, 7, 8) else 1 for day in days]
    yield from sorted(day + timedelta(seconds=luck.randrange(86_400)) for day in luck.choices(days, weights, k=count))


def _read(document: Document, told: list[tuple[str, str, str, Event, str]]) -> tuple[Document, Reading]:
    claims, people, at = [], {}, 0
    assert document.published_at is not None
    for who, holder, to, event, sentence in told:
        quote = Quote(sentence[:-1], Span(at, at + len(sentence) - 1))
        voice = sentence.rsplit(" ", 1)[1].rstrip(".")
        claims.append(
            Claim(document.id, who, event, quote, "made-up", to, holder, fee=Fee(1_000_000, "GBP", "bid"),
                  attribution=Attribution(document.outlet, (voice,)))
        )  # fmt: skip
        people[who] = Sighting(document.id, document.published_at, who, "player", holder, (holder, to))
        at += len(sentence) + 1
    return document, Reading(tuple(claims), tuple(people.values()))
