"""A regular expression that is compiled when it is first used: large ones that few texts ask for delay no start."""

from __future__ import annotations

import re
from functools import cached_property


class Later:
    """A pattern, not yet compiled."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def now(self) -> re.Pattern[str]:
        """The pattern, compiled. Raises ``re.error`` where it is none."""
        return re.compile(self.pattern, self._flags)
