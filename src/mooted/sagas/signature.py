"""Signatures of documents: a few hundred bytes each, by which copies are found without reading the texts again.

Two MinHash sketches (Broder, "On the resemblance and containment of documents", 1997): of the words in threes, which
finds copies, and of the names and numbers in pairs as they follow each other, which finds copies whose other words
were exchanged. Bands of sketches (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4) are the keys to
look candidates up by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from struct import pack

from rensa import RMinHash

from mooted.language.fold import fold
from mooted.model.document import Document

_ROWS = 3
_BANDS = 42  # with 3 rows: a pair that shares half of its shingles is found 99 times in 100, three tenths 68 times
_SLOTS = _ROWS * _BANDS
_SEED = 7
_VERSION = bytes([RMinHash.ALGORITHM_VERSION])
SKETCH = 4 * _SLOTS
"""Bytes of one sketch; a signature is a version and two of them."""
_WORD = re.compile(r"[a-z0-9]+")
_NAME_OR_NUMBER = re.compile(r"[A-Z\d](?<!\w.)(?:(?<=[A-Z])[A-Za-z]+|(?<=\d)[\d.,]*)")
"""Begins with what it looks for and looks back only there, so that it passes over all other characters at once."""
_ENDS = frozenset(".!?\"'>)]\n")
_FEWEST_WORDS, _FEWEST_NAMES = 8, 8
_MOST_NAMES = 400  # what comes after in a page is seldom its story, and comparing orders takes time


def signature(document: Document) -> bytes:
    """The signature of a document's title and text, to be kept; empty parts where there is too little to go by."""
    text = text_of(document)
    words = words_of(text)
    names = skeleton(text)
    pairs = shingles(names, 2) if len(names) >= _FEWEST_NAMES else frozenset()
    return _VERSION + _sketch(shingles(words, 3) if len(words) >= _FEWEST_WORDS else ()) + _sketch(pairs)


def bands(signature: bytes) -> tuple[bytes, ...]:
    """The keys of a signature: two documents that share one are worth comparing."""
    found: list[bytes] = []
    for which in range(2):
        sketch = signature[1 + which * SKETCH : 1 + (which + 1) * SKETCH]
        if any(sketch):
            step = 4 * _ROWS
            found += [bytes([which, at // step]) + sketch[at : at + step] for at in range(0, SKETCH, step)]
    return tuple(found)


def text_of(document: Document) -> str:
    """Title and text as signatures and comparisons see them."""
    return fold(f"{document.title}\n{document.text}" if document.title else document.text)


def words_of(text: str) -> list[str]:
    """The words of a folded text, in small letters."""
    return _WORD.findall(text.casefold())


def skeleton(text: str) -> tuple[str, ...]:
    """The names and numbers of a folded text in order: what stays when every other word is exchanged.

    A capital at the start of a sentence tells nothing, so a word counts only if it has one elsewhere too.
    """
    found: list[str] = []
    names: set[str] = set()
    free = 0  # where the one before ends
    for match in _NAME_OR_NUMBER.finditer(text):
        word, start = match[0], match.start()
        found.append(word)
        if not _opens(text, start, free):
            names.add(word)
        free = match.end()
    kept = [word.rstrip(".,") for word in found if word[0].isdigit() or word in names]
    return tuple(kept[:_MOST_NAMES])


def _opens(text: str, start: int, free: int) -> bool:
    """Does a sentence begin here? The sign that ends the one before must not belong to a number."""
    at = start - 2 if text[start - 1 : start] == " " else start - 1
    return start == 0 or (at >= free and text[at] in _ENDS)


def shingles(words: Sequence[str], size: int) -> frozenset[str]:
    """The runs of ``size`` words."""
    return frozenset(map(" ".join, zip(*(words[at:] for at in range(size)), strict=False)))


def _sketch(shingles: Iterable[str]) -> bytes:
    """A MinHash sketch as bytes; zeros where there is nothing."""
    items = list(shingles)
    if not items:
        return bytes(SKETCH)
    sketch = RMinHash(num_perm=_SLOTS, seed=_SEED)
    sketch.update(items)
    return pack(f"<{_SLOTS}I", *sketch.digest())
