"""Figures and values in the words of a page."""

from __future__ import annotations

from urllib.parse import urlsplit

from mooted.model.entry import Kind
from mooted.model.phrases import outcome_words
from mooted.model.saga import Outcome

KINDS: dict[Kind, str] = {
    "not_a_claim": "it is no claim",
    "player": "the player is another",
    "club_to": "the club that wants him is another",
    "club_from": "the club that holds him is another",
    "event": "it says something else",
    "polarity": "affirmed and denied are mixed up",
    "merge": "this person is the same as another",
    "split": "this name is another person",
    "undo": "a correction was taken back",
}
"""What each kind of correction says."""
_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"))


def chance_words(chance: float) -> str:
    """A chance as a page shows it: no more digits than it can bear.

    >>> chance_words(0.004), chance_words(0.126), chance_words(0.997)
    ('under 1 %', '13 %', 'over 99 %')
    """
    if chance < 0.01:
        return "under 1 %"
    return "over 99 %" if chance > 0.99 else f"{chance * 100:.0f} %"


def delay_words(seconds: int | None) -> str:
    """How much later, in the largest unit that fits.

    >>> delay_words(7_300), delay_words(59), delay_words(None)
    ('2 hours', 'at once', '')
    """
    if seconds is None:
        return ""
    for size, name in _UNITS:
        if seconds >= size:
            count = round(seconds / size)
            return f"{count} {name}{'s' if count != 1 else ''}"
    return "at once"


def ended_words(outcome: Outcome) -> str:
    """How and when it ended."""
    return f"{outcome_words(outcome)}{',' if outcome.exact else ' by'} {outcome.day:%-d %B %Y}"


def safe_url(url: str | None) -> bool:
    """Whether an address of a document may become a link: the web's own, and nothing that could run.

    >>> safe_url("https://example.org/a"), safe_url("javascript:alert(1)"), safe_url(None)
    (True, False, False)
    """
    try:
        parts = urlsplit(url or "")
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
