"""The garbage collector of a process that holds much for as long as it lives."""

from __future__ import annotations

import gc

SELDOM = 50_000
"""Objects more than there were, at which the collector looks for cycles; reading and answering leave none behind."""


def collect_seldom() -> None:
    """Take all that is loaded by now out of the collector's care, and let it look seldom at what comes later.

    It would go through the book, the weights and the code again and again, a tenth of a second each time.
    """
    gc.freeze()
    gc.set_threshold(SELDOM)
