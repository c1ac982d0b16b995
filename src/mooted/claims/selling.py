"""A club that does what only the one that holds a player does: "Lens have accepted £20m", "Lens value him at £30m".

Whoever gets him is another club then, which an earlier sentence may have named.
"""

from __future__ import annotations

import re

from mooted.language.gates import has_any

_REACH = 75  # characters behind a club
_HINTS = (
    *("accept", "reject", "turn", "back", "rebuff", "refus", "declin", "dismiss", "£", "€", "$"),
    *("sell", " let ", "offload", "keep", "hold"),
)
_ADVERBS = "still|now|also|already|finally|reportedly|reluctantly|swiftly|initially|twice|immediately|quickly|promptly"
_AUXILIARIES = (
    rf"(?: (?:have|has|had|are|is|were|was|will|would|may|might|could|did|not|in turn|{_ADVERBS}"
    r"|(?:understood|believed|thought|said|set|ready|prepared|willing|expected|likely) to))*"
)
_SUM = r"(?:(?:a|an|the|that|around|about|up to|at least|as much as|in excess of|just|more than|over) )*[£€$]\d"
_BID = r"(?:[\w£€$.,'-]+ ){0,5}(?:bid|offer|proposal|approach|advance|package|fee)s?\b"
_ANSWERS = r"(?:accept|reject|turn(?:ed|ing)? down|knock(?:ed)? back|rebuff|refus|declin|dismiss)(?:e?d|s|ing|es)?"
_HOLDS_OUT = (
    r"(?:hold(?:s|ing)? out for|demand(?:s|ed|ing)?|insist(?:s|ed|ing)? on|receiv(?:e|ed|ing)|gets?|bank(?:ed)?"
    r"|pocket(?:ed)?)"
)
_VALUES = r"valu(?:e|es|ed|ing) (?:him|her|[\w' -]{3,30}) at"
_WISHES = (
    "open|willing|prepared|ready|reluctant|unwilling|happy|keen|desperate|determined|able|forced|want(?:s|ed)?|looking"
    "|needs?|hoping|hope|trying"
)
_LETS = rf"(?:{_WISHES}) to (?:sell|offload|keep|keep hold of|hold on to|let) (?:him|her)\b"
_SELLS = re.compile(
    rf"(?:,? (?:who|which))?{_AUXILIARIES} (?:{_ANSWERS} (?:{_SUM}|{_BID})|{_HOLDS_OUT} {_SUM}|{_VALUES} |{_LETS})"
)
_BY = tuple(
    f"{done} by{the} "
    for done in ("sold", "let go", "released", "offloaded", "loaned out", "put up for sale", "made available")
    for the in ("", " the")
)


def sells(low: str, start: int, stop: int, end: int) -> bool:
    """Does a club at ``[start, stop)`` of a text in small letters do what a seller does? Nothing behind ``end`` is
    read."""
    if low.endswith(_BY, 0, start):
        return True
    words = low[stop : min(stop + _REACH, end)]
    return has_any(words, _HINTS) and _SELLS.match(words) is not None
