"""News without end, made up alike every time: people, clubs, outlets and words as unevenly spread as in real news.

Its proportions are those of 13,797 claims that mooted reads in 1,826 public articles and columns of 2020 and 2021: how
often each event is told, denied or only possible (2 and 8 in 100), with a fee (12 in 100), with a source named (55 in
100), and of which events no club is told. A player has few suitors however much is said of him: there, those with 32 to
63 claims in a window had 5 in the middle and 16 at most, those with 128 to 255 had 8 and 14; here each has ten, half of
the talk about the first of them. The most spoken of have fewer claims here than there (0.7 in 100 of a window, not 2
to 4), as this news is the world's and that is England's; that is still more than 700 in one window of a million claims.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import NamedTuple

from mooted.model.claim import Attribution, Claim, Event, Modality, Polarity
from mooted.model.document import Document
from mooted.model.entry import Sighting
from mooted.model.money import Fee, FeeKind
from mooted.model.span import Quote, Span

PEOPLE, CLUBS, OUTLETS, WORDS = 20_000, 600, 300, 20_000
CLAIMS = 5  # a document, on average
LENGTH = 60  # words of a document beyond its claims
FIRST, LAST = datetime(2021, 7, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)
VOICES, SUITORS = 900, 10
_EVENTS: tuple[tuple[Event, int], ...] = (
    ("interest", 36), ("past_move", 10), ("signed", 9), ("for_sale", 8), ("agreed", 6), ("talks", 5), ("bid", 5),
    ("contract_ending", 5), ("wants_out", 4), ("contract_signed", 3), ("wants_stay", 2), ("not_for_sale", 2),
    ("off", 2), ("contact", 1), ("bid_rejected", 1), ("medical", 1),
)  # fmt: skip
_NO_CLUB: frozenset[Event] = frozenset(
    ("for_sale", "not_for_sale", "wants_out", "wants_stay", "contract_ending", "contract_signed")
)
_FEES: dict[Event, FeeKind] = {"bid": "bid", "bid_rejected": "bid", "agreed": "agreed", "signed": "paid"}
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


class _Told(NamedTuple):
    """What a sentence tells."""

    who: int
    to: str | None
    event: Event
    fee: int | None
    voice: str | None
    polarity: Polarity
    modality: Modality

    @property
    def holder(self) -> str:
        """The club that has him."""
        return club(self.who % CLUBS)

    @property
    def sentence(self) -> str:
        """It in words."""
        fee = f" for £{self.fee}m" if self.fee else ""
        voice = f", says {self.voice}" if self.voice else ""
        return f"{self.to or self.holder} {self.event.replace('_', ' ')} {player(self.who)}{fee}{voice}."


class _World:
    """Who is spoken of, by whom and how: every draw of the news."""

    def __init__(self, luck: random.Random) -> None:
        self._luck = luck
        self._people, self._clubs = _Uneven(PEOPLE, 20), _Uneven(CLUBS, 6)
        self._outlets, self._words, self._voices = _Uneven(OUTLETS, 3), _Uneven(WORDS, 2.7), _Uneven(VOICES, 10)
        self._events = [event for event, weight in _EVENTS for _ in range(weight)]
        self._vocabulary = [name(at + 700).lower() for at in range(WORDS)]
        self._ranks = list(accumulate((at + 1) ** -1.5 for at in range(SUITORS)))

    def outlet(self) -> str:
        return outlet(self._outlets.draw(self._luck))

    def rest(self) -> str:
        """What else a document says."""
        return " ".join(self._vocabulary[self._words.draw(self._luck)] for _ in range(LENGTH))

    def told(self, window: int) -> _Told:
        """What is told of somebody in a window; each has its own headlines."""
        luck, rank = self._luck, self._people.draw(self._luck)
        who = (rank + 137 * window) % 5_000 if rank < 500 else rank
        event = luck.choice(self._events)
        fee = max(1, round((3 + who * 7 % 60) * luck.uniform(0.8, 1.2))) if luck.random() < 0.12 else None
        voice = name(self._voices.draw(luck)) if luck.random() < 0.55 else None
        to = None if event in _NO_CLUB else self._suitor(who, window)
        sure, so = luck.random(), luck.random()
        return _Told(
            who, to, event, fee, voice, "denied" if so < 0.02 else "affirmed", "possible" if sure < 0.08 else "actual"
        )

    def _suitor(self, who: int, window: int) -> str:
        """One of the clubs that pursue him in this window, the same ones whoever tells of it."""
        which = bisect(self._ranks, self._luck.random() * self._ranks[-1])
        return club(self._clubs.draw(random.Random(f"{who} {window} {which}")))


def news(claims: int, seed: int = 1) -> Iterator[tuple[Document, Reading]]:
    """Documents with about so many claims in all, in the order of time, more of them while windows are open."""
    luck = random.Random(seed)
    world = _World(luck)
    for number, moment in enumerate(_moments(claims // CLAIMS, luck)):
        window = moment.year * 2 + (moment.month > 6)
        printed = world.outlet()
        told = [world.told(window) for _ in range(luck.randint(1, 2 * CLAIMS - 1))]
        sentences = [one.sentence for one in told]
        text = f"{' '.join(sentences)} {world.rest()}."
        yield _read(
            Document(f"news-{number}", text, sentences[0][:60], printed, published_at=moment, seen_at=moment), told
        )


def _moments(count: int, luck: random.Random) -> Iterator[datetime]:
    """So many moments in order, three times as many on a day of January, July and August as on others."""
    days = [FIRST + timedelta(days=at) for at in range((LAST - FIRST).days)]
    weights = [3 if day.month in (1, 7, 8) else 1 for day in days]
    yield from sorted(day + timedelta(seconds=luck.randrange(86_400)) for day in luck.choices(days, weights, k=count))


def _read(document: Document, told: list[_Told]) -> tuple[Document, Reading]:
    claims, people, at = [], {}, 0
    assert document.published_at is not None
    for one in told:
        who, sentence = player(one.who), one.sentence
        quote = Quote(sentence[:-1], Span(at, at + len(sentence) - 1))
        claims.append(
            Claim(
                document.id, who, one.event, quote, "made-up", one.to, one.holder, one.polarity, one.modality,
                fee=Fee(one.fee * 1_000_000, "GBP", _FEES.get(one.event, "asking")) if one.fee else None,
                attribution=Attribution(document.outlet, (one.voice,) if one.voice else ()),
            )
        )  # fmt: skip
        clubs = (one.holder, one.to) if one.to else (one.holder,)
        people[who] = Sighting(document.id, document.published_at, who, "player", one.holder, clubs)
        at += len(sentence) + 1
    return document, Reading(tuple(claims), tuple(people.values()))
