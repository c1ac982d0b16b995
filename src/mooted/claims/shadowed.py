"""Phrases of players inside those that only coaches have.

Of several phrases that begin at one word the longest is found. "Made enquiries about", which is said of candidates for
the bench, must not hide the "enquiries" that a club makes about a player.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from mooted.claims.lexicon import Phrase
from mooted.language.automaton import Hit, Phrases


def with_shadowed(hits: Iterable[Hit[Phrase]], phrases: Phrases[Phrase]) -> Iterator[Hit[Phrase]]:
    """The phrases of a text in order, each followed by those of players inside it, where it has none for them."""
    for hit in hits:
        yield hit
        for start, stop, inner in _of_players(hit.value, phrases):
            yield Hit(hit.start + start, hit.start + stop, inner)


@lru_cache(maxsize=20_000)
def _of_players(phrase: Phrase, phrases: Phrases[Phrase]) -> tuple[Hit[Phrase], ...]:
    """The phrases of players inside one that only coaches have."""
    return () if _speaks_of_players(phrase) else tuple(phrases.inside(phrase.words, _speaks_of_players))


def _speaks_of_players(phrase: Phrase) -> bool:
    return any(event != "staff_move" for meaning in phrase.meanings for event in meaning.events)
