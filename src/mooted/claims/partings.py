"""A club that is losing somebody or sees him off: "Lens could lose Varga", "Lens have confirmed Varga's exit".

By its words alone such a club looks like one that gets him, since it stands before a verb of which he is the object.
"""

from __future__ import annotations

import re

from mooted.language.gates import has_any

_GAP = 90  # characters between a club and whom it loses
_BEHIND = 30  # characters behind a person in which his exit is named
_LOSES = re.compile(
    r" (?:(?:[a-z]+ly|are|is|set|about|due|expected|likely|could|may|might|will|would|can|also|now|already|to|have|has"
    r"|had|in|danger|of|at|stands?|fears?|risks?|facing) ){0,5}(?:lose|loses|losing|lost)\b"
    r"(?! (?:out|interest|patience|ground|touch|sight|hope|faith|to|in|by|against|the (?:race|battle|fight)|their)\b)"
)
_GOES_ON = re.compile(
    r";|\bbut\b|\bas they\b| (?:and|so) (?:\w+ )?(?:are|is|have|has|want|wants|will|hope|could|now|plan)\b"
)
_SEES_OFF = re.compile(
    r" (?:[a-z]+ ){0,6}(?:confirm|announc|complet|seal|finalis|await|expect)[a-z]*(?: [a-z-]+){0,3} $"
)
_EXIT = re.compile(r"(?:'s?)? (?:[a-z-]+ )?(?:departure|exit)\b(?! (?:talks|clause|fee|strategy|plan))")


def parts(low: str, club: int, start: int, stop: int) -> bool:
    """Does a club whose name ends at ``club`` part with the person at ``[start, stop)`` of a text in small letters?"""
    if not club < start < club + _GAP:
        return False
    between = low[club:start]
    if "los" in between and _LOSES.match(between) and not _GOES_ON.search(between):
        return True
    if not has_any(low[stop : stop + _BEHIND], (" exit", " departure")) or not _EXIT.match(low, stop):
        return False
    return _SEES_OFF.match(between) is not None
