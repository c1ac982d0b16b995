"""Halves of characters that stand alone: no encoding has them, and an automaton refuses them."""

from __future__ import annotations

import re

_LONE = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """``text`` with each lone surrogate as U+FFFD, as long as before, so that spans stay valid."""
    try:
        text.encode()  # by far the quicker look
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text)
    return text
