"""Which club a table means by a name: its book name, a longer registered one, or one cut short ("Bor. Dortmund")."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mooted.entities.book import Book
from mooted.language.fold import fold, key
from mooted.model.entity import Club

ClubNamed = Callable[[str], Club | None]

_SECOND = re.compile(r".+ (?:U-?\d\d|B|C|II|III|2|Res\.?|Reserves|Primavera|Castilla|Youth|Academy)", re.IGNORECASE)
_LEGAL = frozenset(
    "fc afc cf sc ac as ssc acf us sv vfl vfb tsg rcd rc ca cd ud sd ss rsc krc kv kaa jk fk nk sk bc calcio futebol "
    "clube club sad sport football de 1 04 05 1899 1900 1903 1904 1907 1909 1913 1919".split()
)


def club_named(book: Book) -> ClubNamed:
    """A function from a name to the club of the book that it means; null for what the book does not know.

    Reserve and youth teams ("Chelsea U23") are other teams than their club's first, and so are not known.
    """
    by_key = _by_key(book)
    by_last = _by_last(by_key)

    @lru_cache(maxsize=10_000)
    def named(name: str) -> Club | None:
        words = " ".join(name.split())
        plain = fold(words)
        if plain in book.defaults and (usual := book.defaults[plain]):
            return usual
        known = book.lookup.get(plain)
        if known and known.clubs:
            return known.clubs[0]
        if not words or _SECOND.fullmatch(words):
            return None
        return by_key.get(_core(words)) or _cut_short(words, by_last)

    return named


def _by_key(book: Book) -> dict[tuple[str, ...], Club]:
    """The clubs by the words that tell them apart, a club's own name before its other forms."""
    found: dict[tuple[str, ...], Club] = {}
    for club in book.clubs.values():
        found.setdefault(_core(club.name), club)
    for known in book.lookup.values():
        if len(known.clubs) == 1 and known.form in ("name", "short"):
            found.setdefault(_core(known.value), known.clubs[0])
    found.pop((), None)
    return found


def _core(name: str) -> tuple[str, ...]:
    """The words of a name without "FC", "1909" and the like."""
    words = key(name).split()
    return tuple(word for word in words if word not in _LEGAL) or tuple(words)


def _by_last(by_key: dict[tuple[str, ...], Club]) -> dict[int, list[tuple[tuple[str, ...], Club]]]:
    found: dict[int, list[tuple[tuple[str, ...], Club]]] = {}
    for words, club in by_key.items():
        found.setdefault(len(words), []).append((words, club))
    return found


def _cut_short(name: str, by_length: dict[int, list[tuple[tuple[str, ...], Club]]]) -> Club | None:
    """The one club of which each word of ``name`` is the whole or, before a full stop, the beginning."""
    if "." not in name and "'" not in name:
        return None
    pieces = [(key(piece), piece.endswith(".")) for piece in fold(name).replace("-", " ").split()]
    fits = {
        club
        for words, club in by_length.get(len(pieces), ())
        if all(
            word.startswith(piece) if cut else word == piece for word, (piece, cut) in zip(words, pieces, strict=True)
        )
    }
    return fits.pop() if len(fits) == 1 else None
