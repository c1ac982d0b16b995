"""Signatures of documents: a few hundred bytes each, by which copies are found without reading the texts again.

Two MinHash sketches (Broder, "On the resemblance and containment of documents", 1997): of the words in threes, which
finds copies, and of the names and numbers in pairs as they follow each other, which finds copies whose other words
were exchanged. Bands of sketches (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4) are the keys to
look candidates up by.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import compress, islice
from operator import eq
from struct import Struct, pack
from typing import TypeVar
from zlib import crc32

from rensa import RMinHash

from mooted.language.fold import fold
from mooted.model.document import Document

Name = TypeVar("Name", bound=Hashable)
_ROWS = 3
_BANDS = 42  # with 3 rows: a pair that shares half of its shingles is found 99 times in 100, three tenths 68 times
_SLOTS = _ROWS * _BANDS
_BAND = 4 * _ROWS  # bytes
_SEED = 7
_VERSION = bytes([RMinHash.ALGORITHM_VERSION])
_NUMBERS = Struct(f"<{_BANDS}I")
SKETCH = _NUMBERS.size
"""Bytes of one sketch, a number for each band; a signature is a version and two of them."""
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
            found += [bytes([which, at // 4]) + sketch[at : at + 4] for at in range(0, SKETCH, 4)]
    return tuple(found)


def numbers(signature: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of each sketch's bands, none where there is no sketch: two documents with the same number in the same
    place are worth comparing."""
    words, names = (_NUMBERS.unpack_from(signature, 1 + which * SKETCH) for which in range(2))
    return words if any(words) else (), names if any(names) else ()


def alike(signed: Mapping[Name, bytes]) -> dict[Name, set[Name]]:
    """For each of the signed that has a band in common with others: which ones; who has none is left out."""
    found: dict[Name, set[Name]] = defaultdict(set)
    told = [(name, numbers(signature)) for name, signature in signed.items()]
    for which in range(2):
        sketched = [(name, sketches[which]) for name, sketches in told if sketches[which]]
        names = [name for name, _ in sketched]
        for band in zip(*(sketch for _, sketch in sketched), strict=True):
            for group in _sharing(band, names):
                for name in group:
                    found[name].update(group - {name})
    return dict(found)


def _sharing(band: Sequence[int], names: Sequence[Name]) -> Iterable[set[Name]]:
    """Those who have the same number, where they are several."""
    if len(set(band)) == len(band):
        return ()
    order = sorted(band)
    often = set(compress(order, map(eq, order, islice(order, 1, None))))
    groups: dict[int, set[Name]] = defaultdict(set)
    for number, name in compress(zip(band, names, strict=True), map(often.__contains__, band)):
        groups[number].add(name)
    return groups.values()


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
    """The bands of a MinHash sketch, each as the sum (CRC-32) of its rows; zeros where there is nothing."""
    items = list(shingles)
    if not items:
        return bytes(SKETCH)
    sketch = RMinHash(num_perm=_SLOTS, seed=_SEED)
    sketch.update(items)
    rows = pack(f"<{_SLOTS}I", *sketch.digest())
    return _NUMBERS.pack(*(crc32(rows[at : at + _BAND]) for at in range(0, len(rows), _BAND)))
