"""Which clubs only play against another one: "lost 3-2 to Lens", "a friendly against Lens" tell of no move."""

from __future__ import annotations

import re

from mooted.language.gates import has_any

_REACH = 60  # characters before a club
_HINTS = (
    "-", "raw", "efeat", "oss ", "in ", "ictory", "riendl", "ame ", "atch ", "ixture", "talemate", "lash ", "ie ",
    "'s ",
)  # fmt: skip
_RIVALS = (
    r"(?:(?:their|its|the|a|local|fierce|bitter|old|arch|city|league|fellow|high-flying|struggling|lowly|title|derby"
    r"|promotion|neighbours|neighbouring|rivals|strugglers|leaders|champions|side) )*"
)
_TIME = r"(?:(?:on|in) \w+day |on \w+day (?:night|afternoon|evening) |last (?:night|week|weekend|month|season) )?"
_MATCH = r"(?:draw|defeat|loss|win|victory|friendly|stalemate|game|match|fixture|tie|clash|triumph|thrashing)"
_AGAINST = re.compile(
    rf"(?:(?<![\d-])\d{{1,2}}-\d{{1,2}} (?:(?:home|away|late|cup|league|friendly|pre-season|on penalties|at home) )*"
    rf"(?:{_MATCH} )?{_TIME}(?:to|with|against|by|at|over|away to|at home to|away at) "
    rf"|(?<!a )\b{_MATCH} {_TIME}(?:against|with|over) "
    rf"|(?:day|weekend|week)'s (?:(?:home|away|cup|league|opening|vital|crucial) )*(?:{_MATCH}|trip|visit|meeting) "
    r"(?:at|to|with|of|against|away to|away at) "
    rf"|\b(?:beat|beating|beaten by|facing|faced|face|hosting|hosted|played?|playing) against "
    rf"|\b(?:draw|defeat|loss|victory|friendly|stalemate) {_TIME}(?:to|at|by|against|with|over) ){_RIVALS}$"
)
_BEATEN = re.compile(rf"\b(?:beat|beating|thrashed|hammered|edged) {_RIVALS}$")
_SCORE = re.compile(r" (?:\w+ )?\d{1,2}-\d{1,2}\b(?!-)")


def is_opponent(low: str, start: int, stop: int, floor: int) -> bool:
    """Is a club at a place of a text in small letters one that another plays? Nothing before ``floor`` is read."""
    before = low[max(floor, start - _REACH) : start]
    if before.endswith(" ") and has_any(before, _HINTS) and _AGAINST.search(before):
        return True
    return _SCORE.match(low, stop) is not None and _BEATEN.search(before) is not None
