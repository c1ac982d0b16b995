"""The two sides of one deal: "Rovers and Ajax have agreed a fee for Varga" names who buys him and who sells him.

As a list both clubs would stand in one role. Here it is told from a list of suitors, by the words beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from mooted.claims.groups import Group

Bond = Literal["sure", "perhaps"]

_LEADING = (
    r"(?:,? (?:have|has|had|are|were|will|now|all|already|finally|also|both|yet|to|not|still|been|just|set|due|"
    r"close|closing|in|on|near|nearing|about|expected|continue|remain|failed|total|full|clubs|the|\w+ly)){0,6}"
)
_SURE = re.compile(
    _LEADING + r" (?:agree(?:d|s|ing)?\b(?! to\b| personal\b)"
    r"|(?:(?:reach|find|found|strike|struck|striking|seal|finali[sz]|conclud|clos|settl|c[ao]me to|coming to)"
    r"(?:e?d|es?|ing)?|wrap(?:ped|s|ping)? up) (?:an? |the )?"
    r"(?:\S+ ){0,2}"
    r"(?:agreement|deal|accord|understanding|compromise)\b"
    r"|agreement\b|exchang(?:e|ed|es|ing) (?:of )?(?:the )?(?:documents|paperwork|contracts)\b"
    r"|negotiat(?:e|ed|ing)\b|haggl(?:e|ed|ing)\b|settl(?:e|ed|ing) on\b"
    r"|(?:shake|shook|shaken) hands\b|(?:\S+ ){0,3}apart\b)"
)
_PERHAPS = re.compile(
    _LEADING + r"(?: (?:hold|held|holding|open|opened|opening|resume|resumed|stepping up))?"
    r" (?:\w+ )?(?:talks|discussions|negotiations|contact)\b|"
    + _LEADING
    + r" (?:discuss(?:ed|ing)?|talk(?:ed|ing)|speaking|spoken)\b"
)
_BETWEEN = re.compile(
    r"\b(?:deal|agree\w*|documents|terms|fee|done|talks|negotiations?|discussions|discussed|contacts?|dialogue|gap"
    r"|difference|operation|loan|swap|transfer|smoke|price)\b[^.;:\n]{0,30}"
    r" (?:between|(?:agreed|settled) by) (?:the )?$"
)
_WITH = re.compile(
    r"[^.;\n]{0,60}? with (?:the (?:player|agent)|(?!an?\b|no\b|the\b|option|obligation|add|bonus|\W|\d))"
)
_AROUND = 100  # characters on either side of two clubs that tell what they do


class Sides(NamedTuple):
    """Two clubs that make one deal, in the order of the text; ``bond`` is "perhaps" where suitors may be meant."""

    first: str
    second: str
    bond: Bond

    def seller(self, holder: str | None, held: Mapping[str, float], pursued: Mapping[str, float]) -> str | None:
        """Which of the two has the player: by his club, by what else is said of it, else by the order of the text.

        ``held`` and ``pursued`` tell how often, by probability, a club is elsewhere said to hold or pursue him. None
        where he is another's, so that both are suitors.
        """
        if holder is not None:
            return holder if holder in (self.first, self.second) else None
        leaning = {
            one: held.get(one, 0.0) + pursued.get(other, 0.0)
            for one, other in ((self.second, self.first), (self.first, self.second))
        }
        if max(held.values(), default=0.0) > max(held.get(club, 0.0) for club in leaning):
            return None
        if self.bond == "perhaps" and not any(leaning.values()):
            return None
        return max(leaning, key=leaning.__getitem__)


def sides(low: str, clubs: Group) -> Sides | None:
    """The two sides of a deal, where a list of clubs in a text in small letters is that."""
    if len(clubs.members) != 2:
        return None
    first, second = (member.club.name if member.club else "" for member in clubs.members)
    bond = _bond(low[max(0, clubs.start - _AROUND) : clubs.start], low[clubs.stop : clubs.stop + _AROUND])
    return Sides(first, second, bond) if bond and first != second else None


@lru_cache(maxsize=1000)
def _bond(before: str, after: str) -> Bond | None:
    """How surely the words before and after two clubs tell that they deal with each other."""
    if _BETWEEN.search(before) or _tells(_SURE, after):
        return "sure"
    return "perhaps" if _tells(_PERHAPS, after) else None


def _tells(deal: re.Pattern[str], after: str) -> bool:
    """Do words tell of a deal, and with nobody else?"""
    match = deal.match(after)
    return match is not None and not _WITH.match(after, match.end())
