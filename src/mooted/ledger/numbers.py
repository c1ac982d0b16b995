"""Keys that sort as things were said, whatever the order in which they arrived."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BITS = 29
_PLACES = 12  # of these bits, for the place of a claim in its document
_LAST = 2**33 - 1  # a second of the year 2242
SECOND = 2 << _BITS
"""A number that is this much greater was said later, also where numbers that were taken have pushed others up."""


def second(moment: datetime) -> int:
    """The least number of what was said in this second or later. Before 1970 and after 2242 all count as one."""
    return min(max((moment - _EPOCH) // timedelta(seconds=1), 0), _LAST) << _BITS


def moment(number: int) -> datetime:
    """The second in which what has this number was said."""
    return _EPOCH + timedelta(seconds=number >> _BITS)


def is_exact(number: int) -> bool:
    """Does a number tell its second, and not only that it was before or after all that numbers can tell?"""
    return 0 < number >> _BITS < _LAST


def place(number: int) -> int:
    """What the numbers of all claims of one document have in common."""
    return number >> _PLACES


def number_of(moment: datetime, name: str) -> int:
    """The number of something said then: its second, and behind it some bits of ``name``'s hash."""
    return second(moment) | _hash(name, _BITS)


def numbers_of(moment: datetime, name: str, count: int) -> list[int]:
    """The numbers of so many things that ``name`` said then, in their order."""
    first = second(moment) | _hash(name, _BITS - _PLACES) << _PLACES
    return [first + min(at, 2**_PLACES - 1) for at in range(count)]


def _hash(name: str, bits: int) -> int:
    digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest) >> (32 - bits)


def free(wanted: Sequence[int], taken: Callable[[Collection[int]], set[int]]) -> list[int]:
    """Each of the ``wanted`` numbers, or the next above it that nobody has; ``taken`` tells which are in the store."""
    numbers = list(wanted)
    while True:
        used: set[int] = taken(numbers)
        if len(set(numbers)) == len(numbers) and not used:
            return numbers
        for at in range(len(numbers)):
            numbers[at] += numbers[at] in used
            used.add(numbers[at])
