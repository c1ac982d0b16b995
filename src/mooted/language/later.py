"""What is made when it is first used, so that much of which a text asks for little delays no start."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

T = TypeVar("T")


class Later:
    """A regular expression, not yet compiled."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def now(self) -> re.Pattern[str]:
        """The pattern, compiled. Raises ``re.error`` where it is none."""
        return re.compile(self.pattern, self._flags)


class LateValues(Mapping[str, T]):
    """Values by their keys, each made from its key when it is asked for; ``make`` remembers them where that pays.

    Of a key that is not there ``make`` raises ``KeyError``.
    """

    __slots__ = ("_keys", "_make")

    def __init__(self, keys: Mapping[str, object], make: Callable[[str], T]) -> None:
        self._keys = keys
        self._make = make

    def __getitem__(self, key: str) -> T:
        return self._make(key)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
